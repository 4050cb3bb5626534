/** Words heard → one value a fact; doubt and contradiction stay doubt. */

import type { FactValue } from '../../contract/index.ts';
import type { Fact, Facts } from '../../facts/index.ts';
import type { Heard } from './heard.ts';
import { kindsOf } from './qualifiers.ts';
import type { Unsure } from './reading.ts';

export interface Statements {
  facts: Record<string, FactValue>;
  unsure: Unsure[];
}

export function settle(heard: readonly Heard[], facts: Facts): Statements {
  const result: Statements = { facts: {}, unsure: [] };
  const byFact = Map.groupBy(heard, (one) => one.fact);
  const doubted = new Set(heard.filter((one) => one.doubted && !one.hint).map((one) => one.fact));
  for (const [name, all] of byFact) {
    const fact = facts.get(name)!;
    const said = all.filter((one) => !one.hint);
    // 我们集团是大型，本公司是不是大型说不准: what is doubted last is doubted.
    if (doubted.has(name) && lastOf(said).doubted) {
      result.unsure.push({ fact: name, value: null, why: 'doubt' });
      continue;
    }
    const sure = said.filter((one) => !one.doubted);
    const hints = linkedDoubt(name, fact, doubted, facts) ? [] : all.filter((one) => !one.doubted);
    const words = sure.length > 0 ? sure : hints;
    if (words.length === 0) continue;
    const value = fact.type === 'boolean' ? settleBoolean(words) : settleChoice(words, fact);
    if (value === null) result.unsure.push({ fact: name, value: null, why: 'conflict' });
    else result.facts[name] = value;
  }
  return result;
}

const lastOf = (said: readonly Heard[]): Heard => said.reduce((a, b) => (b.start >= a.start ? b : a));

/** Whoever doubts one fact is not to be told by his trade that another linked with it (制造业, 工业) is false. */
function linkedDoubt(name: string, fact: Fact, doubted: ReadonlySet<string>, facts: Facts): boolean {
  if (doubted.size === 0) return false;
  const linked = [
    ...Object.keys(fact.implies),
    ...[...facts].filter(([, f]) => name in f.implies).map(([n]) => n),
  ];
  return [name, ...linked].some((one) => doubted.has(one));
}

/** One value, or the last one where the later clause plainly replaces the earlier; else null. */
function settleBoolean(words: readonly Heard[]): boolean | null {
  const values = words.map(({ states, denied }) => (states as boolean) !== denied);
  if (values.every((value) => value === values[0])) return values[0]!;
  return null;
}

function settleChoice(words: readonly Heard[], fact: Fact): FactValue | null {
  const all = Object.keys(fact.values ?? {});
  const positive = words.filter((one) => !one.denied).map((one) => one.states as string[]);
  const denied = words.filter((one) => one.denied).flatMap((one) => one.states as string[]);
  // 没有单项冠军: of no rank.
  const negative = new Set(denied.flatMap((value) => [value, ...kindsOf(value, fact)]));
  // 不是酒店: it may be any other that has no name here.
  negative.delete('other');
  if (positive.length === 0) {
    const rest = all.filter((value) => !negative.has(value));
    return rest.length === 0 ? null : rest.length === 1 ? rest[0]! : { oneOf: rest };
  }
  const singles = new Set(positive.filter((values) => values.length === 1).map(([value]) => value!));
  // What else it may be yields to what it is: 我们景区是4A级景区.
  const named = [...singles].filter((value) => value !== 'other' || singles.size === 1);
  if (named.length === 1) return named[0]!;
  if (named.length > 1) return fact.many ? { allOf: named } : { oneOf: named };
  // Several groups: what all of them leave possible.
  const shared = positive
    .reduce((left, right) => left.filter((value) => right.includes(value)))
    .filter((v) => !negative.has(v));
  return shared.length === 0 ? null : shared.length === 1 ? shared[0]! : { oneOf: shared };
}
