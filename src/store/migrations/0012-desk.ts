/** What officers do about tickets: who has them, until when, notes; and the lists that they keep (units, ready-made replies). */
import type { Migration } from './migration.ts';

export const desk: Migration = {
  version: 12,
  name: 'desk',
  async up({ schema }) {
    await schema
      .createTable('ticketWork')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('ticket', 'integer', (c) => c.notNull())
      .addColumn('assignee', 'text')
      .addColumn('acceptedAt', 'bigint')
      .addColumn('closedAt', 'bigint')
      .addColumn('visitedAt', 'bigint')
      .addColumn('satisfied', 'integer')
      .addPrimaryKeyConstraint('ticketWorkOfOffice', ['office', 'ticket'])
      .addForeignKeyConstraint('ticketOfWork', ['office', 'ticket'], 'ticket', ['office', 'number'], (c) =>
        c.onDelete('cascade'),
      )
      .execute();
    await schema
      .createTable('ticketNote')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('ticket', 'integer', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('ticketNoteOfOffice', ['office', 'ticket', 'position'])
      .addForeignKeyConstraint('ticketOfNote', ['office', 'ticket'], 'ticket', ['office', 'number'], (c) =>
        c.onDelete('cascade'),
      )
      .execute();
    await schema
      .createTable('listed')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('listedOfOffice', ['office', 'kind', 'id'])
      .execute();
  },
};
