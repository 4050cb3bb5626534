/** Needs over a profile: what is known true, known false, or open. */

import type { FactValue, Period, Profile } from '../contract/index.ts';
import type { Fact, Facts } from '../facts/index.ts';
import { type Need, partsOf } from '../policy/index.ts';
import { holds, NO, not, OPEN, type Truth, YES } from './three-values.ts';

/**
 * Which periods a figure may belong to: exactly this one, or any that touches these days. `unplaced`: whether a figure that was
 * said of no period is taken for one of it (a form whose question names the period), or the period is asked first (free talk).
 */
export type Window =
  | { exactly: Period; unplaced: 'taken' | 'asked' }
  | { from: string | null; to: string | null };

/** False for a figure that was said of other months (一季度 is not 1–6月), or of none where its period has to be asked. */
export function usable(value: FactValue, window: Window, fact: Fact | undefined): boolean {
  const period = typeof value === 'object' && 'period' in value ? value.period : undefined;
  if (period === undefined)
    return !('exactly' in window) || window.unplaced === 'taken' || !needsPeriod(fact);
  const { from, to } = period;
  if ('exactly' in window) return from === window.exactly.from && to === window.exactly.to;
  return (window.from === null || to >= window.from) && (window.to === null || from <= window.to);
}

/** A figure that is one of a period, and of another in another. */
export const needsPeriod = (fact: Fact | undefined): boolean =>
  fact?.type === 'number' && fact.period === 'window';

/** A figure whose months were not said, where the rule has its own and they are to be asked. */
function unplacedOf(name: string, profile: Profile, window: Window, facts: Facts): FactValue | undefined {
  const value = profile[name];
  const isPlaced = typeof value === 'object' && 'period' in value && value.period !== undefined;
  return value === undefined || isPlaced || usable(value, window, facts.get(name)) ? undefined : value;
}

/** What is known of a fact for this benefit; a presumed fact has its presumed value until something is said. */
export function knownOf(name: string, profile: Profile, window: Window, facts: Facts): FactValue | undefined {
  const told = profile[name];
  // Yes and no, and names, are of no period: most of what is asked.
  if (typeof told === 'boolean' || typeof told === 'string') return told;
  // A bare figure is of none either, and fits wherever the rule has no months of its own.
  if (typeof told === 'number' && !('exactly' in window)) return told;
  const fact = facts.get(name);
  const value = told ?? fact?.presumed;
  return value !== undefined && usable(value, window, fact) ? value : undefined;
}

export function truthOf(need: Need, profile: Profile, window: Window, facts: Facts): Truth {
  switch (need.kind) {
    case 'fact': {
      const value = knownOf(need.fact, profile, window, facts);
      return value === true ? YES : value === false ? NO : OPEN;
    }
    case 'test': {
      const value = knownOf(need.fact, profile, window, facts);
      if (value !== undefined) return holds(need.test, value);
      // Of no months yet: too little is too little, but enough is enough only of the right months.
      const unplaced = unplacedOf(need.fact, profile, window, facts);
      return unplaced === undefined ? OPEN : (Math.min(OPEN, holds(need.test, unplaced)) as Truth);
    }
    case 'not':
      return not(truthOf(need.of, profile, window, facts));
    case 'listed':
      return Math.max(OPEN, truthOf(need.of, profile, window, facts)) as Truth;
    case 'oneReading':
      return Math.min(OPEN, truthOf(need.of, profile, window, facts)) as Truth;
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
    else names = [...new Set(partsOf(need).flatMap(factsOfNeed))];
    nameCache.set(need, names);
  }
  return names;
}

/** The test whose list ends in 等, if the need is one. */
export function openList(need: Need): { fact: string; words: string } | null {
  if (need.kind === 'listed') return { fact: factsOfNeed(need)[0]!, words: need.words };
  if (need.kind !== 'test' || need.test.op !== 'in' || need.test.open === null) return null;
  return { fact: need.fact, words: need.test.open };
}
