/**
 * The state of the bot behind one small interface; two engines (node:sqlite, PostgreSQL) pass one contract suite.
 * Every access is a transaction: the handle given to the work is the only door inside, so that nothing can be half done.
 */
import type { Day } from '../day.ts';

export interface Store {
  /** All or nothing. Retries on serialisation conflicts; throws what the work throws. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** A consistent copy while running (SQLite: a file; PostgreSQL: a portable dump of our own). */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface Records {
  inbound: InboundRecords;
  conversations: ConversationRecords;
  profiles: ProfileRecords;
  outbox: OutboxRecords;
  tickets: TicketRecords;
  /** Subscriptions, reminders, deliveries: the ledger, see src/reminders. */
  reminders: ReminderRecords;
  /** Removes all of a contact: conversations, profiles, subscriptions, reminders, messages, tickets' texts. */
  forget(contact: Contact): Promise<void>;
}

export interface Contact {
  channel: string;
  senderId: string;
}
export interface ChatAddress {
  channel: string;
  conversationId: string;
}

export interface StoredInbound {
  channel: string;
  eventId: string;
  conversationId: string;
  senderId: string;
  /** The whole InboundMessage as JSON. */
  body: string;
  receivedAt: number;
}
export interface InboundRecords {
  /** Stores before any work. 'duplicate' when (channel, eventId) is already there. */
  receive(message: StoredInbound): Promise<'new' | 'duplicate'>;
  /** Stored and not yet answered, oldest first: taken up at the next start. */
  unanswered(): Promise<StoredInbound[]>;
  markAnswered(channel: string, eventId: string, at: number): Promise<void>;
  /** Forgets dedupe keys of answered messages older than the given time. */
  prune(before: number): Promise<number>;
}

export interface ConversationRecords {
  /** `sender` in groups: each sender has a thread of their own. */
  load(
    address: ChatAddress,
    senderId: string,
  ): Promise<{ state: string; version: number; lastInboundAt: number } | null>;
  /** Throws ConflictError when the version is no longer the one loaded (null: not there yet). */
  save(
    address: ChatAddress,
    senderId: string,
    state: string,
    expectedVersion: number | null,
    lastInboundAt: number,
  ): Promise<void>;
  lastInboundAt(address: ChatAddress): Promise<number | null>;
}

export interface ProfileRecords {
  /** The enterprise in use, or null. */
  current(contact: Contact): Promise<{ enterprise: string | null; facts: string } | null>;
  save(contact: Contact, enterprise: string | null, facts: string, at: number): Promise<void>;
  switchTo(contact: Contact, enterprise: string, at: number): Promise<void>;
  list(contact: Contact): Promise<{ enterprise: string | null; facts: string }[]>;
}

export interface OutboxItem {
  /** Idempotency key. */
  id: string;
  channel: string;
  conversationId: string;
  isGroup: boolean;
  /** OutboundMessage as JSON. */
  body: string;
  createdAt: number;
  /** Not before. */
  dueAt: number;
  attempts: number;
}
export type OutboxResult =
  | { kind: 'sent'; platformMessageId?: string | undefined }
  | { kind: 'retry'; notBefore: number; reason: string }
  | { kind: 'unsure'; reason: string }
  | { kind: 'failed'; reason: string };
export interface OutboxRecords {
  add(item: OutboxItem): Promise<void>;
  /** Takes up to `limit` due items under a lease, oldest first, one chat's items in order (never a later one before an earlier pending one). */
  claim(claim: {
    worker: string;
    channels: string[];
    limit: number;
    now: number;
    leaseMs: number;
  }): Promise<OutboxItem[]>;
  /** Written before the request leaves, so that a crash leaves 'unsure', not a blind resend. False: lease lost, do not send. */
  begin(id: string, worker: string, now: number): Promise<boolean>;
  finish(id: string, worker: string, result: OutboxResult, now: number): Promise<void>;
  /** Leases that ran out: claimed → due again; begun → unsure. */
  recover(now: number): Promise<{ returned: number; unsure: number }>;
  /** Gives a worker's claimed and not begun items back (SIGTERM). */
  giveBack(worker: string): Promise<number>;
  counts(): Promise<Record<string, number>>;
}

export interface Ticket {
  id: string;
  channel: string;
  conversationId: string;
  senderId: string;
  question: string;
  about: string | null;
  department: string | null;
  known: string;
  state: 'open' | 'answered' | 'closed';
  openedAt: number;
  replies: { text: string; at: number }[];
}
export interface TicketRecords {
  /** Returns the short number told to the contact (e.g. 'T0042'). */
  open(ticket: Omit<Ticket, 'id' | 'state' | 'replies'>): Promise<string>;
  get(id: string): Promise<Ticket | null>;
  list(filter?: { state?: Ticket['state']; contact?: Contact }): Promise<Ticket[]>;
  /** Stores the reply; the caller adds it to the outbox in the same transaction. */
  reply(id: string, text: string, at: number): Promise<void>;
  close(id: string, at: number): Promise<void>;
}

/** A subscription belongs to a contact in a chat and is about a measure (or a document). */
export interface Subscription {
  id: string;
  channel: string;
  conversationId: string;
  senderId: string;
  about: string;
  deadline: Day;
  /** ReminderChoice as JSON. */
  choice: string;
  state: 'active' | 'paused' | 'cancelled' | 'applied';
  createdAt: number;
}
export interface ReminderRow {
  id: string;
  subscriptionId: string;
  channel: string;
  conversationId: string;
  about: string;
  deadline: Day;
  /** Epoch milliseconds. */
  dueAt: number;
  /** Never sent after this. */
  expiresAt: number;
  isLast: boolean;
  status: 'due' | 'claimed' | 'sending' | 'sent' | 'unsure' | 'failed' | 'cancelled' | 'expired' | 'paused';
  attempts: number;
}
export interface DeliveryRow {
  id: string;
  reminderId: string;
  attempt: number;
  worker: string;
  startedAt: number;
  finishedAt: number | null;
  outcome: 'started' | 'sent' | 'failed' | 'unsure';
  platformMessageId: string | null;
}
/** Refined by the reminders room. */
export interface ReminderRecords {
  subscribe(subscription: Subscription, reminders: Omit<ReminderRow, 'status' | 'attempts'>[]): Promise<void>;
  subscriptions(contact: Contact): Promise<Subscription[]>;
  reminders(contact: Contact): Promise<ReminderRow[]>;
  /** about null: all of the contact's. Returns how many reminders were touched. */
  setState(contact: Contact, about: string | null, state: Subscription['state']): Promise<number>;
  list(filter?: { status?: ReminderRow['status']; limit?: number }): Promise<ReminderRow[]>;
  deliveries(filter?: { outcome?: DeliveryRow['outcome']; limit?: number }): Promise<DeliveryRow[]>;
}
