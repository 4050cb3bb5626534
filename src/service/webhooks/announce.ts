/** Events into the outbox, in the transaction of what they tell of: both or neither. */
import { randomUUID } from 'node:crypto';
import type { Records } from '../../store/index.ts';
import type { Settings } from '../settings.ts';
import type { WebhookEvent } from './event.ts';

/** The outbox's name for what goes to other systems; no channel bears it. */
export const WEBHOOK_CHANNEL = 'webhook';

/** `now`: epoch milliseconds. */
export type Announce = (records: Pick<Records, 'outbox'>, event: WebhookEvent, now: number) => Promise<void>;

/** Where nobody listens. */
export const announceToNobody: Announce = async () => {};

/** An item an address: what happens at one does not hold up another. */
export function webhookAnnouncer({
  WEBHOOK_URLS: urls,
  WEBHOOK_EVENTS: wanted,
}: Pick<Settings, 'WEBHOOK_URLS' | 'WEBHOOK_EVENTS'>): Announce {
  if (urls.length === 0) return announceToNobody;
  return async ({ outbox }, event, now) => {
    if (wanted.length > 0 && !wanted.includes(event.type)) return;
    const id = `evt_${onceOf(event) ?? randomUUID()}`;
    const body = JSON.stringify({
      id,
      type: event.type,
      time: new Date(now).toISOString(),
      data: event.data,
    });
    for (const [place, url] of urls.entries())
      await outbox.add({
        id: `${WEBHOOK_CHANNEL}:${id}:${place}`,
        channel: WEBHOOK_CHANNEL,
        conversationId: url,
        isGroup: false,
        body,
        createdAt: now,
      });
  };
}

/** What is found again at every look, and is to be told once. */
const onceOf = (event: WebhookEvent): string | null =>
  event.type === 'ticket.overdue' ? `overdue_${event.data.ticket}_${event.data.late}` : null;
