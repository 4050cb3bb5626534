/** What became of items that have left, kept until the next transaction can write it down. */
import type { OutboxResult, Records } from '../../src/store/store.ts';

interface Outcome {
  id: string;
  result: OutboxResult;
}

export interface Outcomes {
  add(id: string, result: OutboxResult): void;
  /** One transaction's part. */
  noting(): Noting;
  /** Nothing is left to be written down. */
  areNoted(): boolean;
}

export interface Noting {
  /** Inside the transaction; may run again when that is repeated. */
  take(records: Records, now: number): Promise<void>;
  /** After the commit. */
  committed(): void;
}

export function createOutcomes(worker: string): Outcomes {
  const open = new Set<Outcome>();
  return {
    add: (id, result) => open.add({ id, result }),

    noting() {
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
    },

    areNoted: () => open.size === 0,
  };
}
