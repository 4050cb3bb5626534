/**
 * The office leads every key, a profile has the scope that it was told in, what it holds becomes statements, and documents may stand on the
 * shelf as revisions. A key cannot be changed in place: each table is made anew beside the old one, filled from it, and the old one dropped.
 */
import { sql } from 'kysely';
import type { OpenTransaction } from '../../schema.ts';
import type { Migration } from '../migration.ts';
import { createMessages } from './create-messages.ts';
import { createProfiles } from './create-profiles.ts';
import { createReminders } from './create-reminders.ts';
import { createShelf } from './create-shelf.ts';
import { createTickets } from './create-tickets.ts';
import { profilesToStatements } from './profiles-to-statements.ts';

/** Whose the rows were before offices had names. */
const FIRST_OFFICE = 'main';

/** The tables of format 4 and their columns, children after what they belong to. */
const TABLES: Record<string, string> = {
  inbound: 'channel eventId conversationId senderId body receivedAt answeredAt tries',
  conversation: 'channel conversationId senderId state version lastInboundAt',
  profile: 'channel senderId enterprise facts isCurrent updatedAt',
  outbox:
    'sequence id channel conversationId senderId isGroup body createdAt dueAt attempts status leaseOwner leaseUntil finishedAt platformMessageId reason',
  ticket:
    'number channel conversationId senderId isGroup question about department known state openedAt closedAt',
  ticketReply: 'ticket position text at',
  counter: 'name value',
  subscription:
    'id channel conversationId senderId isGroup about deadline choice state pausedUntil createdAt',
  reminder:
    'id subscriptionId channel conversationId senderId isGroup about deadline dueAt expiresAt isLast isResend was status attempts leaseOwner leaseUntil',
  delivery: 'id reminderId attempt worker startedAt finishedAt outcome platformMessageId reason',
  quietHours: 'channel senderId from to',
  shown: 'sequence id channel conversationId senderId body at',
};

/** Names of indexes are taken as long as the old tables stand. */
const INDEXES = [
  'inboundUnanswered',
  'inboundAnswered',
  'conversationBySender',
  'outboxPending',
  'outboxFinished',
  'ticketBySender',
  'subscriptionByAbout',
  'subscriptionPaused',
  'reminderBySubscription',
  'reminderDue',
  'reminderLeased',
  'reminderToShow',
  'reminderOpen',
  'deliverySentOnce',
  'deliveryUnconfirmed',
  'shownByChat',
  'shownBySender',
];

const oldName = (table: string) => `old_${table}`;

export const offices: Migration = {
  version: 5,
  name: 'offices',
  async up(transaction, kind) {
    for (const index of INDEXES) await transaction.schema.dropIndex(index).execute();
    for (const table of Object.keys(TABLES))
      await transaction.schema.alterTable(table).renameTo(oldName(table)).execute();
    await createMessages(transaction.schema, kind);
    await createProfiles(transaction.schema);
    await createTickets(transaction.schema);
    await createReminders(transaction.schema);
    await createShelf(transaction.schema);
    for (const [table, columns] of Object.entries(TABLES))
      if (table !== 'profile') await copyRows(transaction, table, columns.split(' '));
    await profilesToStatements(transaction, FIRST_OFFICE, oldName('profile'));
    // What a conversation was about is not kept over this change of how messages are read; what the contact told is.
    await transaction.updateTable('conversation').set({ state: '{}' }).execute();
    for (const table of ['outbox', 'shown']) await continueNumbers(transaction, kind, table);
    for (const table of Object.keys(TABLES).reverse())
      await transaction.schema.dropTable(oldName(table)).execute();
  },
};

async function copyRows(transaction: OpenTransaction, table: string, columns: string[]): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (office, ${names})
    select ${sql.lit(FIRST_OFFICE)}, ${names} from ${sql.table(oldName(table))}`.execute(transaction);
}

/** A number that was given out is not given again, even where its row is gone. */
async function continueNumbers(
  transaction: OpenTransaction,
  kind: 'sqlite' | 'postgres',
  table: string,
): Promise<void> {
  if (kind === 'sqlite') {
    await sql`insert into sqlite_sequence (name, seq)
      select ${table}, 0 where not exists (select 1 from sqlite_sequence where name = ${table})`.execute(
      transaction,
    );
    await sql`update sqlite_sequence set seq = max(seq, coalesce((select seq from sqlite_sequence where name = ${oldName(table)}), 0))
      where name = ${table}`.execute(transaction);
  } else {
    await sql`select setval(pg_get_serial_sequence(${table}, 'sequence'),
      nextval(pg_get_serial_sequence(${oldName(table)}, 'sequence')::regclass), false)`.execute(transaction);
  }
}
