/**
 * Sends what stands in the outbox for other systems, one address's in their order. An item is marked as begun and ended in one transaction after its request:
 * a process that dies in between leaves it claimed, and it is sent again under the same id, by which the receiver knows it.
 */
import { randomUUID } from 'node:crypto';
import type { OutboxItem, OutboxResult, Store } from '../../store/index.ts';
import type { Settings } from '../settings.ts';
import { WEBHOOK_CHANNEL } from './announce.ts';
import { type Posted, post } from './post.ts';
import { signedHeaders } from './sign.ts';

export interface WebhookLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WebhookSenderOptions {
  store: Store;
  settings: Pick<Settings, 'WEBHOOK_URLS' | 'WEBHOOK_SECRET' | 'WEBHOOK_ALLOW_PRIVATE'>;
  log: WebhookLog;
  /** Waits after the first, second … attempt that failed; the last goes on. */
  retryMs?: readonly number[];
  pollMs?: number;
}

export interface WebhookSender {
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

export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { store, settings, log, retryMs = RETRY_MS, pollMs = POLL_MS } = options;
  const { WEBHOOK_URLS: urls, WEBHOOK_SECRET: secret = '', WEBHOOK_ALLOW_PRIVATE: allowPrivate } = settings;
  const worker = `webhook-${randomUUID()}`;
  let stopping = false;
  let round: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function once(): Promise<void> {
    while (!stopping) {
      const items = await store.transaction(({ outbox }) =>
        outbox.claim({
          worker,
          channels: [WEBHOOK_CHANNEL],
          limit: BATCH,
          now: store.now(),
          leaseMs: LEASE_MS,
        }),
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

  async function send(item: OutboxItem): Promise<Posted | null> {
    if (!urls.includes(item.conversationId)) return null;
    const { id } = JSON.parse(item.body) as { id: string };
    const seconds = Math.floor(store.now() / 1_000);
    const headers = {
      ...signedHeaders(secret, { id, seconds, body: item.body }),
      'webhook-attempt': String(item.attempts + 1),
    };
    return post({ url: item.conversationId, headers, body: item.body, allowPrivate });
  }

  function resultOf(item: OutboxItem, posted: Posted | null): OutboxResult {
    const about = { host: URL.parse(item.conversationId)?.host, item: item.id, attempts: item.attempts + 1 };
    if (posted?.kind === 'answered' && posted.status >= 200 && posted.status < 300) return { kind: 'sent' };
    const reason = reasonOf(posted);
    // 410: the receiver wants no more of it.
    const isFinal =
      posted === null || posted.kind === 'refused' || (posted.kind === 'answered' && posted.status === 410);
    if (isFinal || store.now() - item.createdAt > GIVE_UP_MS) {
      log.error({ ...about, reason }, 'webhook: given up');
      return { kind: 'failed', reason };
    }
    const wait = retryMs[Math.min(item.attempts, retryMs.length - 1)] ?? 0;
    log.warn({ ...about, reason, wait }, 'webhook: to be tried again');
    return { kind: 'retry', notBefore: store.now() + wait, reason };
  }

  const tick = (): Promise<void> => {
    round ??= once()
      .catch((error: unknown) => log.error({ error: String(error) }, 'webhook: the store refused a round'))
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

function reasonOf(posted: Posted | null): string {
  if (posted === null) return 'this address is no longer in the settings';
  if (posted.kind === 'refused') return 'an inner address';
  return posted.kind === 'answered' ? `status ${posted.status}` : posted.reason;
}
