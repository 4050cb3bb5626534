/**
 * The tables, as Kysely sees them; migrations/ makes them. Both engines have the same columns: text, integers (times as epoch
 * milliseconds), truth as 0 or 1. Columns bear the names of the records' fields, so that a row needs no translation. Every key begins with
 * the office: several offices may share a database, and each sees its own rows only.
 */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { ChatsTables } from './tables/chats.ts';
import type { ExchangesTables } from './tables/exchanges.ts';
import type { FilesTables } from './tables/files.ts';
import type { OfficersTables } from './tables/officers.ts';
import type { ProfilesTables } from './tables/profiles.ts';
import type { RemindersTables } from './tables/reminders.ts';
import type { ShelfTables } from './tables/shelf.ts';
import type { TicketsTables } from './tables/tickets.ts';
import type { WorkersTables } from './tables/workers.ts';

export interface Tables
  extends ChatsTables,
    ProfilesTables,
    TicketsTables,
    RemindersTables,
    ShelfTables,
    ExchangesTables,
    FilesTables,
    OfficersTables,
    WorkersTables {}

export type Database = Kysely<Tables>;
export type OpenTransaction = Transaction<Tables>;
/** In the order in which rows can be inserted. */
export const TABLE_NAMES = [
  'inbound',
  'conversation',
  'profile',
  'statement',
  'outbox',
  'ticket',
  'ticketReply',
  'counter',
  'subscription',
  'reminder',
  'delivery',
  'quietHours',
  'shown',
  'filePart',
  'revision',
  'revisionStep',
  'note',
  'apiKey',
  'announcedDocument',
  'officer',
  'officerSession',
  'audit',
  'intake',
  'exchange',
  'addition',
  'takeover',
  'ticketWork',
  'ticketNote',
  'listed',
  'secret',
  'seat',
] as const satisfies readonly Exclude<keyof Tables, 'migration'>[];

/** Rows that are copied at once: those of received files are long. */
export const rowsAtOnce = (table: (typeof TABLE_NAMES)[number]): number => (table === 'filePart' ? 20 : 500);

/** Written into the text of a query, not bound to it: only so does SQLite see that a partial index fits. */
export const literal = <V extends string>(value: V): RawBuilder<V> => sql.lit(value);
