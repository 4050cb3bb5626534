/** Two columns of running text on a page: what stands in the left one is read before what stands in the right one. */
import type { Placed } from './placed.ts';

/** Lines that a column has at least. */
const LEAST_LINES = 8;
/** A line of running text fills this much of its column. */
const FULL = 0.75;
/** Of the lines of a column, how many are full: a table's cells are not. */
const MOST_ARE_FULL = 0.55;
/** Characters that a column is wide at least. */
const NARROWEST = 10;

type Row = readonly Placed[];

/**
 * The page's pieces in stretches that are each read from top to bottom: the page as it is, or over and over again a left and a right
 * column between the lines that run across both.
 */
export function readingOrder(pieces: readonly Placed[]): Row[] {
  const gutter = gutterOf(pieces);
  if (gutter === null) return [pieces];
  const across = pieces.filter(({ x, width }) => x < gutter && x + width > gutter).sort((a, b) => a.y - b.y);
  const stretches: Row[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const line of [...across, null]) {
    const to = line ? line.y : Number.POSITIVE_INFINITY;
    const between = pieces.filter((piece) => piece.y >= from && piece.y < to && !across.includes(piece));
    stretches.push(
      between.filter(({ x }) => x < gutter),
      between.filter(({ x }) => x >= gutter),
    );
    if (line) stretches.push([line]);
    from = to;
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** Where the two columns part, or null where there are none. */
function gutterOf(pieces: readonly Placed[]): number | null {
  if (pieces.length < LEAST_LINES * 2) return null;
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ x, width }) => x + width));
  const height = median(pieces.map((piece) => piece.height));
  for (let at = left + (right - left) * 0.4; at <= left + (right - left) * 0.6; at += height / 2) {
    const crossing = pieces.filter(({ x, width }) => x < at && x + width > at).length;
    if (crossing > pieces.length * 0.1) continue;
    const sides = [pieces.filter(({ x, width }) => x + width <= at), pieces.filter(({ x }) => x >= at)];
    if (sides.every((side) => isRunningText(side, height))) return at;
  }
  return null;
}

function isRunningText(side: readonly Placed[], height: number): boolean {
  const lines = widthsByLine(side, height);
  const widest = Math.max(...lines);
  return (
    lines.length >= LEAST_LINES &&
    widest >= NARROWEST * height &&
    lines.filter((width) => width >= widest * FULL).length >= lines.length * MOST_ARE_FULL
  );
}

/** How wide each line is from its first to its last piece. */
function widthsByLine(side: readonly Placed[], height: number): number[] {
  const lines = new Map<number, { from: number; to: number }>();
  for (const { x, y, width } of side) {
    const key = Math.round(y / (height * 0.5));
    const line = lines.get(key) ?? { from: x, to: x + width };
    lines.set(key, { from: Math.min(line.from, x), to: Math.max(line.to, x + width) });
  }
  return [...lines.values()].map(({ from, to }) => to - from);
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 1;
