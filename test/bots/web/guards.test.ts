import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { UserError } from '../../../src/contract/user-error.ts';
import { ORIGIN, personAt, startWebBot, webOn } from './world.ts';

async function withBot<T>(
  more: Parameters<typeof startWebBot>[0],
  work: (bot: Awaited<ReturnType<typeof startWebBot>>) => Promise<T>,
): Promise<T> {
  const bot = await startWebBot(more);
  try {
    return await work(bot);
  } finally {
    await bot.stop();
  }
}

test('every page ties itself to its own origin and holds nothing inline', () =>
  withBot({}, async ({ web }) => {
    for (const path of ['/', '/p', '/deadlines', '/check', '/nowhere']) {
      const response = await personAt(web).get(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const page = await response.text();
      expect(page).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/u);
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    }
  }));

test.each([
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another site of the same owner', { 'sec-fetch-site': 'same-site' }, 403],
  ['another origin, in an older browser', { origin: 'https://evil.example' }, 403],
  ['nobody knows where', {}, 403],
  ['this page', { 'sec-fetch-site': 'same-origin' }, 303],
  ['this page, in an older browser', { origin: ORIGIN }, 303],
  ['this page behind a proxy', { origin: 'https://huiqi.example.cn' }, 303],
])('a post from %s', (_name, headers, status) =>
  withBot(
    {
      settings: {
        HOST: '127.0.0.1',
        PORT: 0,
        PUBLIC_URL: 'https://huiqi.example.cn',
        HUIQI_DATA_DIR: '/nonexistent',
      },
    },
    async ({ web }) => {
      for (const path of ['/say', '/check']) {
        const body = new URLSearchParams({ text: '你好', event: 'long-enough' });
        const request = new Request(`${ORIGIN}${path}`, {
          method: 'POST',
          body,
          headers: headers as Record<string, string>,
          redirect: 'manual',
        });
        expect((await web.request(request)).status).toBe(status);
      }
    },
  ),
);

test('a message that is too large is refused with a sentence', () =>
  withBot({}, async ({ web }) => {
    const response = await personAt(web).say('长'.repeat(40_000));
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('太大');
  }));

test('an address that posts without end is held up, others are not', () =>
  withBot({ limits: { postsPerMinute: 3 } }, async ({ web }) => {
    const statuses = async (address: string) => {
      const person = personAt(web);
      const seen: number[] = [];
      for (let i = 0; i < 4; i++)
        seen.push(
          (await person.post('/say', { text: '', event: 'long-enough' }, { 'x-forwarded-for': address }))
            .status,
        );
      return seen;
    };
    expect(await statuses('203.0.113.7')).toEqual([303, 303, 303, 429]);
    expect(await statuses('203.0.113.8')).toEqual([303, 303, 303, 429]);
  }));

test('whom a proxy names is believed where the proxy is one of ours, read from the end', () =>
  withBot(
    {
      limits: { postsPerMinute: 1 },
      settings: settingsWith({ TRUSTED_PROXIES: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'] }),
    },
    async ({ web }) => {
      const status = async (chain: string) =>
        (await personAt(web).post('/say', { text: '', event: 'long-enough' }, { 'x-forwarded-for': chain }))
          .status;
      expect(await status('203.0.113.7')).toBe(303);
      expect(await status('203.0.113.8, 10.1.2.3')).toBe(303);
      expect(await status('198.51.100.1, 203.0.113.7, 10.1.2.3, 2001:db8::5')).toBe(429);
      expect(await status('::ffff:203.0.113.7')).toBe(429);
    },
  ));

test('a callback whose path is a page, or another callback, is refused with a sentence that names the setting', async () => {
  const bot = await startWebBot();
  const edge = (path: string) => ({ path, setting: 'SOME_URL', handle: async () => new Response() });
  for (const paths of [['/'], ['/say'], ['/p/1'], ['/my/hook'], ['/hook', '/hook']])
    expect(() => webOn(bot.app, { edges: paths.map(edge) })).toThrow(/SOME_URL/u);
  expect(() => webOn(bot.app, { edges: [edge('/hook'), edge('/hook/2')] })).not.toThrow();
  await bot.stop();
});

test('callbacks of other channels are mounted and are not asked where they come from', () =>
  withBot(
    { edges: [{ path: '/hook', handle: async (request) => new Response(await request.text()) }] },
    async ({ web }) => {
      const response = await web.request(new Request(`${ORIGIN}/hook`, { method: 'POST', body: '消息' }));
      expect(await response.text()).toBe('消息');
    },
  ));

test('a port that is taken gets one sentence with a free one', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const bot = await startWebBot();
  const settings = { HOST: '127.0.0.1', PORT: port, PUBLIC_URL: undefined, HUIQI_DATA_DIR: '/nonexistent' };
  const error = await webOn(bot.app, { settings })
    .start(async () => 'stored')
    .catch((thrown: unknown) => thrown);
  await bot.stop();
  await new Promise((resolve) => taken.close(resolve));
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toMatch(new RegExp(`端口 ${port} 已被.*PORT=\\d+ 启动`, 'u'));
});

const METRICS_TOKEN = 'a-token-for-the-metrics';
const settingsWith = (more: object) => ({
  HOST: '127.0.0.1',
  PORT: 0,
  PUBLIC_URL: undefined,
  HUIQI_DATA_DIR: '/nonexistent',
  ...more,
});

test('health tells 200 or 503, and metrics are for who has the token', () =>
  withBot({ settings: settingsWith({ METRICS_TOKEN }) }, async ({ web, app, store, gateway }) => {
    const person = personAt(web);
    await person.say('你好');
    await gateway.idle();
    const well = await person.get('/healthz');
    expect([well.status, await well.json()]).toMatchObject([
      200,
      { ok: true, store: 'up', channels: { web: { state: 'up' } } },
    ]);
    const metrics = await (await person.get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })).text();
    expect(metrics).toContain('huiqi_channel_up{channel="web"} 1\n');
    expect(metrics).toMatch(/^huiqi_outbox_items\{status="sent"\} 1$/mu);
    expect(
      metrics.split('\n').filter((line) => !/^(?:#.*|\w+(?:\{[^}]*\})? [\d.e+-]+|)$/u.test(line)),
    ).toEqual([]);
    for (const authorization of ['', 'Bearer ', 'Bearer another', METRICS_TOKEN])
      expect((await person.get('/metrics', { authorization })).status).toBe(404);
    const silent = { ...store, transaction: () => Promise.reject(new Error('no store')) };
    const broken = webOn({ ...app, store: silent }, { health: () => gateway.health() });
    const answer = await personAt(broken).get('/healthz');
    expect([answer.status, await answer.json()]).toMatchObject([503, { ok: false, store: 'down' }]);
  }));

test('a channel that is down makes the whole unhealthy', () =>
  withBot(
    { health: () => ({ telegram: { state: 'down', detail: '连不上。', since: 0 } }) },
    async ({ web }) => {
      expect((await personAt(web).get('/healthz')).status).toBe(503);
    },
  ));
