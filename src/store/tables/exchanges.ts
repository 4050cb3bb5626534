/** What was asked and answered, and what officers added. */
import type { Generated } from 'kysely';
import type { Addition, Exchange } from '../interface/exchanges.ts';

export interface ExchangesTables {
  /** Once a person has asked to be forgotten, or the time is over, no text and no name is left in it. */
  exchange: {
    office: string;
    sequence: Generated<number>;
    id: string;
    at: number;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    text: string;
    reply: string;
    by: string | null;
    about: string | null;
    place: string | null;
    outcome: Exchange['outcome'];
    verdict: string | null;
    feedback: Exchange['feedback'];
    reason: string | null;
    handled: Exchange['handled'];
    handledBy: string | null;
    handledAt: number | null;
  };
  /** `questions`: a JSON list. */
  addition: {
    office: string;
    id: string;
    kind: Addition['kind'];
    questions: string;
    about: string | null;
    answer: string | null;
    by: string;
    at: number;
    removedAt: number | null;
  };
}
