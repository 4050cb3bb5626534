/** The ledger of reminders: subscriptions, what is due, what was delivered. See src/reminders. */
import type { Day } from '../../contract/index.ts';
import type { ChatAddress, Contact } from './chats.ts';
import type { OutboxResult } from './outbox.ts';

/** A subscription belongs to a contact in a chat and is about a measure (or a document): one each. */
export interface Subscription {
  id: string;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  about: string;
  deadline: Day;
  /** ReminderChoice as JSON. */
  choice: string;
  state: 'active' | 'paused' | 'cancelled' | 'applied';
  /** Epoch milliseconds; null: until the contact says so. */
  pausedUntil: number | null;
  createdAt: number;
}

/**
 * due → claimed → sending → sent | unsure | failed; or waiting (the channel cannot push now: shown when the contact next writes),
 * paused, cancelled, expired.
 */
export type ReminderStatus =
  | 'due'
  | 'claimed'
  | 'sending'
  | 'sent'
  | 'unsure'
  | 'failed'
  | 'waiting'
  | 'paused'
  | 'cancelled'
  | 'expired';

export interface ReminderRow {
  /** The same subscription and due time always have the same id, so that planning twice plans once. */
  id: string;
  subscriptionId: string;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  about: string;
  deadline: Day;
  /** Epoch milliseconds. */
  dueAt: number;
  /** Never sent after this. */
  expiresAt: number;
  /** The last one before the deadline: sent again, once, when it is unsure whether it arrived. */
  isLast: boolean;
  /** This is that second sending (补发). */
  isResend: boolean;
  /** Set when this row tells that the document was amended: the deadline as it was before. */
  was: Day | null;
  status: ReminderStatus;
  attempts: number;
}

/** As planned: the ledger adds the rest. */
export type PlannedReminder = Pick<ReminderRow, 'id' | 'dueAt' | 'expiresAt' | 'isLast'> & { was?: Day };

export interface Plan {
  subscription: Subscription;
  reminders: PlannedReminder[];
}

export interface DeliveryRow {
  /** Idempotency key and fencing token: reminder id and number of the attempt. */
  id: string;
  reminderId: string;
  attempt: number;
  worker: string;
  startedAt: number;
  finishedAt: number | null;
  outcome: 'started' | 'sent' | 'failed' | 'unsure';
  platformMessageId: string | null;
  reason: string | null;
}

/** As every sending ends. After `retry` it did not arrive for sure, and may be tried again. */
export type DeliveryResult = OutboxResult;

export interface QuietHours {
  /** Local time 'HH:MM'; may pass midnight. */
  from: string;
  to: string;
}

export interface ReminderRecords {
  /**
   * Sets or changes subscriptions (up to 500 at once). Their reminders that were planned before, are not on their way and are not planned
   * now are cancelled; with `keepDueUntil`, only those due after that time.
   */
  subscribe(plans: Plan[], keepDueUntil?: number): Promise<void>;
  subscriptions(contact: Contact): Promise<Subscription[]>;
  /** All active and paused subscriptions about something, in pages: after the given id, by id. */
  subscribersOf(
    about: string,
    page: { after: string | null; limit: number },
  ): Promise<(Subscription & { quiet: QuietHours | null })[]>;
  /** Every measure or document with active or paused subscriptions, with the deadlines they were planned for. */
  subscribedDeadlines(): Promise<{ about: string; deadline: Day }[]>;
  /** The contact's reminders, soonest first. */
  reminders(contact: Contact): Promise<ReminderRow[]>;
  /** about null: all of the contact's. Returns how many subscriptions were touched. */
  setState(
    contact: Contact,
    about: string | null,
    state: Subscription['state'],
    at?: { now: number; pausedUntil?: number | null },
  ): Promise<number>;
  /** Resumes the pauses that are over. */
  resumePaused(now: number): Promise<number>;
  quietHours(contact: Contact): Promise<QuietHours | null>;
  setQuietHours(contact: Contact, quiet: QuietHours | null): Promise<void>;

  /** Takes up to `limit` due reminders under a lease, the earliest first; what has expired, or whose contact has quiet hours now, is left alone. */
  claim(claim: {
    worker: string;
    channels: string[];
    limit: number;
    now: number;
    leaseMs: number;
  }): Promise<ReminderRow[]>;
  /** Written before the requests leave. Answers the delivery of each reminder whose lease still holds: only those may be sent. */
  begin(ids: string[], worker: string, now: number): Promise<Map<string, string>>;
  /** Ends deliveries of this worker; one that has ended otherwise meanwhile stays as it is, except that unsure may still become sent. */
  finish(results: { delivery: string; result: DeliveryResult }[], worker: string, now: number): Promise<void>;
  /** The channel cannot push now: claimed → waiting. */
  hold(ids: string[], worker: string): Promise<void>;
  /** Reminders that wait for the contact to write (or are due now), for the outbox item of this id to carry: its outcome becomes theirs. */
  showWith(address: ChatAddress, outboxId: string, now: number): Promise<ReminderRow[]>;
  /** For a reply that does not go through the outbox: what showWith gave out under this id has been shown. */
  shown(outboxId: string, now: number): Promise<void>;
  /** Leases that ran out: claimed → due again; begun → unsure (and a last notice is planned again, once). */
  recover(now: number): Promise<{ returned: number; unsure: number }>;
  /** Reminders past their deadline: never sent. */
  expire(now: number): Promise<number>;
  /** Gives a worker's claimed and not begun reminders back (SIGTERM). */
  giveBack(worker: string): Promise<number>;

  list(filter?: { status?: ReminderStatus; limit?: number }): Promise<ReminderRow[]>;
  deliveries(filter?: { outcome?: DeliveryRow['outcome']; limit?: number }): Promise<DeliveryRow[]>;
  counts(): Promise<Record<string, number>>;
  /** How many contacts said of something that they had applied for it. */
  appliedContacts(): Promise<number>;
}
