/** A clock that stands still until it is told to go on; sleepers wake in the order of their times. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Timing } from '../../bots/timing.ts';
import type { Store } from '../../src/store/store.ts';

interface Sleeper {
  at: number;
  wake: () => void;
}

export interface SimulatedTiming extends Timing {
  /** Lets so much time pass, and everything happen that falls into it. */
  advance(milliseconds: number): Promise<void>;
}

/** Enough turns of the event loop for a transaction in memory. */
const TURNS = 60;

export function simulatedTiming(start = Date.UTC(2026, 10, 20, 1)): SimulatedTiming {
  let now = start;
  const sleepers = new Set<Sleeper>();

  async function settle(): Promise<void> {
    for (let i = 0; i < TURNS; i++) await turn();
  }

  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { at: now + milliseconds, wake: done };
        function done() {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', done);
          resolve();
        }
        signal?.addEventListener('abort', done);
        sleepers.add(sleeper);
      }),
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = [...sleepers].filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        for (const one of [...sleepers]) if (one.at <= now) one.wake();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** The store with the same clock: leases and due times follow it. */
export const onTiming = (store: Store, timing: Timing): Store => ({ ...store, now: () => timing.now() });
