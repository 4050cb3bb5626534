/** What every channel is given beside its settings. */
import type { ChatMoves } from '../src/service/index.ts';
import type { Log } from './log.ts';
import type { Timing } from './timing.ts';

export interface ChannelTools {
  timing: Timing;
  log: Log;
  /** Absent (tests): what has moved is known until the end of the process. */
  moves?: ChatMoves;
}
