/** What is held side by side when a comparison is asked for. */
import type { Policy } from '../policy/index.ts';
import type { Entry, Index } from './build-index.ts';
import { NEAR_TWIN } from './cuts.ts';
import type { Ranked } from './rank.ts';

/** One entry for each side: of each document named, or of each year named. */
export function comparedSides(
  index: Index,
  ranked: Ranked[],
  documents: Policy[],
  years: string[],
): Ranked[] {
  const first = (test: (entry: Entry) => boolean) =>
    ranked.find(({ entry }) => entry.kind === 'measure' && test(entry));
  if (documents.length > 1)
    return documents.flatMap((policy) => first((entry) => entry.policy === policy) ?? []);
  if (years.length > 1) {
    const sides = years.flatMap(
      (year) => first((entry) => index.routes.years.get(entry.policy)?.has(year) ?? false) ?? [],
    );
    return sides.filter((side, at) => sides.indexOf(side) === at);
  }
  // Near twins of two documents, when nothing says which are meant.
  const top = first(() => true);
  const other = top && first((entry) => entry.policy !== top.entry.policy);
  return top && other && other.score >= NEAR_TWIN * top.score ? [top, other] : [];
}
