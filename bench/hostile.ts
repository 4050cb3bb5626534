/**
 * How long whoever asks has to wait while the reader is at a file made to do harm: `huiqi serve` as it is started, a file brought in by the
 * console, and meanwhile the health, the page and a message of the chat asked for again and again.
 *
 *   npm run bench hostile [NAME …]
 */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { addOfficer, parseSettings, setPassword, withState } from '../src/service/index.ts';
import { HOSTILE_NAMES } from '../test/support/hostile-files.ts';
import { startServer } from './real-server.ts';

const OFFICER = { name: '王芳', password: '红土地上的油菜花' };
/** A request of each kind is begun so long after the one before was answered. */
const PAUSE_MS = 20;
const QUIET_MS = 3_000;

const names = process.argv.slice(process.argv[1]?.endsWith('run.ts') ? 3 : 2);
const server = await startServer({ port: 3_900 });
const { address } = server;

const pieceWords = async () =>
  `the server at it ${(await server.inOnePiece()).toFixed(0)} ms of processor in one piece`;
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const own = { 'sec-fetch-site': 'same-origin' };

async function signedIn(): Promise<{ cookie: string; token: string }> {
  await withState(parseSettings(server.environment), 'beside', async (store) => {
    const { token } = await addOfficer(store, { name: OFFICER.name, role: '审核' }, { name: 'bench' });
    await setPassword(store, { token, password: OFFICER.password });
  });
  const response = await fetch(`${address}/office/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: own,
    body: form({ name: OFFICER.name, password: OFFICER.password, to: '/office' }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(`${address}/office/account`, { headers: { cookie } })).text();
  return { cookie, token: /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '' };
}

/** A new visitor, who is about to say something, and does: how long it takes until the answer is shown. */
async function said(): Promise<number> {
  const page = await fetch(address, { headers: server.neighbour() });
  await page.text();
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const closing = new AbortController();
  const headers = { cookie, ...server.neighbour() };
  const stream = await fetch(`${address}/events?after=0`, { headers, signal: closing.signal });
  const since = performance.now();
  const response = await fetch(`${address}/say`, {
    method: 'POST',
    headers: { accept: 'application/json', ...own, ...headers },
    body: form({ text: '端午没停工有没有补贴', event: 'event-0001' }),
  });
  const { taken } = (await response.json()) as { taken?: boolean };
  if (taken !== true) throw new Error(`not taken: ${response.status}`);
  const decoder = new TextDecoder();
  let shown = '';
  for await (const piece of stream.body!) {
    shown += decoder.decode(piece, { stream: true });
    if (shown.includes('event: bot')) break;
  }
  const waited = performance.now() - since;
  closing.abort();
  return waited;
}

async function fetched(path: string): Promise<number> {
  const since = performance.now();
  const response = await fetch(`${address}${path}`, { headers: server.neighbour() });
  await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return performance.now() - since;
}

/** The longest that each had to wait until `over`. */
async function longest(asks: Record<string, () => Promise<number>>, over: Promise<unknown>) {
  let isOver = false;
  void over.finally(() => {
    isOver = true;
  });
  const waits = await Promise.all(
    Object.entries(asks).map(async ([name, ask]) => {
      const all: number[] = [];
      do {
        all.push(await ask());
        await wait(PAUSE_MS);
      } while (!isOver);
      return `${name} ${Math.max(...all).toFixed(0)} ms (of ${all.length})`;
    }),
  );
  return waits.join(', ');
}

try {
  const officer = new Worker(new URL('./hostile-officer.ts', import.meta.url), {
    workerData: { address, ...(await signedIn()) },
  });
  const asks = { health: () => fetched('/healthz'), page: () => fetched('/'), message: said };
  await longest(asks, wait(QUIET_MS));
  await pieceWords();
  const quiet = await longest(asks, wait(QUIET_MS));
  process.stdout.write(`${'nothing'.padEnd(20)} ${quiet}; ${await pieceWords()}\n`);
  for (const name of names.length > 0 ? names : HOSTILE_NAMES) {
    officer.postMessage(name);
    await once(officer, 'message');
    await pieceWords();
    const since = performance.now();
    const reading = once(officer, 'message');
    const waits = await longest(asks, reading);
    const seconds = ((performance.now() - since) / 1_000).toFixed(1);
    process.stdout.write(
      `${name.padEnd(20)} ${waits}; ${await pieceWords()}; ${(await reading)[0]} in ${seconds} s\n`,
    );
  }
  await officer.terminate();
} finally {
  await server.stop();
}
