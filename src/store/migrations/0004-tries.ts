/** How often a message was begun that an earlier process had left unanswered. */
import type { Migration } from './migration.ts';

export const tries: Migration = {
  version: 4,
  name: 'tries',
  async up({ schema }) {
    await schema
      .alterTable('inbound')
      .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  },
};
