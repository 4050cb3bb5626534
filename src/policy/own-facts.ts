/** The facts that a document declares for itself, beside the shared ones: one fact of two documents is asked once. */

import type { Period } from '../contract/index.ts';
import { type Fact, type Opposition, type OwnFact, oppositionsIn } from '../facts/index.ts';
import type { Benefit, Need } from './benefit.ts';
import { factsOfNeed } from './need.ts';
import { factsOfPay, mapFacts } from './pay.ts';
import type { Policy, Trade } from './policy.ts';
import { withTrades } from './trades.ts';

/** The declared facts completed: the name is the label, the measure that first asks for it the topic. */
export function completeFacts(
  declared: Readonly<Record<string, OwnFact>>,
  number: string,
  measures: Readonly<Record<string, { benefits: readonly Benefit[] }>>,
): ReadonlyMap<string, Fact> {
  const topics = new Map<string, string>();
  const beside = new Map<string, Set<string>>();
  for (const [measure, { benefits }] of Object.entries(measures))
    for (const asked of benefits.map(factsOfBenefit))
      for (const fact of asked) {
        if (!topics.has(fact)) topics.set(fact, `${number}#${measure}`);
        const others = asked.filter((other) => other !== fact && other in declared);
        beside.set(fact, (beside.get(fact) ?? new Set()).union(new Set(others)));
      }
  return new Map(
    Object.entries(declared).map(([name, fact]): [string, Fact] => [
      name,
      {
        ...fact,
        label: fact.label ?? name,
        topic: fact.topic ?? topics.get(name) ?? number,
        ...(fact.type === 'number' && { beside: [...(beside.get(name) ?? [])] }),
        ...(fact.type !== 'number' && { within: windowOf(name, measures) }),
      },
    ]),
  );
}

/** The days that all benefits which ask for it want it in; null where one of them does not, or another wants others. */
function windowOf(
  name: string,
  measures: Readonly<Record<string, { benefits: readonly Benefit[] }>>,
): Period | null {
  const asking = Object.values(measures).flatMap(({ benefits }) =>
    benefits.filter((benefit) => factsOfBenefit(benefit).includes(name)),
  );
  const [first] = asking;
  const isOne = asking.every(
    ({ during }) => during?.from === first?.during?.from && during?.to === first?.during?.to,
  );
  return isOne ? (first?.during ?? null) : null;
}

/** Every fact that a benefit speaks of. */
export function factsOfBenefit(benefit: Benefit): string[] {
  const needs = [
    ...benefit.needs,
    ...benefit.presumes,
    ...benefit.pays.flatMap(({ when }) => (when ? [when] : [])),
  ];
  return [
    ...needs.flatMap(factsOfNeed),
    ...benefit.vague.map(({ fact }) => fact),
    ...benefit.pays.flatMap(({ pay }) => factsOfPay(pay)),
  ];
}

/**
 * The shared facts and those of the policies together, and the policies with the names that hold among all: a name that another
 * document gave to something else (another type, unit or entity) is told apart by its document's number.
 */
export function mergeFacts(
  shared: ReadonlyMap<string, Fact>,
  policies: readonly Policy[],
  trades: readonly Trade[] = [],
  oppositions: readonly Opposition[] = [],
): { facts: ReadonlyMap<string, Fact>; policies: Policy[] } {
  const facts = new Map(shared);
  const named = policies.map((policy) => {
    const renamed = new Map<string, string>();
    for (const [name, fact] of policy.facts) {
      const known = facts.get(name);
      if (known && isSame(known, fact)) {
        if (!isSameWindow(known, fact)) facts.set(name, { ...known, within: null });
        continue;
      }
      const own = known ? `${policy.number}:${name}` : name;
      if (known) renamed.set(name, own);
      facts.set(own, { ...fact, oppositions: oppositionsIn(fact.label, oppositions) });
    }
    return renamed.size === 0 ? policy : renameFacts(policy, renamed);
  });
  return { facts: withTrades(withBenefits(withThings(facts, named), named), trades), policies: named };
}

/** Of what a vague condition (符合条件的) is said: what its benefit asks besides. Whoever speaks of that loan means its conditions. */
function withThings(facts: ReadonlyMap<string, Fact>, policies: readonly Policy[]): Map<string, Fact> {
  const things = new Map<string, Set<string>>();
  for (const { benefits } of policies.flatMap(({ measures }) => measures))
    for (const { vague, needs } of benefits)
      for (const { fact } of vague)
        things.set(fact, (things.get(fact) ?? new Set()).union(new Set(needs.flatMap(factsOfNeed))));
  return new Map(
    [...facts].map(([name, fact]) => {
      const beside = things.get(name);
      return [name, beside ? { ...fact, beside: [...beside] } : fact];
    }),
  );
}

/** Of a document's own fact, what the benefits that ask for it ask besides. */
function withBenefits(facts: ReadonlyMap<string, Fact>, policies: readonly Policy[]): Map<string, Fact> {
  const together = new Map<string, string[][]>();
  for (const { benefits } of policies.flatMap(({ measures }) => measures))
    for (const benefit of benefits) {
      const asked = [...new Set(factsOfBenefit(benefit))];
      for (const fact of asked) together.set(fact, [...(together.get(fact) ?? []), asked]);
    }
  return new Map(
    [...facts].map(([name, fact]) => {
      const asked = together.get(name);
      return [name, asked && /\p{Script=Han}/u.test(name) ? { ...fact, together: asked } : fact];
    }),
  );
}

const isSame = (one: Fact, other: Fact): boolean =>
  one.type === other.type &&
  one.unit === other.unit &&
  one.entity === other.entity &&
  Object.keys(one.values ?? {}).join() === Object.keys(other.values ?? {}).join();

const isSameWindow = ({ within: one }: Fact, { within: other }: Fact): boolean =>
  one?.from === other?.from && one?.to === other?.to;

function renameFacts(policy: Policy, renamed: ReadonlyMap<string, string>): Policy {
  const name = (fact: string): string => renamed.get(fact) ?? fact;
  const inNeed = (need: Need): Need => {
    if (need.kind === 'fact' || need.kind === 'test') return { ...need, fact: name(need.fact) };
    if (need.kind === 'all' || need.kind === 'any') return { ...need, of: need.of.map(inNeed) };
    return { ...need, of: inNeed(need.of) };
  };
  const inBenefit = (benefit: Benefit): Benefit => ({
    ...benefit,
    needs: benefit.needs.map(inNeed),
    presumes: benefit.presumes.map(inNeed),
    vague: benefit.vague.map(({ fact, words }) => ({ fact: name(fact), words })),
    pays: benefit.pays.map((row) => ({
      ...row,
      when: row.when && inNeed(row.when),
      pay: mapFacts(row.pay, name),
    })),
  });
  return {
    ...policy,
    facts: new Map([...policy.facts].map(([fact, declared]) => [name(fact), declared])),
    measures: policy.measures.map((measure) => ({ ...measure, benefits: measure.benefits.map(inBenefit) })),
  };
}
