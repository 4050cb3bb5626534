/** Sends events to the addresses of the settings, signed; a receiver knows a repetition by its id. */
import type { OutboxItem, Store } from '../../store/index.ts';
import type { Settings } from '../settings.ts';
import { WEBHOOK_CHANNEL } from './announce.ts';
import { type Posted, post } from './post.ts';
import { type Attempt, createQueueSender, type QueueLog, type QueueSender } from './queue.ts';
import { signedHeaders } from './sign.ts';

export interface WebhookSenderOptions {
  store: Store;
  settings: Pick<Settings, 'WEBHOOK_URLS' | 'WEBHOOK_SECRET' | 'WEBHOOK_ALLOW_PRIVATE'>;
  log: QueueLog;
  retryMs?: readonly number[];
  pollMs?: number;
}

export function createWebhookSender({
  store,
  settings,
  log,
  retryMs,
  pollMs,
}: WebhookSenderOptions): QueueSender {
  const { WEBHOOK_URLS: urls, WEBHOOK_SECRET: secret = '', WEBHOOK_ALLOW_PRIVATE: allowPrivate } = settings;

  async function send(item: OutboxItem): Promise<Attempt> {
    const { conversationId: url, body, attempts } = item;
    if (!urls.includes(url))
      return { kind: 'not-sent', reason: 'this address is no longer in the settings', isFinal: true };
    const { id } = JSON.parse(body) as { id: string };
    const seconds = Math.floor(store.now() / 1_000);
    const headers = {
      ...signedHeaders(secret, { id, seconds, body }),
      'webhook-attempt': String(attempts + 1),
    };
    return attemptOf(await post({ url, headers, body, allowPrivate }));
  }

  return createQueueSender({ store, channel: WEBHOOK_CHANNEL, send, log, retryMs, pollMs });
}

function attemptOf(posted: Posted): Attempt {
  if (posted.kind === 'refused') return { kind: 'not-sent', reason: 'an inner address', isFinal: true };
  if (posted.kind === 'failed') return { kind: 'not-sent', reason: posted.reason, isFinal: false };
  if (posted.status >= 200 && posted.status < 300) return { kind: 'sent' };
  // 410: the receiver wants no more of it.
  return { kind: 'not-sent', reason: `status ${posted.status}`, isFinal: posted.status === 410 };
}
