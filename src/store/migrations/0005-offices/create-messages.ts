/** Messages in and out, conversations, what was shown. */
import { type SchemaModule, sql } from 'kysely';
import type { Engine } from '../../engine/engine.ts';

export async function createMessages(schema: SchemaModule, kind: Engine['kind']): Promise<void> {
  await schema
    .createTable('inbound')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('eventId', 'text', (c) => c.notNull())
    .addColumn('conversationId', 'text', (c) => c.notNull())
    .addColumn('senderId', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('receivedAt', 'bigint', (c) => c.notNull())
    .addColumn('answeredAt', 'bigint')
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('inboundOfOffice', ['office', 'channel', 'eventId'])
    .execute();
  await schema
    .createIndex('inboundUnanswered')
    .on('inbound')
    .columns(['office', 'receivedAt'])
    .where(sql<boolean>`"answeredAt" is null`)
    .execute();
  await schema
    .createIndex('inboundAnswered')
    .on('inbound')
    .columns(['office', 'receivedAt'])
    .where(sql<boolean>`"answeredAt" is not null`)
    .execute();

  await schema
    .createTable('conversation')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('conversationId', 'text', (c) => c.notNull())
    .addColumn('senderId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('lastInboundAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('conversationOfOffice', ['office', 'channel', 'conversationId', 'senderId'])
    .execute();
  await schema
    .createIndex('conversationBySender')
    .on('conversation')
    .columns(['office', 'channel', 'senderId'])
    .execute();

  const outbox = numbered(schema, 'outbox', kind)
    .addColumn('id', 'text', (c) => c.notNull())
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
    .addColumn('reason', 'text');
  await outbox.addUniqueConstraint('outboxOfOffice', ['office', 'id']).execute();
  await schema
    .createIndex('outboxPending')
    .on('outbox')
    .columns(['office', 'channel', 'conversationId', 'sequence'])
    .where(sql<boolean>`"finishedAt" is null`)
    .execute();
  await schema
    .createIndex('outboxFinished')
    .on('outbox')
    .columns(['office', 'finishedAt'])
    .where(sql<boolean>`"finishedAt" is not null`)
    .execute();

  const shown = numbered(schema, 'shown', kind)
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('conversationId', 'text', (c) => c.notNull())
    .addColumn('senderId', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull());
  await shown.addUniqueConstraint('shownOfOffice', ['office', 'id']).execute();
  await schema
    .createIndex('shownByChat')
    .on('shown')
    .columns(['office', 'channel', 'conversationId', 'sequence'])
    .execute();
  await schema.createIndex('shownBySender').on('shown').columns(['office', 'channel', 'senderId']).execute();
}

/** SQLite counts only a key of one column; the office is in every other index of such a table. */
export function numbered(schema: SchemaModule, name: string, kind: Engine['kind']) {
  const table = schema.createTable(name).addColumn('office', 'text', (c) => c.notNull());
  return kind === 'sqlite'
    ? table.addColumn('sequence', 'integer', (c) => c.primaryKey().autoIncrement())
    : table
        .addColumn('sequence', 'bigserial', (c) => c.notNull())
        .addPrimaryKeyConstraint(`${name}Sequence`, ['office', 'sequence']);
}
