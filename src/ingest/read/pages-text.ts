/** Pages as they were read → one text: a table that goes on over pages is one table. */
import { isPageNumber } from '../../policy/index.ts';
import { tableLines } from './table.ts';

/** Lines of a page, or the rows and cells of a table with drawn lines. */
export type PagePart = { lines: string[] } | { grid: string[][] };

/** The pages' text, divided by form feeds. */
export const pagesText = (pages: readonly (readonly PagePart[])[]): string =>
  withTablesJoined(pages)
    .map((parts) =>
      parts.flatMap((part) => ('lines' in part ? part.lines : tableLines(part.grid))).join('\n'),
    )
    .join('\n\f');

function withTablesJoined(pages: readonly (readonly PagePart[])[]): PagePart[][] {
  const joined: PagePart[][] = [];
  let open: string[][] | null = null;
  for (const parts of pages) {
    const first = parts.findIndex((part) => 'grid' in part || part.lines.some(isSaid));
    const table = parts[first];
    const goesOn = open && table && 'grid' in table && table.grid[0]!.length === open[0]!.length;
    if (goesOn) append(open!, table.grid);
    const own = goesOn ? parts.filter((part) => part !== table) : [...parts];
    joined.push(own);
    const last = parts.findLast((part) => 'grid' in part || part.lines.some(isSaid));
    const stays = goesOn && last === table;
    if (!stays) open = last && 'grid' in last ? last.grid : null;
  }
  return joined;
}

/** A page number under or over a table is not part of the text between two halves. */
const isSaid = (line: string): boolean => line.trim() !== '' && !isPageNumber(line.trim());

/** Rows of the next page: the header said again is left out, a row cut by the page's end is one. */
function append(grid: string[][], rows: readonly string[][]): void {
  for (const [i, row] of rows.entries()) {
    if (row.join('|') === grid[0]!.join('|')) continue;
    const above = grid.at(-1)!;
    if (i === 0 && row[0] === '' && above[0] !== '')
      grid[grid.length - 1] = above.map((cell, c) => cell + row[c]!);
    else grid.push(row);
  }
}
