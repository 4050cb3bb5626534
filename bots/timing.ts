/** The clock of the gateway and its channels, with waiting: tests put a simulated one in its place. */
import { type Clock, systemClock } from '../src/contract/index.ts';

export interface Timing extends Clock {
  /** Calls back after so many milliseconds, unless the returned function was called before. */
  after(milliseconds: number, callBack: () => void): () => void;
  /** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** `clock` may be shifted (HUIQI_TODAY); waiting is always real. */
export function realTiming(clock: Clock = systemClock): Timing {
  return timingFrom(
    () => clock.now(),
    (milliseconds, callBack) => {
      const timer = setTimeout(callBack, milliseconds);
      return () => clearTimeout(timer);
    },
  );
}

export function timingFrom(now: Timing['now'], after: Timing['after']): Timing {
  return {
    now,
    after,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const cancel = after(milliseconds, done);
        function done() {
          cancel();
          signal?.removeEventListener('abort', done);
          resolve();
        }
        signal?.addEventListener('abort', done);
      }),
  };
}

/** Resolves when the work is done, or after the time; the work goes on. */
export function atMost(timing: Timing, milliseconds: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timing.after(milliseconds, resolve);
    const done = () => {
      cancel();
      resolve();
    };
    work.then(done, done);
  });
}
