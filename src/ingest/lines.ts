/** The printed lines of a source, with what tells paragraphs apart; page numbers and running headers are left out. */
import { isPageNumber } from '../policy/index.ts';
import { readOrdinal } from './ordinal.ts';
import { cleanStretch, type Stretch } from './stretch.ts';

export interface Line {
  stretch: Stretch;
  /** Blanks before the first character; a full-width blank counts two. */
  indent: number;
  blankBefore: boolean;
  /** Level of a markdown heading, 0 for none. */
  heading: number;
  /** A sign stands before it (◆ ★ ■), as before the headings of a leaflet. */
  marked: boolean;
  /** The whole line is set in bold (**…**). */
  bold: boolean;
  /** Printed width in half-width columns. */
  width: number;
  /** A page number, a running header or a page break stood between the line before and this one. */
  pageBefore: boolean;
  /** A row of a table: it joins no other line. */
  row: boolean;
}

/** '- 3 -', '— 12 —', '－3－', '·5·', '第 3 页', '第3页 共12页', '3 / 12', 'Page 3' */
const PAGE_NUMBER =
  /^(?:[-—–－_·•―]+\s*\d{1,3}\s*[-—–－_·•―]+|第\s*\d{1,3}\s*页(?:[\s,，/／]*[（(]?共\s*\d{1,3}\s*页[）)]?)?|\d{1,3}\s*[/／]\s*\d{1,3}|[Pp]age\s*\d{1,3}(?:\s*of\s*\d{1,3})?|共\s*\d+\s*页[\s,，]*第\s*\d+\s*页)$/u;
const BARE_NUMBER = /^\d{1,3}$/u;
const TABLE_RULE = /^[|+\s:=-]*-{3,}[|+\s:=-]*$/u;

/** Printed width in half-width columns: Chinese characters and full-width signs take two. */
export const columns = (text: string): number => {
  let sum = 0;
  for (const character of text)
    sum += character.codePointAt(0)! < 0x2e80 && !/[“”‘’—…·]/u.test(character) ? 1 : 2;
  return sum;
};

interface Raw {
  start: number;
  end: number;
  text: string;
  /** Index among all lines, blank ones counted. */
  index: number;
  breakBefore: boolean;
}

export function readLines(source: string): Line[] {
  const raws = rawLines(source);
  const pageMarks = findPageMarks(raws);
  const lines: Line[] = [];
  let previous = -1;
  let pageBefore = false;
  for (const [i, raw] of raws.entries()) {
    if (TABLE_RULE.test(raw.text) || pageMarks.has(i)) {
      pageBefore ||= pageMarks.has(i);
      continue;
    }
    const made = makeLine(source, raw, raw.index - previous > 1, pageBefore || raw.breakBefore);
    previous = raw.index;
    pageBefore = false;
    if (made.stretch.text) lines.push(made);
  }
  return lines;
}

/** The lines that are left out although the document's own readers would read them: page marks of other forms, running heads. */
export function readFurniture(source: string): { start: number; end: number }[] {
  const raws = rawLines(source);
  const marks = findPageMarks(raws);
  return raws.flatMap(({ start, text }, i) => {
    if (!marks.has(i) || isPageNumber(text)) return [];
    const from = source.indexOf(text, start);
    return [{ start: from, end: from + text.length }];
  });
}

function rawLines(source: string): Raw[] {
  const raws: Raw[] = [];
  let index = 0;
  let pageBreak = false;
  for (const found of source.matchAll(
    /(?<line>[^\r\n\f\v\u2028\u2029]*)(?<end>\r\n|[\r\n\f\v\u2028\u2029]|$)/gu,
  )) {
    const line = found.groups!.line!;
    if (line.trim()) {
      raws.push({
        start: found.index,
        end: found.index + line.length,
        text: line.trim(),
        index,
        breakBefore: pageBreak,
      });
      pageBreak = false;
    }
    pageBreak ||= found.groups!.end === '\f';
    index++;
    if (!found.groups!.end) break;
  }
  return raws;
}

function makeLine(source: string, raw: Raw, blankBefore: boolean, pageBefore: boolean): Line {
  const whole = source.slice(raw.start, raw.end);
  const lead =
    /^(?<indent>\s*)(?<mark>(?:#{1,6}(?=\s|\p{Script=Han})|>+(?=\s)|[-*+•](?=\s+\S)|[●■◆★▲►▶◇□](?=\s*\S)|\|)*)/u.exec(
      whole,
    )!.groups!;
  const prefix = lead.indent!.length + lead.mark!.length;
  const tableEnd = lead.mark === '|' ? whole.replace(/\|\s*$/u, '').length : whole.length;
  const words = cleanStretch(source, raw.start + prefix, raw.start + tableEnd);
  const stretch = /^\|.*\|$/u.test(raw.text) ? { ...words, row: true } : words;
  return {
    stretch,
    indent: columns(lead.indent!.replaceAll('\t', '    ')),
    blankBefore,
    heading: /^#+$/u.test(lead.mark!) ? lead.mark!.length : 0,
    marked: /^[●■◆★▲►▶◇□]/u.test(lead.mark!),
    bold: /^\*\*[^*]+\*\*[。：:]?$/u.test(raw.text),
    width: columns(whole.trim()) + (lead.indent!.includes('\u3000') ? columns(lead.indent!) : 0),
    pageBefore,
    row: stretch.row === true,
  };
}

/** Page numbers, and headers or footers that come again and again. */
function findPageMarks(raws: Raw[]): Set<number> {
  const marks = new Set<number>();
  for (const [i, { text }] of raws.entries()) if (PAGE_NUMBER.test(text)) marks.add(i);
  const bare = raws.flatMap(({ text }, i) => (BARE_NUMBER.test(text) ? [i] : []));
  const rising = bare.every(
    (line, k) =>
      k === 0 ||
      (Number(raws[line]!.text) === Number(raws[bare[k - 1]!]!.text) + 1 && line - bare[k - 1]! > 4),
  );
  for (const line of rising ? bare : numbersOfPages(raws, bare)) marks.add(line);
  for (const line of runningHeaders(raws, marks)) marks.add(line);
  return marks;
}

/** Numbers alone at the edge of a page, which rise from page to page: others stand in the text's tables. */
function numbersOfPages(raws: readonly Raw[], bare: readonly number[]): number[] {
  const atEdge = bare.filter((i) => raws[i + 1]?.breakBefore || raws[i]!.breakBefore || !raws[i + 1]);
  const goesOn = (i: number, k: number) => {
    const own = Number(raws[i]!.text);
    const near = [atEdge[k - 1], atEdge[k + 1]].flatMap((j) =>
      j === undefined ? [] : Number(raws[j]!.text),
    );
    return near.some((other) => Math.abs(other - own) <= MOST_PAGES_BETWEEN && other !== own);
  };
  return atEdge.length >= 3 ? atEdge.filter(goesOn) : [];
}
/** Pages without a number of their own, full of a table or a picture. */
const MOST_PAGES_BETWEEN = 4;

function runningHeaders(raws: Raw[], pageNumbers: Set<number>): number[] {
  const places = new Map<string, number[]>();
  for (const [i, { text }] of raws.entries()) {
    const words = text.replaceAll(/\s/gu, '');
    const key = words.replaceAll(/\d+/gu, '0');
    if (!pageNumbers.has(i) && !readOrdinal(words) && couldBeHeader(key))
      places.set(key, [...(places.get(key) ?? []), i]);
  }
  const atPageEdge = (i: number) =>
    pageNumbers.has(i - 1) || pageNumbers.has(i + 1) || raws[i]!.breakBefore || raws[i + 1]?.breakBefore;
  const full = fullLine(raws);
  const headers: number[] = [];
  for (const [key, found] of places) {
    const edges = found.filter(atPageEdge);
    const interrupting = found.filter((i) => i > 0 && isCutShort(raws[i - 1]!.text, full));
    const journal =
      (edges.length > 0 && /公报|汇编|第0期/u.test(key)) || (found[0] === 0 && /第0期$/u.test(key));
    const repeated =
      journal ||
      edges.length >= 2 ||
      (found.length >= 3 && interrupting.length >= 1 && !/[、（(]/u.test(key));
    if (!repeated) continue;
    // The document's own title may come back as the header of each page: its first place is the title.
    headers.push(
      ...(journal || /公报|汇编|文件$/u.test(key) || atPageEdge(found[0]!) ? found : found.slice(1)),
    );
  }
  return headers;
}

/** A line of a sentence that goes on behind what stands between; a cell of a table is shorter, and ends nowhere either. */
const isCutShort = (text: string, full: number): boolean =>
  columns(text) >= full && !/[。！？；：:;】\])）]$/u.test(text);

/** What a full line takes at least, in half-width columns: most of the page's width, as far as lines are cut at one. */
function fullLine(raws: readonly Raw[]): number {
  const widths = raws.map(({ text }) => columns(text)).sort((a, b) => b - a);
  return Math.min(44, (widths[Math.floor(widths.length * 0.05)] ?? 0) * 0.8);
}

const couldBeHeader = (key: string): boolean =>
  key.length >= 4 &&
  key.length <= 45 &&
  !/[，。；：！？,;:】\]）)]/u.test(key.replace(/[（(].*?[）)]/gu, '')) &&
  !/责任|牵头|\|/u.test(key);
