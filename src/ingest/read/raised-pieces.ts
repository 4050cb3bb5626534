/** Small pieces of text that stand above the line they belong to: 10 with a raised 4 is 10⁴, m with a raised 2 is m². */

import type { Placed } from './placed.ts';
import { raised } from './raised.ts';

/** How much smaller than its neighbour a raised piece is. */
const SMALLER = 0.86;
/** How far above the neighbour's line it stands, in heights of the neighbour. */
const LEAST_RISE = 0.12;
const MOST_RISE = 0.8;
/** How far behind its neighbour it may begin, likewise. */
const MOST_GAP = 0.35;

/** The pieces, with raised ones set as raised characters on their neighbour's line; marks of footnotes are left out. */
export function withRaised(pieces: readonly Placed[]): Placed[] {
  const small = pieces.filter(({ text }) => /^[\d()+\-−n①-⑳]{1,4}$/u.test(text.trim()));
  if (small.length === 0) return [...pieces];
  const set = new Map<Placed, Placed | null>();
  for (const piece of small) {
    const neighbour = pieces.find((other) => other !== piece && isBefore(other, piece));
    if (!neighbour) continue;
    const text = /[①-⑳]/u.test(piece.text) ? '' : raised(piece.text);
    set.set(piece, text ? { ...piece, text, y: neighbour.y, height: neighbour.height } : null);
  }
  return pieces.flatMap((piece) => {
    const made = set.get(piece);
    return made === undefined ? [piece] : made === null ? [] : [made];
  });
}

const isBefore = (neighbour: Placed, piece: Placed): boolean => {
  const rise = (neighbour.y - piece.y) / neighbour.height;
  const gap = (piece.x - neighbour.x - neighbour.width) / neighbour.height;
  return (
    piece.height <= neighbour.height * SMALLER &&
    rise >= LEAST_RISE &&
    rise <= MOST_RISE &&
    Math.abs(gap) <= MOST_GAP
  );
};
