/**
 * Calendar days in Asia/Shanghai, written 'YYYY-MM-DD'. Days compare as strings.
 * All arithmetic runs on UTC midnights, so no time zone of the machine can shift a day.
 */
export type Day = string;

const MILLISECONDS = 86_400_000;

const instant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The day of a year, a month (1–12) and a day of the month, or null where there is no such day (30 February). */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12)) return null;
  if (!(dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** True for a real day written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && makeDay(yearOf(text), monthOf(text), dayOfMonthOf(text)) !== null;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dayOfMonthOf = (day: Day): number => Number(day.slice(8, 10));

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(instant(day)).getUTCDay() || 7;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Outside the years 1–9999 the day stays where it is: such a day is never meant. */
export function addDays(day: Day, days: number): Day {
  const at = instant(day) + Math.trunc(days) * MILLISECONDS;
  if (!(at >= -62_135_596_800_000 && at <= 253_402_214_400_000)) return day;
  return new Date(at).toISOString().slice(0, 10);
}

/** A month later on the same day of the month, or on the month's last day where it is shorter (31 January → 28 February). */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + Math.trunc(months);
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return makeDay(year, month, Math.min(dayOfMonthOf(day), daysInMonth(year, month))) ?? day;
}

export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12);

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((instant(to) - instant(from)) / MILLISECONDS);

export const firstDayOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;
export const lastDayOfMonth = (day: Day): Day =>
  `${day.slice(0, 8)}${pad(daysInMonth(yearOf(day), monthOf(day)), 2)}`;

/** The Monday of the day's week. */
export const startOfWeek = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
