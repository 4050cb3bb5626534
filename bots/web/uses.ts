/** How many measures look at a fact: why it is asked. */
import { type Knowledge, type Need, partsOf } from '../../src/policy/index.ts';

const counted = new WeakMap<Knowledge, ReadonlyMap<string, number>>();

export function usesOf(knowledge: Knowledge): ReadonlyMap<string, number> {
  const known = counted.get(knowledge);
  if (known) return known;
  const uses = new Map<string, number>();
  for (const { benefits } of knowledge.policies.flatMap(({ measures }) => measures))
    for (const name of new Set(benefits.flatMap(({ needs }) => needs.flatMap(factsNamed))))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  counted.set(knowledge, uses);
  return uses;
}

const factsNamed = (need: Need): string[] =>
  need.kind === 'fact' || need.kind === 'test' ? [need.fact] : partsOf(need).flatMap(factsNamed);
