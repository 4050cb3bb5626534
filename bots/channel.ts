/** The one contract between the gateway and every channel. */
import type { Capabilities, InboundMessage, OutboundMessage, SendOutcome } from '../src/message.ts';

export type { Capabilities, Choice, InboundMessage, OutboundMessage, SendOutcome } from '../src/message.ts';

export interface ChannelHealth {
  state: 'up' | 'starting' | 'down';
  /** One Chinese sentence. */
  detail: string;
  since: number;
}

/** Resolves when the message is durably stored (or known as a duplicate): only then may the platform be told 200 / the offset be confirmed. */
export type Receive = (message: InboundMessage) => Promise<'stored' | 'duplicate' | 'refused'>;

export interface Channel {
  name: string;
  capabilities: Capabilities;
  /** Throws UserError with one sentence when it cannot start. */
  start(receive: Receive): Promise<void>;
  send(conversationId: string, message: OutboundMessage): Promise<SendOutcome>;
  /** Stops taking messages in; resolves when nothing more will be received. */
  stop(): Promise<void>;
  health(): ChannelHealth;
  /** Absent: the channel has no such thing. */
  windowOpen?(conversationId: string, now: number): boolean;
}
