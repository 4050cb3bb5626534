/** Measures with their text: where each ends, what it is called, who answers for it. */

import { readResponsible } from '../policy/index.ts';
import { withoutBoxes } from './boxes.ts';
import { CLOSING } from './closing.ts';
import { isIndexRow } from './furniture.ts';
import { restoreNumbers } from './lost-numbers.ts';
import { numberMeasures } from './measure-numbers.ts';
import { selectMeasures } from './measures.ts';
import { type Item, type ItemTitle, readOutline } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { joinStretch, type Stretch, sliceStretch } from './stretch.ts';

export interface ReadMeasure {
  number: string;
  title: string;
  chapter: number | null;
  pieces: Stretch[];
  /** Paragraph indices [from, to). */
  from: number;
  to: number;
  responsible: string[];
}
export interface ReadStructure {
  chapters: { number: string; title: ItemTitle; from: number }[];
  measures: ReadMeasure[];
}

/** The measures of all texts that the document carries, in order; where it carries several, '2-3' is the third of the second text. */
export function readMeasures(
  paragraphs: readonly Paragraph[],
  { texts, bodyTo }: Parts,
  title: string,
): ReadStructure {
  const [first, ...others] = texts.map((from, i) =>
    readText(paragraphs, { from, to: texts[i + 1] ?? bodyTo }, title),
  );
  if (others.length === 0) return first!;
  const restarts = first!.measures.some(({ number }) => number.includes('-'));
  let chapters = 0;
  const read = [first!, ...others].map((text, k) => {
    const counted = text.measures.some(({ number }) => number.includes('-'));
    const before = chapters;
    chapters += text.chapters.length;
    return text.measures.map((measure, i) => ({
      ...measure,
      number: k === 0 && !restarts ? measure.number : `${k + 1}-${counted ? i + 1 : measure.number}`,
      chapter: measure.chapter && measure.chapter + before,
    }));
  });
  return { chapters: [first!, ...others].flatMap((text) => text.chapters), measures: read.flat() };
}

function readText(
  read: readonly Paragraph[],
  { from, to }: { from: number; to: number },
  title: string,
): ReadStructure {
  const paragraphs = withoutBoxes(restoreNumbers(read, { from, to, titled: title !== '' }), from, to);
  const roots = readOutline(paragraphs, from, to);
  const { measures, chapters: headings } = selectMeasures(roots, paragraphs, title);
  const chapters = headings.filter(({ title: { text } }) => text);
  const ends = measureEnds(measures, paragraphs);
  const numbers = numberMeasures(measures);
  const texts = measures.map((item, i) => readMeasure(item, ends[i]!, numbers[i]!, chapters, paragraphs));
  return {
    chapters: chapters.map((chapter) => ({
      number: chapterNumber(chapter.ordinal.label) || String(chapter.ordinal.value),
      title: chapter.title,
      from: chapter.from,
    })),
    measures: texts,
  };
}

const outermost = (item: Item, chapters: readonly Item[]): Item => {
  let top = item;
  for (let up = item.parent; up; up = up.parent) if (chapters.includes(up)) top = up;
  return top;
};

/** '一、' → '一', '第二章' → '第二章', '（三）' → '三' */
const chapterNumber = (label: string): string => label.replaceAll(/[、．.（()）〔〕：:]/gu, '');

function readMeasure(
  item: Item,
  end: number,
  number: string,
  chapters: readonly Item[],
  paragraphs: readonly Paragraph[],
): ReadMeasure {
  const first = paragraphs[item.from]!.stretch;
  const pieces = [
    sliceStretch(first, item.title.start > item.ordinal.length ? item.ordinal.length : item.title.start),
  ];
  for (let i = item.from + 1; i < end; i++) pieces.push(paragraphs[i]!.stretch);
  const kept = pieces.filter(({ text }) => text);
  const whole = kept.length ? kept : [first];
  const text = measureText(whole);
  const starts: number[] = [];
  for (let at = 0, i = 0; i < whole.length; at += whole[i]!.text.length, i++) starts.push(at);
  const chapter = chapters.indexOf(outermost(item, chapters)) + 1;
  return {
    number,
    title: item.title.text,
    chapter: chapter || null,
    pieces: whole,
    from: item.from,
    to: end,
    responsible: readResponsible(text, starts).units,
  };
}

export const measureText = (pieces: readonly Stretch[]): string => pieces.reduce(joinStretch).text;

/** A measure ends where the next item begins; closing words of the document behind the last one are not its own. */
function measureEnds(measures: readonly Item[], paragraphs: readonly Paragraph[]): number[] {
  const signed = (item: Item, to: number) => {
    for (let i = to - 1; i >= item.from; i--)
      if (readResponsible(paragraphs[i]!.stretch.text).ranges.length) return i;
    return -1;
  };
  const withUnits = measures.filter((item) => signed(item, item.to) >= 0).length;
  const unitsEnd = withUnits >= measures.length * 0.6 && measures.length > 1;
  // '完成时限：…' below the units is the measure's as well.
  const behindLabels = (from: number, to: number) => {
    const isLabelled = (text: string) => /^\p{Script=Han}{2,6}[：:]/u.test(text) && !CLOSING.test(text);
    let end = from;
    while (end < to && !paragraphs[end]!.ordinal && isLabelled(paragraphs[end]!.stretch.text)) end++;
    return end;
  };
  return measures.map((item, i) => {
    const last = i === measures.length - 1;
    const units = unitsEnd ? signed(item, item.to) : -1;
    if (last && units >= 0) return behindLabels(units + 1, item.to);
    for (let k = item.from + 1; k < item.to; k++) {
      const { ordinal, stretch } = paragraphs[k]!;
      // The first line under a heading of its own is the measure's text, whatever it begins with.
      const firstLine = item.title.ownLine && k === item.from + 1;
      const contacts = /联系|咨询|电话/u.test(item.title.text) && /^[（(]?联系|^咨询/u.test(stretch.text);
      if (!last || ordinal) continue;
      if (isIndexRow(stretch.text) || (!firstLine && !contacts && CLOSING.test(stretch.text))) return k;
    }
    return item.to;
  });
}
