/** A word to a contact through the outbox, stored in the transaction of what it tells: both or neither. */
import type { OutboundMessage } from '../contract/index.ts';
import type { Contact, Records } from '../store/index.ts';

export interface Word extends Contact {
  /** Idempotency key. */
  id: string;
  conversationId: string;
  isGroup: boolean;
  text: string;
  /** Not before. */
  dueAt?: number;
}

export function sendTo({ outbox }: Records, { text, ...word }: Word, at: number): Promise<void> {
  const message: OutboundMessage = { text, choices: [] };
  return outbox.add({ ...word, body: JSON.stringify(message), createdAt: at });
}
