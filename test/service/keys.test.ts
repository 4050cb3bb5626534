import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyring, issueKey, listKeys, revokeKey, type Store } from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore({ memory: true });
});
afterEach(() => store.close());

/** The same store at another time. */
const at = (milliseconds: number): Store => ({ ...store, now: () => milliseconds });
const DAY = Date.parse('2024-05-01T04:00:00Z');
const wanted = { name: '园区平台', scopes: ['read', 'ask'], perMinute: 60, expiresOn: null };

test('a key is given out once, and kept as its hash alone', async () => {
  const { token, key } = await issueKey(store, wanted);
  expect(token).toMatch(/^hq_[0-9a-f]{8}_[\w-]{32}$/u);
  expect(JSON.stringify(await listKeys(store))).not.toContain(token.slice(12));
  const kept = await store.transaction(({ keys }) => keys.get(key.id));
  expect(JSON.stringify(kept)).not.toContain(token.slice(12));
  expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/u);
});

test('its holder is known by it, and by nothing like it', async () => {
  const { token, key } = await issueKey(store, wanted);
  const { holderOf } = createKeyring(store);
  expect(await holderOf(token)).toMatchObject({ id: key.id, scopes: ['read', 'ask'], perMinute: 60 });
  const last = token.at(-1) === 'a' ? 'b' : 'a';
  for (const wrong of [
    token.slice(0, -1) + last,
    token.slice(0, -1),
    `${token}x`,
    `hq_${key.id}_`,
    '',
    'hq',
    token.toUpperCase(),
  ])
    expect(await holderOf(wrong)).toBeNull();
});

test('it is good to the end of its last day in Shanghai', async () => {
  const { token } = await issueKey(store, { ...wanted, expiresOn: '2024-05-01' });
  expect(await createKeyring(at(Date.parse('2024-05-01T15:59:00Z'))).holderOf(token)).not.toBeNull();
  expect(await createKeyring(at(Date.parse('2024-05-01T16:01:00Z'))).holderOf(token)).toBeNull();
});

test('a revoked one is refused within seconds, and cannot be revoked twice', async () => {
  let now = DAY;
  const { holderOf } = createKeyring({ ...store, now: () => now });
  const { token, key } = await issueKey(store, wanted);
  expect(await holderOf(token)).not.toBeNull();
  await revokeKey(store, key.id);
  now += 5_001;
  expect(await holderOf(token)).toBeNull();
  await expect(revokeKey(store, key.id)).rejects.toThrow(key.id);
  await expect(revokeKey(store, 'nothing')).rejects.toThrow('没有编号');
});

test('its last use is noted', async () => {
  const { token } = await issueKey(store, wanted);
  let now = DAY;
  const { holderOf } = createKeyring({ ...store, now: () => now });
  const lastUse = async () => (await listKeys(store))[0]!.lastUsedAt;
  expect(await lastUse()).toBeNull();
  await holderOf(token);
  expect(await lastUse()).toBe(DAY);
  now += 10_000;
  await holderOf(token);
  expect(await lastUse()).toBe(DAY);
  now += 60_000;
  await holderOf(token);
  expect(await lastUse()).toBe(now);
});
