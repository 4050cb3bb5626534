/** What `npm ci --omit=dev` brings is enough to run, on a machine whose own Node is old: at 0.1.0 the runtime was not among it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productionPackages } from '../support/dependencies.ts';
import { newFolder } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = ['package.json', 'bin', 'cli.ts', 'cli', 'src', 'bots', 'office', 'api', 'knowledge'];

let project: string;
beforeAll(() => {
  project = newFolder();
  for (const name of PROGRAM) cpSync(join(ROOT, name), join(project, name), { recursive: true });
  for (const name of new Set(productionPackages().map((one) => one.name))) {
    const place = join(project, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), place);
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Loaded before the program: the first process says that it is of an old Node, as the one would be that npm runs. */
const OLD_NODE = `data:text/javascript,
  if (!process.env.HANDED_OVER)
    Object.defineProperty(process.versions, 'node', { value: '20.11.0' });
  process.env.HANDED_OVER = 'yes';`.replaceAll('\n', ' ');

/** Runs until it ends, or, once it has printed these words, until it is told to. */
async function run(
  argv: string[],
  until?: string,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(project, 'bin/huiqi.mjs'), ...argv], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--import="${OLD_NODE}"`,
      HUIQI_DATA_DIR: join(project, 'data'),
      HUIQI_TODAY: '2022-06-20',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    if (until && out.includes(until)) child.kill('SIGTERM');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

test('a question is answered, and the whole bot starts and ends', { timeout: 120_000 }, async () => {
  expect(await run(['ask', '端午没停工有没有补贴'])).toEqual({
    code: 0,
    out: expect.stringContaining('58号'),
    err: '',
  });
  expect(await run(['serve'], '网页：http')).toEqual({
    code: 0,
    out: expect.stringContaining('网页：http'),
    err: '',
  });
});

test('without its runtime it says in one sentence what to do', { timeout: 60_000 }, async () => {
  rmSync(join(project, 'node_modules/node'));
  const { code, err } = await run(['figures', '5万元']);
  expect(code).toBe(1);
  expect(err.trim()).toMatch(/^[^\n]*Node 24\.15[^\n]*npm ci[^\n]*$/u);
});
