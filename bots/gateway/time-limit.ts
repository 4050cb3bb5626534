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

export interface TimeLimit {
  run(milliseconds: number, work: Work): Promise<Ending>;
  /** Ends all that runs as 'stopped'. */
  stop(): void;
}

export function createTimeLimit(timing: Timing): TimeLimit {
  const running = new Set<AbortController>();
  let stopped = false;
  return {
    async run(milliseconds, work) {
      const told = new AbortController();
      const waiting = new AbortController();
      running.add(waiting);
      const worked = start(work, told.signal).then(
        (): Ending => ({ kind: 'done' }),
        (error: unknown): Ending => ({ kind: 'failed', error }),
      );
      const waited = timing
        .sleep(milliseconds, waiting.signal)
        .then((): Ending => ({ kind: stopped ? 'stopped' : 'over' }));
      const ending = await Promise.race([worked, waited]);
      running.delete(waiting);
      waiting.abort();
      if (ending.kind === 'over' || ending.kind === 'stopped')
        told.abort(new Error(`the answer is ${ending.kind}`));
      return ending;
    },
    stop() {
      stopped = true;
      for (const waiting of running) waiting.abort();
    },
  };
}

/** A throw before the first await is a failure like any other. */
async function start(work: Work, signal: AbortSignal): Promise<void> {
  await work(signal);
}
