/** What was asked and answered, for officers to read and to answer better; and what they added beside the documents. */
import { numbered } from './0005-offices/create-messages.ts';
import type { Migration } from './migration.ts';

export const exchanges: Migration = {
  version: 11,
  name: 'exchanges',
  async up({ schema }, kind) {
    const exchange = numbered(schema, 'exchange', kind)
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('isGroup', 'integer', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('reply', 'text', (c) => c.notNull())
      .addColumn('by', 'text')
      .addColumn('about', 'text')
      .addColumn('place', 'text')
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('verdict', 'text')
      .addColumn('feedback', 'text')
      .addColumn('reason', 'text')
      .addColumn('handled', 'text')
      .addColumn('handledBy', 'text')
      .addColumn('handledAt', 'bigint');
    await exchange.addUniqueConstraint('exchangeOfOffice', ['office', 'id']).execute();
    await schema.createIndex('exchangeByTime').on('exchange').columns(['office', 'at']).execute();
    await schema
      .createIndex('exchangeByChat')
      .on('exchange')
      .columns(['office', 'channel', 'conversationId', 'sequence'])
      .execute();
    await schema
      .createIndex('exchangeBySender')
      .on('exchange')
      .columns(['office', 'channel', 'senderId'])
      .execute();
    await schema
      .createTable('addition')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('questions', 'text', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('answer', 'text')
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('removedAt', 'bigint')
      .addPrimaryKeyConstraint('additionOfOffice', ['office', 'id'])
      .execute();
    await schema
      .createTable('takeover')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('takeoverOfOffice', ['office', 'channel', 'conversationId'])
      .execute();
  },
};
