/** Pieces of text placed on a page (PDF, OFD) → lines: what stands on one height, from left to right. */
import { readingOrder } from './page-columns.ts';
import type { Rule } from './page-rules.ts';
import { type Segment, withTables } from './page-table.ts';
import type { PagePart } from './pages-text.ts';
import type { Placed } from './placed.ts';
import { withRaised } from './raised-pieces.ts';
import { ruledTables } from './ruled-table.ts';
import { tableLines } from './table.ts';

/**
 * Lines from top to bottom, column by column; rows of a table with their cells apart. A line that begins further right than most gets
 * full-width blanks before it.
 */
export function pageLines(pieces: readonly Placed[]): string[] {
  const said = withRaised(pieces.filter(({ text }) => text.trim()));
  return readingOrder(said).flatMap(stretchLines);
}

/** The page's lines and its tables with drawn lines; these are looked for where lines of several cells stand on the page. */
export async function pageParts(
  pieces: readonly Placed[],
  rulesOf: () => Promise<readonly Rule[]>,
): Promise<PagePart[]> {
  const said = withRaised(pieces.filter(({ text }) => text.trim()));
  const cells = groupRows(said).filter((row) => segmentsOf(row).length > 1);
  const { tables, rest } = cells.length > 1 ? ruledTables(said, await rulesOf()) : { tables: [], rest: said };
  const parts: PagePart[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const table of [...tables, null]) {
    const to = table ? table.top : Number.POSITIVE_INFINITY;
    const between = rest.filter(({ y }) => y >= from && y < to);
    if (between.length > 0) parts.push({ lines: readingOrder(between).flatMap(stretchLines) });
    if (table) parts.push({ grid: table.grid });
    from = to;
  }
  return parts;
}

function stretchLines(pieces: readonly Placed[]): string[] {
  const rows = groupRows(pieces).map(withoutDoubles);
  const left = leftMargin(rows);
  return withTables(rows.map(segmentsOf)).flatMap((block) => {
    if ('grid' in block) return tableLines(block.grid);
    const size = Math.max(...block.line.map(({ height }) => height));
    const indent = block.line[0]!.x - left;
    const text = block.line.map((segment) => segment.text.trim()).join('　');
    return [(indent > size * 1.2 ? '　　' : '') + withoutSpacing(text)];
  });
}

function groupRows(pieces: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - piece.y) < 0.4 * Math.max(piece.height, row[0]!.height)) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** Fake bold: the same words printed again a hair's breadth beside themselves. */
const withoutDoubles = (row: Placed[]): Placed[] =>
  row.filter(
    (piece, i) =>
      !row
        .slice(0, i)
        .some(({ text, x, height }) => text === piece.text && Math.abs(x - piece.x) < 0.4 * height),
  );

/** Where the lines of running text begin: the leftmost edge of the longer rows. */
function leftMargin(rows: readonly Placed[][]): number {
  const long = rows.filter((row) => row.reduce((sum, { text }) => sum + text.length, 0) > 8);
  return Math.min(...(long.length ? long : rows).map((row) => row[0]!.x));
}

/** What stands together on a line; a gap wider than a character divides. */
function segmentsOf(row: readonly Placed[]): Segment[] {
  const segments: Segment[] = [];
  for (const { text, x, y, width, height } of row) {
    const last = segments.at(-1);
    const gap = last ? x - last.end : 0;
    if (last && gap <= 1.2 * height) {
      const lead = gap > 0.2 * height ? ' ' : '';
      last.starts.push({ x, at: last.text.length + lead.length });
      last.text += lead + text;
      last.end = x + width;
      last.height = Math.max(last.height, height);
    } else segments.push({ text, x, y, end: x + width, height, starts: [] });
  }
  return segments.filter(({ text }) => text.trim());
}

/** '支 持 满 产', '2 0 2 6 年': characters set apart over at least six are words all the same. */
const SPACED = /(?<!\S)(?:\S ){5,}(?=\S)/gu;
const withoutSpacing = (text: string): string => text.replaceAll(SPACED, (run) => run.replaceAll(' ', ''));
