import { describe, expect, test } from 'vitest';
import type { FactValue, Profile } from '../../src/contract/index.ts';
import { evaluate, evaluateAll } from '../../src/eligibility/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const knowledge = shippedKnowledge();
const { facts, places } = knowledge;
const today = '2022-06-20';

const VALUES: Record<Fact['type'], (fact: Fact) => readonly FactValue[]> = {
  boolean: () => [true, false],
  number: () => [0.2, 350, 6_000_000],
  date: () => ['2022-06-01'],
  choice: ({ values }) => Object.keys(values ?? {}),
  place: () => ['南昌市', '上海市'],
};

function oneByOne(profile: Profile) {
  return knowledge.policies.flatMap((policy) =>
    policy.measures.flatMap(({ benefits }) =>
      benefits.map((benefit) =>
        plain(evaluate(benefit, profile, { policy, today, facts, places, unplaced: 'taken' })),
      ),
    ),
  );
}

const plain = ({
  verdict,
  amountYuan,
  potential,
  missing,
  conditions,
  reason,
  toYes,
  toNext,
  notes,
}: ReturnType<typeof evaluate>) => ({
  verdict,
  amountYuan,
  potential,
  missing,
  states: conditions.map(({ facts: names, state, value }) => [names, state, value]),
  reason: reason.kind,
  toYes: toYes.map(({ fact, lack }) => [fact, lack]),
  toNext: toNext?.amountYuan,
  notes,
});

describe('all benefits together are judged as each alone', () => {
  test.each([...facts].map(([name, fact]) => [name, fact] as const))('%s', (name, fact) => {
    for (const value of VALUES[fact.type](fact)) {
      const profile = { [name]: value };
      expect(evaluateAll(knowledge, profile, { today }).map(plain)).toEqual(oneByOne(profile));
    }
  });

  test('of several facts, and of nothing told after them', () => {
    const told = { manufacturing: true, dailyOnDutyHeadcount: 350, industrialElectricityGrowth: 0.12 };
    for (const profile of [told, {}])
      expect(evaluateAll(knowledge, profile, { today }).map(plain)).toEqual(oneByOne(profile));
  });
});
