/** Tables of a plain text, drawn with lines (┃甲┃乙┃) or set with tabs → rows and cells as every other reader writes them. */
import { tableLines } from './table.ts';

/** A text file as its author typed it, but for its tables. */
export function withTableRows(text: string): string {
  // Most texts have none and stay as received.
  if (!/[│┃║｜\t]/u.test(text)) return text;
  const lines = text.split('\n');
  const made: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const { rows, to } = tabbedAt(lines, i) ?? drawnAt(lines, i);
    made.push(...(rows ? tableLines(rows) : lines.slice(i, to)));
    i = to;
  }
  return made.join('\n');
}

interface Stretch {
  /** null: no table, and the lines stay. */
  rows: string[][] | null;
  /** The first line behind it. */
  to: number;
}

const BAR = /[│┃║｜]/u;

/** What is drawn between two rows: corners, crossings and dashes (U+2500 to U+257F). */
const isRule = (line: string): boolean =>
  /^[\s\u2500-\u257f｜+=-]+$/u.test(line) && /[─━═┄┅┈┉-]{2}/u.test(line);

/** At least one line, so that the reader gets on. */
function drawnAt(lines: readonly string[], from: number): Stretch {
  const parts: ('rule' | string[])[] = [];
  let to = from;
  for (; to < lines.length; to++) {
    const line = lines[to]!;
    const cells = isRule(line) ? 'rule' : cellsBetweenBars(line);
    if (cells === null) break;
    parts.push(cells);
  }
  const rows = isRuledThroughout(parts) ? joinedBetweenRules(parts) : parts.filter((part) => part !== 'rule');
  return { rows: isTable(rows) ? rows : null, to: Math.max(to, from + 1) };
}

function cellsBetweenBars(line: string): string[] | null {
  const cells = line.split(BAR).map((cell) => cell.trim());
  if (cells.length < 3 || cells[0] !== '' || cells.at(-1) !== '') return null;
  return cells.slice(1, -1);
}

/** A rule below the header alone parts no rows; one between each two does, and a row may then be several lines high. */
const isRuledThroughout = (parts: readonly ('rule' | string[])[]): boolean =>
  parts.slice(1, -1).filter((part) => part === 'rule').length > 1;

function joinedBetweenRules(parts: readonly ('rule' | string[])[]): string[][] {
  const rows: string[][] = [];
  let goesOn = false;
  for (const part of parts) {
    const above = rows.at(-1);
    if (part === 'rule') goesOn = false;
    else if (goesOn && above?.length === part.length)
      rows[rows.length - 1] = above.map((cell, i) => cell + part[i]);
    else {
      rows.push(part);
      goesOn = true;
    }
  }
  return rows;
}

/** Fewer lines or columns with tabs are a list, or a heading set apart. */
const LEAST_TABBED_ROWS = 3;
const LEAST_TABBED_COLUMNS = 3;

function tabbedAt(lines: readonly string[], from: number): Stretch | null {
  const rows: string[][] = [];
  for (let at = from; at < lines.length; at++) {
    const cells = lines[at]!.trim().split('\t');
    if (cells.length < LEAST_TABBED_COLUMNS || (rows[0] && cells.length !== rows[0].length)) break;
    rows.push(cells);
  }
  return rows.length >= LEAST_TABBED_ROWS ? { rows, to: from + rows.length } : null;
}

const isTable = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 1 && rows.every(({ length }) => length > 1 && length === rows[0]!.length);
