/** What became of items that have left: written down with the next transaction, or soon after by one of its own. */
import type { OutboxResult, Records, Store } from '../../src/service/index.ts';
import type { Log } from '../log.ts';
import type { Timing } from '../timing.ts';

interface Outcome {
  id: string;
  result: OutboxResult;
}

export interface Outcomes {
  add(id: string, result: OutboxResult): void;
  /** One transaction's part. */
  noting(): Noting;
  /** Nobody waits for them: they are noted by then, with another transaction or without. */
  noteWithin(milliseconds: number): void;
  /** Nothing is left to be written down. */
  areNoted(): boolean;
  /** No more transactions of its own, once this has resolved: the last one is the caller's, and the store may close after it. */
  stop(): Promise<void>;
}

export interface Noting {
  /** Inside the transaction; may run again when that is repeated. */
  take(records: Records, now: number): Promise<void>;
  /** After the commit. */
  committed(): void;
}

export interface OutcomesOptions {
  store: Store;
  timing: Timing;
  log: Log;
  /** Whose items they are. */
  worker: string;
}

export function createOutcomes({ store, timing, log, worker }: OutcomesOptions): Outcomes {
  const open = new Set<Outcome>();
  let cancelAlarm: (() => void) | null = null;
  let stopped = false;
  /** The note that is being written: it may have to wait for its turn in the event loop. */
  let writing: Promise<void> = Promise.resolve();

  function noting(): Noting {
    let noted: Outcome[] = [];
    return {
      async take(records, now) {
        noted = [...open];
        for (const { id, result } of noted) await records.outbox.finish(id, worker, result, now);
      },
      committed() {
        for (const outcome of noted) open.delete(outcome);
      },
    };
  }

  /** What fails here stays open, for the next transaction. */
  async function note(): Promise<void> {
    cancelAlarm = null;
    if (open.size === 0) return;
    const notes = noting();
    await store.transaction((records) => notes.take(records, store.now()));
    notes.committed();
  }

  return {
    add: (id, result) => open.add({ id, result }),
    noting,
    noteWithin(milliseconds) {
      if (stopped) return;
      cancelAlarm ??= timing.after(milliseconds, () => {
        writing = note().catch((error: unknown) =>
          log.error({ err: error }, 'outbox: the store refused an outcome'),
        );
      });
    },
    areNoted: () => open.size === 0,
    async stop() {
      stopped = true;
      cancelAlarm?.();
      await writing;
    },
  };
}
