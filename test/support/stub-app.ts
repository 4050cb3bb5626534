/** A bot of a few words behind the gateway's door: it stores replies as the real one does, in one transaction. */
import type { MessageHandler } from '../../bots/gateway/handler.ts';
import { type InboundMessage, type OutboundMessage, replyId } from '../../src/contract/message.ts';
import type { Store } from '../../src/store/store.ts';

export type Answer = string | OutboundMessage;

export interface StubApp extends MessageHandler {
  /** Every message handled, in order. */
  handled: InboundMessage[];
}

/** `answer` may be slow, may throw, may answer with several messages or none. */
export function stubApp(
  store: Store,
  answer: (message: InboundMessage) => Answer | Answer[] | Promise<Answer | Answer[]>,
): StubApp {
  const handled: InboundMessage[] = [];
  return {
    handled,
    async handle(message, signal, alongside) {
      handled.push(message);
      const answers = [await answer(message)].flat();
      const { channel, conversationId, senderId, isGroup, eventId, pressedOn } = message;
      await store.transaction(async (records) => {
        signal.throwIfAborted();
        const at = store.now();
        for (const [n, one] of answers.entries()) {
          const reply: OutboundMessage = typeof one === 'string' ? { text: one, choices: [] } : { ...one };
          if (n === 0 && pressedOn) reply.replaces = pressedOn;
          const body = JSON.stringify(reply);
          await records.outbox.add({
            id: replyId(message, n),
            channel,
            conversationId,
            senderId,
            isGroup,
            body,
            createdAt: at,
          });
        }
        await records.inbound.markAnswered(channel, eventId, at);
        const added = answers.map((_, n) => replyId(message, n));
        await alongside?.(records, added);
      });
    },
  };
}
