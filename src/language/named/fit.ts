/** How what is said stands to the sides that a name has: 首次 or 重新, 省级 or 国家级. */

import type { Name } from './names.ts';
import { type Side, standingOf } from './opposed.ts';

/** How a sentence stands to the sides that a name has. `denied`: it says what denies them (重新, of what is for the first time). */
export type Fit = 'said' | 'left-open' | 'denied' | 'opposed';

export function fitOf({ sides, fact }: Name, text: string, asked: readonly string[]): Fit {
  const standings = sides.map((side) => ({ side, standing: standingOf(side, text) }));
  const others = standings.filter(({ standing }) => standing === 'other');
  if (others.length > 0) return others.every(({ side }) => side.opposition.denies) ? 'denied' : 'opposed';
  const isOpen = ({ opposition, rivalled }: Side) => (opposition.needed || rivalled) && !asked.includes(fact);
  return standings.some(({ side, standing }) => standing === 'unsaid' && isOpen(side)) ? 'left-open' : 'said';
}

/** 复审通过 says the 重新 of a name too. */
export const piecesSaid = ({ sides }: Name, text: string): readonly string[] =>
  sides.flatMap((side) => (standingOf(side, text) === 'same' ? side.pieces : []));
