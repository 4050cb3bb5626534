/** What came of one message. */
import type { Effect, Reply } from '../contract/index.ts';
import type { ReplyKind } from './reply-kind.ts';

export interface Handled {
  reply: Reply;
  effects: Effect[];
  /** Version of the library that answered. */
  library: string;
  /** What was kept of it for officers; null: nothing. */
  exchange: string | null;
  kind: ReplyKind;
}
