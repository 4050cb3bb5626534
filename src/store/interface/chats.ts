/** What is said in chats: messages in, states of conversations, what was shown, and who wrote when. */

export interface Contact {
  channel: string;
  senderId: string;
}

export interface ChatAddress {
  channel: string;
  conversationId: string;
}

export interface StoredInbound {
  channel: string;
  eventId: string;
  conversationId: string;
  senderId: string;
  /** The whole InboundMessage as JSON. */
  body: string;
  receivedAt: number;
}

export interface InboundRecords {
  /** Stores before any work. 'duplicate' when (channel, eventId) is already there. */
  receive(message: StoredInbound): Promise<'new' | 'duplicate'>;
  /** Stored and not yet answered, oldest first: taken up at the next start. */
  unanswered(): Promise<StoredInbound[]>;
  /** Notes that the work on a message left unanswered begins once more; answers how often that was. 0: it is answered meanwhile. */
  beginAgain(channel: string, eventId: string): Promise<number>;
  /** From here on only the dedupe key is kept: text and sender are blanked. */
  markAnswered(channel: string, eventId: string, at: number): Promise<void>;
  /** Forgets dedupe keys of answered messages older than the given time. */
  prune(before: number): Promise<number>;
}

export interface ConversationRecords {
  /** `sender` in groups: each sender has a thread of their own. */
  load(
    address: ChatAddress,
    senderId: string,
  ): Promise<{ state: string; version: number; lastInboundAt: number } | null>;
  /** Throws ConflictError when the version is no longer the one loaded (null: not there yet). */
  save(
    address: ChatAddress,
    senderId: string,
    state: string,
    expectedVersion: number | null,
    lastInboundAt: number,
  ): Promise<void>;
  lastInboundAt(address: ChatAddress): Promise<number | null>;
}

export interface ShownEntry {
  /** Grows within a chat. */
  sequence: number;
  id: string;
  /** JSON of the channel that shows it. */
  body: string;
  at: number;
}

export interface ShownRecords {
  /** Adding the same id twice keeps the first. Of a chat only the newest 200 are kept. */
  add(entry: Omit<ShownEntry, 'sequence'> & ChatAddress & { senderId: string }): Promise<void>;
  /** What came after the given one (0: all that is kept), oldest first. */
  after(address: ChatAddress, sequence: number): Promise<ShownEntry[]>;
}

export interface RetentionRecords {
  /** Who wrote last before the given time, with no reminder to come and no open ticket. */
  idleContacts(asked: { before: number; limit: number }): Promise<Contact[]>;
  /** Deletes tickets that were closed before the given time, with their texts; answers how many. */
  dropClosedTickets(before: number): Promise<number>;
}
