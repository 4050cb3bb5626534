/** Several offices on one database: each sees and changes its own rows only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openStore, type Records, type Store, type StoreOptions } from '../../src/store/index.ts';
import { restoreInto } from '../../src/store/restore.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { planOf } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-offices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contact = { channel: 'test', senderId: 'li' };
const chat = { channel: 'test', conversationId: 'chat-1' };

/** The same ids in every office, in every table. */
async function fill(records: Records): Promise<void> {
  await records.inbound.receive({ ...chat, eventId: 'e1', senderId: 'li', body: '{}', receivedAt: 1 });
  await records.inbound.receive({ ...chat, eventId: 'e2', senderId: 'li', body: '{}', receivedAt: 1 });
  await records.inbound.markAnswered('test', 'e2', 2);
  await records.conversations.save(chat, 'li', '{"topic":1}', null, 1);
  await records.profiles.save(contact, '甲', '{"a":1}', 1);
  await records.outbox.add({ ...chat, id: 'o1', isGroup: false, body: 'b', createdAt: 1, senderId: 'li' });
  await records.reminders.subscribe([planOf('s', [10])]);
  await records.reminders.setQuietHours(contact, { from: '22:00', to: '08:00' });
  await records.shown.add({ ...chat, id: 's1', senderId: 'li', body: 'b', at: 1 });
  const ticket = {
    ...chat,
    senderId: 'li',
    question: '?',
    about: null,
    department: null,
    known: '',
    openedAt: 1,
  };
  await records.tickets.reply(await records.tickets.open(ticket), '答', 2);
}

async function all(records: Records) {
  return {
    unanswered: await records.inbound.unanswered(),
    conversation: await records.conversations.load(chat, 'li'),
    lastInboundAt: await records.conversations.lastInboundAt(chat),
    profiles: await records.profiles.list(contact),
    statements: await records.profiles.statements(contact),
    outbox: await records.outbox.counts(),
    nextDueAt: await records.outbox.nextDueAt(['test']),
    subscriptions: await records.reminders.subscriptions(contact),
    deadlines: await records.reminders.subscribedDeadlines(),
    reminders: await records.reminders.list(),
    deliveries: await records.reminders.deliveries(),
    counts: await records.reminders.counts(),
    quiet: await records.reminders.quietHours(contact),
    shown: (await records.shown.after(chat, 0)).map(({ id }) => id),
    tickets: await records.tickets.list(),
  };
}

/** All that changes what is there. */
async function runThrough(records: Records): Promise<void> {
  await records.outbox.claim({ worker: 'w', channels: ['test'], limit: 9, now: 100, leaseMs: 9 });
  await records.outbox.begin('o1', 'w', 101);
  await records.outbox.finish('o1', 'w', { kind: 'sent' }, 102);
  await records.outbox.recover(10_000_000);
  await records.outbox.prune(10_000_000);
  await records.reminders.claim({ worker: 'w', channels: ['test'], limit: 9, now: 100, leaseMs: 9 });
  await records.reminders.begin(['s@10'], 'w', 101);
  await records.reminders.finish([{ delivery: 's@10#1', result: { kind: 'sent' } }], 'w', 102);
  await records.reminders.recover(10_000_000);
  await records.reminders.expire(10_000_000);
  await records.reminders.setState(contact, null, 'cancelled');
  await records.tickets.close('T0001', 3);
  await records.inbound.prune(10_000_000);
  await records.profiles.empty(contact, '甲', 3);
  await records.forget(contact);
}

const ENGINES: [string, () => Promise<StoreOptions>][] = [
  ['node:sqlite', async () => ({ memory: true })],
  ...(postgresIsOff
    ? []
    : ([['PostgreSQL', async () => ({ databaseUrl: await (await sharedPostgres()).freshDatabase() })]] as [
        string,
        () => Promise<StoreOptions>,
      ][])),
];

describe.skipIf(postgresIsOff)('two offices on one PostgreSQL', () => {
  async function both(): Promise<[Store, Store]> {
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    return [
      await openStore({ databaseUrl, office: 'nanchang' }),
      await openStore({ databaseUrl, office: 'jiujiang' }),
    ];
  }

  it('see nothing of each other, and keep apart what bears the same ids', async () => {
    const [one, other] = await both();
    await one.transaction(fill);
    const empty = await other.transaction(all);
    expect(Object.values(empty).filter((value) => Array.isArray(value) && value.length > 0)).toEqual([]);
    expect(empty).toMatchObject({
      conversation: null,
      lastInboundAt: null,
      statements: null,
      outbox: {},
      quiet: null,
    });
    await other.transaction(fill);
    const before = await one.transaction(all);
    await other.transaction(runThrough);
    expect(await one.transaction(all)).toEqual(before);
    await one.close();
    await other.close();
  });

  it('are backed up and restored alone, under another name too', async () => {
    const [one, other] = await both();
    await one.transaction(fill);
    await other.transaction(fill);
    const before = await one.transaction(all);
    const file = join(folder, 'one');
    await one.backup(file);
    await one.transaction(runThrough);
    await restoreInto(one, file, 'replace');
    expect(await one.transaction(all)).toEqual(before);
    const kept = await other.transaction(all);
    const third = await openStore({ memory: true, office: 'ganzhou' });
    await restoreInto(third, file, 'empty');
    expect(await third.transaction(all)).toEqual(before);
    expect(await other.transaction(all)).toEqual(kept);
    for (const store of [one, other, third]) await store.close();
  });
});

describe.each(ENGINES)('every statement on %s', (engine, options) => {
  it('names the office', async () => {
    const where = await options();
    const statements = new Set<string>();
    const spy =
      engine === 'node:sqlite'
        ? vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
            this: DatabaseSync,
            ...args
          ) {
            statements.add(args[0]);
            return original.call(this, ...args);
          })
        : vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
            this: pg.Client,
            ...args: unknown[]
          ) {
            const [query] = args as [string | { text: string }];
            statements.add(typeof query === 'string' ? query : query.text);
            return (originalQuery as (...all: unknown[]) => unknown).apply(this, args);
          } as never);
    const store = await openStore(where);
    // Making the tables is not their work.
    statements.clear();
    await store.transaction(fill);
    await store.transaction(all);
    await store.transaction(runThrough);
    spy.mockRestore();
    await store.close();
    const work = [...statements].filter((sql) => /^(?:with|select|insert|update|delete)\b/u.test(sql));
    expect(work.length).toBeGreaterThan(40);
    expect(work.filter((sql) => !/\boffice\b/u.test(sql) && !/pg_advisory/u.test(sql))).toEqual([]);
  });
});

const original = DatabaseSync.prototype.prepare;
const originalQuery = pg.Client.prototype.query;
