import type { Records } from '../../src/service/index.ts';
import type { InboundMessage } from '../channel.ts';

/** The bot behind the channels, see src/service/app.ts. */
export interface MessageHandler {
  /**
   * One message as one transaction: the new state, the replies into the outbox (ids from `replyId`), the message marked
   * as answered. Once `signal` is aborted nothing may be stored any more: the contact has had an apology.
   * `alongside` is the outbox's part in that transaction, to be awaited last with the ids of the replies; without it they leave
   * one commit later.
   */
  handle(
    message: InboundMessage,
    signal: AbortSignal,
    alongside: (records: Records, added: string[]) => Promise<void>,
  ): Promise<void>;
}
