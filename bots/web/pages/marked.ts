/** The words of a search, marked where they stand. */
import { html } from 'hono/html';
import type { Piece } from './layout.ts';

/** Longer words first, so that a part does not stand in the way of the whole. */
export function marked(text: string, terms: readonly string[]): (Piece | string)[] {
  const words = [...new Set(terms)].filter((term) => term.length > 1).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [text];
  const pattern = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'),
    'giu',
  );
  const pieces: (Piece | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(end, match.index), html`<mark>${match[0]}</mark>`);
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

/** The stretch of a text that the first of the words stands in. */
export function around(text: string, terms: readonly string[], length: number): string {
  if (text.length <= length) return text;
  const places = terms.filter((term) => term.length > 1).map((term) => text.indexOf(term));
  const first = Math.min(...places.filter((place) => place >= 0), text.length);
  const from = first === text.length || first < length / 2 ? 0 : first - Math.floor(length / 3);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + length)}${from + length < text.length ? '…' : ''}`;
}
