/** What several workers of one office share: keys that all sign with, and seats that one of them holds at a time. */
import type { Migration } from './migration.ts';

export const workers: Migration = {
  version: 7,
  name: 'workers',
  async up({ schema }) {
    await schema
      .createTable('secret')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('secretOfOffice', ['office', 'name'])
      .execute();
    await schema
      .createTable('seat')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('heldUntil', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('seatOfOffice', ['office', 'role'])
      .execute();
  },
};
