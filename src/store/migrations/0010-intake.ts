/** Files that officers brought in, from the moment they arrive until a draft was made of each. */
import type { Migration } from './migration.ts';

export const intake: Migration = {
  version: 10,
  name: 'intake',
  async up({ schema }) {
    await schema
      .createTable('intake')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('bytes', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('document', 'text')
      .addColumn('number', 'integer')
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('intakeOfOffice', ['office', 'id'])
      .execute();
  },
};
