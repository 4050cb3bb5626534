/** One message out: as the answer to its callback where there is one, else as a push. And what became of it. */
import { generateReqId, type WSClient } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import type { OutboundMessage, SendOutcome } from '../channel.ts';

/** A callback that may still be answered. */
export interface Callback {
  requestId: string;
  kind: 'message' | 'welcome';
  at: number;
}

/** How long the platform takes an answer to a callback; a little less than it says. */
const ANSWERABLE_MS: Record<Callback['kind'], number> = { message: 5 * 60_000, welcome: 4_500 };
const MOST_REMEMBERED = 10_000;

export interface Callbacks {
  add(eventId: string, callback: Callback): void;
  /** The callback of an event, once. Null: none, answered, or too old. */
  take(eventId: string, now: number): Callback | null;
}

export function createCallbacks(): Callbacks {
  const open = new Map<string, Callback>();
  return {
    add(eventId, callback) {
      open.delete(eventId);
      open.set(eventId, callback);
      // Oldest first, so the loop ends at the first that may still be answered.
      for (const [old, { at }] of open) {
        if (open.size <= MOST_REMEMBERED && callback.at - at <= ANSWERABLE_MS.message) break;
        open.delete(old);
      }
    },
    take(eventId, now) {
      const callback = open.get(eventId);
      open.delete(eventId);
      return callback && now - callback.at <= ANSWERABLE_MS[callback.kind] ? callback : null;
    },
  };
}

export interface SenderOptions {
  client: WSClient;
  isUp(): boolean;
  callbacks: Callbacks;
  now(): number;
}

export function createSender({ client, isUp, callbacks, now }: SenderOptions) {
  return async (conversationId: string, { text, inReplyTo }: OutboundMessage): Promise<SendOutcome> => {
    if (!isUp()) return { kind: 'rejected', reason: 'not connected', permanent: false };
    const callback = inReplyTo === undefined ? null : callbacks.take(inReplyTo, now());
    if (callback) {
      const outcome = await outcomeOf(answer(callback, text));
      // The callback may be over for the platform; the chat is not.
      if (outcome.kind !== 'rejected' || !outcome.permanent) return outcome;
    }
    return outcomeOf(
      client.sendMessage(conversationId, { msgtype: 'markdown', markdown: { content: text } }),
    );
  };

  function answer({ requestId, kind }: Callback, text: string): Promise<unknown> {
    const frame = { headers: { req_id: requestId } };
    return kind === 'welcome'
      ? client.replyWelcome(frame, { msgtype: 'text', text: { content: text } })
      : client.replyStream(frame, generateReqId('stream'), text, true);
  }
}

/** What the SDK rejects with when the platform said no. */
const refusedFrame = z.object({ errcode: z.number() });

/** The platform's numbers that pass. Any other is a no for good. */
const PASSING: Map<number, number> = new Map([
  [-1, 5_000],
  [45009, 60_000],
  [45033, 10_000],
  [846607, 60_000],
]);

async function outcomeOf(sending: Promise<unknown>): Promise<SendOutcome> {
  try {
    await sending;
    return { kind: 'sent' };
  } catch (error) {
    const refused = refusedFrame.safeParse(error);
    if (refused.success) {
      const { errcode } = refused.data;
      const retryAfterMs = PASSING.get(errcode);
      return retryAfterMs === undefined
        ? { kind: 'rejected', reason: `errcode ${errcode}`, permanent: true }
        : { kind: 'rejected', reason: `errcode ${errcode}`, retryAfterMs, permanent: false };
    }
    const said = error instanceof Error ? error.message : '';
    // The frame never left this process.
    if (said.startsWith('WebSocket not connected'))
      return { kind: 'rejected', reason: 'not connected', permanent: false };
    return { kind: 'unknown', reason: /ack timeout/u.test(said) ? 'no acknowledgement' : 'connection lost' };
  }
}
