/** Keys of programs: given out once, kept as a hash, with what they may do, how often, and until when. */
import { createHash, randomBytes } from 'node:crypto';
import { type Day, shanghaiDay, UserError } from '../contract/index.ts';
import type { ApiKey, Store } from '../store/index.ts';
import { machineWords as words } from '../words/index.ts';
import { type Actor, note } from './officers/index.ts';

export type KeyView = Omit<ApiKey, 'hash'>;

export interface NewKey {
  name: string;
  scopes: readonly string[];
  perMinute: number;
  expiresOn: Day | null;
}

/** hq_<id>_<secret>: the id finds the row, the secret is 192 random bits, so that one quick hash of it is enough. */
const TOKEN = /^hq_(?<id>[0-9a-f]{8})_[\w-]{32}$/u;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const viewOf = ({ hash: _, ...key }: ApiKey): KeyView => key;

/** The token is in this answer and nowhere else. */
export async function issueKey(
  store: Store,
  key: NewKey,
  actor?: Actor,
): Promise<{ token: string; key: KeyView }> {
  const id = randomBytes(4).toString('hex');
  const token = `hq_${id}_${randomBytes(24).toString('base64url')}`;
  const kept = { ...key, id, scopes: [...key.scopes], hash: hashOf(token), createdAt: store.now() };
  await store.transaction(async (records) => {
    await records.keys.add(kept);
    if (actor) await note(records, actor, store.now(), { action: 'key.add', subject: key.name, after: id });
  });
  return { token, key: viewOf({ ...kept, lastUsedAt: null, revokedAt: null }) };
}

export const listKeys = (store: Store): Promise<KeyView[]> =>
  store.transaction(async ({ keys }) => (await keys.list()).map(viewOf));

/** Throws UserError where there is none of this id that is still good. */
export const revokeKey = (store: Store, id: string, actor?: Actor): Promise<void> =>
  store.transaction(async (records) => {
    if (!(await records.keys.revoke(id, store.now()))) throw new UserError(words.noSuchKey(id));
    if (actor) await note(records, actor, store.now(), { action: 'key.revoke', subject: id });
  });

/** A key that was looked up is believed so long: a revoked one is refused within that time, by every worker. */
const BELIEVED_MS = 5_000;
/** The last use is written no more often than this. */
const NOTED_MS = 60_000;
const MOST_KEPT = 1_000;

export interface Keyring {
  /** Null: unknown, revoked, or past its last day. */
  holderOf(token: string): Promise<KeyView | null>;
}

/** Looks keys up, and notes their last use. */
export function createKeyring(store: Store): Keyring {
  const known = new Map<string, { key: Promise<ApiKey | null>; at: number }>();
  const noted = new Map<string, number>();

  function lookUp(id: string, now: number): Promise<ApiKey | null> {
    const last = known.get(id);
    if (last && now - last.at < BELIEVED_MS) return last.key;
    const key = store.transaction(({ keys }) => keys.get(id));
    known.delete(id);
    known.set(id, { key, at: now });
    if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
    // What could not be looked up is looked up anew.
    key.catch(() => known.delete(id));
    return key;
  }

  async function note(id: string, now: number): Promise<void> {
    if (now - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < NOTED_MS) return;
    noted.set(id, now);
    await store.transaction(({ keys }) => keys.used(id, now));
  }

  return {
    async holderOf(token) {
      const id = TOKEN.exec(token)?.groups?.id;
      if (id === undefined) return null;
      const now = store.now();
      const key = await lookUp(id, now);
      if (!key || key.hash !== hashOf(token) || key.revokedAt !== null) return null;
      if (key.expiresOn !== null && shanghaiDay(now) > key.expiresOn) return null;
      await note(id, now);
      return viewOf(key);
    },
  };
}
