import { normalize } from './normalize.ts';
import { readNumberAt } from './number/read-number.ts';

/** The value of a text that is one plain number and nothing else (一千五 → 1500, 1.2亿 → 120000000), or null. */
export function readNumber(text: string): number | null {
  const { text: plain } = normalize(text.trim());
  const number = readNumberAt(plain, 0);
  return number && number.end === plain.length && number.lo === number.hi && !number.bare ? number.lo : null;
}
