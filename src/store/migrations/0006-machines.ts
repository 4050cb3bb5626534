/** Keys of programs that call, and which state of each document was announced to those who listen. */
import type { Migration } from './migration.ts';

export const machines: Migration = {
  version: 6,
  name: 'machines',
  async up({ schema }) {
    await schema
      .createTable('apiKey')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('scopes', 'text', (c) => c.notNull())
      .addColumn('perMinute', 'integer', (c) => c.notNull())
      .addColumn('expiresOn', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('lastUsedAt', 'bigint')
      .addColumn('revokedAt', 'bigint')
      .addPrimaryKeyConstraint('apiKeyOfOffice', ['office', 'id'])
      .execute();
    await schema
      .createTable('announcedDocument')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('announcedDocumentOfOffice', ['office', 'document'])
      .execute();
  },
};
