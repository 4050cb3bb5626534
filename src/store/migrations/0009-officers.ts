/** The officers of the console, their sessions, and the record of everything that was changed, by whom. */
import { numbered } from './0005-offices/create-messages.ts';
import type { Migration } from './migration.ts';

export const officers: Migration = {
  version: 9,
  name: 'officers',
  async up({ schema }, kind) {
    await schema
      .createTable('officer')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('password', 'text')
      .addColumn('link', 'text')
      .addColumn('linkUntil', 'bigint')
      .addColumn('subject', 'text')
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('blockedUntil', 'bigint', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('removedAt', 'bigint')
      .addPrimaryKeyConstraint('officerOfOffice', ['office', 'name'])
      .execute();
    await schema
      .createTable('officerSession')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('officer', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('officerSessionOfOffice', ['office', 'hash'])
      .execute();
    const audit = numbered(schema, 'audit', kind)
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .addColumn('comment', 'text');
    await audit.execute();
    await schema
      .createIndex('auditBySubject')
      .on('audit')
      .columns(['office', 'subject', 'sequence'])
      .execute();
  },
};
