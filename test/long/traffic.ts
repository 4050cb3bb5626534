/** The whole bot under traffic from Telegram and the web page, with what was said and what came back reckoned up afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from 'cheerio';
import { type BotApiStub, startBotApiStub, TOKEN } from '../support/bot-api-stub.ts';
import { type Served, startCli } from '../support/serve-child.ts';

export interface World {
  stub: BotApiStub;
  dataDir: string;
  /** A free port that stays the same over restarts. */
  port: number;
  start(environment?: Record<string, string>): Promise<Served>;
  close(): Promise<void>;
}

export async function createWorld(dataDir = mkdtempSync(join(tmpdir(), 'huiqi-long-'))): Promise<World> {
  const stub = await startBotApiStub();
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const running: Served[] = [];
  return {
    stub,
    dataDir,
    port,
    async start(environment = {}) {
      const served = startCli(['serve'], {
        HUIQI_DATA_DIR: dataDir,
        HUIQI_TODAY: '2022-06-20',
        PORT: String(port),
        LOG_LEVEL: 'silent',
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: stub.root,
        ...environment,
      });
      running.push(served);
      await served.printed('网页：http');
      return served;
    },
    async close() {
      for (const served of running) await served.end('SIGKILL');
      await stub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const QUESTION = '58号文什么时候申报截止';

export interface Traffic {
  /** Messages said in Telegram, a chat of its own each. */
  chats: number[];
  /** Messages that the web page has taken (answered 202), by visitor. */
  acknowledged: Map<string, number>;
  stop(): Promise<void>;
}

/** Says something every few milliseconds until it is stopped; a page that does not answer is tried again later. */
export function beginTraffic({ stub, port }: World, everyMs = 40): Traffic {
  const chats: number[] = [];
  const acknowledged = new Map<string, number>();
  const stopping = new AbortController();
  const pause = () => sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => {});

  async function telegram(): Promise<void> {
    while (!stopping.signal.aborted) {
      const id = 10_000 + chats.length;
      chats.push(id);
      stub.say({ text: QUESTION, from: { id } });
      await pause();
    }
  }

  async function web(): Promise<void> {
    let cookie = '';
    for (let said = 0; !stopping.signal.aborted; await pause()) {
      try {
        // A page shows the newest 60 entries: nobody says more than fits.
        if (said === 20) cookie = '';
        if (cookie === '') {
          said = 0;
          const page = await fetch(`http://127.0.0.1:${port}/`);
          cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
        }
        const body = new URLSearchParams({ text: QUESTION, event: crypto.randomUUID() });
        const headers = { cookie, accept: 'application/json', 'sec-fetch-site': 'same-origin' };
        const answer = await fetch(`http://127.0.0.1:${port}/say`, { method: 'POST', body, headers });
        const { taken } = (await answer.json()) as { taken: boolean };
        if (answer.status !== 202 || !taken) continue;
        said += 1;
        acknowledged.set(cookie, (acknowledged.get(cookie) ?? 0) + 1);
      } catch {
        // Killed in the middle of it: nothing was acknowledged.
      }
    }
  }

  const both = [telegram(), web()];
  return {
    chats,
    acknowledged,
    async stop() {
      stopping.abort();
      await Promise.all(both);
    },
  };
}

export interface Sums {
  telegram: { said: number; answered: number; twice: number };
  web: { acknowledged: number; shown: number; answered: number };
  /** Sends whose outcome nobody knows, as the outbox names them. */
  unsure: number;
  /** Messages that nobody has answered yet. */
  waiting: number;
}

/** What came back. The bot is running. */
export async function reckon({ stub, port, dataDir }: World, traffic: Traffic): Promise<Sums> {
  const answers = traffic.chats.map((id) => stub.textsIn(id).length);
  let shown = 0;
  let answered = 0;
  for (const cookie of traffic.acknowledged.keys()) {
    const page = load(await (await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } })).text());
    shown += page('.message.visitor').length;
    answered += page('.message.bot').length;
  }
  const { unsure, waiting } = storeCounts(dataDir);
  return {
    telegram: {
      said: answers.length,
      answered: answers.filter((count) => count > 0).length,
      twice: answers.filter((count) => count > 1).length,
    },
    web: { acknowledged: [...traffic.acknowledged.values()].reduce((a, b) => a + b, 0), shown, answered },
    unsure,
    waiting,
  };
}

/** Read beside the running bot, as `huiqi reminders` does. */
export function storeCounts(dataDir: string): { unsure: number; waiting: number; open: number } {
  const database = new DatabaseSync(join(dataDir, 'huiqi.sqlite'), { readOnly: true });
  try {
    const count = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
    return {
      unsure: count(`select count(*) from outbox where status = 'unsure'`),
      waiting: count(`select count(*) from inbound where "answeredAt" is null`),
      open: count(`select count(*) from outbox where status in ('due', 'claimed', 'sending')`),
    };
  } finally {
    database.close();
  }
}

/** Until all that was said is answered and sent, or too much time has gone by. */
export async function settled({ stub, dataDir }: World, limitMs = 120_000): Promise<void> {
  for (const since = Date.now(); Date.now() - since < limitMs; await sleep(200)) {
    if (stub.unconfirmed() > 0) continue;
    const { waiting, open } = storeCounts(dataDir);
    if (waiting === 0 && open === 0) return;
  }
  throw new Error(
    `not settled: ${JSON.stringify({ ...storeCounts(dataDir), unconfirmed: stub.unconfirmed() })}`,
  );
}
