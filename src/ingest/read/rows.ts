/** Pieces of text placed on a page (PDF, OFD) → lines: what stands on one height, from left to right. */

export interface Placed {
  text: string;
  /** Left edge and width; y grows downwards. All in the page's own unit. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lines from top to bottom; a line that begins further right than most gets full-width blanks before it, columns of a table stand apart. */
export function pageLines(pieces: readonly Placed[]): string[] {
  const rows = groupRows(pieces.filter(({ text }) => text.trim())).map(withoutDoubles);
  const left = leftMargin(rows);
  return rows.map((row) => {
    const size = Math.max(...row.map(({ height }) => height));
    const indent = row[0]!.x - left;
    return (indent > size * 1.2 ? '　　' : '') + rowText(row);
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

function rowText(row: readonly Placed[]): string {
  let text = '';
  let end = 0;
  for (const piece of row) {
    const gap = text ? piece.x - end : 0;
    if (gap > 1.2 * piece.height) text += '　';
    else if (gap > 0.2 * piece.height) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}
