import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReminderChoice } from '../../src/contract/index.ts';
import { instantOf } from '../../src/reminders/local-time.ts';
import { DEFAULT_CHOICE, morningMinute, planReminders, planTimes } from '../../src/reminders/plan.ts';
import type { QuietHours } from '../../src/store/interface/reminders.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';

const id = 'subscription';
const morning = morningMinute(id);
const plan = (
  deadline: string,
  choice: ReminderChoice,
  now = '2022-06-01T08:00',
  quiet: QuietHours | null = null,
) => planTimes({ subscriptionId: id, deadline, choice, now: instantOf(now), quiet });

inEveryTimeZone(() => {
  describe('a plan', () => {
    it('is 7, 3 and 1 days before, a few minutes after nine', () => {
      expect(plan('2022-07-30', DEFAULT_CHOICE)).toEqual([
        `2022-07-23T${morning}`,
        `2022-07-27T${morning}`,
        `2022-07-29T${morning}`,
      ]);
    });

    it('has only what is still ahead, and marks the last', () => {
      const rows = planReminders({
        subscriptionId: id,
        deadline: '2022-07-30',
        choice: DEFAULT_CHOICE,
        now: instantOf('2022-07-25T12:00'),
      });
      expect(rows.map((row) => [row.id, row.isLast])).toEqual([
        [`${id}@2022-07-27T${morning}`, false],
        [`${id}@2022-07-29T${morning}`, true],
      ]);
      expect(rows.every((row) => row.expiresAt === Date.UTC(2022, 6, 30, 16))).toBe(true);
      expect(rows[0]?.dueAt).toBe(Date.UTC(2022, 6, 27, 1, Number(morning.slice(3))));
    });

    it('is empty after the deadline', () => {
      expect(plan('2022-07-30', DEFAULT_CHOICE, '2022-07-30T09:30')).toEqual([]);
      expect(plan('2022-07-30', { kind: 'at', at: '2022-07-31T09:00' })).toEqual([]);
      expect(plan('2022-07-30', { kind: 'at', at: '2022-05-01T09:00' })).toEqual([]);
    });

    it.each<[string, ReminderChoice, string, string[]]>([
      ['so many days before', { kind: 'days-before', days: [5] }, '2022-07-28', ['2022-07-23T09:M']],
      [
        'at a time of day',
        { kind: 'days-before', days: [5], time: '15:30' },
        '2022-07-28',
        ['2022-07-23T15:30'],
      ],
      ['at one moment', { kind: 'at', at: '2022-07-25T09:00' }, '2022-07-28', ['2022-07-25T09:00']],
      ['on the day itself', { kind: 'days-before', days: [0] }, '2022-07-28', ['2022-07-28T09:M']],
      [
        'each Monday',
        { kind: 'weekly', weekday: 1, time: '10:00' },
        '2022-06-20',
        ['2022-06-06T10:00', '2022-06-13T10:00', '2022-06-20T10:00'],
      ],
      [
        'a warning before the last working day',
        { kind: 'days-before', days: [1] },
        '2022-07-31',
        ['2022-07-28T09:M', '2022-07-30T09:M'],
      ],
      [
        'a warning before a long holiday',
        { kind: 'days-before', days: [3, 1] },
        '2022-10-07',
        ['2022-09-29T09:M', '2022-10-04T09:M', '2022-10-06T09:M'],
      ],
    ])('can be %s', (_what, choice, deadline, expected) => {
      expect(plan(deadline, choice)).toEqual(expected.map((time) => time.replace('09:M', morning)));
    });

    it.each([
      [[5], '2022-07-01T08:00', ['2022-07-25']],
      [[1], '2022-07-01T08:00', ['2022-07-29']],
      [[7, 0], '2022-07-01T08:00', ['2022-07-23', '2022-07-30']],
      // The seventh day before has passed: only the weekend would be left.
      [[7, 0], '2022-07-25T08:00', ['2022-07-28', '2022-07-30']],
    ])('warns before the weekend only when no notice %s comes in time on %s', (days, now, expected) => {
      expect(plan('2022-07-30', { kind: 'days-before', days }, now).map((time) => time.slice(0, 10))).toEqual(
        expected,
      );
    });

    it.each<[string, QuietHours, string, string | null]>([
      ['2022-07-25T23:00', { from: '22:00', to: '08:00' }, '2022-07-28', '2022-07-26T08:00'],
      ['2022-07-25T06:00', { from: '22:00', to: '08:00' }, '2022-07-28', '2022-07-25T08:00'],
      ['2022-07-25T13:00', { from: '12:00', to: '14:00' }, '2022-07-28', '2022-07-25T14:00'],
      ['2022-07-25T14:00', { from: '12:00', to: '14:00' }, '2022-07-28', '2022-07-25T14:00'],
      ['2022-07-28T23:00', { from: '22:00', to: '08:00' }, '2022-07-28', '2022-07-28T21:59'],
    ])('moves %s out of the quiet hours', (at, quiet, deadline, expected) => {
      expect(plan(deadline, { kind: 'at', at }, '2022-07-20T08:00', quiet)).toEqual(
        expected === null ? [] : [expected],
      );
    });

    it('spreads contacts over 9:03–9:27, each always at the same minute, never at minute 0 or 30', () => {
      const minutes = Array.from({ length: 2000 }, (_, n) => morningMinute(`s${n}`));
      expect([...new Set(minutes)].toSorted()).toEqual(
        Array.from({ length: 25 }, (_, n) => `09:${String(n + 3).padStart(2, '0')}`),
      );
      expect(morningMinute('s1')).toBe(minutes[1]);
    });

    it('never lies in the past, after the deadline or in quiet hours, and has no time twice', () => {
      const clock = fc
        .integer({ min: 0, max: 1439 })
        .map(
          (minute) =>
            `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
        );
      const day = fc
        .integer({ min: 0, max: 120 })
        .map((n) => new Date(Date.UTC(2022, 4, 1 + n)).toISOString().slice(0, 10));
      const choice: fc.Arbitrary<ReminderChoice> = fc.oneof(
        fc.record({
          kind: fc.constant('days-before' as const),
          days: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
          time: clock,
        }),
        fc.record({
          kind: fc.constant('at' as const),
          at: fc.tuple(day, clock).map(([d, c]) => `${d}T${c}`),
        }),
        fc.record({
          kind: fc.constant('weekly' as const),
          weekday: fc.integer({ min: 1, max: 7 }),
          time: clock,
        }),
      );
      fc.assert(
        fc.property(day, choice, day, clock, clock, clock, (deadline, chosen, today, hour, from, to) => {
          const now = `${today}T${hour}`;
          const times = plan(deadline, chosen, now, from === to ? null : { from, to });
          expect(new Set(times).size).toBe(times.length);
          for (const time of times) {
            expect(time > now && time.slice(0, 10) <= deadline).toBe(true);
            const minute = time.slice(11);
            const quiet =
              from !== to && (from < to ? from <= minute && minute < to : minute >= from || minute < to);
            expect(quiet).toBe(false);
          }
        }),
      );
    });
  });
});
