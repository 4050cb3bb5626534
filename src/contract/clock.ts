/** The clock at the edge. Everything inside takes time as an argument. */
import type { Day } from './day.ts';

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Local time in Asia/Shanghai (UTC+8, no daylight saving since 1991): '2022-06-20T09:05'. */
export function shanghaiTime(epochMs: number): string {
  return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16);
}

/** The day in Asia/Shanghai. */
export function shanghaiDay(epochMs: number): Day {
  return shanghaiTime(epochMs).slice(0, 10);
}

/** A clock whose day is fixed by HUIQI_TODAY or --today; the time of day runs on. */
export function clockOn(day: Day | undefined, clock: Clock = systemClock): Clock {
  if (!day) return clock;
  const shift = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${shanghaiDay(clock.now())}T00:00:00Z`);
  return { now: () => clock.now() + shift };
}
