/** Lets work have so much time and not more. The work is told by its signal; its late result is nobody's any more. */
import type { Timing } from '../timing.ts';

export type Ending =
  | { kind: 'done' }
  | { kind: 'failed'; error: unknown }
  /** The time is over. */
  | { kind: 'over' }
  /** The process is stopping. */
  | { kind: 'stopped' };

type Work = (signal: AbortSignal) => Promise<void>;

export function createTimeLimit(timing: Timing) {
  return async (milliseconds: number, stopping: AbortSignal, work: Work): Promise<Ending> => {
    const over = new AbortController();
    const waiting = new AbortController();
    const worked = start(work, AbortSignal.any([over.signal, stopping])).then(
      (): Ending => ({ kind: 'done' }),
      (error: unknown): Ending => ({ kind: 'failed', error }),
    );
    const waited = timing
      .sleep(milliseconds, AbortSignal.any([waiting.signal, stopping]))
      .then((): Ending => ({ kind: stopping.aborted ? 'stopped' : 'over' }));
    const ending = await Promise.race([worked, waited]);
    waiting.abort();
    if (ending.kind === 'over') over.abort(new Error('the time limit of an answer is over'));
    return ending;
  };
}

/** A throw before the first await is a failure like any other. */
async function start(work: Work, signal: AbortSignal): Promise<void> {
  await work(signal);
}
