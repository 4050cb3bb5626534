/**
 * The pace that several workers on one PostgreSQL keep together: each message takes the channel's next slot from the store before it is
 * begun, so that all of them stay below what the platform allows. A process alone on its store needs none: its pacer knows all that leaves.
 */
import type { Records, Store } from '../../src/service/index.ts';
import type { Channel } from '../channel.ts';

export interface SharedPace {
  /** Milliseconds until the next slot, which is now this message's where they are no more than `patience`; else nothing is taken. */
  take(channel: string, patience: number): Promise<number>;
  /** Takes the slot of this very moment inside a transaction under way; false: it is another's, and nothing is taken. */
  takeNow(records: Records, channel: string, now: number): Promise<boolean>;
}

/** Longer than any queue: who waits without end still names a time to the store. */
const LONGEST_WAIT_MS = 86_400_000;

const FREE: SharedPace = { take: async () => 0, takeNow: async () => true };

export function createSharedPace(store: Store, channels: ReadonlyMap<string, Channel>): SharedPace {
  if (store.engine === 'sqlite') return FREE;
  /** Milliseconds between two messages; null where the platform sets no limit. */
  const everyMs = (channel: string): number | null => {
    const pace = channels.get(channel)?.capabilities.pace;
    return pace ? Math.ceil(1_000 / pace.overallPerSecond) : null;
  };
  return {
    async take(channel, patience) {
      const every = everyMs(channel);
      if (every === null) return 0;
      const slot = await store.transaction(({ workers }) =>
        workers.takeSlot(channel, {
          now: store.now(),
          everyMs: every,
          withinMs: Math.min(patience, LONGEST_WAIT_MS),
        }),
      );
      return Math.max(0, slot - store.now());
    },
    async takeNow({ workers }, channel, now) {
      const every = everyMs(channel);
      return every === null || workers.takeSlotNow(channel, { now, everyMs: every });
    },
  };
}
