/** What is seen of every message by who watches the bot: how it ended and how long it took. Never what was said. */
import type { ReplyKind } from '../src/service/index.ts';
import type { SendOutcome } from './channel.ts';

export interface Watch {
  /** A message was taken up at `since` (epoch milliseconds) and ended so many milliseconds later. */
  answered(one: AnsweredMessage): void;
  /** A reply was given to its platform. */
  sent(one: SentReply): void;
  /** What kind of reply a message got; before `answered`. */
  replied(one: { channel: string; eventId: string; kind: ReplyKind }): void;
}

export interface AnsweredMessage {
  channel: string;
  eventId: string;
  since: number;
  milliseconds: number;
  ending: 'done' | 'too-slow' | 'failed';
}

export interface SentReply {
  channel: string;
  /** The message that it answers; null for what was sent unasked. */
  eventId: string | null;
  since: number;
  milliseconds: number;
  outcome: SendOutcome['kind'];
}

export const unwatched: Watch = { answered() {}, sent() {}, replied() {} };

/** Everything is told to all of them, in this order. */
export const watchedBy = (all: readonly Watch[]): Watch => ({
  answered(one) {
    for (const watch of all) watch.answered(one);
  },
  sent(one) {
    for (const watch of all) watch.sent(one);
  },
  replied(one) {
    for (const watch of all) watch.replied(one);
  },
});
