/** What was broken at the web page of 0.1.0 (research/security.md), each tried from outside. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT } from '../support/official-account-stub.ts';
import { type Served, startCli } from '../support/serve-child.ts';
import { type Attacked, newFolder, rawRequest, serve, visit } from './world.ts';

const PATIENCE = { timeout: 10_000, interval: 25 };

let bot: Attacked;
beforeAll(async () => {
  bot = await serve({ LOG_LEVEL: 'silent' });
});
afterAll(() => bot.close());

const json = { accept: 'application/json' };
let serial = 0;
const event = () => `event-${String(++serial).padStart(6, '0')}`;

describe('the event streams', () => {
  test('of one address are so many, and the next one is shown what is new and asked to come again', async () => {
    const open: ReturnType<typeof rawRequest>[] = [];
    const stream = (cookie: string) => {
      const head = [
        'GET /events?after=0 HTTP/1.1',
        'Host: x',
        `Cookie: ${cookie}`,
        'X-Forwarded-For: 203.0.113.9',
      ];
      const request = rawRequest(bot.port, head);
      open.push(request);
      return request;
    };
    for (let visitor = 0; visitor < 25; visitor++) {
      const { cookie } = await visit(bot.address);
      const eight = Array.from({ length: 8 }, () => stream(cookie));
      await expect
        .poll(() => eight.every((one) => one.answer().includes('retry: 2000')), PATIENCE)
        .toBe(true);
    }
    const late = await visit(bot.address);
    const { cookie } = late;
    await late.post('/say', { text: '你好', event: event() }, json);
    const refused = stream(cookie);
    await expect.poll(() => refused.answer(), PATIENCE).toContain('retry: 5000');
    await expect.poll(() => refused.answer(), PATIENCE).toContain('event: visitor');
    const elsewhere = rawRequest(bot.port, ['GET /events?after=0 HTTP/1.1', 'Host: x', `Cookie: ${cookie}`]);
    open.push(elsewhere);
    await expect.poll(() => elsewhere.answer(), PATIENCE).toContain('retry: 2000');
    for (const { socket } of open) socket.destroy();
  }, 60_000);

  test('that nobody reads do not keep the process from ending', async () => {
    const own = await serve();
    const writer = await visit(own.address);
    const unread = rawRequest(own.port, [
      'GET /events?after=0 HTTP/1.1',
      'Host: x',
      `Cookie: ${writer.cookie}`,
    ]);
    await once(unread.socket, 'data');
    unread.socket.pause();
    const long = '&'.repeat(20_000);
    for (let i = 0; i < 200; i++) await writer.post('/say', { text: long, event: event() }, json);
    const since = Date.now();
    expect(
      await Promise.race([
        own.served.end('SIGTERM'),
        new Promise((late) => setTimeout(late, 12_000, 'late')),
      ]),
    ).toBe(0);
    expect(Date.now() - since).toBeLessThan(12_000);
    unread.socket.destroy();
    await own.close();
  }, 60_000);
});

test('messages that were refused as too many are not kept', async () => {
  const writer = await visit(bot.address);
  for (let i = 0; i < 60; i++) await writer.post('/say', { text: `第${i}句`, event: event() }, json);
  const page = await (await writer.get('/')).text();
  expect(page.match(/class="message visitor"/gu)?.length).toBeLessThanOrEqual(31);
});

test('a message over the limit is not kept whole', async () => {
  const writer = await visit(bot.address);
  await writer.post('/say', { text: 'z'.repeat(50_000), event: event() }, json);
  expect((await (await writer.get('/')).text()).length).toBeLessThan(30_000);
});

test.each(['constructor', '__proto__', 'toString'])('%s is no choice of the check-up', async (choice) => {
  const writer = await visit(bot.address);
  // Under the names that forms of 0.1.0 and of today have for the question.
  const answered = await writer.post('/check', { enterpriseScale: choice, 'answer.enterpriseScale': choice });
  expect(answered.status).toBe(200);
  expect(await (await writer.get('/')).text()).not.toMatch(/企业规模/u);
});

test('a NUL in a message is not kept', async () => {
  const writer = await visit(bot.address);
  await writer.post('/say', { text: '你\0好', event: event() }, json);
  const page = await (await writer.get('/')).text();
  expect(page).toContain('你好');
  expect(page).not.toContain('\0');
});

test('calendars get no links to a Host that the asker wrote', async () => {
  const { socket, answer } = rawRequest(bot.port, [
    'GET /deadlines.ics HTTP/1.1',
    'Host: evil.example',
    'Connection: close',
  ]);
  await once(socket, 'close');
  expect(answer()).toContain('BEGIN:VCALENDAR');
  expect(answer()).not.toContain('evil.example');
});

test('/metrics is nobody’s without a token, not even this machine’s: a proxy looks like it', async () => {
  expect((await fetch(`${bot.address}/metrics`)).status).toBe(404);
});

test('over https the cookie is tied to this very host, renewed, and a planted one is not taken', async () => {
  const own = await serve({ PUBLIC_URL: 'https://huiqi.example.cn' });
  const first = await fetch(own.address);
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-huiqi=[^;]+;.*Path=\/;.*Secure/u);
  const value = cookie.split(';')[0]?.split('=')[1] ?? '';
  const again = await fetch(own.address, { headers: { cookie: `__Host-huiqi=${value}` } });
  expect(again.headers.get('set-cookie')).toContain(value);
  for (const planted of [`huiqi=${value}`, `__Host-huiqi=${value}; __Host-huiqi=${value}`]) {
    const other = await fetch(own.address, { headers: { cookie: planted } });
    expect(other.headers.get('set-cookie')).toContain('__Host-huiqi=');
    expect(other.headers.get('set-cookie')).not.toContain(value);
  }
  await own.close();
});

describe('settings that would break the page', () => {
  const started: Served[] = [];
  afterEach(async () => {
    for (const one of started.splice(0)) await one.end('SIGKILL');
  });
  test.each([
    ['a webhook where the page is', { TELEGRAM_WEBHOOK_URL: 'https://x.example/' }, 'TELEGRAM_WEBHOOK_URL'],
    [
      'a webhook where messages go',
      { TELEGRAM_WEBHOOK_URL: 'https://x.example/say' },
      'TELEGRAM_WEBHOOK_URL',
    ],
    ['a proxy that is no address', { TRUSTED_PROXIES: '10.0.0.0/99' }, 'TRUSTED_PROXIES'],
    ['a token that can be guessed', { METRICS_TOKEN: '123' }, 'METRICS_TOKEN'],
  ])('%s: one sentence, and not started', async (_name, more, setting) => {
    const telegram = {
      TELEGRAM_BOT_TOKEN: '1:AAFAAAAAAAAAAAAAAAAAAAAAAAAA',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      TELEGRAM_WEBHOOK_SECRET: 'secret',
    };
    const one = startCli(['serve'], {
      HUIQI_DATA_DIR: newFolder(),
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...('TELEGRAM_WEBHOOK_URL' in more ? telegram : {}),
      ...(more as Record<string, string>),
    });
    started.push(one);
    await one.printed('网页：');
    expect(one.out()).toBe('');
    expect(await one.ended).toBe(1);
    expect(one.err()).toContain(setting);
    expect(one.err().trim().split('\n')).toHaveLength(1);
  });
});

describe('the callback of the 公众号', () => {
  let own: Attacked;
  beforeAll(async () => {
    own = await serve({
      WECHAT_OA_APPID: ACCOUNT.appId,
      WECHAT_OA_SECRET: ACCOUNT.secret,
      WECHAT_OA_TOKEN: ACCOUNT.token,
    });
  }, 60_000);
  afterAll(() => own.close());

  const post = (query: string, length: number) =>
    rawRequest(
      own.port,
      [`POST /wechat/official-account?${query} HTTP/1.1`, 'Host: x', `Content-Length: ${length}`],
      'x'.repeat(1_000),
    );
  const signed = () => {
    const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), String(Math.random())];
    const signature = createHash('sha1')
      .update([ACCOUNT.token, timestamp, nonce].sort().join(''))
      .digest('hex');
    return new URLSearchParams({ timestamp, nonce, signature }).toString();
  };

  test('turns away who has not signed before it takes the body in', async () => {
    const { socket, answer } = post('', 1_000_000);
    await expect.poll(answer, PATIENCE).toContain('401');
    socket.destroy();
  });
  test('takes no body over 64 KB, and none that does not come', async () => {
    const large = post(signed(), 65_537);
    await expect.poll(large.answer, PATIENCE).toContain('413');
    large.socket.destroy();
    const slow = post(signed(), 5_000);
    await expect.poll(slow.answer, PATIENCE).toContain('408');
    slow.socket.destroy();
  });
});
