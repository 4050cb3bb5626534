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
  const stoppers = new Set<() => void>();
  return {
    run: (milliseconds, work) =>
      new Promise((resolve) => {
        const told = new AbortController();
        const cancel = timing.after(milliseconds, () => cutShort('over'));
        const stop = () => cutShort('stopped');
        stoppers.add(stop);
        function end(ending: Ending) {
          cancel();
          stoppers.delete(stop);
          resolve(ending);
        }
        function cutShort(kind: 'over' | 'stopped') {
          end({ kind });
          told.abort(new Error(`the answer is ${kind}`));
        }
        start(work, told.signal).then(
          () => end({ kind: 'done' }),
          (error: unknown) => end({ kind: 'failed', error }),
        );
      }),
    stop() {
      for (const stop of stoppers) stop();
    },
  };
}

/** A throw before the first await is a failure like any other. */
async function start(work: Work, signal: AbortSignal): Promise<void> {
  await work(signal);
}
