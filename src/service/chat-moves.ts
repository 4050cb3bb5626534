/** Chats whose platform has given them another id: kept, so that what is due in them goes to the right place after a restart. */
import type { Store } from '../store/index.ts';

export interface ChatMoves {
  /** Old id → new id, of one channel. */
  load(): Promise<Map<string, string>>;
  keep(from: string, to: string): Promise<void>;
}

export function chatMovesOf(store: Store, channel: string): ChatMoves {
  // Nobody's own: the contact of these notes is the channel itself.
  const owner = { channel, senderId: '' };
  return {
    load: async () => {
      const notes = await store.transaction((records) => records.notes.of(owner, 'moved', store.now()));
      return new Map(notes.map(({ key, value }) => [key.slice(channel.length + 1), value]));
    },
    keep: (from, to) =>
      store.transaction((records) =>
        records.notes.put({
          ...owner,
          purpose: 'moved',
          key: `${channel}:${from}`,
          value: to,
          at: store.now(),
          expiresAt: null,
        }),
      ),
  };
}
