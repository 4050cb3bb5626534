/** Where the enterprise is, beside where a policy applies. */
import type { Place } from '../policy/policy.ts';
import { NO, OPEN, type Truth, YES } from './three-values.ts';

const bare = (name: string): string => name.replace(/(?:省|市|县|区|新区)$/u, '');

/** The declared place of that name (市, 区 left out or not), the longest first; null where the name is not declared. */
export function findPlace(name: string, places: readonly Place[]): Place | null {
  let best: Place | null = null;
  let length = 0;
  for (const place of places) {
    for (const one of [place.name, ...place.also]) {
      const said = name.endsWith(one) || name.endsWith(bare(one));
      if (said && bare(one).length > length) [best, length] = [place, bare(one).length];
    }
  }
  return best;
}

function isWithin(place: Place, outer: string, places: readonly Place[]): boolean {
  for (let at: Place | undefined = place, steps = 0; at && steps < 8; steps++) {
    if (at.name === outer) return true;
    const above: string | null = at.within;
    at = above === null ? undefined : places.find((other) => other.name === above);
  }
  return false;
}

/**
 * Whether an enterprise at `said` is within the policy's place. A wider place (江西 for 南昌) and a name that is not
 * declared and does not end like a province or city leave it open; another place is a no.
 */
export function isInPlace(said: string, policyPlace: string, places: readonly Place[]): Truth {
  if (said === policyPlace || said.includes(policyPlace)) return YES;
  const here = findPlace(policyPlace, places);
  const there = findPlace(said, places);
  if (there === null || here === null) {
    if (bare(said) === bare(policyPlace)) return YES;
    return there === null && /(?:省|市|自治区)$/u.test(said) ? NO : OPEN;
  }
  if (isWithin(there, here.name, places)) return YES;
  return isWithin(here, there.name, places) ? OPEN : NO;
}
