/** Texts that lost their line breaks: items that begin inside a paragraph, behind a full stop or glued to the heading above them. */
import { CLOSING } from './closing.ts';
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
  return paragraphs.flatMap(cutFront).flatMap((paragraph) => {
    const starts = startsIn(paragraph, last);
    return starts.length > 0 || isUnbroken(paragraph) ? cutAt(paragraph, starts) : [paragraph];
  });
}

/**
 * '某市人民政府关于…的实施意见某政发〔2025〕12号各县（区）人民政府：': a title, a number and those it is addressed to that run into one
 * another. A number that is cited stands in brackets or in a sentence.
 */
const FRONT =
  /^(?<title>[^。；，：（(〔]{6,80}?(?:通知|意见|办法|措施|方案|公告|政策|规定))(?<number>\p{Script=Han}{2,10}〔\d{4}〕第?\d{1,5}号)(?=\p{Script=Han})/u;

/** The front that lost its line breaks, a line of its own each again. */
function cutFront(paragraph: Paragraph, i: number): Paragraph[] {
  const { stretch, ordinal } = paragraph;
  const front = i === 0 && !ordinal ? FRONT.exec(stretch.text)?.groups : undefined;
  if (!front) return [paragraph];
  const title = front.title!.length;
  const number = title + front.number!.length;
  return [
    { ...paragraph, stretch: sliceStretch(stretch, 0, title) },
    { ...paragraph, stretch: sliceStretch(stretch, title, number), heading: 0 },
    { ...paragraph, stretch: sliceStretch(stretch, number), heading: 0 },
  ];
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

function cutAt(paragraph: Paragraph, starts: readonly Start[]): Paragraph[] {
  const { stretch, ordinal } = paragraph;
  const signed = signatureFrom(stretch.text);
  const closing = closingFrom(stretch.text.slice(0, signed), starts.at(-1)?.at ?? 0);
  const cuts = [0, ...starts.map(({ at }) => at)];
  const ends = [...cuts.slice(1), closing];
  const made = cuts.map((from, i) => ({
    ...paragraph,
    stretch: sliceStretch(stretch, from, ends[i]!),
    ordinal: i === 0 ? ordinal : starts[i - 1]!.ordinal,
  }));
  const plain = { ordinal: null, heading: 0, marked: false, bold: false };
  const behind = [
    { ...plain, stretch: sliceStretch(stretch, closing, signed) },
    { ...plain, stretch: sliceStretch(stretch, signed) },
  ];
  return [...made, ...behind.filter(({ stretch: { text } }) => text !== '')];
}

/** Where the closing words begin that were glued to the last item: '…市财政局）本意见自2025年5月1日起施行，…'. */
function closingFrom(text: string, from: number): number {
  for (const { index } of text.slice(from).matchAll(/[。）)】]/gu)) {
    const at = from + index + 1;
    const ends = text[at - 1] === '。' || UNITS_END.test(text.slice(Math.max(0, at - LONGEST_UNITS), at));
    if (ends && CLOSING.test(text.slice(at)) && IN_FORCE.test(text.slice(at))) return at;
  }
  return text.length;
}
const IN_FORCE = /^[^。]{0,30}(?:施行|实施|执行|有效期|解释|废止)/u;

/** Where the signature begins that was glued to the last sentence: '…负责解释。某某市人民政府2013年12月23日'. */
function signatureFrom(text: string): number {
  const from = Math.max(...[...'。！？；'].map((mark) => text.lastIndexOf(mark))) + 1;
  return from > 0 && from < text.length && signerOf(text.slice(from)) ? from : text.length;
}
