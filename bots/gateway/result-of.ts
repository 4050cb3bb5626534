/** What came of a sending → what is written down of it: sent, unsure, given up, or to be tried again and when. */
import type { OutboxItem, OutboxResult } from '../../src/service/index.ts';
import type { SendOutcome } from '../channel.ts';
import { chatTag, type Log } from '../log.ts';

const RETRY_AFTER_MS = [1_000, 5_000, 15_000, 60_000, 300_000];
const LONGEST_RETRY_MS = 600_000;
/** An answer that is a day old helps nobody, and it holds up what comes after it. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

/** `isIdempotent`: what is sent twice on this channel is shown once. */
export function resultOf(
  item: OutboxItem,
  outcome: SendOutcome,
  { isIdempotent, now, log }: { isIdempotent: boolean; now: number; log: Log },
): OutboxResult {
  if (outcome.kind === 'sent') return { kind: 'sent', platformMessageId: outcome.platformMessageId };
  const about = { channel: item.channel, chat: chatTag(item.channel, item.conversationId), item: item.id };
  const { reason } = outcome;
  if (outcome.kind === 'unknown' && !isIdempotent) {
    log.warn({ ...about, reason }, 'outbox: not known whether it was sent; not sent again');
    return { kind: 'unsure', reason };
  }
  if ((outcome.kind === 'rejected' && outcome.permanent) || now - item.createdAt > GIVE_UP_AFTER_MS) {
    log.error({ ...about, reason }, 'outbox: refused for good');
    return { kind: 'failed', reason };
  }
  const asked = outcome.kind === 'rejected' ? outcome.retryAfterMs : undefined;
  const wait = asked ?? RETRY_AFTER_MS[item.attempts] ?? LONGEST_RETRY_MS;
  log.warn({ ...about, reason, wait }, 'outbox: to be tried again');
  return { kind: 'retry', notBefore: now + wait, reason };
}
