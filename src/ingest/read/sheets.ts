/** The sheets of a workbook → text: each as a table, with the sheet's name above it where there are several. */
import { UserError } from '../../contract/index.ts';
import { tableLines } from './table.ts';

export interface Sheet {
  name: string;
  /** Cells with words, by row and column from 0. */
  rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  merged: { from: Place; to: Place }[];
  hiddenRows: ReadonlySet<number>;
  /** First and last of each hidden stretch. */
  hiddenColumns: readonly (readonly [number, number])[];
}
interface Place {
  row: number;
  column: number;
}

/** More columns than a table that people read has. */
const MOST_COLUMNS = 200;
const MOST_ROWS = 20_000;

export function sheetsText(sheets: readonly Sheet[]): string {
  const read = sheets
    .map((sheet) => ({ name: sheet.name, lines: sheetLines(gridOf(sheet)) }))
    .filter(({ lines }) => lines.length > 0);
  const named = (name: string) => read.length > 1 || !/^(?:Sheet|工作表)\d*$/iu.test(name);
  return `${read.flatMap(({ name, lines }) => (named(name) ? [name, ...lines] : lines)).join('\n')}\n`;
}

/** A sheet that holds one cell in most of its rows is running text, with the tables that stand in it. */
function sheetLines(grid: readonly string[][]): string[] {
  const isLine = (cells: readonly string[]) => new Set(cells.filter((cell) => cell.trim())).size === 1;
  if (grid.filter(isLine).length * 2 < grid.length) return tableLines(grid);
  const lines: string[] = [];
  for (let from = 0; from < grid.length; ) {
    const to = grid.findIndex((cells, row) => row > from && isLine(cells) !== isLine(grid[from]!));
    const stretch = grid.slice(from, to < 0 ? grid.length : to);
    lines.push(...(isLine(grid[from]!) ? stretch.flatMap(linesOfCell) : tableLines(stretch)));
    from += stretch.length;
  }
  return lines;
}

const linesOfCell = (cells: readonly string[]): string[] =>
  cells
    .find((cell) => cell.trim())!
    .split(/\r?\n/u)
    .filter((line) => line.trim());

function gridOf({ rows, merged, hiddenRows, hiddenColumns }: Sheet): string[][] {
  if (rows.size > MOST_ROWS) throw new UserError(`这个表格有 ${rows.size} 行，太多了。请拆成几份后再试。`);
  const filled = new Map([...rows].map(([row, cells]) => [row, new Map(cells)]));
  for (const { from, to } of merged) {
    const text = rows.get(from.row)?.get(from.column);
    if (!text) continue;
    // Only rows that are there: a merge may claim a million.
    for (const [row, cells] of filled)
      if (row >= from.row && row <= to.row)
        for (let column = from.column; column <= Math.min(to.column, MOST_COLUMNS); column++)
          if (!cells.has(column)) cells.set(column, text);
  }
  const shown = [...filled]
    .filter(([row, cells]) => !hiddenRows.has(row) && cells.size > 0)
    .sort(([one], [other]) => one - other);
  const used = [...new Set(shown.flatMap(([, cells]) => [...cells.keys()]))]
    .filter(
      (column) =>
        column < MOST_COLUMNS && !hiddenColumns.some(([from, to]) => column >= from && column <= to),
    )
    .sort((one, other) => one - other);
  return shown.map(([, cells]) => used.map((column) => cells.get(column) ?? ''));
}
