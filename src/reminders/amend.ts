/** When a document's date changes, the reminders planned for the old date move, and those who asked for them are told. Run at start. */
import { type Day, shanghaiTime } from '../contract/index.ts';
import type { Plan, QuietHours, Store, Subscription } from '../store/index.ts';
import { endOf } from './local-time.ts';
import { isQuiet } from './plan.ts';
import { readChoice } from './read-choice.ts';
import { planOf } from './subscribe.ts';

const PAGE = 500;

export interface Amended {
  about: string;
  from: Day;
  to: Day;
  subscribers: number;
  /** Subscriptions whose choice of times could not be read: they were planned at the usual times. */
  unreadable: string[];
}

/** `deadlineOf` answers the date in knowledge now; null (withdrawn, or not stated any more) leaves the reminders as they are. */
export async function moveAmendedDeadlines(
  store: Store,
  deadlineOf: (about: string) => Day | null,
  now: number,
): Promise<Amended[]> {
  const planned = await store.transaction(({ reminders }) => reminders.subscribedDeadlines());
  const moved: Amended[] = [];
  for (const { about, deadline: from } of planned) {
    const to = deadlineOf(about);
    if (to === null || to === from) continue;
    moved.push({ about, from, to, ...(await moveSubscribers(store, { about, from, to }, now)) });
  }
  return moved;
}

/** In pages of one transaction each: stopped halfway, the next start goes on with those not moved yet. */
async function moveSubscribers(
  store: Store,
  { about, from, to }: { about: string; from: Day; to: Day },
  now: number,
): Promise<Pick<Amended, 'subscribers' | 'unreadable'>> {
  let number = 0;
  const unreadable: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await store.transaction(async ({ reminders }) => {
      const subscribers = await reminders.subscribersOf(about, { after, limit: PAGE });
      const toMove = subscribers.filter(({ deadline }) => deadline === from);
      await reminders.subscribe(toMove.map(({ quiet, ...each }) => moveOne(each, quiet, from, to, now)));
      return { last: subscribers.at(-1)?.id ?? null, moved: toMove };
    });
    number += page.moved.length;
    unreadable.push(...page.moved.filter(({ choice }) => readChoice(choice) === null).map(({ id }) => id));
    if (page.last === null) return { subscribers: number, unreadable };
    after = page.last;
  }
}

/** The new plan, and a notice of its own that says what has changed. */
function moveOne(
  subscription: Subscription,
  quiet: QuietHours | null,
  from: Day,
  to: Day,
  now: number,
): Plan {
  const plan = planOf({ ...subscription, deadline: to }, now, quiet);
  const notice = {
    id: `${subscription.id}@${from}→${to}`,
    dueAt: nextDaytime(now, quiet),
    // A new date that has passed already is news too, for a day.
    expiresAt: Math.max(endOf(to), now + 86_400_000),
    isLast: false,
    was: from,
  };
  return { ...plan, reminders: [notice, ...plan.reminders] };
}

/** Times of the day in Asia/Shanghai, 'HH:MM'. */
export interface Daytime {
  from: string;
  until: string;
}
const NINE_TO_EIGHT: Daytime = { from: '09:00', until: '20:00' };

/** Nobody is woken for it: by day, and outside of the contact's quiet hours (those are also kept when sending). */
export function nextDaytime(now: number, quiet: QuietHours | null, daytime: Daytime = NINE_TO_EIGHT): number {
  const { from, until } = daytime;
  const clock = shanghaiTime(now).slice(11);
  const isDay = from <= until ? clock >= from && clock < until : clock >= from || clock < until;
  if (isDay && !(quiet && isQuiet(clock, quiet))) return now;
  const hours = (to: string) => ((minutesOf(to) - minutesOf(clock) + 1440) % 1440) * 60_000;
  return now + hours(from) + FEW_MINUTES;
}

const FEW_MINUTES = 5 * 60_000;
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
