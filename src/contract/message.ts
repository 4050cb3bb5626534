/** What travels between a channel and the bot. No platform object gets past a channel's adapter. */
import type { Card } from './card.ts';

export interface InboundMessage {
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  /** In a group: the bot was named or replied to. Always true in a private chat. */
  addressedToBot: boolean;
  text: string;
  /** The message that it answers, or the text that it passes on: somebody else's words. */
  quoted?: string;
  /** Id of a pressed button, where the channel has buttons. */
  choice?: string;
  /** Platform id of the menu whose button was pressed: the first reply takes its place (OutboundMessage.replaces). */
  pressedOn?: string;
  /** What came instead of text. */
  media?: 'voice' | 'picture' | 'file' | 'location' | 'other';
  /** Somebody who speaks with the name of a group or channel: nobody of their own, so nothing is kept of them. */
  anonymous?: boolean;
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
  /** Version of the library that it was answered from. */
  library?: string;
  /** Address of the clause page, when PUBLIC_URL is set. */
  link?: string;
  /** A list to choose from rather than an answer: a press on it may replace it where the platform can edit. */
  menu?: boolean;
  /** The choices stand in the text already, numbered: they are not written a second time. */
  listed?: boolean;
  /** Platform id of an earlier menu that this message takes the place of. Advice: a channel that cannot edit sends anew. */
  replaces?: string;
  /** Event id of the message that this answers. Set by the outbox; for channels whose platform takes an answer inside its own request. */
  inReplyTo?: string;
  /** The same for the same message sent again: a channel that keeps what it shows keeps it once. Set by the outbox. */
  key?: string;
  /** What a machine reads beside the text; people's channels ignore it. */
  details?: ReplyDetails;
}

/** The rest of the chat line, see Reply. */
export interface ReplyDetails {
  about: string | null;
  asks: string[] | null;
  verdict: 'eligible' | 'ineligible' | 'unknown' | null;
  amountYuan: number | null;
  card: Card | null;
  effects: { kind: string }[];
  /** By this the contact says what they think of it; null: nothing was kept of it. */
  exchange?: string | null;
}

export type SendOutcome =
  | { kind: 'sent'; platformMessageId?: string }
  | { kind: 'rejected'; reason: string; retryAfterMs?: number; permanent: boolean }
  /** Timed out, or cut off after the request had left: never blindly resent. */
  | { kind: 'unknown'; reason: string };

export interface Capabilities {
  textLimit: { max: number; unit: 'codepoints' | 'bytes' } | null;
  /** False: the gateway writes the choices as numbered lines under the text. */
  buttons: boolean;
  /** True: the channel shows `link` itself. Otherwise the gateway writes it as a line under the text. */
  links?: boolean;
  /** Whether a message can be sent unasked: always, only within a time after the contact wrote, or never. */
  push: 'always' | 'window' | 'never';
  windowMs?: number;
  /** Null: not paced. */
  pace: { perChatPerSecond: number; overallPerSecond: number; perGroupPerMinute?: number } | null;
  /** True: a message sent again under its key is shown once, so one that may have left simply goes again. */
  idempotent?: boolean;
  /** True: only the owner of the machine can write here, so there is no rate limit (the console). */
  trusted?: boolean;
}

/**
 * Key of the nth outgoing message that answers an incoming one (the OutboxItem's id). The apology for a slow or
 * failed answer has n = 0 too, so that the two can never both be stored.
 */
export function replyId(message: Pick<InboundMessage, 'channel' | 'eventId'>, n: number): string {
  return `${message.channel}:${message.eventId}:${n}`;
}

/** The other way round: the event id in the key of a reply. Null for an id of another making. */
export function repliedEvent(channel: string, outboxId: string): string | null {
  const end = outboxId.lastIndexOf(':');
  const start = channel.length + 1;
  return outboxId.startsWith(`${channel}:`) && end > start ? outboxId.slice(start, end) : null;
}
