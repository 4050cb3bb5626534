/** Who asks, and how often one may: what was broken at 0.1.0 (research/security.md), tried over real connections. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Attacked, rawRequest, serve } from './world.ts';

const LONG = { timeout: 120_000 };
const POSTS_A_MINUTE = 300;
/** 0.1.0 began to look through them all above ten thousand. */
const MANY = 10_100;
const NOTHING_SAID = 'event=long-enough&text=';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end();
});

async function start(environment: Record<string, string>): Promise<Attacked> {
  const bot = await serve(environment);
  open.push(bot.close);
  return bot;
}

/** A post that comes from this address of the machine and names another one it is said to be handed on for. */
const post = ({ port }: Attacked, { from, named }: { from: string; named: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = {
      'x-forwarded-for': named,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': 0,
    };
    const asked = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/size',
      localAddress: from,
      headers,
    });
    asked.on('error', reject).on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.end();
  });

const visitorAddress = (place: number): string => `203.0.${Math.floor(place / 250)}.${(place % 250) + 1}`;

/** What so many posts get, each for another visitor. */
async function statuses(bot: Attacked, from: string, count: number): Promise<Set<number>> {
  const seen = new Set<number>();
  for (let place = 0; place < count; place += 1)
    seen.add(await post(bot, { from, named: visitorAddress(place) }));
  return seen;
}

test(
  'only a proxy that the settings name is believed about who asks: its visitors do not share one limit',
  LONG,
  async () => {
    const bot = await start({ TRUSTED_PROXIES: '127.0.0.2' });
    expect(await statuses(bot, '127.0.0.2', POSTS_A_MINUTE + 20)).toEqual(new Set([303]));
    // Whoever is no proxy cannot slip through by naming others.
    expect(await statuses(bot, '127.0.0.3', POSTS_A_MINUTE + 20)).toEqual(new Set([303, 429]));
    // Nor use up the room of whom it names.
    expect(await post(bot, { from: '127.0.0.2', named: visitorAddress(3) })).toBe(303);
  },
);

/** Loaded before the program: counts every step over an entry of a Map, and writes the sum into a file. */
const countingSteps = (file: string): string =>
  `data:text/javascript,
  import { writeFileSync } from 'node:fs';
  let steps = 0;
  const iterators = Object.getPrototypeOf(new Map().entries());
  const next = iterators.next;
  iterators.next = function () { steps += 1; return next.call(this); };
  const forEach = Map.prototype.forEach;
  Map.prototype.forEach = function (...given) { steps += this.size; return forEach.apply(this, given); };
  setInterval(() => writeFileSync('${file}', String(steps)), 20).unref();`.replaceAll('\n', ' ');

test('a request looks at no more addresses the more have come', LONG, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-steps-'));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'steps');
  const bot = await start({ NODE_OPTIONS: `--import="${countingSteps(file)}"` });
  const steps = async () => {
    await sleep(200);
    return Number(readFileSync(file, 'utf8'));
  };
  const stepsOf = async (work: () => Promise<unknown>) => {
    const before = await steps();
    await work();
    return (await steps()) - before;
  };
  const again = () => stepsOf(() => crowd(bot, 0, 30));
  const few = await again();
  await crowd(bot, 30, MANY);
  // Of the whole map it would be more than ten thousand steps a request.
  expect((await again()) - few).toBeLessThan(30 * 100);
  expect(few).toBeGreaterThan(0);
});

/** One after the other on one connection, each for another visitor: a connection each would take minutes. */
async function crowd({ port }: Attacked, first: number, count: number): Promise<void> {
  const posts = Array.from({ length: count }, (_, place) =>
    [
      'POST /say HTTP/1.1',
      'Host: x',
      `X-Forwarded-For: ${visitorAddress(first + place)}`,
      'Sec-Fetch-Site: same-origin',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${NOTHING_SAID.length}`,
      ...(place === count - 1 ? ['Connection: close'] : []),
      '',
      NOTHING_SAID,
    ].join('\r\n'),
  );
  const { socket, answer } = rawRequest(port, [posts.join('')]);
  await once(socket, 'close');
  expect(answer().match(/^HTTP\/1\.1 303/gmu)).toHaveLength(count);
}
