/** When a notice that nobody waits for may go out. */
import { expect, test } from 'vitest';
import { shanghaiTime } from '../../src/contract/index.ts';
import { nextDaytime } from '../../src/reminders/index.ts';
import { instantOf } from '../../src/reminders/local-time.ts';

const NIGHT = { from: '22:00', to: '11:00' };
const OFFICE_HOURS = { from: '08:30', until: '17:00' };

test.each([
  ['2022-07-20T10:00', null, undefined, '2022-07-20T10:00'],
  ['2022-07-20T08:59', null, undefined, '2022-07-20T09:05'],
  ['2022-07-20T20:00', null, undefined, '2022-07-21T09:05'],
  ['2022-07-20T08:40', null, OFFICE_HOURS, '2022-07-20T08:40'],
  ['2022-07-20T17:00', null, OFFICE_HOURS, '2022-07-21T08:35'],
  // A span that passes midnight.
  ['2022-07-20T23:00', null, { from: '19:00', until: '02:00' }, '2022-07-20T23:00'],
  ['2022-07-20T10:00', null, { from: '19:00', until: '02:00' }, '2022-07-20T19:05'],
  ['2022-07-20T10:30', NIGHT, undefined, '2022-07-21T09:05'],
])('at %s, quiet %j, by day %j: %s', (now, quiet, daytime, expected) => {
  expect(shanghaiTime(nextDaytime(instantOf(now), quiet, daytime))).toBe(expected);
});
