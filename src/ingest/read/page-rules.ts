/** The drawn lines of a PDF's page: what parts the rows and columns of a printed table. */
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A line across or down; y grows downwards. `at` is its height or its left edge, `from` to `to` its reach. All in points. */
export interface Rule {
  across: boolean;
  at: number;
  from: number;
  to: number;
}

/** A line is this thick at most, and this long at least. */
const THICKEST = 3;
const SHORTEST = 6;
/** A line down nearly the whole page frames it. */
const FRAME = 0.88;
/** More than this many paths are a drawing. */
const MOST_PATHS = 20_000;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

export async function rulesOf(page: Page): Promise<Rule[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const rules: Rule[] = [];
  let paths = 0;
  for (const [i, operator] of fnArray.entries()) {
    const args: unknown = argsArray[i];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args as Matrix);
    else if (operator === OPS.constructPath) {
      if (++paths > MOST_PATHS) return [];
      const [painted, [path]] = args as [number, [ArrayLike<number> | null]];
      // A path that only clips is not seen.
      if (path && painted !== OPS.endPath)
        rules.push(...edgesOf(path).flatMap(([from, to]) => ruleOf(at(matrix, from), at(matrix, to))));
    }
  }
  const [, bottom = 0, , top = 842] = page.view;
  return rules.filter(({ across, from, to }) => across || to - from < (top - bottom) * FRAME);
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
const at = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** Numbers behind each sign of a path: move, line, curve, quadratic curve, close. */
const NUMBERS = [2, 2, 6, 4, 0];

/** The straight edges of a path. */
function edgesOf(path: ArrayLike<number>): [Point, Point][] {
  const edges: [Point, Point][] = [];
  let first: Point = [0, 0];
  let last: Point = first;
  for (let i = 0; i < path.length; ) {
    const sign = path[i]!;
    const count = NUMBERS[sign];
    if (count === undefined) return edges;
    const next: Point = count ? [path[i + count - 1]!, path[i + count]!] : first;
    if (sign === 0) first = next;
    else if (sign === 1 || sign === 4) edges.push([last, next]);
    last = next;
    i += 1 + count;
  }
  return edges;
}

function ruleOf([x, y]: Point, [toX, toY]: Point): Rule[] {
  const width = Math.abs(toX - x);
  const height = Math.abs(toY - y);
  if (width >= SHORTEST && height <= THICKEST)
    return [{ across: true, at: -(y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) }];
  if (height >= SHORTEST && width <= THICKEST)
    return [{ across: false, at: (x + toX) / 2, from: -Math.max(y, toY), to: -Math.min(y, toY) }];
  return [];
}
