/** When another document takes a document's place: who waits for its deadline is told, and his reminders go over to the new one's. */
import type { Day } from '../contract/index.ts';
import type { Plan, QuietHours, Store, Subscription } from '../store/index.ts';
import { nextDaytime } from './amend.ts';
import { planOf, subscriptionId } from './subscribe.ts';

const PAGE = 500;
/** The notice is news for so long. */
const NEWS_MS = 7 * 86_400_000;

export interface Successor {
  /** Measure or document that is now to be reminded of. */
  about: string;
  /** Null where it states no day: then nothing is planned. */
  deadline: Day | null;
}

/**
 * `successorOf` answers what took the place of a measure or document by now, or null. Answers how many subscriptions went over. Stopped halfway,
 * the next run goes on with those that have not gone yet.
 */
export async function followReplaced(
  store: Store,
  successorOf: (about: string) => Successor | null,
  now: number,
): Promise<number> {
  const planned = await store.transaction(({ reminders }) => reminders.subscribedDeadlines());
  let number = 0;
  for (const about of new Set(planned.map((one) => one.about))) {
    const successor = successorOf(about);
    if (successor) number += await moveSubscribers(store, about, successor, now);
  }
  return number;
}

async function moveSubscribers(
  store: Store,
  about: string,
  successor: Successor,
  now: number,
): Promise<number> {
  let number = 0;
  for (;;) {
    const moved = await store.transaction(async ({ reminders }) => {
      // Those who have gone over are no subscribers of the old one any more.
      const page = await reminders.subscribersOf(about, { after: null, limit: PAGE });
      await reminders.subscribe(page.flatMap(({ quiet, ...each }) => goOver(each, quiet, successor, now)));
      return page.length;
    });
    number += moved;
    if (moved < PAGE) return number;
  }
}

function goOver(
  subscription: Subscription,
  quiet: QuietHours | null,
  { about, deadline }: Successor,
  now: number,
): Plan[] {
  const notice = {
    id: `${subscription.id}@→${about}`,
    dueAt: nextDaytime(now, quiet),
    expiresAt: now + NEWS_MS,
    isLast: false,
  };
  const ended: Plan = {
    subscription: { ...subscription, state: 'cancelled', pausedUntil: null },
    reminders: [notice],
  };
  if (deadline === null) return [ended];
  const next = { ...subscription, id: subscriptionId(subscription, about), about, deadline };
  return [ended, planOf(next, now, quiet)];
}
