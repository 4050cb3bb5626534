/**
 * A source as it reads: printed lines joined to sentences, page numbers, markup and stray blanks gone.
 * Characters are only left out, never changed, so that each stands for one in the source.
 */
import type { TextSpan } from './policy.ts';

interface Line extends TextSpan {
  /** Printed width in half-width columns. */
  width: number;
  /** A row of a table: its cells are parted by |, and it joins no other line. */
  row: boolean;
}

/** A line of its own: '- 3 -' · '— 12 —' · '第 3 页' · '第3页 共12页' */
const PAGE_NUMBER = /^(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)$/u;
/** A line that the readers pass over by themselves. */
export const isPageNumber = (line: string): boolean => PAGE_NUMBER.test(line.trim());

/** Markup at the start of a line: '## 标题' */
const HEADING_MARK = /^#{1,6}\s*/u;
const LINE = /[^\n\r\f\v\u2028\u2029]+/gu;

/** '一、' · '（二）' · '3.' · '4．' · '第五条' · '[责任单位：' */
const OPENS_PARAGRAPH =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[条章]|\*{0,2}[【[（(]责任单位)/u;
/** '……补贴。' · '各有关单位：' · '……湾里管理局】' · a line that is all in brackets: '（此件主动公开）' */
const ENDS_SENTENCE = /(?:[。！？；】\]]|(?<!责任单位)：)[”’]?\**$|^（[^（）]*）$/u;
/** The last line of a title: '……行动方案' */
const ENDS_TITLE = /(?:通知|措施|意见|方案|办法|规定|细则|指南|公告|决定)$/u;
const PUNCTUATION = /[，。；：、！？,;]/u;

const isBlank = (character: string): boolean => /\s/u.test(character);
/** Letters, digits and signs of half width: only between two of these does a blank mean anything. */
const isNarrow = (character: string | undefined): boolean =>
  character !== undefined && /[\x21-\x7e]/u.test(character);
const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/u.test(character);

const widthOf = (text: string): number => {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2e80 ? 1 : 2;
  return width;
};

/** '| 首次 | 10万元 |': a row of a table; '| --- | --- |' parts its head from the others. */
const ROW = /^\|.*\|$/u;
const ROW_RULE = /^\|[\s|:-]*-{3}[\s|:-]*\|$/u;

/** The lines of a source that say something: trimmed, without heading marks, page numbers and furniture. */
function printedLines(source: string, furniture: readonly TextSpan[] = []): Line[] {
  const lines: Line[] = [];
  const aside = new Map(furniture.map(({ start, end }) => [start, end]));
  let passed = 0;
  for (const { 0: raw, index } of source.matchAll(LINE)) {
    const text = raw.trim();
    if (text === '' || PAGE_NUMBER.test(text) || ROW_RULE.test(text)) continue;
    const row = ROW.test(text);
    const mark = row ? /^[|\s]*/u.exec(text)![0].length : (HEADING_MARK.exec(text)?.[0].length ?? 0);
    const start = index + raw.indexOf(text) + mark;
    const end = index + raw.indexOf(text) + (row ? text.replace(/[|\s]+$/u, '') : text).length;
    passed = Math.max(passed, aside.get(start) ?? 0);
    if (start < end && start >= passed) lines.push({ start, end, width: widthOf(text), row });
  }
  return lines;
}

/** Whether a stretch is whole lines: it begins where one does and ends where one does. */
export function wholeLines(source: string): (span: TextSpan) => boolean {
  const lines = printedLines(source);
  const starts = new Set(lines.map(({ start }) => start));
  const ends = new Set(lines.map(({ end }) => end));
  return ({ start, end }) => starts.has(start) && ends.has(end);
}

/** Index of the first line that ends after the offset. */
function firstLineAfter(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Whether a paragraph ends between two printed lines: at a sentence's end where the line is not full or a numbered item
 * follows, and after a heading (a short line without punctuation). A line that just ran full is joined to the next.
 */
function paragraphEnds(line: string, next: string, width: number, full: number): boolean {
  const opens = OPENS_PARAGRAPH.test(next);
  if (ENDS_SENTENCE.test(line)) return opens || width < full - 4;
  if (opens && /[）)]$/u.test(line)) return true;
  const bare = line.replace(OPENS_PARAGRAPH, '');
  const short = width < full * 0.75 && width > 4 && !/\d$/u.test(bare);
  const heading = short && (!PUNCTUATION.test(bare) || ENDS_TITLE.test(bare));
  return heading || (opens && bare !== line && !PUNCTUATION.test(bare));
}

/** Makes stretches of one source readable; reads its lines once. What is named as furniture is passed over. */
export function textReader(source: string, furniture: readonly TextSpan[] = []): (span: TextSpan) => string {
  const lines = printedLines(source, furniture);
  const full = lines.reduce((widest, { width }) => Math.max(widest, width), 0);

  return ({ start, end }) => {
    let text = '';
    for (let i = firstLineAfter(lines, start); i < lines.length && lines[i]!.start < end; i++) {
      const line = lines[i]!;
      const piece = withoutStrayBlanks(source.slice(Math.max(line.start, start), Math.min(line.end, end)));
      if (piece === '') continue;
      text += text === '' ? piece : joint(text, piece, i > 0 ? lines[i - 1]! : line, line) + piece;
    }
    return text;
  };

  function joint(before: string, after: string, { start, end, width, row }: Line, next: Line): string {
    if (row || next.row || paragraphEnds(source.slice(start, end), after, width, full)) return '\n';
    const [last, first] = [before.at(-1), after[0]];
    return isNarrow(last) && isNarrow(first) && !(isDigit(last) && isDigit(first)) ? ' ' : '';
  }
}

/** The readable text of a verbatim stretch; paragraphs are parted by '\n'. */
export const cleanText = (source: string, span: TextSpan): string => textReader(source)(span);

/** '**按 10%以上**' → '按10%以上'; 'APEC VR' keeps its blank. */
function withoutStrayBlanks(line: string): string {
  const bare = line.replaceAll('**', '').trim();
  return bare.replace(/\s+/gu, (_, at: number) => {
    const after = bare.slice(at).trimStart()[0];
    return isNarrow(bare[at - 1]) && isNarrow(after) ? ' ' : '';
  });
}

/** A text without white space, page numbers and markup; `at[i]` is where its i-th character stands. */
export interface BareText {
  text: string;
  at: number[];
}

/** The text as quotes and figures are compared with it. */
export function bareText(source: string, furniture: readonly TextSpan[] = []): BareText {
  const at: number[] = [];
  let text = '';
  for (const { start, end } of printedLines(source, furniture)) {
    for (let i = start; i < end; i++) {
      if (isBlank(source[i]!)) continue;
      if (source[i] === '*' && (source[i + 1] === '*' || source[i - 1] === '*')) continue;
      at.push(i);
      text += halfWidth(source[i]!);
    }
  }
  return { text, at };
}

/** '２' → '2', 'Ａ' → 'A': one for one. The same sign in another width is no other word. */
const halfWidth = (character: string): string =>
  /[０-９Ａ-Ｚａ-ｚ]/u.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;

/** Finds quotes in one source, which is read once, when the first is looked for. */
export function quoteFinder(
  source: string,
  furniture: readonly TextSpan[] = [],
): (quote: string) => TextSpan | null {
  let bare: BareText | null = null;
  return (quote) => {
    bare ??= bareText(source, furniture);
    const wanted = bareText(quote).text;
    const index = wanted === '' ? -1 : bare.text.indexOf(wanted);
    return index < 0 ? null : { start: bare.at[index]!, end: bare.at[index + wanted.length - 1]! + 1 };
  };
}

/** Draws a stretch in to the first and last of its characters that are read; null where none is. */
export function readableSpan(
  source: string,
  furniture: readonly TextSpan[] = [],
): (span: TextSpan) => TextSpan | null {
  const { at } = bareText(source, furniture);
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[middle]! >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return ({ start, end }) => {
    const [first, behind] = [firstFrom(start), firstFrom(end)];
    return first < behind ? { start: at[first]!, end: at[behind - 1]! + 1 } : null;
  };
}

/** Where a quote stands verbatim, white space, page numbers and markup aside; null where it does not. */
export const findQuote = (source: string, quote: string): TextSpan | null => quoteFinder(source)(quote);

/** '…补贴。' · '…补贴。”': the end of a sentence with the marks that close it. */
const SENTENCE = /[^。！？\n]+[。！？]*[”’）】\])]*/gu;

/** The sentences of a clause's readable text, each with its closing mark. */
export const sentencesOf = (clause: { text: string }): string[] =>
  Array.from(clause.text.matchAll(SENTENCE), ([sentence]) => sentence.trim()).filter(
    (sentence) => sentence !== '',
  );
