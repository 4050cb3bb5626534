/** The file as it was received, of what is in force: documents that came by console or API have it. */
import type { Records, Store } from '../../store/index.ts';
import { keptFile } from '../kept-files.ts';

export interface OriginalFile {
  name: string;
  bytes: Uint8Array;
}

/** What the files are called, by the document; those that came without one are not there. */
export const originalNames = (store: Store): Promise<ReadonlyMap<string, string>> =>
  store.transaction(({ shelf }) => shelf.originalNames());

export async function originalFile(store: Store, document: string): Promise<OriginalFile | null> {
  const number = await store.transaction((records) => inForce(records, document));
  return number === null ? null : originalOf(store, document, number);
}

/** Of this revision, whatever became of it. */
export async function originalOf(
  store: Store,
  document: string,
  number: number,
): Promise<OriginalFile | null> {
  const original = await store.transaction(({ shelf }) => shelf.original(document, number));
  return original && { name: original.name, bytes: await keptFile(store, original.file) };
}

/** The number of the revision in force: the last step of each says where it stands. */
async function inForce({ shelf }: Records, document: string): Promise<number | null> {
  const last = new Map((await shelf.history(document)).map(({ number, state }) => [number, state]));
  return [...last].find(([, state]) => state === 'in-force')?.[0] ?? null;
}
