/** One transaction around one piece of work: begin, run, commit; again after a conflict; never entered from inside itself. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine/engine.ts';
import { recordsIn } from './records/index.ts';
import { ConflictError, type Records } from './store.ts';

const MOST_TRIES = 6;
/** A PostgreSQL that is being restarted is back within seconds; a message is held up so long rather than lost. */
const WAIT_FOR_SERVER_MS = 20_000;

interface Scope {
  open: boolean;
  forgets: boolean;
}
const entered = new AsyncLocalStorage<Scope>();

/**
 * node:sqlite answers at once, so that a long row of transactions would never let the event loop turn: timers and sockets would wait
 * for all of them.
 */
const LONGEST_TURN_MS = 10;
let turnBegan = performance.now();

async function letOthersRun(): Promise<void> {
  if (performance.now() - turnBegan < LONGEST_TURN_MS) return;
  await nextTurn();
  turnBegan = performance.now();
}

export async function inTransaction<T>(engine: Engine, work: (records: Records) => Promise<T>): Promise<T> {
  if (entered.getStore()?.open) {
    throw new Error('store.transaction was called inside a transaction: use the records it was given');
  }
  if (engine.kind === 'sqlite') await letOthersRun();
  const giveUpAt = Date.now() + WAIT_FOR_SERVER_MS;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(engine, work);
    if (outcome.kind === 'done') return outcome.value;
    const isLost = outcome.repeatable && engine.isUnreachable(outcome.error);
    const isConflict = engine.isConflict(outcome.error) || outcome.error instanceof ConflictError;
    if (isLost ? Date.now() >= giveUpAt : !isConflict || attempt >= MOST_TRIES) {
      throw engine.explain(outcome.error);
    }
    await sleep(isLost ? 200 : Math.random() * 5 * attempt);
  }
}

type Outcome<T> =
  | { kind: 'done'; value: T }
  /** repeatable: nothing of it can have been committed. */
  | { kind: 'failed'; error: unknown; repeatable: boolean };

async function tryOnce<T>(engine: Engine, work: (records: Records) => Promise<T>): Promise<Outcome<T>> {
  const scope: Scope = { open: true, forgets: false };
  let committing = false;
  try {
    const transaction = await engine.db.startTransaction().execute();
    try {
      const records = recordsIn(transaction, engine, () => {
        scope.forgets = true;
      });
      const value = await entered.run(scope, () => work(records));
      scope.open = false;
      committing = true;
      await transaction.commit().execute();
      if (scope.forgets) await engine.leaveNoTrace();
      return { kind: 'done', value };
    } catch (error) {
      scope.open = false;
      // The first error is the one to tell; a connection that is gone has rolled back by itself.
      if (!transaction.isCommitted && !transaction.isRolledBack)
        await transaction
          .rollback()
          .execute()
          .catch(() => {});
      throw error;
    }
  } catch (error) {
    scope.open = false;
    return { kind: 'failed', error, repeatable: !committing };
  }
}
