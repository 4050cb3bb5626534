/** Puppets give no time limits of their own. */
import type { Timing } from '../timing.ts';

/** The work's result, or `late` when the time is over first; the work goes on. Rejects as the work does. */
export async function within<T, L>(
  timing: Timing,
  milliseconds: number,
  work: Promise<T>,
  late: L,
): Promise<T | L> {
  const done = new AbortController();
  const over = timing.sleep(milliseconds, done.signal).then(() => late);
  return Promise.race([work, over]).finally(() => done.abort());
}
