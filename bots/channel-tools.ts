/** What every channel is given beside its settings. */
import type { ChatMoves } from '../src/service/index.ts';
import type { Log } from './log.ts';
import type { Timing } from './timing.ts';

export interface Seat {
  /** Asks for the seat, for the next so many milliseconds. */
  take(leaseMs: number): Promise<boolean>;
  leave(): Promise<void>;
}

export interface ChannelTools {
  /** One of several workers does what a platform allows once only; absent: this one is alone. */
  seat?: (role: string) => Seat;
  timing: Timing;
  log: Log;
  /** Absent (tests): what has moved is known until the end of the process. */
  moves?: ChatMoves;
}
