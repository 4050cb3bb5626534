/** Tables in a document's source: rows and cells with what stands above and beside them, so that row × column can be read. */
import type { TextSpan } from './policy.ts';

/**
 * A table as every reader of files writes it into the source: a row a line, '| 甲 | 乙 |', merged cells said again in every place
 * they cover. Offsets are UTF-16 units of the source.
 */
export interface Table {
  /** From the first row, its header included, to the end of the last. */
  span: TextSpan;
  /** What stands above each column; of a header in several rows joined from above: '国家级／首次'. One a column, labels included. */
  columns: string[];
  /** How many columns at the left name their row (档次, 序号 and 级别); the cells begin behind them. */
  labels: number;
  rows: TableRow[];
}

export interface TableRow {
  /** What names the row, one a label column; where a merged cell left it empty, as above. */
  labels: string[];
  /** The other cells, from left to right; `columns[labels + i]` stands above `cells[i]`. */
  cells: TableCell[];
}

export interface TableCell {
  text: string;
  /** The words in the source, without the blanks around them; empty for an empty cell. */
  span: TextSpan;
}

/** '|---|:--:|' of markdown. */
const RULE = /^[\s|:+=-]*-{2,}[\s|:+=-]*$/u;
const LINE = /[^\r\n\f\v\u2028\u2029]+/gu;
/** More rows of a header than any document has. */
const MOST_HEADER_ROWS = 3;

/** The tables between two offsets of the source, in order; what has one row or one column is none. */
export function tablesIn(source: string, { start, end }: TextSpan): Table[] {
  const tables: Table[] = [];
  let open: TableCell[][] = [];
  let behind = start;
  const close = () => {
    const made = tableOf(open);
    if (made) tables.push(made);
    open = [];
  };
  for (const { 0: line, index } of source.slice(start, end).matchAll(LINE)) {
    const from = start + index;
    const apart = source.slice(behind, from).split('\n').length > 2;
    if (!/^\s*\|.*\|\s*$/u.test(line)) {
      if (line.trim()) close();
      continue;
    }
    const cells = cellsOf(line, from);
    if (open.length > 0 && (apart || cells.length !== open[0]!.length)) close();
    if (!RULE.test(line)) open.push(cells);
    behind = from + line.length;
  }
  close();
  return tables;
}

/** Blanks and marks of bold around the words of a cell. */
const LEAD = /^(?:\s|\*\*)*/u;
const TRAIL = /(?:\s|\*\*)*$/u;

function cellsOf(line: string, from: number): TableCell[] {
  const cells: TableCell[] = [];
  const first = line.indexOf('|');
  const last = line.lastIndexOf('|');
  let at = first + 1;
  for (const part of line.slice(first + 1, last).split(/(?<!\\)\|/u)) {
    const text = part.replace(LEAD, '').replace(TRAIL, '');
    const start = from + at + LEAD.exec(part)![0].length;
    cells.push({ text, span: { start, end: start + text.length } });
    at += part.length + 1;
  }
  return cells;
}

function tableOf(rows: readonly TableCell[][]): Table | null {
  const width = rows[0]?.length ?? 0;
  const header = headerRows(rows);
  if (width < 2 || rows.length <= header) return null;
  const body = rows.slice(header);
  const labels = labelColumns(body, width);
  return {
    span: { start: rows[0]![0]!.span.start, end: rows.at(-1)!.at(-1)!.span.end },
    columns: Array.from({ length: width }, (_, column) => {
      const above = rows.slice(0, header).map((row) => row[column]!.text);
      return above.filter((text, i) => text && text !== above[i - 1]).join('／');
    }),
    labels,
    rows: body.map((cells, i) => ({
      labels: cells.slice(0, labels).map(({ text }, column) => text || textAbove(body, i, column)),
      cells: cells.slice(labels),
    })),
  };
}

/** A label that is empty goes on from above, where a merged cell was not said again. */
const textAbove = (body: readonly TableCell[][], row: number, column: number): string =>
  body.slice(0, row).findLast((cells) => cells[column]!.text !== '')?.[column]?.text ?? '';

/** One row, and the one below it while a merged cell (said twice, side by side) divides there. */
function headerRows(rows: readonly TableCell[][]): number {
  let count = 1;
  const isDivided = (row: readonly TableCell[]) =>
    row.some(({ text }, i) => text !== '' && text === row[i + 1]?.text);
  while (count < MOST_HEADER_ROWS && isDivided(rows[count - 1] ?? []) && !rows[count]?.some(isFigure))
    count++;
  return count;
}

/** A cell that says a sum, a share or a number. */
const isFigure = ({ text }: TableCell): boolean =>
  /^[^，。；]{0,8}\d[\d,.]*\s*(?:[万亿千百]?(?:元|美元)?|%|％|‰|个|家|人|年)?(?:[/／].{1,6})?$/u.test(text);

/** The columns before the first that mostly says figures; where none does, the first alone. */
function labelColumns(body: readonly TableCell[][], width: number): number {
  const says = (column: number) => body.filter((row) => isFigure(row[column]!)).length > body.length / 2;
  const isSerial = (column: number) => body.every((row, i) => row[column]!.text === String(i + 1));
  for (let column = 0; column < width; column++)
    if (!isSerial(column) && says(column)) return Math.max(1, column);
  return isSerial(0) && width > 2 ? 2 : 1;
}
