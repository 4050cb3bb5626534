/** Documents as revisions. */
import { type SchemaModule, sql } from 'kysely';

export async function createShelf(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('revision')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('files', 'text', (c) => c.notNull())
    .addColumn('original', 'text')
    .addColumn('originalName', 'text')
    .addColumn('address', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('revisionOfOffice', ['office', 'document', 'number'])
    .execute();
  // Of one document one revision answers.
  await schema
    .createIndex('revisionInForce')
    .unique()
    .on('revision')
    .columns(['office', 'document'])
    .where(sql<boolean>`state = 'in-force'`)
    .execute();
  await schema
    .createTable('revisionStep')
    .addColumn('office', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('note', 'text')
    .addPrimaryKeyConstraint('revisionStepOfOffice', ['office', 'document', 'number', 'position'])
    .execute();
}
