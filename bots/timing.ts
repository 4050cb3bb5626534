/** The clock of the gateway and its channels, with waiting: tests put a simulated one in its place. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, systemClock } from '../src/clock.ts';

export interface Timing extends Clock {
  /** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** `clock` may be shifted (HUIQI_TODAY); waiting is always real. */
export function realTiming(clock: Clock = systemClock): Timing {
  return {
    now: () => clock.now(),
    sleep: (milliseconds, signal) =>
      wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined),
  };
}
