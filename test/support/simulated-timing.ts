/** A clock that stands still until it is told to go on; what waits wakes in the order of its times. */
import { setImmediate as turn } from 'node:timers/promises';
import { type Timing, timingFrom } from '../../bots/timing.ts';
import type { Store } from '../../src/store/store.ts';

export interface SimulatedTiming extends Timing {
  /** Lets so much time pass, and everything happen that falls into it. */
  advance(milliseconds: number): Promise<void>;
}

/** Enough turns of the event loop for a transaction in memory. */
const TURNS = 60;

export function simulatedTiming(start = Date.UTC(2026, 10, 20, 1)): SimulatedTiming {
  let now = start;
  const alarms = new Set<{ at: number; callBack: () => void }>();

  async function settle(): Promise<void> {
    for (let i = 0; i < TURNS; i++) await turn();
  }

  const timing = timingFrom(
    () => now,
    (milliseconds, callBack) => {
      const alarm = { at: now + milliseconds, callBack };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
  );

  return {
    ...timing,
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const next = Math.min(...[...alarms].map((alarm) => alarm.at));
        if (next > end) break;
        now = Math.max(now, next);
        for (const alarm of [...alarms]) {
          if (alarm.at > now) continue;
          alarms.delete(alarm);
          alarm.callBack();
        }
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** The store with the same clock: leases and due times follow it. */
export const onTiming = (store: Store, timing: Timing): Store => ({ ...store, now: () => timing.now() });
