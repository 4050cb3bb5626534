/**
 * The web page: how soon a phone on a slow line sees it, beside a bare hono page of the same content; and whether 200 open
 * pages and 50 messages a second are answered without an error and without the memory growing.
 *
 *   npm run bench web            (the first part needs Debian's chromium)
 *
 * Slow 4G is Lighthouse's: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up; the processor is slowed down fourfold.
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openChromium, whyNoBrowser } from '../test/support/chromium.ts';

const LOADS = 9;
const PAGES = 200;
const MESSAGES_PER_SECOND = 50;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
/** Nine questions and answers, and one look at everything there is, which is worked out anew each time. */
const SAID = [
  '端午没停工有没有补贴',
  '出口信用保险能补多少',
  '什么时候截止',
  '我们有350人在岗',
  '归哪个部门管',
  '接了大单有奖吗',
  '用电涨了12%',
  '小微企业贷款贴息',
  '你好',
  '政策体检',
];

const dataDir = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
const child = fork(join(import.meta.dirname, 'web-bot.ts'), [dataDir], { execArgv: ['--expose-gc'] });
const [{ address, plain }] = (await once(child, 'message')) as [{ address: string; plain: string }];

interface State {
  heapUsed: number;
  rss: number;
  cpuMs: number;
}

async function stateOfBot(): Promise<State> {
  child.send('state');
  const [state] = (await once(child, 'message')) as [State];
  return state;
}

const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Milliseconds of small writes that are on the disk: each message costs a few, and those that come together share them. */
function durableWrites(): number[] {
  const file = openSync(join(dataDir, 'probe'), 'w');
  const times = Array.from({ length: 100 }, () => {
    const since = performance.now();
    writeSync(file, 'x'.repeat(4_096));
    fdatasyncSync(file);
    return performance.now() - since;
  });
  closeSync(file);
  return times;
}

/** Milliseconds from the request to the first words on the screen, in a browser that has never been there. */
async function firstPaint(url: string): Promise<number> {
  const chromium = await openChromium({ width: 390 });
  try {
    const page = await chromium.context.newPage();
    const tools = await chromium.context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1_024 * 1_024) / 8,
      uploadThroughput: (750 * 1_024) / 8,
    });
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction('performance.getEntriesByName("first-contentful-paint").length > 0');
    return await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0].startTime');
  } finally {
    await chromium.close();
  }
}

async function paints(): Promise<void> {
  if (whyNoBrowser) {
    process.stdout.write(`${whyNoBrowser}\n`);
    return;
  }
  const times: Record<string, number[]> = { huiqi: [], 'bare hono page': [] };
  for (let i = 0; i < LOADS; i++) {
    times.huiqi?.push(await firstPaint(address));
    times['bare hono page']?.push(await firstPaint(plain));
  }
  for (const [name, all] of Object.entries(times))
    process.stdout.write(
      `first paint, slow 4G, processor ÷4: ${name.padEnd(15)} median ${quantile(all, 0.5).toFixed(0)} ms, slowest of ${all.length}: ${Math.max(...all).toFixed(0)} ms\n`,
    );
}

interface Visitor {
  cookie: string;
  /** When each message that is not yet answered was sent. */
  sent: number[];
  stop: AbortController;
}

const errors: string[] = [];
const latencies: number[] = [];
let answered = 0;

/** A page that is open: reads its events until it is closed. */
async function openPage(): Promise<Visitor> {
  const page = await fetch(address);
  await page.text();
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const visitor: Visitor = { cookie, sent: [], stop: new AbortController() };
  const stream = await fetch(`${address}/events?after=0`, {
    headers: { cookie },
    signal: visitor.stop.signal,
  });
  if (!stream.ok || !stream.body) throw new Error(`no stream: ${stream.status}`);
  void read(stream.body, visitor);
  return visitor;
}

async function read(body: ReadableStream<Uint8Array>, visitor: Visitor): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const piece of body) {
      const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (!block.startsWith('event: bot')) continue;
        answered++;
        const since = visitor.sent.shift();
        if (since !== undefined) latencies.push(performance.now() - since);
      }
    }
    if (!visitor.stop.signal.aborted) errors.push('a stream was cut off');
  } catch (error) {
    if (!visitor.stop.signal.aborted) errors.push(String(error));
  }
}

async function say(visitor: Visitor, text: string): Promise<void> {
  visitor.sent.push(performance.now());
  const response = await fetch(`${address}/say`, {
    method: 'POST',
    headers: { cookie: visitor.cookie, origin: address, accept: 'application/json' },
    body: new URLSearchParams({ text, event: randomBytes(9).toString('base64url') }),
  });
  const { taken } = (await response.json()) as { taken?: boolean };
  if (response.status !== 202 || taken !== true) errors.push(`say: ${response.status}`);
}

async function load(): Promise<void> {
  const visitors: Visitor[] = [];
  for (let i = 0; i < PAGES; i++) visitors.push(await openPage());
  // Each says something once, so that what is measured after is not the first of anything.
  await Promise.all(visitors.map((visitor) => say(visitor, '你好')));
  while (answered < PAGES) await wait(50);
  latencies.length = 0;
  const states = [await stateOfBot()];
  const since = performance.now();
  const posts: Promise<void>[] = [];
  for (let n = 0; n < MESSAGES_PER_SECOND * SECONDS; n++) {
    await wait(Math.max(0, since + (n * 1_000) / MESSAGES_PER_SECOND - performance.now()));
    const visitor = visitors[(n * 7) % PAGES];
    const text = SAID[n % SAID.length] ?? '';
    if (visitor) posts.push(say(visitor, text).catch((error) => void errors.push(String(error))));
    if (n % (MESSAGES_PER_SECOND * 10) === 0 && n > 0) states.push(await stateOfBot());
  }
  await Promise.all(posts);
  const expected = PAGES + MESSAGES_PER_SECOND * SECONDS;
  for (let i = 0; i < 100 && answered < expected; i++) await wait(100);
  states.push(await stateOfBot());
  const seconds = (performance.now() - since) / 1_000;
  for (const { stop } of visitors) stop.abort();
  const writes = durableWrites();
  const cpu = (states.at(-1)?.cpuMs ?? 0) - (states[0]?.cpuMs ?? 0);
  process.stdout.write(
    [
      `${PAGES} open pages, ${MESSAGES_PER_SECOND} messages a second for ${SECONDS} s:`,
      `  errors: ${errors.length}${errors.length > 0 ? ` (${errors.slice(0, 3).join('; ')})` : ''}; answered on an open page: ${answered - PAGES} of ${expected - PAGES}`,
      `  from sending to the answer on the page: median ${quantile(latencies, 0.5).toFixed(0)} ms, p99 ${quantile(latencies, 0.99).toFixed(0)} ms`,
      `  a durable write on this disk: median ${quantile(writes, 0.5).toFixed(1)} ms, p99 ${quantile(writes, 0.99).toFixed(1)} ms`,
      `  processor: ${(cpu / seconds / 10).toFixed(0)} % of one core`,
      `  heap after collection: ${states.map(({ heapUsed }) => megabytes(heapUsed)).join(' → ')}`,
      `  resident: ${states.map(({ rss }) => megabytes(rss)).join(' → ')}`,
      '',
    ].join('\n'),
  );
}

await paints();
await load();
child.disconnect();
await once(child, 'exit');
rmSync(dataDir, { recursive: true, force: true });
