/** What the answer to a message begins with, in one read. */
import type { ChatAddress, Contact, StoredInbound } from './chats.ts';
import type { Known, ProfileOwner } from './profiles.ts';
import type { QuietHours, ReminderRow } from './reminders.ts';
import type { Ticket } from './tickets.ts';

export interface TurnAsked {
  address: ChatAddress;
  contact: Contact;
  /** Whose profile it speaks of. */
  owner: ProfileOwner;
  /** The message that is answered; null: it was never stored, and nobody else can answer it. */
  eventId: string | null;
  /** Under which key the contact's consent is noted. */
  consentKey: string;
  now: number;
}

export interface TurnStart {
  /**
   * Whose turn it is in the chat, where several workers share the store: 'own' when no earlier message of it is unanswered; nobody else can answer in
   * that chat until the transaction ends. 'answered': another worker has done it. Alone on its store, a process keeps the order by itself: 'own'.
   */
  turn: 'own' | 'answered' | { earlier: StoredInbound };
  /** The contact's thread in the chat; null: not there yet. */
  thread: { state: string; version: number } | null;
  /** An officer has the talk. */
  isTakenOver: boolean;
  /** The version of the consent line that was told. */
  consent: string | null;
  /** The enterprise in use: what was told of it, and as one value a fact (JSON). */
  known: (Known & { facts: string }) | null;
  /** The contact's, soonest first. */
  reminders: ReminderRow[];
  /** A reminder of the chat waits to be shown. */
  isWaiting: boolean;
  /** The contact's, oldest first, without their replies. */
  tickets: Omit<Ticket, 'replies'>[];
  quiet: QuietHours | null;
}

export interface TurnRecords {
  begin(asked: TurnAsked): Promise<TurnStart>;
}
