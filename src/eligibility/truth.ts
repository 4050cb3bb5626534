/** Needs over a profile: what is known true, known false, or open. */

import type { FactValue, Period, Profile } from '../contract/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Need } from '../policy/index.ts';
import { holds, NO, not, OPEN, type Truth, YES } from './three-values.ts';

/** Which periods a figure may belong to: exactly this one, or any that touches these days. */
export type Window = { exactly: Period } | { from: string | null; to: string | null };

/** False for a figure that was said of other months (一季度 is not 1–6月). A figure said of no period counts. */
export function usable(value: FactValue, window: Window): boolean {
  if (typeof value !== 'object' || !('period' in value) || value.period === undefined) return true;
  const { from, to } = value.period;
  if ('exactly' in window) return from === window.exactly.from && to === window.exactly.to;
  return (window.from === null || to >= window.from) && (window.to === null || from <= window.to);
}

/** What is known of a fact for this benefit; a presumed fact has its presumed value until something is said. */
export function knownOf(name: string, profile: Profile, window: Window, facts: Facts): FactValue | undefined {
  const value = profile[name] ?? facts.get(name)?.presumed;
  return value !== undefined && usable(value, window) ? value : undefined;
}

export function truthOf(need: Need, profile: Profile, window: Window, facts: Facts): Truth {
  switch (need.kind) {
    case 'fact': {
      const value = knownOf(need.fact, profile, window, facts);
      return value === true ? YES : value === false ? NO : OPEN;
    }
    case 'test': {
      const value = knownOf(need.fact, profile, window, facts);
      return value === undefined ? OPEN : holds(need.test, value);
    }
    case 'not':
      return not(truthOf(need.of, profile, window, facts));
    case 'all': {
      let least: Truth = YES;
      for (const part of need.of) least = Math.min(least, truthOf(part, profile, window, facts)) as Truth;
      return least;
    }
    case 'any': {
      let most: Truth = NO;
      for (const part of need.of) most = Math.max(most, truthOf(part, profile, window, facts)) as Truth;
      return most;
    }
  }
}

const nameCache = new WeakMap<Need, string[]>();
/** The facts a need speaks of, in its order. */
export function factsOfNeed(need: Need): string[] {
  let names = nameCache.get(need);
  if (!names) {
    if (need.kind === 'fact' || need.kind === 'test') names = [need.fact];
    else if (need.kind === 'not') names = factsOfNeed(need.of);
    else names = [...new Set(need.of.flatMap(factsOfNeed))];
    nameCache.set(need, names);
  }
  return names;
}

/** The test whose list ends in 等, if the need is one. */
export function openList(need: Need): { fact: string; words: string } | null {
  if (need.kind !== 'test' || need.test.op !== 'in' || need.test.open === null) return null;
  return { fact: need.fact, words: need.test.open };
}
