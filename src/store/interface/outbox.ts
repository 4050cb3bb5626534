/** Messages on their way out. */

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
  /** Earlier ones: as it is given out, this one is not counted. */
  attempts: number;
  /** Whom it answers, so that forget() finds it in a group too. */
  senderId?: string | undefined;
}

/** What an item needs to be stored; it is due at once unless `dueAt` says otherwise. */
export type NewOutboxItem = Omit<OutboxItem, 'attempts' | 'dueAt'> & { attempts?: number; dueAt?: number };

export type OutboxResult =
  | { kind: 'sent'; platformMessageId?: string | undefined }
  | { kind: 'retry'; notBefore: number; reason: string }
  | { kind: 'unsure'; reason: string }
  | { kind: 'failed'; reason: string };

export interface OutboxRecords {
  /** Adding the same id twice keeps the first. */
  add(item: NewOutboxItem): Promise<void>;
  /** The same of the reply to a message of its channel, which is answered with it. */
  reply(item: NewOutboxItem, eventId: string): Promise<void>;
  /** Claims and begins in one step an item that was just added; null when an earlier one of its chat is not finished, or it is not due. */
  takeAtOnce(id: string, lease: { worker: string; now: number; leaseMs: number }): Promise<OutboxItem | null>;
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
  /** After 'retry' the later items of that chat which this worker holds are given back too, so that order is kept. */
  finish(id: string, worker: string, result: OutboxResult, now: number): Promise<void>;
  /** Leases that ran out: claimed → due again; begun → unsure, but due again on the channels named, where nothing is shown twice. */
  recover(now: number, idempotent?: readonly string[]): Promise<{ returned: number; unsure: number }>;
  /** Gives a worker's claimed and not begun items back (SIGTERM). */
  giveBack(worker: string): Promise<number>;
  /** When the next item of these channels becomes due, or null: how long a drain may sleep. */
  nextDueAt(channels: string[]): Promise<number | null>;
  /** How many items stand in each status. */
  counts(): Promise<Record<string, number>>;
  /** The same of those whose id begins so. */
  countsOf(prefix: string): Promise<Record<string, number>>;
  /** Deletes what was sent or given up before the given time. */
  prune(before: number): Promise<number>;
}
