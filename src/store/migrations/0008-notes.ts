/** Small things that are remembered by a key: a link that was given out, a group that has moved, what a contact was told once. */
import type { Migration } from './migration.ts';

export const notes: Migration = {
  version: 8,
  name: 'notes',
  async up({ schema }) {
    await schema
      .createTable('note')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('senderId', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint')
      .addPrimaryKeyConstraint('noteOfOffice', ['office', 'purpose', 'key'])
      .execute();
    await schema
      .createIndex('noteBySender')
      .on('note')
      .columns(['office', 'channel', 'senderId', 'purpose'])
      .execute();
  },
};
