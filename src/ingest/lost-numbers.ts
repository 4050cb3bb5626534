/** Gives a number to items that lost theirs, or never had one: recognised by what else marks the items of this document. */

import { readResponsible } from '../policy/index.ts';
import type { Ordinal } from './ordinal.ts';
import { readItemTitle } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { TITLE_ENDING } from './titles.ts';

/** The body's paragraphs, with an ordinal where one is missing. The paragraphs given are not changed. */
export function restoreNumbers(
  paragraphs: readonly Paragraph[],
  { from, to, titled }: { from: number; to: number; titled: boolean },
): Paragraph[] {
  const body = paragraphs.slice(from, to);
  const restored = body.some(({ ordinal }) => ordinal)
    ? numberChapters(fillGaps(body))
    : numberHeadings(body, titled);
  return [...paragraphs.slice(0, from), ...restored, ...paragraphs.slice(to)];
}

const endsInUnits = ({ stretch: { text } }: Paragraph): boolean =>
  readResponsible(text).ranges.some(({ end }) => end >= text.length - 1);

const isTitled = ({ stretch, ordinal }: Paragraph): boolean => {
  const title = readItemTitle(stretch, ordinal);
  return (
    title.isHeading && !/(?:单位|部门|处室|科室)$/u.test(title.text) && stretch.text.length > title.end + 6
  );
};

/** Every item ends in 【责任单位：…】: a titled paragraph behind one that does so itself is an item whose number was lost. */
function fillGaps(body: Paragraph[]): Paragraph[] {
  const closed = body.flatMap((paragraph) =>
    paragraph.ordinal && endsInUnits(paragraph) ? [paragraph.ordinal.kind] : [],
  );
  if (closed.length < 2) return body;
  let last: Ordinal | null = null;
  // A number is lost only where the ones around it leave a place for it.
  const leavesPlace = (from: number, { kind, value }: Ordinal) => {
    const next = body.slice(from).find(({ ordinal }) => ordinal?.kind === kind)?.ordinal;
    return next !== null && next !== undefined && next.value > value + 1;
  };
  return body.map((paragraph, i) => {
    const before = body[i - 1];
    if (paragraph.ordinal && closed.includes(paragraph.ordinal.kind)) last = paragraph.ordinal;
    if (
      paragraph.ordinal ||
      !last ||
      !before ||
      !isMissing(last.value + 1, body.slice(i + 1), closed) ||
      !endsInUnits(before) ||
      !endsInUnits(paragraph) ||
      !isTitled(paragraph) ||
      !leavesPlace(i, last)
    )
      return paragraph;
    last = { ...last, value: last.value + 1, label: '', length: 0 };
    return { ...paragraph, ordinal: last };
  });
}

/** Where the next item bears this number itself, none was lost. */
function isMissing(value: number, behind: readonly Paragraph[], kinds: readonly Ordinal['kind'][]): boolean {
  const next = behind.find(({ ordinal }) => ordinal && kinds.includes(ordinal.kind))?.ordinal;
  return !next || next.value !== value;
}

const isBareHeading = ({ heading, bold, ordinal, stretch: { text } }: Paragraph): boolean =>
  !ordinal &&
  (heading > 0 || bold) &&
  text.length >= 2 &&
  text.length <= 25 &&
  !/[。，；：:]|^[（(【[]/u.test(text);

/** Chapters named by headings without numbers: they hold the numbered items below them. */
function numberChapters(body: Paragraph[]): Paragraph[] {
  const firstItem = body.findIndex(({ ordinal }) => ordinal);
  // The line just above the first item is a chapter's when more such lines follow between the items.
  const headings = body.flatMap((paragraph, i) =>
    i >= firstItem - 1 && isBareHeading(paragraph) ? [i] : [],
  );
  if (headings.length < 2 || headings[0] !== firstItem - 1) return body;
  // Below a numbered heading it divides the item's own text.
  const outermost = Math.min(
    ...body.flatMap(({ ordinal, heading }) => (ordinal && heading ? [heading] : [])),
  );
  if (headings.some((i) => body[i]!.heading > outermost)) return body;
  return body.map((paragraph, i) => {
    const value = headings.indexOf(i) + 1;
    return value ? { ...paragraph, ordinal: { kind: 'part', value, label: '', length: 0 } } : paragraph;
  });
}

/** A short line by itself above a sentence. */
export const isSectionHead = (paragraphs: readonly Paragraph[], i: number): boolean =>
  !paragraphs[i]!.ordinal &&
  /^[\p{Script=Han}\d、“”]{2,16}$/u.test(paragraphs[i]!.stretch.text) &&
  /[。；]/u.test(paragraphs[i + 1]?.stretch.text ?? '');

/** No numbers at all: markdown headings, bold lines or titled paragraphs that end in units are the items, in order. */
function numberHeadings(body: Paragraph[], titled: boolean): Paragraph[] {
  // The title stands first, where there is one.
  const first = titled ? 1 : 0;
  const levels = body.map(({ heading }) => heading).filter((level) => level > 1);
  const deepest = Math.max(...levels);
  const marks: ((paragraph: Paragraph, i: number) => boolean)[] = [
    ({ heading }) => heading === deepest,
    ({ bold, stretch: { text } }) => bold && text.length <= 40 && !/^[（(【[]/u.test(text),
    // '◆ 贴多少' above what it says.
    ({ marked, stretch: { text } }, i) => marked && text.length <= 25 && body[i + 1]?.marked === false,
    (paragraph) => endsInUnits(paragraph) && isTitled(paragraph),
    // A question above its answer: '问：…？', '新华社：…？'.
    ({ stretch: { text } }, i) =>
      /[？?]$/u.test(text) && body[i + 1] !== undefined && !/[？?]$/u.test(body[i + 1]!.stretch.text),
    (_paragraph, i) => isSectionHead(body, i) && (titled ? !TITLE_ENDING.test(body[i]!.stretch.text) : true),
  ];
  const mark = marks.find(
    (isItem) => body.filter((paragraph, i) => i >= first && isItem(paragraph, i)).length >= 2,
  );
  if (!mark) return body;
  let value = 0;
  return body.map((paragraph, i) =>
    i >= first && mark(paragraph, i)
      ? { ...paragraph, ordinal: { kind: 'digit', value: ++value, ...askingMark(paragraph.stretch.text) } }
      : paragraph,
  );
}

/** '问：' stands where a number would, and is no part of the question. */
const askingMark = (text: string): Pick<Ordinal, 'label' | 'length'> => {
  const label = /^问[：:]/u.exec(text)?.[0] ?? '';
  return { label, length: label.length };
};
