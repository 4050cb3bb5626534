/** What travels between a channel and the bot. No platform object gets past a channel's adapter. */

export interface InboundMessage {
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  /** In a group: the bot was named or replied to. Always true in a private chat. */
  addressedToBot: boolean;
  text: string;
  /** Id of a pressed button, where the channel has buttons. */
  choice?: string;
  /** What came instead of text. */
  media?: 'voice' | 'picture' | 'file' | 'location' | 'other';
  /** Stable key of this event on its channel, for dedupe. */
  eventId: string;
  /** Epoch milliseconds. */
  receivedAt: number;
}

export interface Choice {
  /** ≤ 64 bytes UTF-8. */
  id: string;
  label: string;
}

export interface OutboundMessage {
  /** Paragraphs separated by line breaks; never cut inside a line or character by anyone but the splitter. */
  text: string;
  choices: Choice[];
  /** Address of the clause page, when PUBLIC_URL is set. */
  link?: string;
}

export type SendOutcome =
  | { kind: 'sent'; platformMessageId?: string }
  | { kind: 'rejected'; reason: string; retryAfterMs?: number; permanent: boolean }
  /** Timed out, or cut off after the request had left: never blindly resent. */
  | { kind: 'unknown'; reason: string };

export interface Capabilities {
  textLimit: { max: number; unit: 'codepoints' | 'bytes' } | null;
  buttons: boolean;
  /** Whether a message can be sent unasked: always, only within a time after the contact wrote, or never. */
  push: 'always' | 'window' | 'never';
  windowMs?: number;
  /** Null: not paced. */
  pace: { perChatPerSecond: number; overallPerSecond: number; perGroupPerMinute?: number } | null;
}
