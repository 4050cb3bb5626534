/** Who wants to be told of which deadline, and when: subscriptions and the planned rows of the ledger. */
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { ReminderRecords, ReminderStatus, Subscription } from '../interface/reminders.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement } from '../statement.ts';
import { toReminder } from './reminder-row.ts';

export type SubscriptionRecords = Pick<
  ReminderRecords,
  | 'subscribe'
  | 'subscriptions'
  | 'subscribersOf'
  | 'subscribedDeadlines'
  | 'reminders'
  | 'setState'
  | 'appliedContacts'
  | 'resumePaused'
  | 'quietHours'
  | 'setQuietHours'
>;

/** Not on its way and not done. */
const OPEN: ReminderStatus[] = ['due', 'claimed', 'waiting', 'paused'];
/** SQLite takes 32,766 parameters a statement, PostgreSQL 65,535. */
const MOST_ROWS = 1000;
/** Planning the same time again brings these back; what was sent stays sent. */
const REVIVABLE: ReminderStatus[] = ['due', 'waiting', 'paused', 'cancelled', 'expired'];

/** The contact's, soonest first. */
export const remindersOf = (transaction: OpenTransaction, contact: Contact, engine: Engine) =>
  transaction
    .selectFrom('reminder')
    .selectAll()
    .where('office', '=', engine.office)
    .where('subscriptionId', 'in', ofContact(transaction, engine, contact).select('id'))
    .orderBy('dueAt');

const allReminders = statement(remindersOf);

const quietHoursOf = statement((transaction, { channel, senderId }: Contact, { office }) =>
  transaction
    .selectFrom('quietHours')
    .select(['from', 'to'])
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId),
);

export function subscriptionRecords(transaction: OpenTransaction, engine: Engine): SubscriptionRecords {
  const { office } = engine;
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
    async subscribe(plans, keepDueUntil = -1) {
      if (plans.length === 0) return;
      await transaction
        .insertInto('subscription')
        .values(
          plans.map(({ subscription }) => ({
            ...subscription,
            office,
            isGroup: subscription.isGroup ? 1 : 0,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['office', 'id']).doUpdateSet((e) => ({
            deadline: e.ref('excluded.deadline'),
            choice: e.ref('excluded.choice'),
            state: e.ref('excluded.state'),
            pausedUntil: e.ref('excluded.pausedUntil'),
          })),
        )
        .execute();
      const planned = plans.flatMap(({ subscription, reminders }) =>
        reminders.map(({ was = null, ...reminder }) => ({
          ...reminder,
          office,
          was,
          isLast: reminder.isLast ? 1 : 0,
          subscriptionId: subscription.id,
          channel: subscription.channel,
          conversationId: subscription.conversationId,
          senderId: subscription.senderId,
          isGroup: subscription.isGroup ? 1 : 0,
          about: subscription.about,
          deadline: subscription.deadline,
          isResend: 0,
          status: subscription.state === 'paused' ? ('paused' as const) : ('due' as const),
          attempts: 0,
          leaseOwner: null,
          leaseUntil: null,
        })),
      );
      let dropped = transaction
        .updateTable('reminder')
        .set({ status: 'cancelled', leaseOwner: null, leaseUntil: null })
        .where('office', '=', office)
        .where(
          'subscriptionId',
          'in',
          plans.map(({ subscription }) => subscription.id),
        )
        .where('status', 'in', OPEN)
        .where('dueAt', '>', keepDueUntil);
      if (planned.length > 0) {
        dropped = dropped.where(
          'id',
          'not in',
          planned.map((row) => row.id),
        );
      }
      await dropped.execute();
      for (let first = 0; first < planned.length; first += MOST_ROWS) {
        await transaction
          .insertInto('reminder')
          .values(planned.slice(first, first + MOST_ROWS))
          .onConflict((conflict) =>
            conflict
              .columns(['office', 'id'])
              .doUpdateSet((e) => ({
                status: e.ref('excluded.status'),
                deadline: e.ref('excluded.deadline'),
                dueAt: e.ref('excluded.dueAt'),
                expiresAt: e.ref('excluded.expiresAt'),
                isLast: e.ref('excluded.isLast'),
              }))
              .where('reminder.status', 'in', REVIVABLE),
          )
          .execute();
      }
    },

    async subscriptions(contact) {
      const rows = await ofContact(transaction, engine, contact).selectAll().orderBy('createdAt').execute();
      return rows.map(toSubscription);
    },

    async subscribersOf(about, { after, limit }) {
      const rows = await transaction
        .selectFrom('subscription')
        .leftJoin('quietHours', (join) =>
          join
            .onRef('quietHours.office', '=', 'subscription.office')
            .onRef('quietHours.channel', '=', 'subscription.channel')
            .onRef('quietHours.senderId', '=', 'subscription.senderId'),
        )
        .selectAll('subscription')
        .select(['from', 'to'])
        .where('subscription.office', '=', office)
        .where('about', '=', about)
        .where('id', '>', after ?? '')
        .where('state', 'in', ['active', 'paused'])
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ from, to, ...row }) => ({
        ...toSubscription(row),
        quiet: from === null || to === null ? null : { from, to },
      }));
    },

    subscribedDeadlines: () =>
      transaction
        .selectFrom('subscription')
        .select(['about', 'deadline'])
        .distinct()
        .where('office', '=', office)
        .where('state', 'in', ['active', 'paused'])
        .execute(),

    async appliedContacts() {
      const contacts = await transaction
        .selectFrom('subscription')
        .select(['channel', 'senderId'])
        .distinct()
        .where('office', '=', office)
        .where('state', '=', 'applied')
        .execute();
      return contacts.length;
    },

    async reminders(contact) {
      const { rows } = await allReminders(transaction, engine, contact);
      return rows.map(toReminder);
    },

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

    async quietHours(contact) {
      const { rows } = await quietHoursOf(transaction, engine, contact);
      return rows[0] ?? null;
    },

    async setQuietHours(contact, quiet) {
      if (quiet === null) {
        await transaction
          .deleteFrom('quietHours')
          .where('office', '=', office)
          .where('channel', '=', contact.channel)
          .where('senderId', '=', contact.senderId)
          .execute();
        return;
      }
      await transaction
        .insertInto('quietHours')
        .values({ office, channel: contact.channel, senderId: contact.senderId, ...quiet })
        .onConflict((conflict) => conflict.columns(['office', 'channel', 'senderId']).doUpdateSet(quiet))
        .execute();
    },
  };
}

function ofContact(transaction: OpenTransaction, { office }: Engine, contact: Contact) {
  return transaction
    .selectFrom('subscription')
    .where('office', '=', office)
    .where('channel', '=', contact.channel)
    .where('senderId', '=', contact.senderId);
}

/** A document's number stands for its measures too: 取消58号的提醒. */
function isAbout(e: ExpressionBuilder<Tables, 'subscription'>, about: string) {
  const prefix = `${about}#`;
  return e.or([
    e('about', '=', about),
    e(sql<string>`substr(about, 1, ${sql.lit(prefix.length)})`, '=', prefix),
  ]);
}

function toSubscription({ office: _, ...row }: Selectable<Tables['subscription']>): Subscription {
  return { ...row, isGroup: row.isGroup === 1 };
}
