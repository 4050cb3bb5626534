import { describe, expect, it } from 'vitest';
import { isPublished, isWorkday, lastWorkdayOnOrBefore } from '../../src/policy/workdays.ts';
import { dayNote } from '../../src/words/deadline.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';

inEveryTimeZone(() => {
  describe('the working calendar', () => {
    it.each([
      ['2022-07-29', true, 'a plain Friday'],
      ['2022-07-30', false, 'a Saturday'],
      ['2022-10-03', false, 'a Monday in the national holiday'],
      ['2022-10-08', true, 'a Saturday worked for the holiday'],
      ['2026-10-10', true, 'another one'],
      ['2023-01-02', false, 'New Year’s Monday off'],
    ])('%s: working day %s, %s', (day, expected) => {
      expect(isWorkday(day)).toBe(expected);
    });

    it.each([
      ['2022-07-30', '2022-07-29'],
      ['2022-07-29', '2022-07-29'],
      ['2022-12-31', '2022-12-30'],
      ['2023-12-31', '2023-12-29'],
      ['2022-10-07', '2022-09-30'],
    ])('the last working day on or before %s is %s', (day, expected) => {
      expect(lastWorkdayOnOrBefore(day)).toBe(expected);
    });

    it('knows which years it does not know', () => {
      expect([2003, 2004, 2026, 2027].map((year) => isPublished(`${year}-06-15`))).toEqual([
        false,
        true,
        true,
        false,
      ]);
    });

    it.each([
      ['2022-07-30', undefined, '7月30日是周六，最后一个工作日是7月29日（周五）。'],
      ['2022-07-30', '2022-07-29', '7月30日是周六，今天就是最后一个工作日。'],
      ['2022-07-30', '2022-07-30', '7月30日是周六，最后一个工作日是7月29日（周五），已经过了。'],
      ['2022-10-07', undefined, '10月7日是国庆节假期，最后一个工作日是9月30日（周五）。'],
      ['2022-08-01', undefined, null],
      ['2027-03-01', undefined, '2027年放假安排尚未收录，请留意当年的节假日通知。'],
      ['2027-10-02', undefined, '10月2日是周六；2027年放假安排尚未收录，请留意当年的节假日通知。'],
    ])('of %s, on %s, it says %s', (day, today, expected) => {
      expect(dayNote(day, today)).toBe(expected);
    });
  });
});
