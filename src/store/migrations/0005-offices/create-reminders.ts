/** The ledger. */
import { type SchemaModule, sql } from 'kysely';

export async function createReminders(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('subscription')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
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
    .addPrimaryKeyConstraint('subscriptionOfOffice', ['office', 'id'])
    .addUniqueConstraint('subscriptionOnce', ['office', 'channel', 'senderId', 'conversationId', 'about'])
    .execute();
  await schema
    .createIndex('subscriptionByAbout')
    .on('subscription')
    .columns(['office', 'about', 'id'])
    .execute();
  await schema
    .createIndex('subscriptionPaused')
    .on('subscription')
    .columns(['office', 'pausedUntil'])
    .where(sql<boolean>`"pausedUntil" is not null`)
    .execute();

  await schema
    .createTable('reminder')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('subscriptionId', 'text', (c) => c.notNull())
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
    .addPrimaryKeyConstraint('reminderOfOffice', ['office', 'id'])
    .addForeignKeyConstraint(
      'subscriptionOfReminder',
      ['office', 'subscriptionId'],
      'subscription',
      ['office', 'id'],
      (c) => c.onDelete('cascade'),
    )
    .execute();
  await schema
    .createIndex('reminderBySubscription')
    .on('reminder')
    .columns(['office', 'subscriptionId'])
    .execute();
  await schema
    .createIndex('reminderDue')
    .on('reminder')
    .columns(['office', 'dueAt'])
    .where(sql<boolean>`status = 'due'`)
    .execute();
  await schema
    .createIndex('reminderLeased')
    .on('reminder')
    .columns(['office', 'leaseUntil'])
    .where(sql<boolean>`"leaseUntil" is not null`)
    .execute();
  await schema
    .createIndex('reminderToShow')
    .on('reminder')
    .columns(['office', 'channel', 'conversationId'])
    .where(sql<boolean>`status in ('due', 'waiting')`)
    .execute();
  await schema
    .createIndex('reminderOpen')
    .on('reminder')
    .columns(['office', 'expiresAt'])
    .where(sql<boolean>`status in ('due', 'waiting', 'paused')`)
    .execute();

  await schema
    .createTable('delivery')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('reminderId', 'text', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('worker', 'text', (c) => c.notNull())
    .addColumn('startedAt', 'bigint', (c) => c.notNull())
    .addColumn('finishedAt', 'bigint')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('platformMessageId', 'text')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('deliveryOfOffice', ['office', 'id'])
    .addUniqueConstraint('deliveryAttempt', ['office', 'reminderId', 'attempt'])
    .addForeignKeyConstraint(
      'reminderOfDelivery',
      ['office', 'reminderId'],
      'reminder',
      ['office', 'id'],
      (c) => c.onDelete('cascade'),
    )
    .execute();
  // "Sent twice" cannot even be written down.
  await schema
    .createIndex('deliverySentOnce')
    .unique()
    .on('delivery')
    .columns(['office', 'reminderId'])
    .where(sql<boolean>`outcome = 'sent'`)
    .execute();
  await schema
    .createIndex('deliveryUnconfirmed')
    .on('delivery')
    .columns(['office', 'worker'])
    .where(sql<boolean>`outcome in ('started', 'unsure')`)
    .execute();

  await schema
    .createTable('quietHours')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('senderId', 'text', (c) => c.notNull())
    .addColumn('from', 'text', (c) => c.notNull())
    .addColumn('to', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('quietHoursOfOffice', ['office', 'channel', 'senderId'])
    .execute();
}
