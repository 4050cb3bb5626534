/** What was broken on the machine of 0.1.0 (research/security.md): terminals, temporary folders, files. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { newFolder } from './world.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function run(script: string, argv: string[], environment: Record<string, string> = {}, input = '') {
  return spawnSync(process.execPath, [file(script), ...argv], {
    encoding: 'utf8',
    timeout: 60_000,
    input,
    env: { ...process.env, HUIQI_TODAY: '2022-06-20', LOG_LEVEL: 'silent', ...environment },
  });
}

describe('compiled modules', () => {
  const run3 = (home: string, shared: string) => {
    const environment = { HOME: home, TMPDIR: shared, XDG_CACHE_HOME: '', NODE_COMPILE_CACHE: '' };
    for (const script of ['cli.ts', 'bin/huiqi.mjs'])
      expect(run(script, ['figures', '5万元'], environment).status).toBe(0);
  };

  test('are kept in a folder of their owner alone, never in the shared temporary one', () => {
    const [home, shared] = [newFolder(), newFolder()];
    run3(home, shared);
    expect(readdirSync(shared)).toEqual([]);
    const folder = join(home, '.cache', 'huiqi');
    expect(readdirSync(folder)).not.toEqual([]);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  test('are kept nowhere when others can write the folder', () => {
    const [home, shared] = [newFolder(), newFolder()];
    const folder = join(home, '.cache', 'huiqi');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    run3(home, shared);
    expect(readdirSync(shared)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('control characters of a message steer no officer’s terminal and forge no line', {
  timeout: 60_000,
}, () => {
  const folder = newFolder();
  const said = '转人工，\u001b]0;owned\u0007\u001b[2J\rT0001　已办结\u009b31m\u202e房租怎么减';
  const data = { HUIQI_DATA_DIR: folder };
  const chat = run('cli.ts', ['chat'], data, `${said}\n是\n`);
  const shown = [chat.stdout];
  for (const argv of [
    ['tickets', 'list', '--all'],
    ['tickets', 'show', 'T0001'],
    ['tickets', 'list', '--all', '--json'],
  ]) {
    const { stdout, status } = run('cli.ts', argv, data);
    expect(status).toBe(0);
    shown.push(stdout);
  }
  expect(shown[1]).toContain('T0001');
  for (const text of shown)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
});

test('wechaty is asked for and not installed: one sentence with the command', () => {
  const missing = `data:text/javascript,import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name !== 'wechaty') return next(name, context);
      throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
    } });`;
  const { status, stderr } = run('cli.ts', ['serve'], {
    HUIQI_DATA_DIR: newFolder(),
    PORT: '0',
    WECHATY_PUPPET: 'wechaty-puppet-mock',
    NODE_OPTIONS: `--import="${missing.replaceAll('\n', ' ')}"`,
  });
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^[^\n]*npm install wechaty@[^\n]*$/u);
});
