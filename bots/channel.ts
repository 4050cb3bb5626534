/** The one contract between the gateway and every channel. */

import type { Capabilities, InboundMessage, OutboundMessage, SendOutcome } from '../src/contract/index.ts';
import type { Records } from '../src/service/index.ts';

export type {
  Capabilities,
  Choice,
  InboundMessage,
  OutboundMessage,
  ReplyDetails,
  SendOutcome,
} from '../src/contract/index.ts';

export interface ChannelHealth {
  state: 'up' | 'starting' | 'down';
  /** One Chinese sentence. */
  detail: string;
  since: number;
}

/** What a platform says of the settings, in one Chinese sentence: for `huiqi doctor`. */
export interface Probed {
  ok: boolean;
  says: string;
}

/**
 * Resolves when the message is durably stored (or known as a duplicate, or not for the bot): only then may the
 * platform be told 200 / the offset be confirmed. Rejects when it could not be stored: let the platform send it again.
 */
export type Receive = (
  message: InboundMessage,
  /** What the channel keeps of the message as it was stored, in the same transaction; not called for what is refused or known. */
  alongside?: (records: Records, kept: InboundMessage) => Promise<void>,
) => Promise<'stored' | 'duplicate' | 'refused'>;

/** An HTTP callback to mount in the web server. Web-standard, so that it is tested without a port. */
export interface Edge {
  path: string;
  /** The setting that chose the path; absent where it is fixed. */
  setting?: string;
  handle(request: Request): Promise<Response>;
}

export interface Channel {
  name: string;
  capabilities: Capabilities;
  /**
   * Throws UserError with one sentence when a setting is wrong. A wire that is down or a person who has not scanned yet is no such
   * thing: then it resolves, says so in `health` and goes on trying. Ends early when the channel is stopped and closed meanwhile.
   */
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
