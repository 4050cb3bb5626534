/** A clause with its figures marked: what counts in it is seen at once. */
import { html } from 'hono/html';
import { type Figure, readFigures } from '../../../src/figures/index.ts';
import type { Piece } from './layout.ts';

const MARKED: ReadonlySet<Figure['kind']> = new Set([
  'money',
  'percent',
  'count',
  'date',
  'daterange',
  'duration',
]);

/** Pieces of one line; figures read inside another figure are left out. */
export function markFigures(line: string): (Piece | string)[] {
  const pieces: (Piece | string)[] = [];
  let end = 0;
  const figures = readFigures(line, {})
    .filter(({ kind }) => MARKED.has(kind))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const figure of figures) {
    if (figure.start < end) continue;
    pieces.push(line.slice(end, figure.start));
    pieces.push(html`<b class="figure">${line.slice(figure.start, figure.end)}</b>`);
    end = figure.end;
  }
  return [...pieces, line.slice(end)];
}
