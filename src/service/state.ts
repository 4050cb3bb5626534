/** Opens what is kept. The store is loaded only where it is used: a question on the command line needs none. */
import type { Store } from '../store/index.ts';
import type { Settings } from './settings.ts';

/**
 * Who opens it: 'own' takes the lock (start, serve, chat), 'read' and 'beside' work next to a running bot; 'look' brings nothing up to date
 * either.
 */
export type Access = 'own' | 'read' | 'beside' | 'look';

/** The store that the settings name. Throws UserError with one sentence: in use, read-only, full, broken, newer than this program. */
export async function openState(settings: Settings, access: Access = 'own'): Promise<Store> {
  const { openStore, storeOptions } = await import('../store/index.ts');
  if (access === 'look') return openStore({ ...storeOptions(settings, 'read'), readOnly: true });
  return openStore(storeOptions(settings, access));
}

/** A store of its own in memory, gone at its end: for demonstrations. */
export async function openPassingState(): Promise<Store> {
  const { openStore } = await import('../store/index.ts');
  return openStore({ memory: true });
}

/** Does the work with the store open and closes it, whatever happens. */
export async function withState<T>(
  settings: Settings,
  access: Access,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openState(settings, access);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Takes a backup into the store; `how`: into an empty one only, or in place of what it holds. Rows are counted. */
export async function restoreState(
  store: Store,
  file: string,
  how: 'empty' | 'replace',
): Promise<{ rows: number }> {
  const { restoreInto } = await import('../store/index.ts');
  return restoreInto(store, file, how);
}
