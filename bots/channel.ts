/** The one contract between the gateway and every channel. No platform object gets past the adapter. */

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
  /** Platform id of the menu whose button was pressed: the first reply takes its place (OutboundMessage.replaces). */
  pressedOn?: string;
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
  /** A list to choose from rather than an answer: a press on it may replace it where the platform can edit. */
  menu?: boolean;
  /** Platform id of an earlier menu that this message takes the place of. Advice: a channel that cannot edit sends anew. */
  replaces?: string;
  /** What a machine reads beside the text; people's channels ignore it. */
  details?: ReplyDetails;
}

/** The rest of DESIGN's chat line, see Reply in src/dialogue/conversation.ts. */
export interface ReplyDetails {
  about: string | null;
  asks: string[] | null;
  verdict: 'eligible' | 'ineligible' | 'unknown' | null;
  amountYuan: number | null;
  effects: { kind: string }[];
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
  /** True: only the owner of the machine can write here, so there is no rate limit (the console). */
  trusted?: boolean;
}

export interface ChannelHealth {
  state: 'up' | 'starting' | 'down';
  /** One Chinese sentence. */
  detail: string;
  since: number;
}

/**
 * Resolves when the message is durably stored (or known as a duplicate, or not for the bot): only then may the
 * platform be told 200 / the offset be confirmed. Rejects when it could not be stored: let the platform send it again.
 */
export type Receive = (message: InboundMessage) => Promise<'stored' | 'duplicate' | 'refused'>;

/** An HTTP callback to mount in the web server. Web-standard, so that it is tested without a port. */
export interface Edge {
  path: string;
  handle(request: Request): Promise<Response>;
}

export interface Channel {
  name: string;
  capabilities: Capabilities;
  /** Throws UserError with one sentence when it cannot start. */
  start(receive: Receive): Promise<void>;
  /** One platform message: the gateway has split the text to the limit and waited for the pace. Never throws. */
  send(conversationId: string, message: OutboundMessage): Promise<SendOutcome>;
  /** Stops taking messages in; resolves when nothing more will be received. Sending still works until close. */
  stop(): Promise<void>;
  health(): ChannelHealth;
  /** Absent: nothing to let go of after the last message is sent. */
  close?(): Promise<void>;
  /** Absent: the channel has no such thing. */
  windowOpen?(conversationId: string, now: number): boolean;
  /** Absent: nothing calls back. */
  edge?: Edge;
}

/**
 * Key of the nth outgoing message that answers an incoming one (the OutboxItem's id). The apology for a slow or
 * failed answer has n = 0 too, so that the two can never both be stored.
 */
export function replyId(message: Pick<InboundMessage, 'channel' | 'eventId'>, n: number): string {
  return `${message.channel}:${message.eventId}:${n}`;
}
