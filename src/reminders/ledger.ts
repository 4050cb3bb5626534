/**
 * The ledger at work: claim → begin → send → finish. Begin is written before a request leaves, finish after: a killed worker leaves at most
 * one reminder of which it is not known whether it arrived, and that one is named. Nothing is sent twice by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, SendOutcome } from '../contract/index.ts';
import type { DeliveryResult, Records, ReminderRow, Store } from '../store/index.ts';

export interface Sender {
  /** False: the channel cannot push to this chat now; the reminder waits until the contact writes. */
  canPush(row: ReminderRow, now: number): boolean | Promise<boolean>;
  /** `delivery` is the idempotency key, for a channel that takes one. */
  send(row: ReminderRow, delivery: string): Promise<SendOutcome>;
}

export interface Worker {
  store: Store;
  clock: Clock;
  sender: Sender;
  /** Unique among all workers of the store, also over restarts. */
  name: string;
  channels: string[];
  /** Aborted: what is being sent is finished, nothing new is begun. */
  stopping: AbortSignal;
  leaseMs?: number;
  batch?: number;
  /** What came of a reminder, in the transaction that writes it down: not of an attempt that is made again. */
  ended?: Ended | undefined;
}

export type Ended = (
  records: Records,
  row: ReminderRow,
  result: Exclude<DeliveryResult, { kind: 'retry' }>,
) => Promise<void>;

export interface Tally {
  sent: number;
  unsure: number;
  failed: number;
  retried: number;
  held: number;
}

/** A batch is sent one by one and must be through before its lease is over; what is not is given to the next. */
const LEASE_MS = 120_000;
const BATCH = 50;

/** Brings the ledger in order: leases that ran out, pauses that are over, deadlines that have passed. */
export function tidy(store: Store, now: number) {
  return store.transaction(async ({ reminders }) => {
    const { returned, unsure } = await reminders.recover(now);
    const resumed = await reminders.resumePaused(now);
    const expired = await reminders.expire(now);
    return { returned, unsure, resumed, expired };
  });
}

/** Sends all that is due now, or until it is told to stop. */
export async function sendDue(worker: Worker): Promise<Tally> {
  const { store, clock, name, channels, stopping } = worker;
  const tally: Tally = { sent: 0, unsure: 0, failed: 0, retried: 0, held: 0 };
  while (!stopping.aborted) {
    const rows = await store.transaction(({ reminders }) =>
      reminders.claim({
        worker: name,
        channels,
        limit: worker.batch ?? BATCH,
        now: clock.now(),
        leaseMs: worker.leaseMs ?? LEASE_MS,
      }),
    );
    if (rows.length === 0) break;
    await sendBatch(worker, await holdBack(worker, rows, tally), tally);
  }
  return tally;
}

/** SIGTERM: what this worker has claimed and not begun goes back at once, instead of after the lease. */
export function giveBack({ store, name }: Worker): Promise<number> {
  return store.transaction(({ reminders }) => reminders.giveBack(name));
}

async function holdBack(worker: Worker, rows: ReminderRow[], tally: Tally): Promise<ReminderRow[]> {
  const now = worker.clock.now();
  const open: ReminderRow[] = [];
  const closed: string[] = [];
  for (const row of rows) {
    if (await worker.sender.canPush(row, now)) open.push(row);
    else closed.push(row.id);
  }
  if (closed.length > 0) {
    await worker.store.transaction(({ reminders }) => reminders.hold(closed, worker.name));
    tally.held += closed.length;
  }
  return open;
}

/** One transaction between two sends: the end of the last delivery and the beginning of the next. */
async function sendBatch(worker: Worker, rows: ReminderRow[], tally: Tally): Promise<void> {
  const { clock, name, stopping } = worker;
  let ended: Attempted[] = [];
  for (const row of rows) {
    const delivery = await persistently(worker, async (records) => {
      const { reminders } = records;
      const now = clock.now();
      await finish(worker, records, ended, now);
      if (stopping.aborted) return undefined;
      return (await reminders.begin([row.id], name, now)).get(row.id);
    });
    ended = [];
    if (stopping.aborted && !delivery) return;
    if (!delivery) continue;
    const result = resultOf(await attempt(worker.sender, row, delivery), row, clock.now());
    tally[TALLIED_AS[result.kind]] += 1;
    ended = [{ delivery, result, row }];
  }
  if (ended.length > 0) {
    await persistently(worker, (records) => finish(worker, records, ended, clock.now()));
  }
}

interface Attempted {
  delivery: string;
  result: DeliveryResult;
  row: ReminderRow;
}

async function finish(worker: Worker, records: Records, all: Attempted[], now: number): Promise<void> {
  await records.reminders.finish(all, worker.name, now);
  for (const { row, result } of all) if (result.kind !== 'retry') await worker.ended?.(records, row, result);
}

const TALLIED_AS = { sent: 'sent', unsure: 'unsure', failed: 'failed', retry: 'retried' } as const;

/** A sender that throws has perhaps sent. */
async function attempt(sender: Sender, row: ReminderRow, delivery: string): Promise<SendOutcome> {
  try {
    return await sender.send(row, delivery);
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Minutes to wait after the first, second … attempt that surely did not arrive. */
const RETRY_AFTER_MINUTES = [1, 5, 15, 60];

function resultOf(outcome: SendOutcome, row: ReminderRow, now: number): DeliveryResult {
  switch (outcome.kind) {
    case 'sent':
      return outcome;
    case 'unknown':
      return { kind: 'unsure', reason: outcome.reason };
    case 'rejected': {
      if (outcome.permanent) return { kind: 'failed', reason: outcome.reason };
      const minutes = RETRY_AFTER_MINUTES[Math.min(row.attempts, RETRY_AFTER_MINUTES.length - 1)] ?? 60;
      return {
        kind: 'retry',
        notBefore: now + (outcome.retryAfterMs ?? minutes * 60_000),
        reason: outcome.reason,
      };
    }
  }
}

const STORE_WAIT_MS = 1000;
const STORE_TRIES = 60;

/**
 * What was sent must be written down: while the store is away (PostgreSQL restarting) it is asked again and again. Beginning and finishing
 * twice is the same as once, so it does no harm that the answer to a commit was lost.
 */
async function persistently<T>(
  worker: Worker,
  work: Parameters<typeof worker.store.transaction<T>>[0],
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await worker.store.transaction(work);
    } catch (error) {
      if (attempt >= STORE_TRIES) throw error;
      await sleep(STORE_WAIT_MS);
    }
  }
}
