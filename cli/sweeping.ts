/** Lets old personal data go while the bot runs: at the start, and once an hour. */
import { describeError, type Log, realTiming } from '../bots/index.ts';
import type { Clock } from '../src/contract/index.ts';
import { type Settings, type Store, sweepRetention } from '../src/service/index.ts';

const EVERY_MS = 3_600_000;

export interface SweepingOptions {
  store: Store;
  /** The one that the times of the records come from. */
  clock: Clock;
  /** As they are now. */
  settings(): Settings;
  log: Log;
  stopping: AbortSignal;
}

/** Resolves once `stopping` is aborted and no sweep is under way. */
export async function sweepWhileRunning({
  store,
  clock,
  settings,
  log,
  stopping,
}: SweepingOptions): Promise<void> {
  while (!stopping.aborted) {
    try {
      const swept = await sweepRetention(store, settings(), clock.now());
      if (swept.contacts > 0 || swept.tickets > 0) log.info(swept, 'retention: old data was let go');
    } catch (error) {
      log.error({ error: describeError(error) }, 'retention: the sweep failed; it is tried again in an hour');
    }
    await realTiming().sleep(EVERY_MS, stopping);
  }
}
