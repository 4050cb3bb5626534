/** What every channel is given beside its settings. */
import type { Log } from './log.ts';
import type { Timing } from './timing.ts';

export interface ChannelTools {
  timing: Timing;
  log: Log;
}
