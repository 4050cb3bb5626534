/** Messages in and out, conversations, profiles, tickets. */
import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const conversations: Migration = {
  version: 1,
  name: 'conversations',
  async up({ schema }, kind) {
    await schema
      .createTable('inbound')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('eventId', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('receivedAt', 'bigint', (c) => c.notNull())
      .addColumn('answeredAt', 'bigint')
      .addPrimaryKeyConstraint('inboundKey', ['channel', 'eventId'])
      .execute();
    await schema
      .createIndex('inboundUnanswered')
      .on('inbound')
      .column('receivedAt')
      .where(sql<boolean>`"answeredAt" is null`)
      .execute();
    await schema
      .createIndex('inboundAnswered')
      .on('inbound')
      .column('receivedAt')
      .where(sql<boolean>`"answeredAt" is not null`)
      .execute();

    await schema
      .createTable('conversation')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('lastInboundAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('conversationKey', ['channel', 'conversationId', 'senderId'])
      .execute();
    await schema
      .createIndex('conversationBySender')
      .on('conversation')
      .columns(['channel', 'senderId'])
      .execute();

    await schema
      .createTable('profile')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('enterprise', 'text', (c) => c.notNull())
      .addColumn('facts', 'text', (c) => c.notNull())
      .addColumn('isCurrent', 'integer', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('profileKey', ['channel', 'senderId', 'enterprise'])
      .execute();

    const outbox = schema.createTable('outbox');
    await (kind === 'sqlite'
      ? outbox.addColumn('sequence', 'integer', (c) => c.primaryKey().autoIncrement())
      : outbox.addColumn('sequence', 'bigserial', (c) => c.primaryKey())
    )
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text')
      .addColumn('isGroup', 'integer', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('dueAt', 'bigint', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('leaseOwner', 'text')
      .addColumn('leaseUntil', 'bigint')
      .addColumn('finishedAt', 'bigint')
      .addColumn('platformMessageId', 'text')
      .addColumn('reason', 'text')
      .execute();
    await schema
      .createIndex('outboxPending')
      .on('outbox')
      .columns(['channel', 'conversationId', 'sequence'])
      .where(sql<boolean>`"finishedAt" is null`)
      .execute();
    await schema
      .createIndex('outboxFinished')
      .on('outbox')
      .column('finishedAt')
      .where(sql<boolean>`"finishedAt" is not null`)
      .execute();

    await schema
      .createTable('ticket')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('isGroup', 'integer', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('department', 'text')
      .addColumn('known', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('openedAt', 'bigint', (c) => c.notNull())
      .addColumn('closedAt', 'bigint')
      .execute();
    await schema.createIndex('ticketBySender').on('ticket').columns(['channel', 'senderId']).execute();
    await schema
      .createTable('ticketReply')
      .addColumn('ticket', 'integer', (c) => c.notNull().references('ticket.number').onDelete('cascade'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('ticketReplyKey', ['ticket', 'position'])
      .execute();
    await schema
      .createTable('counter')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'integer', (c) => c.notNull())
      .execute();
  },
};
