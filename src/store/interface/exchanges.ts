/** What was asked and answered, and what officers added beside the documents. */
import type { ChatAddress, Contact } from './chats.ts';

/** A message and what was said to it; or, without a text, what an officer said. */
export interface Exchange {
  sequence: number;
  /** Says nothing of who it was. */
  id: string;
  at: number;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  text: string;
  reply: string;
  /** The officer who said it; null: the bot. */
  by: string | null;
  about: string | null;
  /** Where the enterprise is, as it has told. */
  place: string | null;
  /** office: answered with an officer's words; silent: an officer has the talk. */
  outcome: 'answered' | 'menu' | 'refused' | 'handed-over' | 'office' | 'silent';
  verdict: string | null;
  feedback: 'good' | 'bad' | null;
  /** What was wrong with it, as the contact says. */
  reason: string | null;
  handled: 'alias' | 'answer' | 'ask' | 'ticket' | 'dismissed' | null;
  handledBy: string | null;
  handledAt: number | null;
}

export interface ExchangeRecords {
  add(
    exchange: Omit<Exchange, 'sequence' | 'feedback' | 'reason' | 'handled' | 'handledBy' | 'handledAt'>,
  ): Promise<void>;
  get(id: string): Promise<Exchange | null>;
  /** Newest first. `onlyOpen`: without an answer, with a menu or found bad, and handled by nobody yet. */
  since(at: number, filter?: { limit?: number; onlyOpen?: boolean }): Promise<Exchange[]>;
  /** What people wrote last, newest first. */
  lastQuestions(limit: number): Promise<string[]>;
  /** The last of a chat, oldest first. */
  ofChat(address: ChatAddress, limit: number): Promise<Exchange[]>;
  of(contact: Contact): Promise<Exchange[]>;
  /** False: it is not this contact's. */
  judge(
    id: string,
    contact: Contact,
    judged: { feedback: 'good' | 'bad'; reason: string | null },
  ): Promise<boolean>;
  handle(
    ids: readonly string[],
    deed: { handled: NonNullable<Exchange['handled']>; by: string; at: number },
  ): Promise<void>;
  /** Blanks texts and persons of what is older; how often and what about stays. */
  dropTexts(before: number): Promise<number>;
  takeOver(address: ChatAddress, by: string, at: number): Promise<void>;
  takenOver(address: ChatAddress): Promise<{ by: string; at: number } | null>;
  takeovers(): Promise<(ChatAddress & { by: string; at: number })[]>;
  handBack(address: ChatAddress): Promise<void>;
}

/** alias: another way of asking for a measure; answer: the office's own words; ask: whom to ask. */
export interface Addition {
  id: string;
  kind: 'alias' | 'answer' | 'ask';
  questions: string[];
  /** The measure. */
  about: string | null;
  answer: string | null;
  by: string;
  at: number;
}

export interface AdditionRecords {
  add(addition: Addition): Promise<void>;
  list(): Promise<Addition[]>;
  remove(id: string, at: number): Promise<boolean>;
}
