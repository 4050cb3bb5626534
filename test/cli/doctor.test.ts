import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtClock } from '../../cli/doctor/machine.ts';
import { lookAtSignIn } from '../../cli/doctor/outside.ts';
import { lookAtBackups } from '../../cli/doctor/state.ts';
import { parseSettings } from '../../src/service/index.ts';
import { type BotApiStub, startBotApiStub, TOKEN } from '../support/bot-api-stub.ts';
import { startHostileIssuer } from '../support/hostile-issuer.ts';
import { startCli } from '../support/serve-child.ts';
import { startSmtpStub } from '../support/smtp-stub.ts';

const cli = fileURLToPath(new URL('../../bin/huiqi.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'huiqi-doctor-'));
let stub: BotApiStub;
beforeAll(async () => {
  stub = await startBotApiStub();
});
afterAll(async () => {
  await stub.close();
  rmSync(folder, { recursive: true, force: true });
});

/** In a folder of its own, so that no other .env is read. */
function doctor(
  place: string,
  { env = {}, file, argv = [] }: { env?: Record<string, string>; file?: string; argv?: string[] } = {},
): Promise<{ code: number | null; said: string }> {
  const cwd = join(folder, place);
  mkdirSync(cwd, { recursive: true });
  if (file !== undefined) writeFileSync(join(cwd, '.env'), file);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'doctor', ...argv], { cwd, env: { ...process.env, ...env } });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('huiqi doctor', () => {
  test('a fresh installation is well, and what is missing is named', async () => {
    const { code, said } = await doctor('fresh');
    expect(code).toBe(0);
    expect(said).toMatch(/✓ 文件　\d+ 份文件在用/u);
    expect(said).toContain('! 数据');
    expect(said).not.toContain('✗');
  });

  test('a wrong setting and a misspelt one are named', async () => {
    const { code, said } = await doctor('wrong', { file: 'PORT=abc\nTELEGRAM_TOKEN=1\n' });
    expect(code).toBe(1);
    expect(said).toContain('✗ 设置　设置 PORT 不对');
    expect(said).toContain('TELEGRAM_TOKEN 没有用到');
  });

  test.each([
    ['a good token', TOKEN, /✓ Telegram　令牌有效/u, 0],
    ['a wrong one', '1:wrong', /✗ Telegram　Telegram 不认/u, 1],
  ])('asks Telegram about %s', async (_, token, words, exit) => {
    const env = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: stub.root };
    const { code, said } = await doctor('telegram', { env });
    expect(said).toMatch(words);
    expect(code).toBe(exit);
  });

  test('asks the mail server, where officers are told by mail', async () => {
    const server = await startSmtpStub();
    const env = { OFFICER_MAIL: 'wang@example.cn', SMTP_FROM: 'huiqi@example.cn' };
    const good = await doctor('mail', { env: { ...env, SMTP_URL: server.url } });
    expect(good.said).toContain('✓ 邮件');
    const wrong = await doctor('mail', { env: { ...env, SMTP_URL: server.url.replace('secret', 'wrong') } });
    await server.close();
    expect(wrong.said).toContain('✗ 邮件　邮件服务器连不上（smtp 535）');
    expect(wrong.code).toBe(1);
  });

  test('asks the issuer, where officers sign in by it', async () => {
    const issuer = await startHostileIssuer({ id: 'huiqi', secret: 's' });
    const settings = (OIDC_ISSUER: string) =>
      parseSettings({ OIDC_ISSUER, OIDC_CLIENT_ID: 'huiqi', PUBLIC_URL: 'https://huiqi.example.cn' });
    expect(await lookAtSignIn(settings(issuer.url))).toMatchObject([{ state: 'ok' }]);
    await issuer.close();
    expect(await lookAtSignIn(settings(issuer.url))).toMatchObject([{ state: 'bad' }]);
    expect(await lookAtSignIn(parseSettings({}))).toEqual([]);
  });

  test('a database that does not answer is said, and no table is made', async () => {
    const { code, said } = await doctor('database', { env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' } });
    expect(code).toBe(1);
    expect(said).toMatch(/✗ 数据　/u);
  });

  test('the running bot is asked, for a container’s health check', async () => {
    const env = { HUIQI_DATA_DIR: join(folder, 'running'), PORT: '38613', LOG_LEVEL: 'error' };
    expect((await doctor('fresh', { env, argv: ['--running'] })).code).toBe(1);
    const served = startCli(['serve'], env);
    try {
      await served.printed('网页：');
      const { code, said } = await doctor('fresh', { env, argv: ['--running'] });
      expect(said).toContain('✓ 运行');
      expect(code).toBe(0);
      // Looking beside a running bot takes nothing from it.
      expect((await doctor('fresh', { env })).said).toContain('SQLite 能读');
    } finally {
      await served.end('SIGTERM');
    }
  });
});

describe('the clock', () => {
  const now = Date.parse('2026-11-28T12:00:00+08:00');
  test.each([
    ['a database that agrees', { name: '数据库', at: now + 20_000, isPast: false }, 'ok'],
    ['a database ten minutes off', { name: '数据库', at: now - 600_000, isPast: false }, 'bad'],
    ['something stored yesterday', { name: '上次', at: now - 86_400_000, isPast: true }, 'ok'],
    ['something stored tomorrow', { name: '上次', at: now + 86_400_000, isPast: true }, 'bad'],
  ])('%s', (_, other, state) => {
    expect(lookAtClock(now, [other])[0]?.state).toBe(state);
  });
});

test('an old backup is trouble, a new one is well', () => {
  const into = join(folder, 'backups');
  mkdirSync(into);
  const settings = parseSettings({ BACKUP_DIR: into });
  const now = Date.parse('2026-11-28T12:00:00+08:00');
  expect(lookAtBackups(settings, now)[0]?.state).toBe('note');
  writeFileSync(join(into, 'huiqi-2026-11-01.backup'), '');
  expect(lookAtBackups(settings, now)[0]?.state).toBe('bad');
  writeFileSync(join(into, 'huiqi-2026-11-28.backup'), '');
  expect(lookAtBackups(settings, now)[0]?.state).toBe('ok');
});
