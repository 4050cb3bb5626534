/**
 * The state of the bot behind one small interface; two engines (node:sqlite, PostgreSQL) pass one contract suite.
 * Every access is a transaction: the handle given to the work is the only door inside, so that nothing can be half done.
 */
import type {
  Contact,
  ConversationRecords,
  InboundRecords,
  RetentionRecords,
  ShownRecords,
} from './interface/chats.ts';
import type { AdditionRecords, ExchangeRecords } from './interface/exchanges.ts';
import type { FileRecords } from './interface/files.ts';
import type { AnnouncedRecords, KeyRecords } from './interface/machines.ts';
import type { NoteRecords } from './interface/notes.ts';
import type { AuditRecords, OfficerRecords } from './interface/officers.ts';
import type { OutboxRecords } from './interface/outbox.ts';
import type { ProfileRecords } from './interface/profiles.ts';
import type { ReminderRecords } from './interface/reminders.ts';
import type { IntakeRecords, ShelfRecords } from './interface/shelf.ts';
import type { DeskRecords, TicketRecords } from './interface/tickets.ts';
import type { TurnRecords } from './interface/turn.ts';
import type { WorkerRecords } from './interface/workers.ts';

export interface Store {
  engine: 'sqlite' | 'postgres';
  /**
   * All or nothing. Runs the work again on a conflict with another process, so the work must have no effect but on the records;
   * throws what the work throws. Opening a transaction inside another one is a mistake in the program and throws at once.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Epoch milliseconds by the clock that all users of this store share: the process's own, or the PostgreSQL server's. Leases are measured by it. */
  now(): number;
  /** A consistent copy while running (SQLite: a file; PostgreSQL: a portable dump of our own). Refuses to overwrite a file. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else changed the record since it was read. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

export interface Records {
  turn: TurnRecords;
  inbound: InboundRecords;
  conversations: ConversationRecords;
  profiles: ProfileRecords;
  outbox: OutboxRecords;
  tickets: TicketRecords;
  /** Subscriptions, reminders, deliveries: the ledger, see src/reminders. */
  reminders: ReminderRecords;
  /** What several workers share. */
  workers: WorkerRecords;
  /** Documents that came by console or API. */
  shelf: ShelfRecords;
  /** Files as they were received, in parts. */
  files: FileRecords;
  /** What was shown on a channel whose platform keeps no history. */
  shown: ShownRecords;
  /** Small things remembered by a key. */
  notes: NoteRecords;
  keys: KeyRecords;
  announced: AnnouncedRecords;
  /** Who works in the console. */
  officers: OfficerRecords;
  /** What was changed, by whom: only ever added to. */
  audit: AuditRecords;
  /** Files that officers brought in. */
  intake: IntakeRecords;
  /** What was asked and answered. */
  exchanges: ExchangeRecords;
  /** What officers added beside the documents. */
  additions: AdditionRecords;
  /** What officers do about tickets, and the lists that they keep. */
  desk: DeskRecords;
  /** What is old enough to be let go. */
  retention: RetentionRecords;
  /** Removes all of a contact: conversations, profiles, subscriptions, reminders, messages, tickets' texts. */
  forget(contact: Contact): Promise<void>;
}
