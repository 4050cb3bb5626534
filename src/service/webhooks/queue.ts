/**
 * Sends what stands in the outbox for other systems, one address's in their order. An item is marked as begun and ended in one transaction
 * after its request: a process that dies in between leaves it claimed, and it is sent again under the same id.
 */
import { randomUUID } from 'node:crypto';
import type { OutboxItem, OutboxResult, Store } from '../../store/index.ts';

export interface QueueLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What came of one request. A final refusal is not tried again. */
export type Attempt = { kind: 'sent' } | { kind: 'not-sent'; reason: string; isFinal: boolean };

export interface QueueOptions {
  store: Store;
  /** The outbox's name for what goes this way; no channel of contacts bears it. */
  channel: string;
  send(item: OutboxItem): Promise<Attempt>;
  log: QueueLog;
  /** Waits after the first, second … attempt that failed; the last goes on. */
  retryMs?: readonly number[] | undefined;
  pollMs?: number | undefined;
}

export interface QueueSender {
  start(): void;
  /** One round: what is due is sent. Never runs twice at the same time. */
  tick(): Promise<void>;
  /** Finishes what is being sent, gives the rest back. */
  stop(): Promise<void>;
}

const RETRY_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000];
/** An address that was away so long has other ways to catch up. */
const GIVE_UP_MS = 3 * 86_400_000;
const POLL_MS = 2_000;
const LEASE_MS = 120_000;
const BATCH = 20;

export function createQueueSender(options: QueueOptions): QueueSender {
  const { store, channel, send, log, retryMs = RETRY_MS, pollMs = POLL_MS } = options;
  const worker = `${channel}-${randomUUID()}`;
  let stopping = false;
  let round: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function once(): Promise<void> {
    while (!stopping) {
      const items = await store.transaction(({ outbox }) =>
        outbox.claim({ worker, channels: [channel], limit: BATCH, now: store.now(), leaseMs: LEASE_MS }),
      );
      if (items.length === 0) return;
      const addresses = Map.groupBy(items, ({ conversationId }) => conversationId);
      await Promise.all([...addresses.values()].map(sendInOrder));
    }
  }

  /** What comes after one that has to wait is given back with it. */
  async function sendInOrder(items: readonly OutboxItem[]): Promise<void> {
    for (const item of items) {
      if (stopping) return;
      const result = resultOf(item, await send(item));
      await store.transaction(async ({ outbox }) => {
        if (await outbox.begin(item.id, worker, store.now()))
          await outbox.finish(item.id, worker, result, store.now());
      });
      if (result.kind === 'retry') return;
    }
  }

  function resultOf(item: OutboxItem, attempt: Attempt): OutboxResult {
    if (attempt.kind === 'sent') return { kind: 'sent' };
    const { reason, isFinal } = attempt;
    // Of the address the host alone: a path or a query may hold a secret.
    const about = { host: URL.parse(item.conversationId)?.host, item: item.id, attempts: item.attempts + 1 };
    if (isFinal || store.now() - item.createdAt > GIVE_UP_MS) {
      log.error({ ...about, reason }, `${channel}: given up`);
      return { kind: 'failed', reason };
    }
    const wait = retryMs[Math.min(item.attempts, retryMs.length - 1)] ?? 0;
    log.warn({ ...about, reason, wait }, `${channel}: to be tried again`);
    return { kind: 'retry', notBefore: store.now() + wait, reason };
  }

  const tick = (): Promise<void> => {
    round ??= once()
      .catch((error: unknown) => log.error({ error: String(error) }, `${channel}: the store refused a round`))
      .finally(() => {
        round = null;
      });
    return round;
  };

  return {
    tick,
    start() {
      timer = setInterval(() => void tick(), pollMs).unref();
      void tick();
    },
    async stop() {
      stopping = true;
      if (timer) clearInterval(timer);
      await round;
      await store.transaction(({ outbox }) => outbox.giveBack(worker));
    },
  };
}
