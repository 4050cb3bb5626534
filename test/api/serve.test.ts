/** The doors for machines in the running bot, with a key that is given out beside it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningBot, startBot } from '../../cli/running-bot.ts';
import { parseSettings } from '../../src/service/index.ts';

const CLI = join(import.meta.dirname, '..', '..', 'bin', 'huiqi.mjs');

let folder: string;
let bot: RunningBot;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-api-'));
  const settings = parseSettings({ HUIQI_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' });
  bot = await startBot({ settings, environment: {} });
});
afterAll(async () => {
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command says. */
function key(...words: string[]): Promise<string> {
  const env = { ...process.env, HUIQI_DATA_DIR: folder };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [CLI, 'key', ...words], { env }, (error, out) =>
      error ? reject(error) : resolve(out),
    );
  });
}

test('a key given out beside the running bot opens its doors, as far as its scope reaches', async () => {
  const asked = (path: string, token?: string, body?: object) =>
    fetch(new URL(path, bot.address), {
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
  expect((await asked('/v1/policies')).status).toBe(401);
  expect((await asked('/openapi.json')).status).toBe(200);
  expect((await asked('/docs')).status).toBe(200);
  const given = await key('add', '园区平台', '--scope', 'read,ask');
  const token = /hq_\S+/u.exec(given)?.[0] ?? '';
  expect((await asked('/v1/policies', token)).status).toBe(200);
  const answer = await asked('/v1/ask', token, { question: '端午没停工有没有补贴' });
  expect(answer.status).toBe(200);
  expect((await asked('/v1/match', token, { text: '制造业' })).status).toBe(403);
  const listed = await key('list');
  expect(listed).toContain('园区平台');
  expect(listed).toContain('最近用于');
  expect(listed).not.toContain(token);
  const id = token.split('_')[1]!;
  expect(await key('revoke', id)).toContain('已停用');
  expect(await key('list')).toContain('已停用');
});

test('the pages keep their guards beside the doors for machines', async () => {
  const page = await fetch(new URL('/', bot.address));
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const foreign = await fetch(new URL('/say', bot.address), {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: 'text=x',
  });
  expect(foreign.status).toBe(403);
});
