import { addDays, type Day, makeDay } from '../../contract/index.ts';

let formatter: Intl.DateTimeFormat | undefined;

/** Month and day of the Chinese calendar; a leap month answers 0. */
function lunarOf(day: Day): [month: number, dayOfMonth: number] {
  // Made on first use: it costs some milliseconds, and most texts name no lunar day.
  formatter ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  let month = 0;
  let dayOfMonth = 0;
  for (const { type, value } of formatter.formatToParts(Date.parse(`${day}T00:00:00Z`))) {
    if (type === 'month') month = /^\d+$/.test(value) ? Number(value) : 0;
    if (type === 'day') dayOfMonth = Number(value);
  }
  return [month, dayOfMonth];
}

const found = new Map<string, Day | null>();

/** The day in the Gregorian year `year` (1900–2100) on which the lunar `month`/`dayOfMonth` falls, or null. */
export function lunarDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (!(year >= 1900 && year <= 2100)) return null;
  const key = `${year}/${month}/${dayOfMonth}`;
  if (!found.has(key)) found.set(key, search(year, month, dayOfMonth));
  return found.get(key) ?? null;
}

function search(year: number, month: number, dayOfMonth: number): Day | null {
  const newYear = dayFrom(makeDay(year, 1, 20)!, 33, 1, 1);
  if (!newYear) return null;
  // A month has 29.53 days on average; a leap month before it moves the day on by one month.
  const about = Math.round((month - 1) * 29.53) + dayOfMonth - 1;
  return (
    dayFrom(addDays(newYear, about - 3), 7, month, dayOfMonth) ??
    dayFrom(addDays(newYear, about + 26), 8, month, dayOfMonth)
  );
}

function dayFrom(start: Day, days: number, month: number, dayOfMonth: number): Day | null {
  for (let step = 0; step < days; step++) {
    const day = addDays(start, step);
    const [m, d] = lunarOf(day);
    if (m === month && d === dayOfMonth) return day;
  }
  return null;
}
