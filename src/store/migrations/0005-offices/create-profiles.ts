/** What enterprises have told. */
import type { SchemaModule } from 'kysely';

export async function createProfiles(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('profile')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('senderId', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('enterprise', 'text', (c) => c.notNull())
    .addColumn('isCurrent', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('profileOfOffice', ['office', 'channel', 'senderId', 'scope', 'enterprise'])
    .execute();
  await schema
    .createTable('statement')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('senderId', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('enterprise', 'text', (c) => c.notNull())
    .addColumn('entity', 'text', (c) => c.notNull())
    .addColumn('fact', 'text', (c) => c.notNull())
    .addColumn('periodFrom', 'text', (c) => c.notNull())
    .addColumn('periodTo', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text')
    .addColumn('said', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('statementOfOffice', [
      'office',
      'channel',
      'senderId',
      'scope',
      'enterprise',
      'entity',
      'fact',
      'periodFrom',
      'periodTo',
    ])
    .execute();
}
