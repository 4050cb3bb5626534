/** When to remind: a deadline, a choice and the time now → local times, and the rows of the ledger. Pure. */
import { createHash } from 'node:crypto';
import {
  addDays,
  type Day,
  daysBetween,
  type ReminderChoice,
  shanghaiDay,
  shanghaiTime,
  weekdayOf,
} from '../contract/index.ts';
import { isWorkday, lastWorkdayOnOrBefore } from '../policy/index.ts';
import type { PlannedReminder, QuietHours } from '../store/index.ts';
import { clockOf, dayOf, endOf, instantOf } from './local-time.ts';

export const DEFAULT_CHOICE: ReminderChoice = { kind: 'days-before', days: [7, 3, 1] };

export interface PlanInput {
  /** Spreads contacts over the minutes: see morningMinute. */
  subscriptionId: string;
  deadline: Day;
  choice: ReminderChoice;
  /** Epoch milliseconds. */
  now: number;
  quiet?: QuietHours | null;
}

/** Local times still ahead, ascending; never after the deadline's day. */
export function planTimes({ subscriptionId, deadline, choice, now, quiet = null }: PlanInput): string[] {
  const morning = morningMinute(subscriptionId);
  const wanted = TIMES[choice.kind](choice as never, deadline, now, morning);
  const isAhead = (time: string) => instantOf(time) > now && dayOf(time) <= deadline;
  const kept = wanted
    .filter(isAhead)
    .map((time) => outsideQuietHours(time, quiet, isAhead))
    .filter((time) => time !== null);
  return [...new Set(kept)].sort();
}

/** The rows to be stored; the last one is marked, because no later one covers it. */
export function planReminders(input: PlanInput): PlannedReminder[] {
  const times = planTimes(input);
  return times.map((time, place) => ({
    id: `${input.subscriptionId}@${time}`,
    dueAt: instantOf(time),
    expiresAt: endOf(input.deadline),
    isLast: place === times.length - 1,
  }));
}

type TimesOf<K extends ReminderChoice['kind']> = (
  choice: Extract<ReminderChoice, { kind: K }>,
  deadline: Day,
  now: number,
  morning: string,
) => string[];

const TIMES: { [K in ReminderChoice['kind']]: TimesOf<K> } = {
  'days-before': ({ days, time }, deadline, now, morning) =>
    daysToRemind(days, deadline, shanghaiDay(now)).map((day) => `${day}T${time ?? morning}`),

  at: ({ at }) => [at],

  weekly: ({ weekday, time }, deadline, now, morning) => {
    const today = shanghaiDay(now);
    const first = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
    const weeks = Math.floor(daysBetween(first, deadline) / 7);
    return Array.from({ length: Math.max(0, weeks + 1) }, (_, week) => addDays(first, 7 * week)).map(
      (day) => `${day}T${time ?? morning}`,
    );
  },
};

/**
 * Days before the deadline. When the deadline is no working day, offices close before it: if no notice still ahead comes by the
 * last working day, one more is given the day before that one.
 */
function daysToRemind(days: number[], deadline: Day, today: Day): Day[] {
  const planned = days.map((number) => addDays(deadline, -number));
  if (isWorkday(deadline)) return planned;
  const lastChance = lastWorkdayOnOrBefore(deadline);
  const isInTime = planned.some((day) => today <= day && day <= lastChance);
  return isInTime ? planned : [...planned, addDays(lastChance, -1)];
}

const FIRST_MINUTE = 3;
const MINUTES = 25;

/** 09:03 … 09:27, the same for the same subscription: all at 9:00 sharp would be a burst, and every bot's burst. */
export function morningMinute(subscriptionId: string): string {
  const hash = createHash('sha256').update(subscriptionId).digest().readUInt32BE(0);
  return `09:${String(FIRST_MINUTE + (hash % MINUTES)).padStart(2, '0')}`;
}

/** After the quiet hours; before them when that would be too late; null when neither is possible. */
function outsideQuietHours(
  time: string,
  quiet: QuietHours | null,
  isPossible: (time: string) => boolean,
): string | null {
  if (!quiet || !isQuiet(clockOf(time), quiet)) return time;
  const isAfterMidnight = clockOf(time) < quiet.to;
  const after = `${isAfterMidnight ? dayOf(time) : addDays(dayOf(time), 1)}T${quiet.to}`;
  if (isPossible(after)) return after;
  const began = quiet.from > quiet.to && isAfterMidnight ? addDays(dayOf(time), -1) : dayOf(time);
  const before = shanghaiTime(instantOf(`${began}T${quiet.from}`) - 60_000);
  return isPossible(before) ? before : null;
}

/** 22:00–08:00 passes midnight, 12:00–14:00 does not. The end is not quiet any more. */
export function isQuiet(clock: string, { from, to }: QuietHours): boolean {
  return from <= to ? from <= clock && clock < to : clock >= from || clock < to;
}
