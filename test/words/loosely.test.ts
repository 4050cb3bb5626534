import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../src/contract/index.ts';
import type { Distance } from '../../src/eligibility/index.ts';
import { formatDistance, formatValue } from '../../src/words/index.ts';
import { saidLoosely } from '../../src/words/loosely.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const { facts } = shippedKnowledge();
const heads = facts.get('dailyOnDutyHeadcount')!;
const sales = facts.get('taxableSalesYuan')!;
const growth = facts.get('taxableSalesGrowth')!;
const signed = facts.get('orderSignedOn')!;

describe('a figure that was said loosely is said back as it was', () => {
  const cases: [string, typeof heads, FactValue][] = [
    ['约320人', heads, { min: 304, max: 336 }],
    ['约333人', heads, { min: 317, max: 349 }],
    ['180多人', heads, { min: 180, max: 190, minExclusive: true, maxExclusive: true }],
    ['300多人', heads, { min: 300, max: 400, minExclusive: true, maxExclusive: true }],
    ['3亿多元', sales, { min: 3e8, max: 4e8, minExclusive: true }],
    ['8000多万元', sales, { min: 8e7, max: 9e7, minExclusive: true }],
    ['约7800万元', sales, { min: 74_100_000, max: 81_900_000 }],
    ['12%多', growth, { min: 0.12, max: 0.13, minExclusive: true }],
    ['将近300人', heads, { min: 270, max: 300, maxExclusive: true }],
    ['300人至330人', heads, { min: 300, max: 330 }],
    ['290人至320人', heads, { min: 290, max: 320 }],
    ['至少300人', heads, { min: 300 }],
    ['2023年8月', signed, { min: '2023-08-01', max: '2023-08-31' }],
    ['2023年8月1日至2023年8月20日', signed, { min: '2023-08-01', max: '2023-08-20' }],
  ];
  test.each(cases)('%s', (words, fact, value) => {
    expect(formatValue(fact, value)).toBe(words);
  });
});

test('how far off it is, is no more exact than the figure', () => {
  const test: Distance['test'] = { op: 'atLeast', bound: { text: '300人', value: 300 } } as Distance['test'];
  const far = (value: FactValue, lack: number) =>
    formatDistance({ fact: 'dailyOnDutyHeadcount', lack, direction: 'more', test }, facts, value);
  expect(far({ min: 171, max: 189 }, 111)).toBe('差约120人');
  expect(far({ min: 180, max: 190, minExclusive: true, maxExclusive: true }, 110)).toBe('至少差110人');
  expect(far({ min: 270, max: 300, maxExclusive: true }, 0)).toBeNull();
  expect(far(290, 10)).toBe('差10人');
});

test('bounds of days and open bounds are never loose', () => {
  expect(saidLoosely({ min: '2023-08-01', max: '2023-08-31' })).toBeNull();
  expect(saidLoosely({ max: 300 })).toBeNull();
});
