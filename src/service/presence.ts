/** Which workers run on one store, and which knowledge each answers from: an officer sees whether all have followed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store/index.ts';

const EVERY_MS = 5_000;
/** Who has not said so for that long is gone. */
const GONE_MS = 20_000;

export interface PresenceOptions {
  store: Store;
  /** Of the library that this worker answers from. */
  version(): string;
  stopping: AbortSignal;
  onError(error: unknown): void;
}

/** Says every few seconds that this worker is here; resolves once `stopping` is aborted. Alone on its store a process need not say it. */
export async function sayPresent({ store, version, stopping, onError }: PresenceOptions): Promise<void> {
  if (store.engine === 'sqlite') return;
  const worker = randomUUID();
  while (!stopping.aborted) {
    await store
      .transaction(({ workers }) =>
        workers.report({ worker, version: version(), until: store.now() + GONE_MS }),
      )
      .catch(onError);
    await sleep(EVERY_MS, undefined, { signal: stopping, ref: false }).catch(() => {});
  }
  await store.transaction(({ workers }) => workers.report({ worker, version: '', until: 0 })).catch(onError);
}

/** The version of each worker that runs now; `own`: of the one that is asked. */
export async function versionsAtWork(store: Store, own: string): Promise<string[]> {
  if (store.engine === 'sqlite') return [own];
  return store.transaction(({ workers }) => workers.present(store.now()));
}
