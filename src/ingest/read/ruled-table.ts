/** Tables with drawn lines: the lines say what is a row, a column, a merged cell. */
import type { Rule } from './page-rules.ts';
import type { Placed } from './placed.ts';
import { type Cell, filledGrid } from './table.ts';

export interface RuledTable {
  top: number;
  /** Rows and cells, merged ones said again in every place they cover. */
  grid: string[][];
}

/** Lines nearer than this are one, in points. */
const SAME = 4;
const LEAST_COLUMNS = 2;
const LEAST_ROWS = 2;
/** More are no table that a person reads. */
const MOST_CELLS = 4_000;
/** A heading or a remark over the whole width of a table, in characters. */
const LONGEST_REMARK = 200;

/** The tables from top to bottom, and the pieces that stand in none. */
export function ruledTables(
  pieces: readonly Placed[],
  rules: readonly Rule[],
): { tables: RuledTable[]; rest: Placed[] } {
  let rest = [...pieces];
  const tables: RuledTable[] = [];
  for (const { top, bottom } of stretchesOf(rules.filter(({ across }) => !across))) {
    const inside = rules.filter(({ across, at, from, to }) =>
      across ? at >= top - SAME && at <= bottom + SAME : from >= top - SAME && to <= bottom + SAME,
    );
    const read = tableOf(inside, rest, { top, bottom });
    if (!read) continue;
    tables.push(read.table);
    rest = rest.filter((piece) => !read.held.has(piece));
  }
  return { tables: tables.sort((one, other) => one.top - other.top), rest };
}

/** Heights that lines down cover without a gap. */
function stretchesOf(down: readonly Rule[]): { top: number; bottom: number }[] {
  const stretches: { top: number; bottom: number }[] = [];
  for (const { from, to } of [...down].sort((one, other) => one.from - other.from)) {
    const last = stretches.at(-1);
    if (last && from <= last.bottom + SAME) last.bottom = Math.max(last.bottom, to);
    else stretches.push({ top: from, bottom: to });
  }
  return stretches;
}

function tableOf(
  rules: readonly Rule[],
  pieces: readonly Placed[],
  { top, bottom }: { top: number; bottom: number },
): { table: RuledTable; held: Set<Placed> } | null {
  const across = rules.filter((rule) => rule.across);
  const down = rules.filter((rule) => !rule.across);
  const xs = placesOf(down);
  const ys = placesOf(across);
  if (xs.length <= LEAST_COLUMNS || ys.length <= LEAST_ROWS || xs.length * ys.length > MOST_CELLS)
    return null;
  const between = pieces.filter((piece) => middle(piece) > top - SAME && middle(piece) < bottom + SAME);
  const within = (piece: Placed) => piece.x >= xs[0]! - SAME && piece.x < xs.at(-1)!;
  // Words beside the lines: they are a drawing, or a table in one of two columns.
  if (between.length === 0 || !between.every(within)) return null;
  const held = new Map<string, Placed[]>();
  for (const piece of between) {
    const row = lastAtMost(ys, middle(piece));
    const column = lastAtMost(xs, piece.x + Math.min(piece.width, piece.height) / 2);
    const key = `${Math.min(row, ys.length - 2)} ${Math.min(column, xs.length - 2)}`;
    held.set(key, [...(held.get(key) ?? []), piece]);
  }
  const isLine = (lines: readonly Rule[], at: number, from: number, to: number) =>
    covered(
      lines.filter((rule) => Math.abs(rule.at - at) <= SAME),
      (from + to) / 2,
    );
  const taken = new Set<string>();
  const rows = ys.slice(0, -1).map((_y, r) =>
    xs.slice(0, -1).flatMap((_x, c): Cell[] => {
      if (taken.has(`${r} ${c}`)) return [];
      let columns = 1;
      while (c + columns < xs.length - 1 && !isLine(down, xs[c + columns]!, ys[r]!, ys[r + 1]!)) columns++;
      let height = 1;
      while (r + height < ys.length - 1 && !isLine(across, ys[r + height]!, xs[c]!, xs[c + 1]!)) height++;
      const words: Placed[] = [];
      for (let i = r; i < r + height; i++)
        for (let j = c; j < c + columns; j++) {
          taken.add(`${i} ${j}`);
          words.push(...(held.get(`${i} ${j}`) ?? []));
        }
      return [{ text: wordsOf(words), columns, rows: height }];
    }),
  );
  const grid = filledGrid(rows).filter((cells) => cells.some(Boolean));
  return isTable(grid) ? { table: { top, grid }, held: new Set(between) } : null;
}

/** Every column has words of its own, and few rows are one cell: else the lines are the frames of a page. */
function isTable(grid: readonly (readonly string[])[]): boolean {
  const inCells = grid.filter((cells) => new Set(cells).size > 1);
  return (
    grid.length >= LEAST_ROWS &&
    inCells.length * 2 > grid.length &&
    grid[0]!.every((_cell, column) => inCells.some((cells) => cells[column])) &&
    grid.every((cells) => new Set(cells).size > 1 || cells[0]!.length <= LONGEST_REMARK)
  );
}

/** Where lines stand, those beside each other taken as one. */
function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = [];
  for (const { at } of [...rules].sort((one, other) => one.at - other.at))
    if (places.length === 0 || at - places.at(-1)! > SAME) places.push(at);
  return places;
}

const covered = (rules: readonly Rule[], at: number): boolean =>
  rules.some(({ from, to }) => from <= at && to >= at);
/** Letters stand on the line that `y` names; y grows downwards. */
const middle = ({ y, height }: Placed): number => y - height * 0.35;
const lastAtMost = (places: readonly number[], at: number): number =>
  Math.max(
    0,
    places.findLastIndex((place) => place <= at),
  );

/** The lines of a cell in one: Chinese without blanks between them. */
function wordsOf(pieces: readonly Placed[]): string {
  let text = '';
  let last: Placed | null = null;
  const once = pieces.filter((piece, i) => !pieces.slice(0, i).some((other) => isDouble(piece, other)));
  for (const piece of once.sort((one, other) =>
    Math.abs(one.y - other.y) < 0.4 * one.height ? one.x - other.x : one.y - other.y,
  )) {
    const gap =
      last && /[A-Za-z0-9,.]$/u.test(text) && /^[A-Za-z]/u.test(piece.text)
        ? piece.y - last.y > 0.4 * piece.height || piece.x - (last.x + last.width) > 0.2 * piece.height
        : false;
    text += (gap ? ' ' : '') + piece.text.trim();
    last = piece;
  }
  return text;
}

/** Fake bold: the same words a hair's breadth beside themselves. */
const isDouble = (piece: Placed, other: Placed): boolean =>
  piece.text === other.text &&
  Math.abs(piece.x - other.x) < 0.4 * piece.height &&
  Math.abs(piece.y - other.y) < 0.4 * piece.height;
