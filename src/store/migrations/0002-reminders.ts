/** Subscriptions, reminders and their deliveries: the ledger. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const reminders: Migration = {
  version: 2,
  name: 'reminders',
  async up({ schema }) {
    await schema
      .createTable('subscription')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('isGroup', 'integer', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('deadline', 'text', (c) => c.notNull())
      .addColumn('choice', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('pausedUntil', 'bigint')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('subscriptionKey', ['channel', 'senderId', 'conversationId', 'about'])
      .execute();
    await schema.createIndex('subscriptionByAbout').on('subscription').columns(['about', 'id']).execute();
    await schema
      .createIndex('subscriptionPaused')
      .on('subscription')
      .column('pausedUntil')
      .where(sql<boolean>`"pausedUntil" is not null`)
      .execute();

    await schema
      .createTable('reminder')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('subscriptionId', 'text', (c) =>
        c.notNull().references('subscription.id').onDelete('cascade'),
      )
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('isGroup', 'integer', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('deadline', 'text', (c) => c.notNull())
      .addColumn('dueAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addColumn('isLast', 'integer', (c) => c.notNull())
      .addColumn('isResend', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('was', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('leaseOwner', 'text')
      .addColumn('leaseUntil', 'bigint')
      .execute();
    await schema.createIndex('reminderBySubscription').on('reminder').column('subscriptionId').execute();
    await schema
      .createIndex('reminderDue')
      .on('reminder')
      .column('dueAt')
      .where(sql<boolean>`status = 'due'`)
      .execute();
    await schema
      .createIndex('reminderLeased')
      .on('reminder')
      .column('leaseUntil')
      .where(sql<boolean>`"leaseUntil" is not null`)
      .execute();
    await schema
      .createIndex('reminderToShow')
      .on('reminder')
      .columns(['channel', 'conversationId'])
      .where(sql<boolean>`status in ('due', 'waiting')`)
      .execute();
    await schema
      .createIndex('reminderOpen')
      .on('reminder')
      .column('expiresAt')
      .where(sql<boolean>`status in ('due', 'waiting', 'paused')`)
      .execute();

    await schema
      .createTable('delivery')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('reminderId', 'text', (c) => c.notNull().references('reminder.id').onDelete('cascade'))
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('worker', 'text', (c) => c.notNull())
      .addColumn('startedAt', 'bigint', (c) => c.notNull())
      .addColumn('finishedAt', 'bigint')
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('platformMessageId', 'text')
      .addColumn('reason', 'text')
      .addUniqueConstraint('deliveryKey', ['reminderId', 'attempt'])
      .execute();
    // "Sent twice" cannot even be written down.
    await schema
      .createIndex('deliverySentOnce')
      .unique()
      .on('delivery')
      .column('reminderId')
      .where(sql<boolean>`outcome = 'sent'`)
      .execute();
    await schema
      .createIndex('deliveryUnconfirmed')
      .on('delivery')
      .column('worker')
      .where(sql<boolean>`outcome in ('started', 'unsure')`)
      .execute();

    await schema
      .createTable('quietHours')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('from', 'text', (c) => c.notNull())
      .addColumn('to', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('quietHoursKey', ['channel', 'senderId'])
      .execute();
  },
};
