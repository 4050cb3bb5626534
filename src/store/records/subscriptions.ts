/** Who wants to be told of which deadline, and when: subscriptions and the planned rows of the ledger. */
import type { Selectable } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { ReminderRecords, ReminderStatus, Subscription } from '../interface/reminders.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement, writeTogether } from '../statement.ts';
import { OPEN, toReminder } from './reminder-row.ts';

export type SubscriptionRecords = Pick<
  ReminderRecords,
  'subscribe' | 'subscriptions' | 'subscribersOf' | 'subscribedDeadlines' | 'reminders' | 'appliedContacts'
>;

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

export function subscriptionRecords(transaction: OpenTransaction, engine: Engine): SubscriptionRecords {
  const { office } = engine;
  return {
    async subscribe(plans, keepDueUntil = -1) {
      if (plans.length === 0) return;
      const subscribed = transaction
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
        );
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
      const adding = (rows: typeof planned) =>
        transaction
          .insertInto('reminder')
          .values(rows)
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
          );
      // None of the three sees what another has written: what is dropped is not planned, and what is planned is not dropped.
      const first = planned.length > 0 ? [adding(planned.slice(0, MOST_ROWS))] : [];
      await writeTogether(transaction, engine, [subscribed, dropped, ...first]);
      for (let from = MOST_ROWS; from < planned.length; from += MOST_ROWS)
        await adding(planned.slice(from, from + MOST_ROWS)).execute();
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
  };
}

function ofContact(transaction: OpenTransaction, { office }: Engine, contact: Contact) {
  return transaction
    .selectFrom('subscription')
    .where('office', '=', office)
    .where('channel', '=', contact.channel)
    .where('senderId', '=', contact.senderId);
}

function toSubscription({ office: _, ...row }: Selectable<Tables['subscription']>): Subscription {
  return { ...row, isGroup: row.isGroup === 1 };
}
