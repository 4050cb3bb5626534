/** Texts that lost their line breaks: items that begin inside a paragraph, behind a full stop or glued to the heading above them. */
import { NESTING, type Ordinal, type OrdinalKind, readOrdinal } from './ordinal.ts';
import type { Paragraph } from './paragraphs.ts';
import { signerOf } from './signature.ts';
import { type Stretch, sliceStretch } from './stretch.ts';

/** '第三章', '第十条', '二、', '（二）': numbering that begins a paragraph wherever it is printed as one. */
const CANDIDATE =
  /第[一二三四五六七八九十百〇零\d]{1,5}[章节条]|(?:[一二三四五六七八九十]{1,3}|[—–])、|[（(][一二三四五六七八九十]{1,3}[）)]/gu;
/** Shorter paragraphs are lines of their own. */
const SHORT = 24;
/** A heading that the next number is glued to: '第二章 支持内容第五条'. */
const MOST_HEADING = 40;

interface Start {
  at: number;
  ordinal: Ordinal;
}

/** The paragraphs in order, each cut where an item begins in the middle of it. Those that are printed as they should be stay as they are. */
export function splitRunOns(paragraphs: readonly Paragraph[]): Paragraph[] {
  const last = new Map<OrdinalKind, number>();
  return paragraphs.flatMap((paragraph) => {
    const starts = startsIn(paragraph, last);
    return starts.length > 0 || isUnbroken(paragraph) ? cutAt(paragraph, starts) : [paragraph];
  });
}

const isUnbroken = ({ stretch: { text } }: Paragraph): boolean => text.length > 1000;

/** The items that begin behind the first character, each the next of its kind. `last` remembers the numbers of the paragraphs before. */
function startsIn({ stretch, ordinal, heading }: Paragraph, last: Map<OrdinalKind, number>): Start[] {
  const { text } = stretch;
  if (ordinal) count(last, ordinal);
  if (text.length < SHORT || stretch.row || heading > 0) return [];
  const tried = new Map(last);
  const starts: Start[] = [];
  let behind: Start | null = ordinal && { at: 0, ordinal };
  for (const { index: at } of text.matchAll(CANDIDATE)) {
    const found = at === 0 ? null : readOrdinal(text.slice(at, at + 12));
    if (!found) continue;
    const next = (tried.get(found.kind) ?? 0) + 1;
    // '…完成更名。 六、申请材料要求': a heading at the end of the paragraph, also behind numbers that were lost.
    const closes = found.value > next && endsInHeading(stretch, at, found);
    if (found.value !== next && !closes) continue;
    const glued = behind !== null && isGlued(text, behind, found, at);
    if (!glued && !opensItem(stretch, at, found.kind)) continue;
    count(tried, found);
    behind = { at, ordinal: found };
    starts.push(behind);
  }
  // One number in the middle of a sentence proves nothing, unless it is glued to a heading.
  const enough =
    starts.length >= 2 ||
    starts.some(({ at, ordinal: own }) => own.kind === 'article' || endsInHeading(stretch, at, own));
  if (!enough) return [];
  for (const [kind, value] of tried) last.set(kind, value);
  return starts;
}

/** Behind a sentence's end and a blank stand a number and a few words: the rest of the paragraph, or what its list is under. */
const endsInHeading = ({ text, gaps }: Stretch, at: number, { kind, length }: Ordinal): boolean =>
  kind === 'han' &&
  gaps.has(at) &&
  /[。！？：:]$/u.test(text.slice(0, at)) &&
  /^\p{Script=Han}{2,16}(?=[（(]一[）)]|$)/u.test(text.slice(at + length));

/** '（责任单位：市民政局）' closes an item as a full stop does. */
const UNITS_END = /[（(【][^（()）【】]*(?:单位|部门|牵头)[^（()）【】]*[）)】]$/u;
const LONGEST_UNITS = 160;

/** Behind the end of a sentence, or behind a blank and a mark; a list inside a sentence (…：（一）…；（二）…) stays in it. */
const opensItem = ({ text, gaps }: Stretch, at: number, kind: OrdinalKind): boolean => {
  const before = text.slice(Math.max(0, at - 2), at);
  return (
    /[。！？]["”』」）)】]?$/u.test(before) ||
    (kind === 'han' && /[：:]$/u.test(before)) ||
    UNITS_END.test(text.slice(Math.max(0, at - LONGEST_UNITS), at)) ||
    (gaps.has(at) && /[。！？；：:]$/u.test(before))
  );
};

/** '第二章 支持内容第五条', '二、开放环境（二）统筹规划': the number below a heading without a mark between them. */
const isGlued = (text: string, above: Start, found: Ordinal, at: number): boolean =>
  NESTING.indexOf(found.kind) > NESTING.indexOf(above.ordinal.kind) &&
  at - above.at > above.ordinal.length + 1 &&
  at - above.at <= MOST_HEADING &&
  !/[。；：:，,！？]/u.test(text.slice(above.at + above.ordinal.length, at));

/** A chapter begins: the numbers below it may begin again. Articles count through all chapters. */
function count(last: Map<OrdinalKind, number>, { kind, value }: Ordinal): void {
  last.set(kind, value);
  for (const deeper of NESTING.slice(NESTING.indexOf(kind) + 1))
    if (deeper === 'digit' || deeper === 'digitParen') last.delete(deeper);
}

function cutAt(
  { stretch, ordinal, heading, marked, bold }: Paragraph,
  starts: readonly Start[],
): Paragraph[] {
  const cuts = [0, ...starts.map(({ at }) => at)];
  const signed = signatureFrom(stretch.text);
  const ends = [...cuts.slice(1), signed];
  const made = cuts.map((from, i) => ({
    stretch: sliceStretch(stretch, from, ends[i]!),
    ordinal: i === 0 ? ordinal : starts[i - 1]!.ordinal,
    heading,
    marked,
    bold,
  }));
  return signed < stretch.text.length
    ? [
        ...made,
        { stretch: sliceStretch(stretch, signed), ordinal: null, heading: 0, marked: false, bold: false },
      ]
    : made;
}

/** Where the signature begins that was glued to the last sentence: '…负责解释。某某市人民政府2013年12月23日'. */
function signatureFrom(text: string): number {
  const from = Math.max(...[...'。！？；'].map((mark) => text.lastIndexOf(mark))) + 1;
  return from > 0 && from < text.length && signerOf(text.slice(from)) ? from : text.length;
}
