/**
 * Small pieces of work on the store, put together: whatever is waiting when a transaction begins goes into it. Alone, a piece
 * waits for nothing; under load many share one durable commit.
 */
import type { Records, Store } from '../../src/service/index.ts';

type Work<T> = (records: Records) => Promise<T>;

interface Job {
  run(records: Records): Promise<void>;
  done(): void;
  fail(error: unknown): void;
}

/** The pieces of one transaction succeed or fail together: each must be harmless when it is run again. */
export function inBatches(store: Pick<Store, 'transaction'>): <T>(work: Work<T>) => Promise<T> {
  const waiting: Job[] = [];
  let running = false;

  async function runAll(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const jobs: Job[] = [];
      try {
        await store.transaction(async (records) => {
          jobs.push(...waiting.splice(0));
          for (const job of jobs) await job.run(records);
        });
        for (const job of jobs) job.done();
      } catch (error) {
        // Where it could not even begin, those who wait have to know.
        for (const job of jobs.length > 0 ? jobs : waiting.splice(0)) job.fail(error);
      }
    }
    running = false;
  }

  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      let value: T;
      waiting.push({
        async run(records) {
          value = await work(records);
        },
        done: () => resolve(value),
        fail: reject,
      });
      if (!running) void runAll();
    });
}
