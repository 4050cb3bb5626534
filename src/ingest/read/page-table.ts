/** Tables on a page, known by cells that begin at the same places line after line; the lines of a wrapped cell are one cell. */
/** Neighbouring pieces of a line, with no wide gap between them. */
export interface Segment {
  text: string;
  x: number;
  y: number;
  end: number;
  height: number;
  /** Where pieces behind the first begin: on the page, and in `text`. */
  starts: { x: number; at: number }[];
}

/** A line of a page that belongs to no table, or the rows and cells of a table. */
export type Block = { line: readonly Segment[] } | { grid: string[][] };

/** Lines of several cells that a table has at least. */
const LEAST_ROWS = 3;
/** Of the lines of several cells, how many have all of them. */
const MOST_ARE_FULL = 0.6;
const MOST_LINES_A_ROW = 4;
/** How far apart two cells of one column may begin, in heights. */
const ASKEW = 1.2;

export function withTables(lines: readonly (readonly Segment[])[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const to = tableEnd(lines, i);
    if (to === null) blocks.push({ line: lines[i++]! });
    else {
      const columns = lines[i]!;
      blocks.push({ grid: gridOf(lines.slice(i, to).map((line) => cutAtColumns(line, columns))) });
      i = to;
    }
  }
  return blocks;
}

/** '索引号：…　分类：…' is a row of labels, not of a table. */
const isLabelled = (line: readonly Segment[]): boolean =>
  line.filter(({ text }) => /[：:]/u.test(text)).length * 2 >= line.length;

/** Where the table ends that begins with line `from`, or null where none does. */
function tableEnd(lines: readonly (readonly Segment[])[], from: number): number | null {
  const first = firstFullLine(lines, from);
  if (first === null) return null;
  const columns = lines[first]!;
  let rows = 0;
  let full = 0;
  let to = from;
  for (let i = from; i < lines.length; i++) {
    const line = cutAtColumns(lines[i]!, columns);
    const fits = line.every((segment) => columnOf(segment, columns) !== null);
    const far = i > from && gapBefore(lines, i) > 3.2 * line[0]!.height;
    if (!fits || far) break;
    // One cell at the left margin is a paragraph, unless lines of the table follow it closely.
    if (line.length === 1 && columnOf(line[0]!, columns) === 0 && !isShort(line[0]!, columns)) break;
    if (line.length > 1) {
      rows++;
      if (new Set(line.map((segment) => columnOf(segment, columns))).size === columns.length) full++;
      to = i + 1;
    } else if (columnOf(line[0]!, columns) !== 0) to = i + 1;
  }
  // Where most lines leave cells out, whose words a line holds is not sure: it stays a line.
  const sure = full >= rows * MOST_ARE_FULL && to - from <= rows * MOST_LINES_A_ROW;
  return sure && (rows >= LEAST_ROWS || (rows === 2 && columns.length >= 3)) ? to : null;
}

/** The first line with as many cells as the table has columns; one-cell lines above it belong to its wrapped cells. */
function firstFullLine(lines: readonly (readonly Segment[])[], from: number): number | null {
  const line = lines[from]!;
  return line.length >= 2 && !isLabelled(line) ? from : null;
}

const gapBefore = (lines: readonly (readonly Segment[])[], i: number): number =>
  lines[i]![0]!.y - lines[i - 1]![0]!.y;

/** The column that a cell stands in: its beginning or its middle lies below the header's. */
function columnOf({ x, end, height }: Segment, columns: readonly Segment[]): number | null {
  const begins = columns.findIndex((column) => Math.abs(column.x - x) <= ASKEW * height);
  if (begins >= 0) return begins;
  const middle = (x + end) / 2;
  const covered = columns.findIndex((column, i) => {
    const from = i === 0 ? Number.NEGATIVE_INFINITY : (columns[i - 1]!.end + column.x) / 2;
    const next = columns[i + 1];
    const to = next ? (column.end + next.x) / 2 : Number.POSITIVE_INFINITY;
    return (
      middle >= from && middle < to && x >= from - height && end <= (next?.x ?? Number.POSITIVE_INFINITY)
    );
  });
  return covered >= 0 ? covered : null;
}

/** A full cell touches the next: a piece that begins where a column does is a cell of its own. */
function cutAtColumns(line: readonly Segment[], columns: readonly Segment[]): Segment[] {
  return line.flatMap((segment) => {
    const cuts = segment.starts.filter(({ x }) =>
      columns.some((column, i) => i > 0 && Math.abs(column.x - x) <= 0.5 * segment.height),
    );
    const from = [{ x: segment.x, at: 0 }, ...cuts];
    return from.map(({ x, at }, i) => ({
      ...segment,
      x,
      text: segment.text.slice(at, from[i + 1]?.at),
      end: from[i + 1]?.x ?? segment.end,
      starts: [],
    }));
  });
}

/** Shorter than the column is wide. */
const isShort = ({ x, end }: Segment, columns: readonly Segment[]): boolean =>
  columns.length > 1 && end <= columns[1]!.x && end - x < columns[1]!.x - columns[0]!.x;

/** Lines of one cell belong to the nearest line that has a first cell. */
function gridOf(lines: readonly (readonly Segment[])[]): string[][] {
  const columns = lines[0]!;
  const anchors = lines.filter((line) => line.some((segment) => columnOf(segment, columns) === 0));
  const rows = new Map(anchors.map((line) => [line, columns.map(() => '')]));
  for (const line of lines) {
    const anchor = rows.has(line) ? line : nearest(line, anchors);
    const cells = rows.get(anchor)!;
    for (const segment of line) cells[columnOf(segment, columns) ?? 0] += segment.text.trim();
  }
  return [...rows.values()];
}

function nearest(line: readonly Segment[], anchors: readonly (readonly Segment[])[]): readonly Segment[] {
  const distance = (anchor: readonly Segment[]) => Math.abs(anchor[0]!.y - line[0]!.y);
  // The header is never wrapped around by the first row's cells.
  const rows = anchors.length > 1 ? anchors.slice(1) : anchors;
  return rows.reduce((best, anchor) => (distance(anchor) < distance(best) ? anchor : best));
}
