/** Which topic is asked about next, on rules of the test's own: small enough to count by hand. */
import { describe, expect, it } from 'vitest';
import { cellsOf, nextTopic } from '../../src/eligibility/index.ts';
import { type Benefit, benefitSchema } from '../../src/policy/benefit.ts';
import type { Knowledge } from '../../src/policy/policy.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const knowledge = shippedKnowledge();
const { facts } = knowledge;
const rule = (written: object): Benefit =>
  benefitSchema.parse({
    benefit: '补贴',
    quote: '给予一次性补贴的条款',
    pays: [{ unstated: '补贴' }],
    ...written,
  });

/** The declared facts, and one document without dates that has these benefits. */
function only(...written: object[]): Knowledge {
  const [policy] = knowledge.policies;
  const open = {
    ...policy!,
    number: '',
    issued: null,
    validFrom: null,
    validUntil: null,
    applyBy: null,
    overlap: null,
  };
  const measure = { ...policy!.measures[0]!, benefits: written.map(rule) };
  return { ...knowledge, policies: [{ ...open, measures: [measure] }] };
}

const next = (rules: Knowledge, known: Record<string, boolean> = {}, options: object = {}) =>
  nextTopic(rules, known, { today: '2022-06-20', ...options });

describe('cells of a fact', () => {
  it.each<[string, object[], unknown[]]>([
    ['manufacturing', [], [true, false]],
    ['registeredPlace', [], []],
    ['boothFeeYuan', [], [1]],
    ['dailyOnDutyHeadcount', [{ dailyOnDutyHeadcount: { atLeast: '300' } }], [297, 300]],
    ['dailyOnDutyHeadcount', [{ dailyOnDutyHeadcount: { over: '300' } }], [297, 303]],
    [
      'dailyOnDutyHeadcount',
      [{ dailyOnDutyHeadcount: { atLeast: '300' } }, { dailyOnDutyHeadcount: { over: '1000' } }],
      [297, 300, 1010],
    ],
    [
      'dailyOnDutyHeadcount',
      [{ dailyOnDutyHeadcount: { atLeast: '300' } }, { dailyOnDutyHeadcount: { over: '300' } }],
      [297, 300, 303],
    ],
    [
      'orderSignedOn',
      [{ orderSignedOn: { within: ['2023-07-01', '2023-09-30'] } }],
      ['1900-01-01', '2023-07-01'],
    ],
  ])('%s: one value of each kind that %j tell apart', (name, needs, cells) => {
    expect(cellsOf(name, facts.get(name)!, [rule({ needs })])).toEqual(cells);
  });
});

describe('the next topic', () => {
  it('is null when nothing is open', () => {
    expect(next(only({ needs: ['manufacturing'] }), { manufacturing: true })).toBeNull();
    expect(next(only({ discretionary: '鼓励' }))).toBeNull();
  });

  it.each<[string, object, number]>([
    ['a yes and a no both decide', { needs: ['trainingAttended'] }, 1],
    [
      'of two conditions of two topics one decides by a no',
      { needs: ['trainingAttended', 'firstSetListed'] },
      1 / 2,
    ],
    ['two of one topic decide together', { needs: ['newMaterialListed', 'firstBatchInsured'] }, 1],
    [
      'what is left to others is decided by a no',
      { needs: ['trainingAttended'], discretionary: '鼓励' },
      1 / 2,
    ],
    [
      'a tier does not keep a yes open',
      {
        needs: [{ dailyOnDutyHeadcount: { atLeast: '300' } }],
        pays: [{ when: { dailyOnDutyHeadcount: { over: '1000' } }, yuan: '10万' }, { yuan: '5万' }],
      },
      1,
    ],
  ])('counts exactly what answers decide: %s', (_name, written, decides) => {
    expect(next(only(written))?.decides).toBeCloseTo(decides, 10);
  });

  it('is the one that decides most, by a no to many at once too', () => {
    const many = ['trainingAttended', 'firstSetListed', 'temporaryLiquidityDifficulty'].map((other) => ({
      needs: ['industrial', other],
    }));
    expect(next(only({ needs: ['maskLineBuilt'] }, ...many))).toMatchObject({ topic: 'kind', decides: 1.5 });
  });

  it('is the one with more money at stake where as many are decided', () => {
    const rules = only(
      { needs: ['trainingAttended'], pays: [{ yuan: '5万' }] },
      { needs: ['firstSetListed'], pays: [{ yuan: '10万' }] },
    );
    expect(next(rules)?.topic).toBe('material');
  });

  it('hears in one answer what follows from it: a no to 工业 is a no to 制造业', () => {
    const rules = only({ needs: ['manufacturing', 'trainingAttended'] }, { needs: ['industrial'] });
    expect(next(rules)?.facts).toEqual(['manufacturing']);
    expect(next(rules, { manufacturing: false })?.facts).toEqual(['industrial']);
    expect(next(rules, { industrial: false })).toBeNull();
  });

  it('asks at most three figures of a topic, those that decide most', () => {
    const needs = [
      { taxableSalesGrowth: { atLeast: '20%' } },
      { taxableSalesYuan: { atLeast: '1亿' } },
      { taxableSalesNetIncreaseYuan: { atLeast: '1000万' } },
      { taxableSalesLastYearYuan: { atLeast: '1亿' } },
    ];
    expect(next(only(...needs.map((need) => ({ needs: [need] }))))?.facts).toHaveLength(3);
  });

  it('leaves out what the contact does not know and what was asked about', () => {
    const rules = only(
      { needs: ['newMaterialListed', 'firstBatchInsured'] },
      { needs: ['trainingAttended'] },
    );
    expect(next(rules, {}, { notKnown: ['firstBatchInsured'], topicsAsked: ['fair'] })?.facts).toEqual([
      'newMaterialListed',
    ]);
    expect(next(rules, {}, { topicsAsked: ['fair', 'material'] })).toBeNull();
  });
});
