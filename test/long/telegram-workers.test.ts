/**
 * Three `serve` processes on one PostgreSQL with one Telegram bot: one of them polls, all of them send, together no faster than Telegram
 * takes it. The one that polls is killed in the middle of it: another takes the seat, and every message is answered once or named as unsure.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type BotApiStub, startBotApiStub, TOKEN } from '../support/bot-api-stub.ts';
import { type Forwarder, forwardTo } from '../support/forwarder.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { type Served, startCli } from '../support/serve-child.ts';

const WORKERS = 3;
const FIRST = 240;
const LATER = 40;
const PER_SECOND = 30;
const PATIENCE = { timeout: 180_000, interval: 100 };

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Worker {
  served: Served;
  /** How often this worker has asked for messages, and sent one. */
  polls: number;
  sends: number;
}

async function startWorker(stub: BotApiStub, environment: Record<string, string>): Promise<Worker> {
  const worker = { polls: 0, sends: 0 } as Worker;
  const wire: Forwarder = await forwardTo([Number(new URL(stub.root).port)], (path) => {
    if (path.endsWith('/getUpdates')) worker.polls += 1;
    if (path.endsWith('/sendMessage')) worker.sends += 1;
  });
  ends.push(wire.close);
  worker.served = startCli(['serve'], {
    ...environment,
    HUIQI_TODAY: '2022-06-20',
    PORT: '0',
    LOG_LEVEL: 'silent',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: wire.address,
  });
  ends.push(() => worker.served.end('SIGKILL'));
  await worker.served.printed('网页：http');
  return worker;
}

test.skipIf(postgresIsOff)(
  'one polls, all send at one pace, and after a kill -9 another polls and nothing is answered twice',
  { timeout: 600_000 },
  async () => {
    const stub = await startBotApiStub();
    ends.push(stub.close);
    const folder = mkdtempSync(join(tmpdir(), 'huiqi-telegram-workers-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    const workers: Worker[] = [];
    for (let place = 0; place < WORKERS; place += 1)
      workers.push(
        await startWorker(stub, {
          DATABASE_URL: databaseUrl,
          HUIQI_DATA_DIR: join(folder, `worker${place}`),
        }),
      );
    const polling = () => workers.filter(({ polls }) => polls > 0);
    expect(polling()).toHaveLength(1);
    const [first] = polling() as [Worker];

    const chats = Array.from({ length: FIRST + LATER }, (_, chat) => 1_000 + chat);
    const ask = (from: number[]) => {
      for (const id of from) stub.say({ text: '58号文什么时候申报截止', from: { id } });
    };
    const answers = () => chats.map((id) => stub.textsIn(id).length);
    ask(chats.slice(0, FIRST));
    await expect.poll(() => stub.shown.length, PATIENCE).toBeGreaterThan(FIRST / 3);
    await first.served.end('SIGKILL');
    ask(chats.slice(FIRST));
    await expect.poll(() => polling().length, PATIENCE).toBe(2);

    await expect.poll(() => stub.unconfirmed(), PATIENCE).toBe(0);
    const { sent = 0, unsure = 0, ...other } = await settledCounts(databaseUrl);
    expect(other).toEqual({});
    expect(sent + unsure).toBe(chats.length);
    expect(Math.max(...answers())).toBe(1);
    expect(answers().filter((count) => count === 0).length).toBeLessThanOrEqual(unsure);
    expect(stub.conflicts()).toBe(0);
    expect(workers.filter(({ sends }) => sends > 0).length).toBeGreaterThan(1);

    // What was under way at the kill waits for its lease: before that the pace alone held them up.
    const times = stub.shown.map(({ at }) => at).toSorted((one, other) => one - other);
    const paced = times.slice(0, Math.floor(FIRST / 3));
    const seconds = (paced.at(-1)! - paced[0]!) / 1_000;
    const most = Math.max(
      ...times.map((from, at) => times.slice(at).filter((time) => time < from + 1_000).length),
    );
    console.log(
      `${WORKERS} workers, one killed: ${sent} sent, ${unsure} unsure, at most ${most} in a second, by worker ${workers.map(({ sends }) => sends)}`,
    );
    expect(seconds).toBeGreaterThan((paced.length - 1) / PER_SECOND - 0.5);
  },
);

/** The replies by their state, once none is under way. */
async function settledCounts(databaseUrl: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const since = Date.now(); ; await sleep(500)) {
      const { rows } = await client.query<{ status: string; count: string }>(
        `select status, count(*) from outbox where channel = 'telegram' group by status`,
      );
      const { rows: waiting } = await client.query(`select 1 from inbound where "answeredAt" is null`);
      const isDone = rows.every(({ status }) => ['sent', 'unsure', 'failed'].includes(status));
      if (isDone && waiting.length === 0)
        return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
      if (Date.now() - since > 180_000) throw new Error(`not settled: ${JSON.stringify(rows)}`);
    }
  } finally {
    await client.end();
  }
}
