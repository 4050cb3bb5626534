/** Local times in Asia/Shanghai, 'YYYY-MM-DDTHH:MM': UTC+8 without daylight saving, whatever zone the process runs in. */
import { addDays, type Day } from '../contract/index.ts';

export function instantOf(localTime: string): number {
  return Date.parse(`${localTime}:00+08:00`);
}

/** The first instant after the day. */
export function endOf(day: Day): number {
  return instantOf(`${addDays(day, 1)}T00:00`);
}

/** The day of a local time. */
export const dayOf = (localTime: string): Day => localTime.slice(0, 10);
/** 'HH:MM' of a local time. */
export const clockOf = (localTime: string): string => localTime.slice(11, 16);
