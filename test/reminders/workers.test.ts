import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { type PostgresServer, postgresIsOff, sharedPostgres, startPostgres } from '../support/postgres.ts';

const SCRIPT = join(import.meta.dirname, 'worker-process.ts');
const WORKERS = 4;
/** `npm run test:long` sends more: as many kills, more that is on its way between them. */
const [REMINDERS_UNDER_KILLS, REMINDERS] = process.env.HUIQI_TEST_LONG ? [20_000, 2_000] : [2_500, 1_500];
const OPEN = ['due', 'claimed', 'sending'];

describe.skipIf(postgresIsOff)('several workers on one PostgreSQL', { timeout: 240_000 }, () => {
  let folder: string;
  let outside: string;
  let url: string;
  let store: Store;
  let workers: ChildProcess[] = [];
  let ownServer: PostgresServer | null = null;

  const launch = (leaseMs: number): ChildProcess => {
    const worker = spawn(process.execPath, [SCRIPT, url, outside, String(leaseMs)], { stdio: 'ignore' });
    workers.push(worker);
    return worker;
  };
  const gone = (worker: ChildProcess) =>
    worker.exitCode !== null || worker.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolve) => worker.once('exit', resolve));
  const arrived = () => readFileSync(outside, 'utf8').split('\n').slice(0, -1);
  const counts = () => store.transaction(({ reminders }) => reminders.counts());

  async function prepare(server: PostgresServer, reminders: number): Promise<void> {
    url = await server.freshDatabase();
    store = await openStore({ databaseUrl: url });
    const now = store.now();
    for (let first = 0; first < reminders; first += 500) {
      const plans = Array.from({ length: Math.min(500, reminders - first) }, (_, n) =>
        planOf(`s${first + n}`, now),
      );
      await store.transaction((records) => records.reminders.subscribe(plans));
    }
  }

  /** Until all is done, or something is stuck. */
  async function untilDone(total: number): Promise<void> {
    for (const since = Date.now(); Date.now() - since < 200_000; await sleep(100)) {
      const now = await counts();
      if (OPEN.every((status) => !now[status])) return;
    }
    throw new Error(`of ${total} some are stuck: ${JSON.stringify(await counts())}`);
  }

  async function stopAll(): Promise<void> {
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(workers.map(gone));
    workers = [];
  }

  /** What arrived against what the ledger says. */
  async function reckon() {
    const ids = arrived();
    const { sent = 0, unsure = 0 } = await counts();
    return { arrived: ids.length, twice: ids.length - new Set(ids).size, sent, unsure };
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiqi-workers-'));
    outside = join(folder, 'outside');
    writeFileSync(outside, '');
  });
  afterEach(async () => {
    for (const worker of workers) {
      worker.kill('SIGCONT');
      worker.kill('SIGKILL');
    }
    await Promise.all(workers.map(gone));
    workers = [];
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => ownServer?.close());

  it(`send ${REMINDERS_UNDER_KILLS} reminders while ten of them are killed: none twice, none lost, at most one unsure a kill`, async () => {
    const total = REMINDERS_UNDER_KILLS;
    await prepare(await sharedPostgres(), total);
    const since = Date.now();
    for (let n = 0; n < WORKERS; n += 1) launch(3000);
    let kills = 0;
    while (kills < 10) {
      const before = arrived().length;
      // Not while they still start, and spread over the whole run.
      while (arrived().length < Math.min(before + 0.075 * total, total - 300)) await sleep(20);
      await sleep(Math.random() * 30);
      const victim = workers.shift() as ChildProcess;
      victim.kill('SIGKILL');
      await gone(victim);
      kills += 1;
      launch(3000);
    }
    await untilDone(total);
    const seconds = (Date.now() - since) / 1000;
    await stopAll();
    const sums = await reckon();
    console.log(
      `${total} reminders, ${kills} kills: ${JSON.stringify(sums)}, ${Math.round(total / seconds)} a second`,
    );
    expect(sums.twice).toBe(0);
    expect(sums.sent + sums.unsure).toBe(total);
    expect(sums.unsure).toBeLessThanOrEqual(kills);
    expect(sums.arrived).toBeGreaterThanOrEqual(sums.sent);
  });

  it('leave nothing unsure when they are told to stop', async () => {
    const total = REMINDERS;
    await prepare(await sharedPostgres(), total);
    for (let n = 0; n < WORKERS; n += 1) launch(60_000);
    for (let stops = 0; stops < 8; stops += 1) {
      while (arrived().length < Math.min((stops + 1) * 120, total)) await sleep(10);
      const worker = workers.shift() as ChildProcess;
      worker.kill('SIGTERM');
      await gone(worker);
      launch(60_000);
    }
    await untilDone(total);
    await stopAll();
    const sums = await reckon();
    console.log(`${total} reminders, 8 SIGTERM: ${JSON.stringify(sums)}`);
    expect(sums).toEqual({ arrived: total, twice: 0, sent: total, unsure: 0 });
  });

  it('send nothing twice when one sleeps beyond its lease and wakes up', async () => {
    const total = REMINDERS;
    const lease = 600;
    await prepare(await sharedPostgres(), total);
    for (let n = 0; n < WORKERS; n += 1) launch(lease);
    for (let sleeps = 0; sleeps < 3; sleeps += 1) {
      while (arrived().length < Math.min((sleeps + 1) * 300, total)) await sleep(10);
      const worker = workers[sleeps] as ChildProcess;
      worker.kill('SIGSTOP');
      await sleep(2.5 * lease);
      worker.kill('SIGCONT');
    }
    await untilDone(total);
    await stopAll();
    const sums = await reckon();
    console.log(`${total} reminders, 3 slept 2.5 leases: ${JSON.stringify(sums)}`);
    expect(sums.twice).toBe(0);
    expect(sums.sent + sums.unsure).toBe(total);
    expect(sums.unsure).toBeLessThanOrEqual(3);
  });

  it('go on by themselves when PostgreSQL is killed and started again under them', async () => {
    const total = REMINDERS;
    ownServer = await startPostgres();
    await prepare(ownServer, total);
    for (let n = 0; n < WORKERS; n += 1) launch(3000);
    for (let restarts = 0; restarts < 2; restarts += 1) {
      while (arrived().length < (restarts + 1) * 500) await sleep(10);
      await ownServer.kill();
      await sleep(500);
      await ownServer.start();
    }
    await untilDone(total);
    await stopAll();
    const sums = await reckon();
    console.log(`${total} reminders, 2 restarts of PostgreSQL: ${JSON.stringify(sums)}`);
    expect(sums).toEqual({ arrived: total, twice: 0, sent: total, unsure: 0 });
  });
});

/** One reminder that is due, and not the last before its deadline. */
function planOf(id: string, now: number) {
  return {
    subscription: {
      id,
      channel: 'test',
      conversationId: id,
      senderId: id,
      isGroup: false,
      about: 'A#1',
      deadline: '2099-07-30',
      choice: '{}',
      state: 'active' as const,
      pausedUntil: null,
      createdAt: now,
    },
    reminders: [{ id: `${id}@1`, dueAt: now - 1000, expiresAt: now + 86_400_000, isLast: false }],
  };
}
