import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  lastDayOfMonth,
  makeDay,
  startOfWeek,
  weekdayOf,
} from '../../src/contract/day.ts';

test('days are added over months, leap days and years', () => {
  expect(addDays('2022-02-28', 1)).toBe('2022-03-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2022-12-31', 1)).toBe('2023-01-01');
  expect(addDays('2022-03-01', -1)).toBe('2022-02-28');
});

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
  expect(addMonths('2022-03-31', -1)).toBe('2022-02-28');
  expect(addMonths('2022-11-15', 3)).toBe('2023-02-15');
});

test('only real days are days', () => {
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('2022-02-29')).toBe(false);
  expect(isDay('2022-13-01')).toBe(false);
  expect(isDay('22-1-1')).toBe(false);
  expect(makeDay(2022, 4, 31)).toBeNull();
});

test('weeks begin on Monday', () => {
  expect(weekdayOf('2022-07-30')).toBe(6);
  expect(weekdayOf('2022-07-31')).toBe(7);
  expect(startOfWeek('2022-07-31')).toBe('2022-07-25');
});

test('lengths', () => {
  expect(daysBetween('2022-06-30', '2022-07-30')).toBe(30);
  expect(lastDayOfMonth('2024-02-10')).toBe('2024-02-29');
});
