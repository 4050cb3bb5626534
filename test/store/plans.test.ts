/** What runs at every message, send or tick must find its rows by an index: a table of a year is not read through each minute. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it, vi } from 'vitest';
import { openStore, type Records } from '../../src/store/index.ts';
import { planOf } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-plans-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const contact = { channel: 'test', senderId: 'li' };
const chat = { channel: 'test', conversationId: 'chat-1' };

async function everyday({
  inbound,
  conversations,
  profiles,
  outbox,
  reminders,
  tickets,
}: Records): Promise<void> {
  await inbound.receive({ ...chat, eventId: 'e', senderId: 'li', body: '', receivedAt: 1 });
  await inbound.unanswered();
  await inbound.markAnswered('test', 'e', 2);
  await inbound.prune(0);
  await conversations.save(chat, 'li', '{}', null, 1);
  await conversations.save(chat, 'li', '{}', 1, 2);
  await conversations.load(chat, 'li');
  await conversations.lastInboundAt(chat);
  await profiles.save(contact, null, '{}', 1);
  await profiles.current(contact);
  await outbox.add({ ...chat, id: 'o', isGroup: false, body: '', createdAt: 1 });
  await outbox.takeAtOnce('o', { worker: 'w', now: 0, leaseMs: 9 });
  await outbox.claim({ worker: 'w', channels: ['test'], limit: 9, now: 2, leaseMs: 9 });
  await outbox.begin('o', 'w', 3);
  await outbox.finish('o', 'w', { kind: 'sent' }, 4);
  await outbox.recover(5, ['test']);
  await outbox.giveBack('w');
  await outbox.nextDueAt(['test']);
  await outbox.prune(0);
  await reminders.subscribe([planOf('a', [1])]);
  await reminders.reminders(contact);
  await reminders.claim({ worker: 'w', channels: ['test'], limit: 9, now: 2, leaseMs: 9 });
  await reminders.begin(['a@1'], 'w', 3);
  await reminders.recover(100);
  await reminders.finish([{ delivery: 'a@1#1', result: { kind: 'sent' } }], 'w', 4);
  await reminders.expire(5);
  await reminders.resumePaused(5);
  await reminders.giveBack('w');
  await reminders.showWith(chat, 'o', 6);
  await reminders.shown('o', 6);
  await reminders.quietHours(contact);
  await reminders.setState(contact, null, 'paused', { now: 6 });
  await tickets.of(contact);
}

it('finds its rows by an index in all that runs every day', async () => {
  const store = await openStore({ dataDir: folder });
  const statements = new Set<string>();
  const prepare = DatabaseSync.prototype.prepare;
  vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql, ...rest) {
    statements.add(sql);
    return prepare.call(this, sql, ...rest);
  });
  await store.transaction(everyday);
  await store.close();
  vi.restoreAllMocks();

  const database = new DatabaseSync(join(folder, 'huiqi.sqlite'), { readOnly: true });
  const readThrough = [...statements]
    .filter((sql) => /^(?:with|select|update|delete)\b/u.test(sql))
    .flatMap((sql) =>
      database
        .prepare(`explain query plan ${sql}`)
        .all()
        .map((row) => ({ sql, step: String(row.detail) })),
    )
    // A partial index that holds only what is open is short; `picked` is the batch itself.
    .filter(
      ({ step }) =>
        /^SCAN (?!picked)/u.test(step) && !/USING INDEX (?:outboxPending|inboundUnanswered)/u.test(step),
    );
  database.close();
  expect(statements.size).toBeGreaterThan(30);
  expect(readThrough).toEqual([]);
});
