import { expect, test } from 'vitest';
import { createTestApi } from './support.ts';

const statusOf = async (response: Response | Promise<Response>) => (await response).status;
const withKey = (key: string) => ({ headers: { authorization: key === '' ? '' : `Bearer ${key}` } });

test('without a key nothing is given, and the answer says how to get one', async () => {
  const api = createTestApi();
  for (const path of ['/v1/policies', '/v1/facts', '/v1/deadlines']) {
    const response = await api.send(path, withKey(''));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
  }
  expect(await statusOf(api.send('/v1/policies', { headers: { authorization: 'Basic abc' } }))).toBe(401);
  expect(await statusOf(api.send('/v1/policies', withKey('hq_nobody_1')))).toBe(401);
});

test('a key is refused where its scope does not reach', async () => {
  const api = createTestApi();
  const reader = withKey('hq_reader_1');
  expect(await statusOf(api.send('/v1/policies', reader))).toBe(200);
  for (const path of ['/v1/ask', '/v1/match', '/v1/trace', '/v1/draft'])
    expect(await statusOf(api.send(path, { ...reader, json: { text: 'x' } }))).toBe(403);
});

test('an open door gives what stores nothing, and no more', async () => {
  const api = createTestApi({ mode: 'open' });
  expect(await statusOf(api.send('/v1/policies', withKey('')))).toBe(200);
  expect(await statusOf(api.send('/v1/ask', { ...withKey(''), json: { question: '稳岗' } }))).toBe(200);
  expect(await statusOf(api.send('/v1/draft', { ...withKey(''), json: { text: 'x' } }))).toBe(401);
  expect(await statusOf(api.send('/v1/policies', withKey('hq_nobody_1')))).toBe(401);
});

test('a key, and an address without one, have their measure a minute', async () => {
  let now = 0;
  const api = createTestApi({ mode: 'open', openPerMinute: 3, now: () => now });
  const slow = withKey('hq_slow_1234');
  expect(await statusOf(api.send('/v1/facts', slow))).toBe(200);
  expect(await statusOf(api.send('/v1/facts', slow))).toBe(200);
  const refused = await api.send('/v1/facts', slow);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBe(30);
  // Another key and an address are counted apart.
  expect(await statusOf(api.send('/v1/facts'))).toBe(200);
  for (const expected of [200, 200, 200, 429])
    expect(await statusOf(api.send('/v1/facts', withKey('')))).toBe(expected);
  now = 30_000;
  expect(await statusOf(api.send('/v1/facts', slow))).toBe(200);
  expect(await statusOf(api.send('/v1/facts', slow))).toBe(429);
});

test('whoever tries keys is held to the pace of those without one', async () => {
  const api = createTestApi({ openPerMinute: 5, now: () => 0 });
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++)
    statuses.push(await statusOf(api.send('/v1/facts', withKey(`hq_guess_${i}000`))));
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
});

test('only the pages that the settings name may call from a script', async () => {
  const api = createTestApi({ corsOrigins: ['https://a.example'] });
  const asked = async (origin: string) =>
    (await api.send('/v1/facts', { headers: { origin } })).headers.get('access-control-allow-origin');
  expect(await asked('https://a.example')).toBe('https://a.example');
  expect(await asked('https://evil.example')).toBeNull();
  expect(await asked('null')).toBeNull();
  const preflight = await api.send('/v1/ask', {
    method: 'OPTIONS',
    headers: {
      authorization: '',
      origin: 'https://a.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  const closed = createTestApi();
  expect(
    (await closed.send('/v1/facts', { headers: { origin: 'https://a.example' } })).headers.get(
      'access-control-allow-origin',
    ),
  ).toBeNull();
});
