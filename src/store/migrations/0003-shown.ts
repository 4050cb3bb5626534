/** What a contact has been shown on a channel that keeps no history of its own (the web page). */
import type { Migration } from './migration.ts';

export const shown: Migration = {
  version: 3,
  name: 'shown',
  async up({ schema }, kind) {
    const table = schema.createTable('shown');
    await (kind === 'sqlite'
      ? table.addColumn('sequence', 'integer', (c) => c.primaryKey().autoIncrement())
      : table.addColumn('sequence', 'bigserial', (c) => c.primaryKey())
    )
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversationId', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('shownByChat')
      .on('shown')
      .columns(['channel', 'conversationId', 'sequence'])
      .execute();
    await schema.createIndex('shownBySender').on('shown').columns(['channel', 'senderId']).execute();
  },
};
