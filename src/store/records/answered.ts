/** A message that is answered: only the key that tells it from another stays. */
import { createHash } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';

/**
 * What is kept of an answered event: some platforms put the contact's id into the event's, and a key that only tells one event from
 * another need not say whose it was.
 */
export const answeredKey = (eventId: string) =>
  `#${createHash('sha256').update(eventId).digest('base64url').slice(0, 22)}`;

export interface Answering {
  channel: string;
  eventId: string;
  answered: string;
  at: number;
}

export const answeringOf = (channel: string, eventId: string, at: number): Answering => ({
  channel,
  eventId,
  answered: answeredKey(eventId),
  at,
});

export const answeredMessage = (
  transaction: OpenTransaction,
  { channel, eventId, answered, at }: Answering,
  { office }: Engine,
) =>
  transaction
    .updateTable('inbound')
    .set({ eventId: answered, answeredAt: at, body: '', senderId: '', conversationId: '' })
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('eventId', '=', eventId);
