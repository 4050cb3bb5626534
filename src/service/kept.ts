/** What the store keeps for the work itself: whether it takes anything, and what of the work is old enough to go. */
import type { Store } from '../store/index.ts';

/** More than a page, so that a disk without room says so. */
const PADDING = '0'.repeat(16_384);

/** Reading alone would say yes on a full disk. */
export async function storeTakes(store: Store, now: number): Promise<boolean> {
  const note = { purpose: 'health', key: '', channel: '', senderId: '', value: PADDING } as const;
  try {
    await store.transaction(({ notes }) => notes.put({ ...note, at: now, expiresAt: null }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets keys of messages that were answered, and items that were sent, before the given time; and notes that have expired. */
export const tidyKept = (store: Store, before: number): Promise<void> =>
  store.transaction(async ({ inbound, outbox, notes }) => {
    await inbound.prune(before);
    await outbox.prune(before);
    await notes.prune(store.now());
  });
