/** Tickets, and the counters that number them. */
import type { SchemaModule } from 'kysely';

export async function createTickets(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('ticket')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
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
    .addPrimaryKeyConstraint('ticketOfOffice', ['office', 'number'])
    .execute();
  await schema
    .createIndex('ticketBySender')
    .on('ticket')
    .columns(['office', 'channel', 'senderId'])
    .execute();
  await schema
    .createTable('ticketReply')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('ticket', 'integer', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ticketReplyOfOffice', ['office', 'ticket', 'position'])
    .addForeignKeyConstraint('ticketOfReply', ['office', 'ticket'], 'ticket', ['office', 'number'], (c) =>
      c.onDelete('cascade'),
    )
    .execute();
  await schema
    .createTable('counter')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('value', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('counterOfOffice', ['office', 'name'])
    .execute();
}
