/** The file as it was received, of what is in force: documents that came by console or API have it. */
import type { Records, Store } from '../../store/index.ts';

export interface OriginalFile {
  name: string;
  bytes: Uint8Array;
}

/** What the files are called, by the document; those that came without one are not there. */
export const originalNames = (store: Store): Promise<ReadonlyMap<string, string>> =>
  store.transaction(({ shelf }) => shelf.originalNames());

export const originalFile = (store: Store, document: string): Promise<OriginalFile | null> =>
  store.transaction(async (records) => {
    const number = await inForce(records, document);
    return number === null ? null : records.shelf.original(document, number);
  });

/** The number of the revision in force: the last step of each says where it stands. */
async function inForce({ shelf }: Records, document: string): Promise<number | null> {
  const last = new Map((await shelf.history(document)).map(({ number, state }) => [number, state]));
  return [...last].find(([, state]) => state === 'in-force')?.[0] ?? null;
}
