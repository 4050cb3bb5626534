/** Properties of the evaluation over the real rules, and a case for each thing it says beside the verdict. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue, Profile } from '../../src/contract/index.ts';
import {
  cellsOf,
  closedBy,
  type Evaluation,
  evaluate,
  evaluateAll,
  factOfRole,
  nextTopic,
  standingOf,
} from '../../src/eligibility/index.ts';
import { complete } from '../../src/facts/index.ts';
import { type Benefit, benefitSchema } from '../../src/policy/benefit.ts';
import { explainVerdict } from '../../src/words/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const knowledge = shippedKnowledge();
const { facts, policies, places } = knowledge;
const candidates = policies.flatMap((policy) =>
  policy.measures.flatMap(({ benefits }) => benefits.map((benefit) => ({ policy, benefit }))),
);
const benefits = candidates.map(({ benefit }) => benefit);

/** For each fact, values on, below and above every threshold of the rules. */
const VALUES = new Map([...facts].map(([name, fact]) => [name, cellsOf(name, fact, benefits)] as const));
const askable = [...VALUES].filter(([, values]) => values.length > 0).map(([name]) => name);

/** Profiles of stated facts only, none of which contradicts another: those that follow from others are left out. */
const derived = new Set(
  [...facts].flatMap(([name, { series, implies, follows }]) => [
    ...Object.values(series ?? {}),
    ...Object.keys(implies),
    ...(follows.length > 0 ? [name] : []),
  ]),
);
const free = askable.filter((name) => !derived.has(name!));
const profiles: fc.Arbitrary<Record<string, FactValue>> = fc
  .subarray(free)
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...VALUES.get(name)!)]))),
  );

const days = fc.constantFrom(
  '2020-03-20',
  '2022-06-20',
  '2022-07-15',
  '2022-09-01',
  '2023-10-15',
  '2024-01-01',
);
const verdicts = (profile: Profile, today: string) =>
  evaluateAll(knowledge, profile, { today }).map(({ verdict }) => verdict);

describe('over the rules of every policy', () => {
  it('never turns a known verdict into its opposite by knowing more', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(...free), fc.nat(), days, (profile, name, pick, today) => {
        fc.pre(!(name in profile) && facts.get(name)?.presumed === undefined);
        const values = VALUES.get(name)!;
        const before = evaluateAll(knowledge, profile, { today });
        const after = evaluateAll(
          knowledge,
          { ...profile, [name]: values[pick % values.length]! },
          { today },
        );
        before.forEach((one, i) => {
          const presumed = one.benefit.presumes.some((need) => JSON.stringify(need).includes(`"${name}"`));
          if (one.verdict !== 'unknown' && !presumed) expect(after[i]!.verdict).toBe(one.verdict);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(profiles, days, (profile, today) => {
        const turned = Object.fromEntries(Object.entries(profile).reverse());
        expect(verdicts(turned, today)).toEqual(verdicts(profile, today));
      }),
      { numRuns: 100 },
    );
  });

  it('says an amount only with a yes, never above the cap, and what is missing only where something is open', () => {
    fc.assert(
      fc.property(profiles, days, (profile, today) => {
        for (const one of evaluateAll(knowledge, profile, { today })) {
          if (one.verdict !== 'eligible') expect(one.amountYuan).toBeNull();
          if (one.amountYuan !== null && one.capYuan !== null)
            expect(one.amountYuan).toBeLessThanOrEqual(one.capYuan);
          if (one.onFacts === 'ineligible') expect(one.missing).toEqual([]);
          for (const name of one.missing) expect(facts.get(name)?.presumed).toBeUndefined();
          expect(explainVerdict(one, facts)).not.toMatch(/undefined|null|NaN/u);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts of thousands as it judges one', () => {
    const place = factOfRole('place', facts)!;
    const sameItem = factOfRole('same-item', facts)!;
    const more = fc.record(
      {
        [place]: fc.constantFrom<FactValue>('南昌市', '东湖区', '九江市', '广东省'),
        [sameItem]: fc.constantFrom<FactValue>(0, 30_000, 1e9, { min: 20_000 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(profiles, more, days, (told, also, today) => {
        const profile = complete({ ...told, ...(also as Profile) }, facts);
        for (const { benefit, policy: of } of candidates) {
          const context = { policy: of, today, facts, places };
          const { onFacts, onlyThat, amountYuan } = evaluate(benefit, profile, context);
          const standing = standingOf(benefit, profile, context);
          expect(standing.verdict).toBe(onFacts);
          expect(standing.isNear).toBe(onlyThat);
          if (closedBy(benefit, context) === null) expect(standing.amountYuan).toBe(amountYuan);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('ends: asking topic after topic decides everything that facts can decide', () => {
    fc.assert(
      fc.property(profiles, (truth) => {
        const unknown = [...facts.keys()].filter((name) => !(name in truth));
        let known: Profile = {};
        for (let turn = 0; turn < 40; turn++) {
          const next = nextTopic(knowledge, known, { today: '2022-06-20', notKnown: unknown });
          if (!next) return;
          expect(next.facts.length).toBeGreaterThan(0);
          expect(next.facts.length).toBeLessThanOrEqual(6);
          const answered = next.facts.map((name) => [name, truth[name] ?? VALUES.get(name)?.[0] ?? 1]);
          known = { ...known, ...Object.fromEntries(answered) };
        }
        throw new Error('still asking after 40 topics');
      }),
      { numRuns: 20 },
    );
  });
});

/** A rule of the test's own, on a day inside a document without dates. */
const [template] = policies;
const policy = {
  ...template!,
  number: '',
  place: null,
  issued: null,
  validFrom: null,
  validUntil: null,
  applyBy: null,
  overlap: null,
};
const rule = (written: object): Benefit =>
  benefitSchema.parse({ benefit: '补贴', quote: '给予一次性补贴的条款', ...written });
const look = (written: object, profile: Profile): Evaluation =>
  evaluate(rule(written), profile, { policy, today: '2022-06-20', facts });

const tiers = {
  needs: ['manufacturing', { dailyOnDutyHeadcount: { atLeast: 300 } }],
  pays: [{ when: { dailyOnDutyHeadcount: { over: 1000 } }, yuan: '10万' }, { yuan: '5万' }],
};

describe('beside the verdict', () => {
  it('gives the amount while a condition is open', () => {
    const { verdict, potential, missing } = look(tiers, { dailyOnDutyHeadcount: 350 });
    expect({ verdict, potential, missing }).toEqual({
      verdict: 'unknown',
      potential: { minYuan: 50_000, maxYuan: 50_000, atLeast: false },
      missing: ['manufacturing'],
    });
  });

  it('gives a range while the tier is open', () => {
    const { verdict, amountYuan, potential } = look(tiers, {
      manufacturing: true,
      dailyOnDutyHeadcount: { min: 900, max: 1100 },
    });
    expect({ verdict, amountYuan }).toEqual({ verdict: 'eligible', amountYuan: null });
    expect(potential).toMatchObject({ minYuan: 50_000, maxYuan: 100_000 });
  });

  it('says how far it is to yes, and whether that is all', () => {
    const one = look(tiers, { manufacturing: true, dailyOnDutyHeadcount: 290 });
    expect(one.toYes).toMatchObject([{ fact: 'dailyOnDutyHeadcount', lack: 10, direction: 'more' }]);
    expect(one.onlyThat).toBe(true);
    expect(explainVerdict(one, facts)).toContain('差10人');
    expect(look(tiers, { dailyOnDutyHeadcount: 290 }).onlyThat).toBe(false);
  });

  it('says how far it is to the next row: exactly 1000 lacks one person', () => {
    const { toNext, amountYuan } = look(tiers, { manufacturing: true, dailyOnDutyHeadcount: 1000 });
    expect(amountYuan).toBe(50_000);
    expect(toNext).toMatchObject({ lack: 1, direction: 'more', amountYuan: 100_000 });
  });

  it('is unknown when no row surely pays', () => {
    const rows = [{ when: 'keyProject', yuan: '10万' }];
    expect(look({ needs: ['manufacturing'], pays: rows }, { manufacturing: true }).verdict).toBe('unknown');
    expect(
      look({ needs: ['manufacturing'], pays: rows }, { manufacturing: true, keyProject: false }).reason.kind,
    ).toBe('no-tier');
  });

  it('never promises what is left to others', () => {
    const one = look({ discretionary: '鼓励', pays: [{ unstated: '给予' }] }, {});
    expect(one).toMatchObject({ verdict: 'unknown', missing: [], reason: { kind: 'discretionary' } });
  });

  it.each([
    ['each', { each: '2万', of: 'orderAmountYuan', per: '1000万' }, 35_000_000, 60_000],
    [
      'sum',
      { sum: [{ yuan: '10万' }, { each: '2万', of: 'orderAmountYuan', per: '1000万' }], cap: '12万' },
      35_000_000,
      120_000,
    ],
    ['floor', { share: '10%', of: 'orderAmountYuan', floor: '1万' }, 50_000, 10_000],
    ['share to the fen', { share: '1‰', of: 'orderAmountYuan' }, 123_456_789, 123_456.79],
  ])('pays by %s', (_form, row, orderAmountYuan, yuan) => {
    expect(look({ pays: [row] }, { orderAmountYuan }).amountYuan).toBe(yuan);
  });

  it('keeps a stated range apart from an amount', () => {
    const { amountYuan, potential } = look({ pays: [{ range: ['20万', '50万'] }] }, {});
    expect({ amountYuan, potential }).toMatchObject({
      amountYuan: null,
      potential: { minYuan: 200_000, maxYuan: 500_000 },
    });
  });

  it('compares derived figures exactly: 1100 on 1000 is 10%', () => {
    const needs = [{ industrialElectricityGrowth: { atLeast: '10%' } }];
    const of = (now: number, then: number) =>
      look(
        { needs, pays: [{ yuan: '5万' }] },
        { industrialElectricityKwh: now, industrialElectricityLastYearKwh: then },
      ).verdict;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (then) => {
        expect(of(then * 11, then * 10)).toBe('eligible');
        expect(of(then * 11 - 1, then * 10)).toBe('ineligible');
      }),
    );
  });

  it('takes a figure of other months for none', () => {
    const during = {
      during: ['2022-01-01', '2022-06-30'],
      needs: [{ taxableSalesGrowth: { atLeast: '20%' } }],
      pays: [{ yuan: '5万' }],
    };
    const said = (from: string, to: string) =>
      look(during, { taxableSalesGrowth: { min: 0.3, max: 0.3, period: { from, to } } }).verdict;
    expect(said('2022-01-01', '2022-06-30')).toBe('eligible');
    expect(said('2022-01-01', '2022-03-31')).toBe('unknown');
  });
});

describe('thresholds of every rule', () => {
  const cuts = candidates.flatMap(({ benefit }) =>
    benefit.needs.flatMap((need) =>
      need.kind === 'test' && 'bound' in need.test ? [{ benefit, fact: need.fact, test: need.test }] : [],
    ),
  );
  it.each(
    cuts.map(
      (cut) => [`${cut.benefit.benefit} ${cut.fact} ${cut.test.op} ${cut.test.bound.text}`, cut] as const,
    ),
  )('%s: one below, on, one above', (_name, { benefit, fact, test }) => {
    const { value } = test.bound;
    const step = test.bound.kind === 'ratio' ? 0.0001 : 1;
    const state = (at: number) =>
      evaluate(benefit, { [fact]: at }, { policy, today: '2022-06-20', facts }).conditions.find(
        (c) => c.facts[0] === fact,
      )!.state;
    const states = [value - step, value, value + step].map(state);
    expect(states).toEqual(test.op === 'over' ? ['notMet', 'notMet', 'met'] : ['notMet', 'met', 'met']);
  });
});
