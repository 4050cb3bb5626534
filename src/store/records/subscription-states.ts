/** Subscriptions that are paused, taken up again or ended, and what that means for their planned reminders. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { ReminderRecords } from '../interface/reminders.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { OPEN } from './reminder-row.ts';

export type SubscriptionStates = Pick<ReminderRecords, 'setState' | 'resumePaused'>;

export function subscriptionStates(transaction: OpenTransaction, { office }: Engine): SubscriptionStates {
  const resume = async (subscriptionIds: string[], now: number) => {
    if (subscriptionIds.length === 0) return;
    await transaction
      .updateTable('reminder')
      .set({ status: 'due' })
      .where('office', '=', office)
      .where('subscriptionId', 'in', subscriptionIds)
      .where('status', '=', 'paused')
      .execute();
    // Of several that came due during the pause only the newest is still news.
    await transaction
      .updateTable('reminder')
      .set({ status: 'cancelled' })
      .where('office', '=', office)
      .where('subscriptionId', 'in', subscriptionIds)
      .where('status', '=', 'due')
      .where('dueAt', '<=', now)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('reminder as later')
            .select('later.id')
            .whereRef('later.office', '=', 'reminder.office')
            .whereRef('later.subscriptionId', '=', 'reminder.subscriptionId')
            .where('later.status', '=', 'due')
            .where('later.dueAt', '<=', now)
            .whereRef('later.dueAt', '>', 'reminder.dueAt'),
        ),
      )
      .execute();
  };

  return {
    async setState(contact, about, state, { now, pausedUntil = null } = { now: 0 }) {
      const touched = await transaction
        .updateTable('subscription')
        .set({ state, pausedUntil: state === 'paused' ? pausedUntil : null })
        .where('office', '=', office)
        .where('channel', '=', contact.channel)
        .where('senderId', '=', contact.senderId)
        .where('state', 'in', state === 'active' ? ['paused'] : ['active', 'paused'])
        .where((e) => (about === null ? e.lit(true) : isAbout(e, about)))
        .returning('id')
        .execute();
      const ids = touched.map((row) => row.id);
      if (ids.length === 0) return 0;
      if (state === 'active') await resume(ids, now);
      else {
        await transaction
          .updateTable('reminder')
          .set({ status: state === 'paused' ? 'paused' : 'cancelled', leaseOwner: null, leaseUntil: null })
          .where('office', '=', office)
          .where('subscriptionId', 'in', ids)
          .where('status', 'in', OPEN)
          .execute();
      }
      return ids.length;
    },

    async resumePaused(now) {
      const over = await transaction
        .updateTable('subscription')
        .set({ state: 'active', pausedUntil: null })
        .where('office', '=', office)
        .where('state', '=', 'paused')
        .where('pausedUntil', '<=', now)
        .returning('id')
        .execute();
      await resume(
        over.map((row) => row.id),
        now,
      );
      return over.length;
    },
  };
}

/** A document's number stands for its measures too: 取消58号的提醒. */
function isAbout(e: ExpressionBuilder<Tables, 'subscription'>, about: string) {
  const prefix = `${about}#`;
  return e.or([
    e('about', '=', about),
    e(sql<string>`substr(about, 1, ${sql.lit(prefix.length)})`, '=', prefix),
  ]);
}
