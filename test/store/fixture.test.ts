/** A store that 0.1.0 has left, on both engines and as a backup: nothing that was acknowledged is lost on the way to the present format. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { restoreInto } from '../../src/store/restore.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';

const FIXTURE = join(import.meta.dirname, 'fixture-0.1.0');
const folder = mkdtempSync(join(tmpdir(), 'huiqi-fixture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Record<string, string | number | null>;

/** Every row of 0.1.0, by table. */
const old = Map.groupBy(
  readFileSync(join(FIXTURE, 'backup.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line): line is [string, Row] => Array.isArray(line)),
  ([table]) => table,
);
const rowsOf = (table: string): Row[] => (old.get(table) ?? []).map(([, row]) => row);

let folders = 0;
function oldSqlite(): string {
  const dataDir = join(folder, String(folders++));
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'huiqi.sqlite'), gunzipSync(readFileSync(join(FIXTURE, 'huiqi.sqlite.gz'))));
  return dataDir;
}

async function oldPostgres(): Promise<string> {
  const databaseUrl = await (await sharedPostgres()).freshDatabase();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(readFileSync(join(FIXTURE, 'postgres.sql'), 'utf8'));
  await client.end();
  return databaseUrl;
}

async function restored(file: string): Promise<Store> {
  const store = await openStore({ memory: true });
  await restoreInto(store, file, 'empty');
  return store;
}

const WAYS: [string, () => Promise<Store>][] = [
  ['its SQLite file', async () => openStore({ dataDir: oldSqlite() })],
  [
    'a backup of its SQLite file',
    async () => {
      const copy = join(folder, 'copy');
      copyFileSync(join(oldSqlite(), 'huiqi.sqlite'), copy);
      return restored(copy);
    },
  ],
  ['its backup of PostgreSQL', () => restored(join(FIXTURE, 'backup.jsonl'))],
  ...(postgresIsOff
    ? []
    : ([['its PostgreSQL', async () => openStore({ databaseUrl: await oldPostgres() })]] as [
        string,
        () => Promise<Store>,
      ][])),
];

describe.each(WAYS)('what 0.1.0 kept, in %s', (_, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('has enterprises in several states to carry over', () => {
    const states = (table: string, column: string) => new Set(rowsOf(table).map((row) => row[column]));
    expect(states('reminder', 'status').size).toBeGreaterThan(5);
    expect([states('delivery', 'outcome').size, states('ticket', 'state').size]).toEqual([2, 3]);
    expect(rowsOf('profile').length).toBeGreaterThan(3);
  });

  it('is every fact of every enterprise, as a statement without evidence', async () => {
    for (const { channel, senderId, enterprise, facts, isCurrent } of rowsOf('profile')) {
      const owner = { channel: String(channel), senderId: String(senderId) };
      const all = await store.transaction(({ profiles }) => profiles.list(owner));
      const kept = all.find((one) => (one.enterprise ?? '') === enterprise);
      expect(JSON.parse(kept?.facts ?? 'null')).toEqual(JSON.parse(String(facts)));
      if (!isCurrent) continue;
      const current = await store.transaction(({ profiles }) => profiles.statements(owner));
      expect(current?.enterprise ?? '').toBe(enterprise);
      for (const { evidence, said } of current!.statements) {
        expect(evidence).toBeNull();
        expect(said).toMatch(/^2022-0[67]-\d\d$/u);
      }
    }
  });

  it('is every reminder and delivery, as it was', async () => {
    const { reminders, deliveries } = await store.transaction(async (records) => ({
      reminders: await records.reminders.list(),
      deliveries: await records.reminders.deliveries(),
    }));
    const was = rowsOf('reminder').map(({ leaseOwner: _o, leaseUntil: _u, ...row }) => row);
    const now = reminders.map(({ isGroup, isLast, isResend, ...row }) => ({
      ...row,
      isGroup: Number(isGroup),
      isLast: Number(isLast),
      isResend: Number(isResend),
    }));
    expect(byId(now)).toEqual(byId(was));
    // Two runs made the two engines' files: only the workers' names differ.
    const attempts = (rows: { id?: unknown }[]) => byId(rows.map((row) => ({ ...row, worker: '' })));
    expect(attempts(deliveries)).toEqual(attempts(rowsOf('delivery')));
    for (const { channel, senderId, id, choice, state } of rowsOf('subscription')) {
      const contact = { channel: String(channel), senderId: String(senderId) };
      const all = await store.transaction((records) => records.reminders.subscriptions(contact));
      expect(all.find((one) => one.id === id)).toMatchObject({ choice, state });
    }
    for (const { channel, senderId, from, to } of rowsOf('quietHours')) {
      const contact = { channel: String(channel), senderId: String(senderId) };
      expect(await store.transaction((records) => records.reminders.quietHours(contact))).toEqual({
        from,
        to,
      });
    }
  });

  it('is every ticket with its replies, and the next one has the next number', async () => {
    const tickets = await store.transaction((records) => records.tickets.list());
    expect(tickets.map(({ question, state }) => [question, state])).toEqual(
      rowsOf('ticket').map(({ question, state }) => [question, state]),
    );
    expect(tickets.flatMap(({ replies }) => replies.map(({ text }) => text))).toEqual(
      rowsOf('ticketReply').map(({ text }) => text),
    );
    const { channel, conversationId, senderId } = tickets[0]!;
    const who = { channel, conversationId, senderId };
    const next = await store.transaction((records) =>
      records.tickets.open({
        ...who,
        question: '再问一句',
        about: null,
        department: null,
        known: '',
        openedAt: 1,
      }),
    );
    expect(next).toBe(`T000${tickets.length + 1}`);
  });

  it('is what was on its way in and out', async () => {
    const { inbound, outbox, shown } = await store.transaction(async (records) => ({
      inbound: await records.inbound.unanswered(),
      outbox: await records.outbox.counts(),
      shown: await records.shown.after({ channel: 'web', conversationId: 'v-7f3a' }, 0),
    }));
    expect(inbound.map(({ eventId }) => eventId)).toEqual(['e-last']);
    const statuses = Map.groupBy(rowsOf('outbox'), ({ status }) => status);
    expect(outbox).toEqual(Object.fromEntries([...statuses].map(([status, rows]) => [status, rows.length])));
    expect(shown.map(({ sequence, id }) => ({ sequence, id }))).toEqual(
      rowsOf('shown').map(({ sequence, id }) => ({ sequence: Number(sequence), id })),
    );
    // An event that was answered before is still known; the next reply comes after those that were there.
    const answered = rowsOf('inbound').find(({ answeredAt }) => answeredAt !== null)!;
    const again = { channel: String(answered.channel), eventId: String(answered.eventId) };
    const message = { ...again, conversationId: 'c', senderId: 's', body: '{}', receivedAt: 1 };
    expect(await store.transaction((records) => records.inbound.receive(message))).toBe('duplicate');
  });

  it('is when each contact last wrote, but not what the talk was about', async () => {
    for (const { channel, conversationId, senderId, version, lastInboundAt } of rowsOf('conversation')) {
      const address = { channel: String(channel), conversationId: String(conversationId) };
      const kept = await store.transaction((records) =>
        records.conversations.load(address, String(senderId)),
      );
      expect(kept).toEqual({ state: '{}', version, lastInboundAt });
    }
  });
});

function byId<T extends { id?: unknown }>(rows: T[]): T[] {
  return rows.toSorted((one, other) => String(one.id).localeCompare(String(other.id)));
}
