/** Old personal data goes by itself: who stays, who goes, and that it is counted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepRetention } from '../../src/service/index.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import { planOf } from '../store/contract.ts';
import { emptiedPlaces } from '../support/emptied-places.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 28);
const KEEP = { KEEP_IDLE_DAYS: 180, KEEP_TICKETS_DAYS: 365, KEEP_QUESTIONS_DAYS: 90 };
const longAgo = NOW - 181 * DAY;
const lately = NOW - 179 * DAY;

const chatOf = (senderId: string) => ({ channel: 'test', conversationId: senderId, senderId });

const folder = mkdtempSync(join(tmpdir(), 'huiqi-retention-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const places = emptiedPlaces(sharedPostgres);

const ENGINES: [string, boolean, () => Promise<StoreOptions>][] = [
  ['SQLite', false, async () => ({ dataDir: mkdtempSync(join(folder, 'data-')) })],
  ['PostgreSQL', postgresIsOff, async () => ({ databaseUrl: await places.take() })],
];

describe.each(ENGINES)('retention on %s', (_name, isOff, fresh) => {
  let store: Store;
  beforeEach(async ({ skip }) => {
    skip(isOff);
    store = await openStore(await fresh());
  });
  afterEach(async () => {
    await store?.close();
    await places.giveBack();
  });

  const wrote = (senderId: string, at: number) =>
    store.transaction(async (records) => {
      await records.conversations.save(chatOf(senderId), senderId, '{"topic":1}', null, at);
      await records.profiles.save({ channel: 'test', senderId }, null, '{"a":1}', at);
    });
  const isKnown = (senderId: string) =>
    store.transaction(
      async ({ conversations, profiles }) =>
        (await conversations.load(chatOf(senderId), senderId)) !== null ||
        (await profiles.statements({ channel: 'test', senderId })) !== null,
    );
  const openTicket = (senderId: string, at: number) =>
    store.transaction(({ tickets }) =>
      tickets.open({
        ...chatOf(senderId),
        question: '厂房怎么减租',
        about: null,
        department: null,
        known: '',
        openedAt: at,
      }),
    );

  it('forgets who has not written for so many days, and nobody else', async () => {
    await wrote('idle', longAgo);
    await wrote('recent', lately);
    expect(await sweepRetention(store, KEEP, NOW)).toEqual({ contacts: 1, tickets: 0 });
    expect(await isKnown('idle')).toBe(false);
    expect(await isKnown('recent')).toBe(true);
  });

  it('forgets who was only shown something: a refusal, or the farewell to who asked to be forgotten', async () => {
    const shown = (senderId: string, at: number) =>
      store.transaction(async (records) => {
        await records.shown.add({ ...chatOf(senderId), id: `${senderId}@${at}`, body: '已删除', at });
      });
    await shown('gone', longAgo);
    await shown('back', longAgo);
    await shown('back', lately);
    await wrote('writing', lately);
    await shown('writing', longAgo);
    expect(await sweepRetention(store, KEEP, NOW)).toEqual({ contacts: 1, tickets: 0 });
    const left = (senderId: string) =>
      store.transaction(async (records) => (await records.shown.after(chatOf(senderId), 0)).length);
    expect([await left('gone'), await left('back'), await left('writing')]).toEqual([0, 2, 1]);
  });

  it('keeps who wrote in another chat since, changed the profile since, waits for a reminder or for an officer', async () => {
    await wrote('elsewhere', longAgo);
    await store.transaction(({ conversations }) =>
      conversations.save(
        { channel: 'test', conversationId: 'group' },
        'elsewhere',
        '{"topic":1}',
        null,
        lately,
      ),
    );
    await wrote('profile', longAgo);
    await store.transaction(({ profiles }) =>
      profiles.save({ channel: 'test', senderId: 'profile' }, null, '{"a":2}', lately),
    );
    await wrote('reminded', longAgo);
    const plan = planOf('s', [NOW + DAY]);
    await store.transaction(({ reminders }) =>
      reminders.subscribe([{ ...plan, subscription: { ...plan.subscription, ...chatOf('reminded') } }]),
    );
    await wrote('asking', longAgo);
    await openTicket('asking', longAgo);
    expect(await sweepRetention(store, KEEP, NOW)).toEqual({ contacts: 0, tickets: 0 });
    for (const contact of ['elsewhere', 'profile', 'reminded', 'asking'])
      expect(await isKnown(contact)).toBe(true);
  });

  it('deletes tickets that were closed long ago with their texts, open and answered ones stay', async () => {
    const old = NOW - 366 * DAY;
    const closed = await openTicket('one', old);
    await store.transaction(({ tickets }) => tickets.close(closed, old));
    const open = await openTicket('two', old);
    expect(await sweepRetention(store, KEEP, NOW)).toEqual({ contacts: 0, tickets: 1 });
    expect(await store.transaction(({ tickets }) => tickets.get(closed))).toBeNull();
    expect((await store.transaction(({ tickets }) => tickets.get(open)))?.question).toBe('厂房怎么减租');
  });

  it('counts what went in the audit, and writes nothing where nothing went', async () => {
    for (let contact = 0; contact < 45; contact += 1) await wrote(`idle-${contact}`, longAgo);
    expect(await sweepRetention(store, KEEP, NOW)).toEqual({ contacts: 45, tickets: 0 });
    await sweepRetention(store, KEEP, NOW);
    const trail = await store.transaction(({ audit }) => audit.list({ limit: 10 }));
    expect(trail.map(({ action, after }) => [action, after])).toEqual([
      ['retention.swept', '{"contacts":45,"tickets":0}'],
    ]);
  });

  it('0 days keep for good', async () => {
    await wrote('idle', 0);
    expect(
      await sweepRetention(store, { KEEP_IDLE_DAYS: 0, KEEP_TICKETS_DAYS: 0, KEEP_QUESTIONS_DAYS: 0 }, NOW),
    ).toEqual({
      contacts: 0,
      tickets: 0,
    });
    expect(await isKnown('idle')).toBe(true);
  });
});
