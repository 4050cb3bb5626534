/** Tells a document's parts: front matter, the body that holds the measures, the closing, and annexes. */
import { isFurniture } from './furniture.ts';
import { isSectionHead } from './lost-numbers.ts';
import type { Paragraph } from './paragraphs.ts';
import { DATE_LINE, isSignature, ORGANISATION } from './signature.ts';
import { sliceStretch } from './stretch.ts';
import { TITLE_ENDING, type TitleGroup, titleGroups, titleKey, withoutNeighbour } from './titles.ts';

export interface Parts {
  /** The document's own title. */
  title: TitleGroup | null;
  /** The title of the text that a covering notice carries (印发《…》), when there is one. */
  attached: TitleGroup | null;
  /** Where the texts begin that one covering notice carries; one for every other document. */
  texts: number[];
  /** Paragraph indices: the body is [bodyFrom, bodyTo), the closing [bodyTo, annexFrom), annexes follow. */
  bodyFrom: number;
  bodyTo: number;
  annexFrom: number;
}

/** '附件', '附件1', '附件二：', '附件1：申报材料清单' */
const ANNEX_HEADING = /^附[件录表]?[\d一二三四五六七八九十]{0,2}[：:]?$/u;
const ANNEX_TITLED =
  /^附(?:[件录表][\d一二三四五六七八九十]{0,2}|[\d一二三四五六七八九十]{1,2}|(?=[：:]))[：:]?\p{Script=Han}/u;
const ANNEX_LIST = /^附件?[：:]|^附件[\d一二三四五六七八九十][：:.、．]/u;
export const COVERING = /(?:印发|转发|公布|发布)/u;

export function readParts(paragraphs: readonly Paragraph[]): Parts {
  const end = paragraphs.length;
  const groups = titleGroups(paragraphs, 0, end).map(withoutNeighbour);
  const title = ownTitle(paragraphs, groups);
  const attached = title ? attachedTitle(paragraphs, groups, title) : null;
  let bodyFrom = attached?.from ?? title?.from ?? 0;
  const listed = paragraphs.findIndex(({ ordinal }, i) => ordinal && i >= bodyFrom);
  if (!attached && title && COVERING.test(title.stretch.text)) {
    // A covering notice whose text stands in 附件 without a title that repeats its own.
    const annex = paragraphs.findIndex(({ stretch }, i) => i > title.to && ANNEX_HEADING.test(stretch.text));
    if (annex > 0 && (listed < 0 || annex < listed)) bodyFrom = annex + 1;
  }
  bodyFrom = contentsTo(paragraphs, bodyFrom);
  const bodyTo = closingFrom(paragraphs, bodyFrom);
  const others = title && attached ? otherTexts(paragraphs, groups, { title, attached }, bodyTo) : [];
  const texts = [bodyFrom, ...others];
  return { title, attached, texts, bodyFrom, bodyTo, annexFrom: annexFrom(paragraphs, bodyTo) };
}

/** The first group of title lines that ends as a title does; otherwise the longest of the first lines. */
function ownTitle(paragraphs: readonly Paragraph[], groups: TitleGroup[]): TitleGroup | null {
  if (isHeadingsOnly(paragraphs)) return null;
  const firstItem = paragraphs.findIndex(({ ordinal }) => ordinal);
  const early = groups.filter(
    ({ from }) => (firstItem < 0 || from < firstItem) && isInFront(paragraphs, from),
  );
  const titled = early.filter(({ stretch: { text } }) => TITLE_ENDING.test(text) && text.length >= 6);
  return (
    // '某市商务局　公告' is a letterhead where what is announced stands below it: '…关于…的公告'.
    titled.find(({ stretch: { text } }) => !BODIES_ANNOUNCE.test(text) || !titled.some(saysOfWhat)) ??
    early.find(({ stretch: { text } }) => !ORGANISATION.test(text) && text.length >= 8) ??
    early[0] ??
    firstLine(paragraphs)
  );
}

const BODIES_ANNOUNCE = /^[^关]*(?:局|委员会|委|厅|政府|办公室|中心)(?:公告|通告)$/u;
const saysOfWhat = ({ stretch: { text } }: TitleGroup): boolean => text.includes('关于');

/** A page of headings with a sentence under each, from its first line on: none of them names the whole. */
const isHeadingsOnly = (paragraphs: readonly Paragraph[]): boolean => {
  const heads = paragraphs.filter((_paragraph, i) => isSectionHead(paragraphs, i)).length;
  return heads >= 3 && isSectionHead(paragraphs, 0) && heads >= paragraphs.length * 0.4;
};

/** '问答实录：…', '政策解读：…' in front of what it is about. */
const GENRE = /^\p{Script=Han}{2,8}[：:]/u;

/** What stands alone above the first sentence names the document, though it does not end as titles do: '一文说清怎样申领'. */
function firstLine(paragraphs: readonly Paragraph[]): TitleGroup | null {
  const first = paragraphs[0];
  const named =
    first &&
    !first.ordinal &&
    first.stretch.text.length >= 4 &&
    first.stretch.text.length <= 60 &&
    (first.heading === 1 || !/[。；，：:]/u.test(first.stretch.text.replace(GENRE, ''))) &&
    !isFurniture(first.stretch.text);
  return named ? { stretch: first.stretch, from: 0, to: 1 } : null;
}

/** Behind a good part of the text a line is a heading in it, not its title. */
function isInFront(paragraphs: readonly Paragraph[], from: number): boolean {
  const size = (to: number) =>
    paragraphs.slice(0, to).reduce((sum, { stretch }) => sum + stretch.text.length, 0);
  return from < 8 || size(from) < size(paragraphs.length) * 0.3;
}

function attachedTitle(
  paragraphs: readonly Paragraph[],
  groups: TitleGroup[],
  title: TitleGroup,
): TitleGroup | null {
  if (!COVERING.test(title.stretch.text)) return null;
  const key = titleKey(title.stretch.text);
  const named = namedBelow(paragraphs, title);
  const candidates = [...groups, ...titledAnnexes(paragraphs, title.to)].filter(
    ({ from, stretch: { text } }) =>
      from >= title.to && text.length >= 6 && !text.startsWith('《') && !isCoveringTitle(text),
  );
  return (
    candidates.find(
      ({ stretch: { text } }) =>
        alike(titleKey(text), key) || (TITLE_ENDING.test(text) && key.includes(titleKey(text))),
    ) ??
    candidates.find(
      ({ stretch: { text } }) => TITLE_ENDING.test(text) && named.some((name) => alike(titleKey(text), name)),
    ) ??
    null
  );
}

/** The documents that a covering notice names: '现将《…》《…》印发给你们'. */
const namedBelow = (paragraphs: readonly Paragraph[], title: TitleGroup): string[] =>
  paragraphs
    .slice(title.to, title.to + 12)
    .flatMap(({ stretch }) =>
      [...stretch.text.matchAll(/《(?<name>[^《》]{4,80})》/gu)].map((found) =>
        titleKey(found.groups!.name!),
      ),
    );

/** Where the second and later of several texts begin that the notice names: '关于印发甲办法和乙办法的通知'. */
function otherTexts(
  paragraphs: readonly Paragraph[],
  groups: readonly TitleGroup[],
  { title, attached }: { title: TitleGroup; attached: TitleGroup },
  to: number,
): number[] {
  const own = titleKey(attached.stretch.text);
  const named = namedBelow(paragraphs, title).filter((name) => !alike(own, name));
  return groups
    .filter(
      ({ from, stretch: { text } }) =>
        from > attached.from &&
        from < to &&
        TITLE_ENDING.test(text) &&
        named.some((name) => alike(titleKey(text), name)),
    )
    .map(({ from }) => from);
}

/** '关于印发《…》的通知' said again over the text: still the covering notice. */
const isCoveringTitle = (text: string): boolean => COVERING.test(text) && /(?:通知|公告|函)$/u.test(text);

/** '附件1：某某市若干措施' on one line, behind the signature: not the list of annexes before it. */
function titledAnnexes(paragraphs: readonly Paragraph[], from: number): TitleGroup[] {
  const signed = paragraphs.findIndex(({ stretch: { text } }, i) => i >= from && DATE_LINE.test(text));
  return paragraphs.flatMap(({ stretch }, i) => {
    const mark = /^附件?[\d一二三四五六七八九十]{0,2}[：:]?(?=\p{Script=Han})/u.exec(stretch.text)?.[0];
    return signed >= 0 &&
      i > signed &&
      mark &&
      TITLE_ENDING.test(stretch.text) &&
      !/[。；]/u.test(stretch.text)
      ? [{ stretch: sliceStretch(stretch, mark.length), from: i, to: i + 1 }]
      : [];
  });
}

const alike = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.includes(short) && short.length / long.length >= 0.5;
};

/** '第一章 总则', '一、综合篇……1': a line of a table of contents, without its dots and page. */
const entryOf = (text: string): string => text.replace(/[.．…·\s]*\d*$/u, '');

/** Behind a table of contents: lines under 目录 that all come again further down. */
function contentsTo(paragraphs: readonly Paragraph[], from: number): number {
  const textAt = (i: number) => paragraphs[i]?.stretch.text ?? '';
  const head = paragraphs.findIndex(
    (_, i) =>
      i >= from && i < from + 20 && (/^目录$/u.test(textAt(i)) || textAt(i) + textAt(i + 1) === '目录'),
  );
  if (head < 0) return from;
  const later = paragraphs.map(({ stretch }) => stretch.text.slice(0, 60));
  const comesAgain = (i: number) => {
    const entry = entryOf(textAt(i)).slice(0, 12);
    return entry.length > 1 && later.some((text, k) => k > i && text.startsWith(entry));
  };
  let to = head + (textAt(head) === '目录' ? 1 : 2);
  const first = to;
  while (to < paragraphs.length && comesAgain(to)) to++;
  return to - first >= 2 ? to : from;
}

/** Where the body ends: at the list of annexes, the signature or an annex, whichever comes first after an item. */
function closingFrom(paragraphs: readonly Paragraph[], bodyFrom: number): number {
  const firstItem = paragraphs.findIndex(({ ordinal }, i) => ordinal && i >= bodyFrom);
  for (let i = Math.max(firstItem, bodyFrom); i < paragraphs.length; i++) {
    const { text } = paragraphs[i]!.stretch;
    if (i === firstItem) continue;
    if (ANNEX_HEADING.test(text) || ANNEX_LIST.test(text)) return i;
    if (isSignature((k) => paragraphs[k]?.stretch.text, i)) return i;
    if (/^(?:抄送|[（(]此件)/u.test(text) || /^\p{Script=Han}{4,40}\d{4}年.{3,6}日印发$/u.test(text))
      return i;
  }
  return paragraphs.length;
}

function annexFrom(paragraphs: readonly Paragraph[], bodyTo: number): number {
  let signed = false;
  for (let i = bodyTo; i < paragraphs.length; i++) {
    const { text } = paragraphs[i]!.stretch;
    if (ANNEX_HEADING.test(text) && !/[：:]$/u.test(text)) return i;
    if (signed && (ANNEX_TITLED.test(text) || ANNEX_HEADING.test(text))) return i;
    signed ||= DATE_LINE.test(text);
  }
  return paragraphs.length;
}

/** Each annex with the title on its own line or the line below. */
export function readAnnexes(
  paragraphs: readonly Paragraph[],
  from: number,
): { title: string | null; span: { start: number; end: number } }[] {
  const starts = paragraphs.flatMap(({ stretch: { text } }, i) =>
    i >= from && (ANNEX_HEADING.test(text) || ANNEX_TITLED.test(text)) && text.length <= 60 ? [i] : [],
  );
  return starts.map((start, i) => {
    const { text } = paragraphs[start]!.stretch;
    const beside = text.replace(/^附件?[\d一二三四五六七八九十]{0,2}[：:]?/u, '');
    const below = paragraphs[start + 1]?.stretch.text ?? '';
    const last = (starts[i + 1] ?? paragraphs.length) - 1;
    return {
      title: beside || (below.length <= 60 && !/[。；]/u.test(below) ? below : '') || null,
      span: {
        start: paragraphs[start]!.stretch.at[0] ?? 0,
        end: (paragraphs[last]!.stretch.at.at(-1) ?? 0) + 1,
      },
    };
  });
}
