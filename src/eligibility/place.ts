/** Where the enterprise is, beside where a policy applies. */
import { forLastTexts } from '../contract/index.ts';
import { gazetteerOf, NATION, type Place } from '../policy/index.ts';
import { NO, OPEN, type Truth, YES } from './three-values.ts';

const bare = (name: string): string => name.replace(/(?:省|市|县|区|新区)$/u, '');

/** Looking through thousands of names costs as much as judging a document: the last answers are kept, as long as the list is. */
const found = new WeakMap<readonly Place[], (name: string) => { place: Place | null }>();

/** The declared place of that name (市, 区 left out or not), the longest first; null where the name is not declared. */
export function findPlace(name: string, places: readonly Place[]): Place | null {
  const search = found.get(places) ?? forLastTexts(256, (one) => ({ place: searchPlace(one, places) }));
  found.set(places, search);
  return search(name).place;
}

function searchPlace(name: string, places: readonly Place[]): Place | null {
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

/**
 * Whether an enterprise at `said` is within the policy's place. A wider place (江西 for 南昌) and a name that is not
 * declared and does not end like a province or city leave it open; another place is a no.
 */
export function isInPlace(said: string, policyPlace: string, places: readonly Place[]): Truth {
  if (policyPlace === NATION || said === policyPlace || said.includes(policyPlace)) return YES;
  const here = findPlace(policyPlace, places);
  const there = findPlace(said, places);
  if (there === null || here === null) {
    if (bare(said) === bare(policyPlace)) return YES;
    return there === null && /(?:省|市|自治区)$/u.test(said) ? NO : OPEN;
  }
  const { isWithin } = gazetteerOf(places);
  if (isWithin(there.name, here.name)) return YES;
  return isWithin(here.name, there.name) || isReached(there, here, places) ? OPEN : NO;
}

function isReached(there: Place, here: Place, places: readonly Place[]): boolean {
  const { isWithin } = gazetteerOf(places);
  return there.reaches?.some((place) => isWithin(place, here.name) || isWithin(here.name, place)) === true;
}

/** It lies partly in the policy's place and partly outside (赣江新区 for 南昌市). A wider place (江西) is no more than less exact. */
export function isAcross(said: string, policyPlace: string, places: readonly Place[]): boolean {
  const here = findPlace(policyPlace, places);
  const there = findPlace(said, places);
  return (
    here !== null &&
    there !== null &&
    isInPlace(said, policyPlace, places) === OPEN &&
    isReached(there, here, places)
  );
}
