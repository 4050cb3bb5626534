/**
 * Working days in China, on ISO days. The data are the State Council's yearly notices as chinese-days has them; its functions are not used,
 * because they are wrong west of Greenwich and take a year without a notice for one without holidays.
 */
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, type Day, weekdayOf, yearOf } from '../contract/index.ts';

const holidays: ReadonlySet<Day> = new Set(Object.keys(data.holidays));
const makeUpWorkdays: ReadonlySet<Day> = new Set(Object.keys(data.workdays));
const publishedYears: ReadonlySet<number> = new Set([...holidays].map(yearOf));

/** Whether the holidays of the day's year are known. The notice for a year comes out in the autumn before. */
export function isPublished(day: Day): boolean {
  return publishedYears.has(yearOf(day));
}

/** Weekends that make up for a holiday are working days. In a year not published only weekends are known to be free. */
export function isWorkday(day: Day): boolean {
  if (holidays.has(day)) return false;
  return makeUpWorkdays.has(day) || weekdayOf(day) <= 5;
}

/** The day itself when it is a working day. */
export function lastWorkdayOnOrBefore(day: Day): Day {
  let candidate = day;
  while (!isWorkday(candidate)) candidate = addDays(candidate, -1);
  return candidate;
}

/** 元旦, 国庆节 …, or null. */
export function holidayName(day: Day): string | null {
  const entry = (data.holidays as Record<Day, string>)[day];
  return entry?.split(',')[1] ?? null;
}
