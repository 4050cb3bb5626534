/**
 * Four `serve` processes on one PostgreSQL behind a plain balancer, 60 chats of 10 messages side by side; meanwhile one worker is killed, a
 * document is approved, and PostgreSQL is switched off and on: one reply each in the chat's order, or named as unsure.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { forwardTo } from '../support/forwarder.ts';
import { postgresIsOff, startPostgres } from '../support/postgres.ts';
import { type Served, startCli } from '../support/serve-child.ts';

const WORKERS = 4;
const CHATS = 60;
const MESSAGES = 10;
const QUESTIONS = ['端午没停工有没有补贴', '什么时候截止', '归哪个部门管', '要哪些条件', '最高多少'];
const DOCUMENT = `明湖市人民政府办公室关于支持茶业加工的通知
明府办发〔2022〕9号

一、支持设备更新。对购置茶叶加工设备50万元以上的企业，给予5万元一次性补贴。

本通知自印发之日起施行，有效期至2022年12月31日。

明湖市人民政府办公室
2022年6月1日
`;

/** A visitor who says everything in order, each message again until it is acknowledged. */
async function talk(address: string, chat: number, said: () => void): Promise<void> {
  const from = { 'x-forwarded-for': `10.1.${Math.floor(chat / 250)}.${(chat % 250) + 1}` };
  let cookie = '';
  while (cookie === '') {
    const page = await fetch(address, { headers: from }).catch(() => null);
    cookie = page?.headers.get('set-cookie')?.split(';')[0] ?? '';
    if (cookie === '') await sleep(100);
  }
  for (let place = 0; place < MESSAGES; place += 1) {
    const body = new URLSearchParams({
      text: QUESTIONS[place % QUESTIONS.length]!,
      event: eventOf(chat, place),
    });
    const headers = { ...from, cookie, accept: 'application/json', 'sec-fetch-site': 'same-origin' };
    for (;;) {
      const answer = await fetch(`${address}/say`, { method: 'POST', body, headers }).catch(() => null);
      const taken = answer?.status === 202 && ((await answer.json()) as { taken: boolean }).taken;
      if (taken) break;
      await sleep(100);
    }
    said();
  }
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const eventOf = (chat: number, place: number) => `chat${chat}-message${String(place).padStart(2, '0')}`;

test.skipIf(postgresIsOff)(
  'one reply each, in order, through a killed worker, a new document and a PostgreSQL that went away',
  { timeout: 600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiqi-workers-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const server = await startPostgres();
    ends.push(() => server.close());
    const databaseUrl = await server.freshDatabase();
    const knowledge = join(folder, 'knowledge');
    cpSync(fileURLToPath(new URL('../../knowledge', import.meta.url)), knowledge, { recursive: true });
    writeFileSync(join(folder, 'tea.txt'), DOCUMENT);
    const environment = {
      HUIQI_KNOWLEDGE_DIR: knowledge,
      HUIQI_TODAY: '2022-06-20',
      DATABASE_URL: databaseUrl,
    };
    const command = (...argv: string[]) => startCli(argv, { ...environment, HUIQI_DATA_DIR: folder }).ended;
    expect(await command('ingest', join(folder, 'tea.txt'), '--save', '--slug', 'tea')).toBe(0);

    const workers: { served: Served; port: number }[] = [];
    for (let worker = 0; worker < WORKERS; worker += 1) {
      const served = startCli(['serve'], {
        ...environment,
        HUIQI_DATA_DIR: join(folder, `worker${worker}`),
        PORT: '0',
        LOG_LEVEL: 'silent',
      });
      ends.push(() => served.end('SIGKILL'));
      await served.printed('网页：http');
      workers.push({ served, port: Number(/网页：http:\/\/127\.0\.0\.1:(\d+)/u.exec(served.out())?.[1]) });
    }
    const balancer = await forwardTo(workers.map(({ port }) => port));
    ends.push(() => balancer.close());
    const versionsOf = () =>
      Promise.all(
        workers.slice(1).map(async ({ port }) => {
          const health = await fetch(`http://127.0.0.1:${port}/healthz`);
          return ((await health.json()) as { shelf: { version: string } }).shelf.version;
        }),
      );
    const [before] = await versionsOf();

    let acknowledged = 0;
    const reached = async (share: number) => {
      while (acknowledged < share * CHATS * MESSAGES) await sleep(20);
    };
    const talks = Array.from({ length: CHATS }, (_, chat) =>
      talk(balancer.address, chat, () => {
        acknowledged += 1;
      }),
    );
    await reached(0.25);
    await workers[0]!.served.end('SIGKILL');
    await reached(0.5);
    expect(await command('approve', 'tea', '--by', '测试员')).toBe(0);
    await sleep(5_000);
    const after = await versionsOf();
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(before);
    await reached(0.7);
    await server.kill();
    await sleep(500);
    await server.start();
    await Promise.all(talks);

    const rows = await settledRows(databaseUrl);
    const byChat = Map.groupBy(rows, ({ conversationId }) => conversationId);
    expect(byChat.size).toBe(CHATS);
    const orders = [...byChat.values()].map((all) =>
      all.map(({ id }) => /chat\d+-message\d\d/u.exec(id)?.[0]),
    );
    const wanted = Array.from({ length: CHATS }, (_, chat) =>
      Array.from({ length: MESSAGES }, (_, place) => eventOf(chat, place)),
    );
    expect(orders.toSorted()).toEqual(wanted.toSorted());
    const counts = Object.fromEntries(
      [...Map.groupBy(rows, ({ status }) => status)].map(([status, all]) => [status, all.length]),
    );
    console.log(`${WORKERS} workers: ${JSON.stringify(counts)}`);
    // The page keeps what it shows under the reply's own key: what was on its way goes again, and is shown once.
    expect(counts).toEqual({ sent: CHATS * MESSAGES });
    expect(await shownReplies(databaseUrl)).toBe(CHATS * MESSAGES);

    for (const { served } of workers.slice(1)) expect(await served.end('SIGTERM')).toBe(0);
  },
);

interface Row {
  conversationId: string;
  id: string;
  status: string;
}

/** How many replies stand in the pages of all visitors. */
async function shownReplies(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(`select count(*) from shown where id like 'told:%'`);
  await client.end();
  return Number(rows[0]?.count);
}

/** The replies in the order in which they were written, once none is under way and no message waits. */
async function settledRows(databaseUrl: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const since = Date.now(); ; await sleep(500)) {
      const { rows } = await client.query<Row>(
        `select "conversationId", id, status from outbox where channel = 'web' order by sequence`,
      );
      const { rows: waiting } = await client.query(`select 1 from inbound where "answeredAt" is null`);
      const isDone = rows.every(
        ({ status }) => status === 'sent' || status === 'unsure' || status === 'failed',
      );
      if (isDone && waiting.length === 0) return rows;
      if (Date.now() - since > 180_000)
        throw new Error(`not settled: ${waiting.length} messages wait, ${rows.length} replies`);
    }
  } finally {
    await client.end();
  }
}
