/** Walks conditions. */
import type { Need } from './benefit.ts';

/** The conditions that a combination is made of. */
export function partsOf(need: Need): Need[] {
  if (need.kind === 'fact' || need.kind === 'test') return [];
  return Array.isArray(need.of) ? need.of : [need.of];
}

/** Every fact that a condition speaks of, however deep. */
export const factsOfNeed = (need: Need): string[] =>
  need.kind === 'fact' || need.kind === 'test' ? [need.fact] : partsOf(need).flatMap(factsOfNeed);

/** Every test of a fact in a condition, however deep. */
export const testsOf = (need: Need): Extract<Need, { kind: 'test' }>[] =>
  need.kind === 'test' ? [need] : partsOf(need).flatMap(testsOf);
