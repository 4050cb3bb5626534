import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/policy/policy.ts';
import { datesOf, validityFirst, validityLast, validityOn } from '../../../src/words/answer/validity.ts';

const stated = (day: string | null) => (day ? { day, quote: '' } : null);
const policy = (issued: string | null, validUntil: string | null, applyBy: string | null) =>
  ({
    issued: stated(issued),
    validUntil: stated(validUntil),
    applyBy: stated(applyBy),
    successors: [] as Policy['successors'],
  }) as Policy;

const TWO_DATES = policy('2022-06-01', '2022-06-30', '2022-07-30');
const ONE_DATE = policy(null, '2023-12-31', null);
const NO_DATE = policy('2020-03-02', null, null);

describe('validity on a day', () => {
  test.each([
    ['2022-05-31', 'not-yet'],
    ['2022-06-01', 'in-force'],
    ['2022-06-30', 'in-force'],
    ['2022-07-01', 'applications-open'],
    ['2022-07-30', 'applications-open'],
    ['2022-07-31', 'expired'],
  ])('with an end and a later deadline, %s is %s', (today, validity) => {
    expect(validityOn(TWO_DATES, today)).toBe(validity);
  });

  test.each([
    ['2023-12-31', 'in-force'],
    ['2024-01-01', 'expired'],
  ])('with an end alone, %s is %s', (today, validity) => {
    expect(validityOn(ONE_DATE, today)).toBe(validity);
  });

  test('without any end it is neither expired nor surely alive', () => {
    expect(validityOn(NO_DATE, '2026-11-20')).toBe('unstated');
    expect(validityFirst(NO_DATE, '2026-11-20')).toBeNull();
    expect(validityLast(NO_DATE, '2026-11-20')).toBe('未写明有效期（2020年3月2日印发）');
  });

  test.each([
    ['2022-06-15', null],
    ['2022-07-15', '有效期至2022年6月30日，仍可申报至2022年7月30日。'],
    ['2022-08-15', '已过期：有效期至2022年6月30日，申报截至2022年7月30日。'],
  ])('on %s the first line is %s', (today, line) => {
    expect(validityFirst(TWO_DATES, today)).toBe(line);
  });

  test('the dates are said once: first or last', () => {
    expect(validityLast(TWO_DATES, '2022-06-15')).toBe(datesOf(TWO_DATES));
    expect(validityLast(TWO_DATES, '2022-08-15')).toBeNull();
  });
});
