import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/contract/day.ts';
import { formatDay, formatFullDay, formatRatio, formatYuan } from '../../src/figures/index.ts';
import { onlyFigure } from './figures-of.ts';

test.each([
  [50_000, '5万元'],
  [120_000_000, '1.2亿元'],
  [3500, '3500元'],
  [0.5, '0.5元'],
  [123_456, '12.3456万元'],
  [1_234_567, '123.4567万元'],
  [12_345_678, '1234.5678万元'],
  [123_456.7, '123456.7元'],
  [0, '0元'],
  [123_456.789_012, '123456.79元'],
])('%d yuan is %s', (yuan, text) => expect(formatYuan(yuan)).toBe(text));

test.each([
  [0.12, '12%'],
  [0.001, '1‰'],
  [0.005, '0.5%'],
  [0.076, '7.6%'],
  [1, '100%'],
  [0, '0%'],
  [1 / 14, '7.14%'],
  [0.1 - 1e-7, '9.99999%'],
  [-1 / 3, '-33.33%'],
])('the ratio %d is %s', (ratio, text) => expect(formatRatio(ratio)).toBe(text));

test('days', () => {
  expect(formatDay('2022-07-30')).toBe('7月30日周六');
  expect(formatFullDay('2022-07-30')).toBe('2022年7月30日');
});

describe('a formatted figure parses to itself', () => {
  test('yuan, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 14 }), (fen) => {
        const yuan = fen / 100;
        expect(onlyFigure(formatYuan(yuan))).toMatchObject({ kind: 'money', value: yuan, unit: 'CNY' });
      }),
      { numRuns: 500 },
    );
  });

  test('ratios, to a hundredth of a per mille', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (parts) => {
        const ratio = parts / 100_000;
        expect(onlyFigure(formatRatio(ratio))).toMatchObject({
          kind: 'percent',
          value: ratio,
          unit: 'ratio',
        });
      }),
      { numRuns: 500 },
    );
  });

  test('days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (offset) => {
        const day = addDays('2000-01-01', offset);
        expect(onlyFigure(formatDay(day), { ref: day })).toMatchObject({ kind: 'date', value: day });
        expect(onlyFigure(formatFullDay(day), {})).toMatchObject({ kind: 'date', value: day });
      }),
      { numRuns: 500 },
    );
  });
});
