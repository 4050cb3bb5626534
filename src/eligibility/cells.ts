/** What a fact may turn out to be, as far as rules tell it apart: below 300, 300 to 1000, above 1000. */

import type { FactValue } from '../contract/index.ts';
import type { Fact } from '../facts/index.ts';
import { type Benefit, type Need, partsOf, type Test } from '../policy/index.ts';
import { holds } from './three-values.ts';

/** One value of each kind that the tests of these benefits tell apart; none for a place. */
export function cellsOf(name: string, fact: Fact, benefits: readonly Benefit[]): FactValue[] {
  if (fact.type === 'boolean') return [true, false];
  if (fact.type === 'place') return [];
  if (fact.values) return Object.keys(fact.values);
  const tests = benefits.flatMap((benefit) => testsOf(name, benefit));
  return toldApart(fact.type === 'date' ? daysAround(tests) : numbersAround(tests), tests);
}

/** Of values that pass and fail the same tests one: on 300 and above it is one case, below it another. */
function toldApart(values: readonly FactValue[], tests: readonly Test[]): FactValue[] {
  const cells = new Map<string, FactValue>();
  for (const value of values) {
    const outcome = tests.map((test) => holds(test, value)).join();
    if (!cells.has(outcome)) cells.set(outcome, value);
  }
  return [...cells.values()];
}

/** A point on each threshold, and one in each stretch between two. */
function numbersAround(tests: readonly Test[]): number[] {
  const bounds = tests.flatMap((test) => {
    if ('bound' in test) return [test.bound.value];
    return test.op === 'between' ? [test.from.value, test.to.value] : [];
  });
  const cuts = [...new Set(bounds)].sort((a, b) => a - b);
  if (cuts.length === 0) return [1];
  const step = (at: number) => Math.max(Math.abs(at) * 0.01, 0.001);
  return cuts.flatMap((cut, i) => [...(i === 0 ? [cut - step(cut)] : []), cut, cut + step(cut)]);
}

const daysAround = (tests: readonly Test[]): string[] => {
  const windows = tests.flatMap((test) => (test.op === 'within' ? [test.from, test.to] : []));
  return windows.length === 0 ? [] : ['1900-01-01', ...windows, '2999-12-31'];
};

/** Every test of one fact in a benefit, those of its payments too. */
function testsOf(name: string, benefit: Benefit): Test[] {
  const inNeed = (need: Need): Test[] => {
    if (need.kind === 'test') return need.fact === name ? [need.test] : [];
    return partsOf(need).flatMap(inNeed);
  };
  const rows = benefit.pays.flatMap(({ when }) => (when ? [when] : []));
  return [...benefit.needs, ...benefit.presumes, ...rows].flatMap(inNeed);
}
