/**
 * Personal data is kept no longer than the settings say: who has not written for so many days is forgotten as if they had asked for it,
 * and closed tickets go with their texts. Whoever still has a reminder to come or an open ticket is not idle.
 */
import type { Store } from '../store/index.ts';
import { dropNamelessFiles } from './kept-files.ts';
import type { Settings } from './settings.ts';

const DAY_MS = 86_400_000;
/** Contacts forgotten in one transaction: a sweep must not hold up those who are writing. */
const AT_ONCE = 20;

export interface Swept {
  contacts: number;
  tickets: number;
}

export type RetentionSettings = Pick<
  Settings,
  'KEEP_IDLE_DAYS' | 'KEEP_TICKETS_DAYS' | 'KEEP_QUESTIONS_DAYS'
>;

/** Lets go what is older than the settings allow at `now` (epoch milliseconds), and notes the count in the audit. 0 days: kept for good. */
export async function sweepRetention(
  store: Store,
  {
    KEEP_IDLE_DAYS: idleDays,
    KEEP_TICKETS_DAYS: ticketDays,
    KEEP_QUESTIONS_DAYS: questionDays,
  }: RetentionSettings,
  now: number,
): Promise<Swept> {
  const tickets =
    ticketDays === 0
      ? 0
      : await store.transaction(({ retention }) => retention.dropClosedTickets(now - ticketDays * DAY_MS));
  // Of what was asked the numbers stay, without text or person.
  if (questionDays > 0)
    await store.transaction(({ exchanges }) => exchanges.dropTexts(now - questionDays * DAY_MS));
  await dropNamelessFiles(store);
  const contacts = idleDays === 0 ? 0 : await forgetIdle(store, now - idleDays * DAY_MS);
  if (tickets > 0 || contacts > 0)
    await store.transaction(({ audit }) =>
      audit.add({
        at: now,
        by: 'huiqi',
        action: 'retention.swept',
        subject: 'contacts, tickets',
        before: null,
        after: JSON.stringify({ contacts, tickets }),
        comment: null,
      }),
    );
  return { contacts, tickets };
}

/** Found and forgotten in one transaction, so that who writes meanwhile stays. */
async function forgetIdle(store: Store, before: number): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const count = await store.transaction(async (records) => {
      const idle = await records.retention.idleContacts({ before, limit: AT_ONCE });
      for (const contact of idle) await records.forget(contact);
      return idle.length;
    });
    forgotten += count;
    if (count < AT_ONCE) return forgotten;
  }
}
