/** A question on the command line starts a process: it loads nothing that only other work needs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));
const OWN_MODULES = new URL('../../bin/own-modules.mjs', import.meta.url).href;

/** Writes the packages and the program's own modules that were loaded to standard error at the end. */
const WATCH = `
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({ load(url, context, next) {
  if (url === 'node:http' || url.includes('/src/')) loaded.add(url);
  const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
  if (name) loaded.add(name);
  return next(url, context);
} });
process.on('exit', () => process.stderr.write(JSON.stringify([...loaded])));
`;

function loadedBy(...argv: string[]): string[] {
  const hook = `data:text/javascript,${encodeURIComponent(WATCH)}`;
  const script = `${JSON.stringify(process.execPath)} --import ${JSON.stringify(hook)} ${JSON.stringify(cli)} ${argv.join(' ')} 2>&1 >/dev/null`;
  // Where a bot has run beside the checkout there is a store, and what is asked is asked of it too.
  const env = { ...process.env, HUIQI_DATA_DIR: '/nonexistent' };
  return JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8', env })) as string[];
}

test('ask loads what reads and finds, and no writer, store, server or channel', () => {
  const loaded = loadedBy('ask', '房租能减免吗');
  expect(loaded).toContain('zod');
  for (const heavy of [
    'node:http',
    'yaml',
    'kysely',
    'pg',
    'hono',
    'telegraf',
    'pino',
    'cheerio',
    'unpdf',
    'ical-generator',
    'node-cron',
    '@modelcontextprotocol/server',
  ])
    expect(loaded).not.toContain(heavy);
});

/** Each module costs a start as long as another: 370 of the program's own on the day this was written, where there had been 670. */
const MOST_MODULES = 400;

test('what answers once loads neither the dialogue, nor what drafts and takes in documents, nor more modules than it did', {
  timeout: 60_000,
}, () => {
  for (const door of [['ask', '房租能减免吗'], ['deadlines']]) {
    const own = loadedBy(...door).filter((url) => url.includes('/src/'));
    const roomsOf = new Set(own.map((url) => url.split('/src/')[1]!.split('/')[0]!));
    for (const heavy of ['dialogue', 'drafting', 'ingest', 'store', 'reminders'])
      expect(roomsOf).not.toContain(heavy);
    expect(own.length).toBeGreaterThan(100);
    expect(own.length).toBeLessThanOrEqual(MOST_MODULES);
  }
});

test('a module of the program is where its name says, and one that is not there is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-own-'));
  const run = (entry: string) => {
    const script = `
      import { takeOwnModulesByName } from ${JSON.stringify(OWN_MODULES)};
      takeOwnModulesByName(${JSON.stringify(pathToFileURL(join(folder, 'one.ts')).href)});
      await import(${JSON.stringify(pathToFileURL(join(folder, entry)).href)});`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  };
  writeFileSync(join(folder, 'one.ts'), `import { two } from './two.ts'; console.log(two satisfies string);`);
  writeFileSync(
    join(folder, 'two.ts'),
    `import { join } from 'node:path'; export const two = join('a', 'b');`,
  );
  writeFileSync(join(folder, 'lost.ts'), `import './nowhere.ts';`);
  expect(run('one.ts').stdout).toBe('a/b\n');
  expect(run('lost.ts').stderr).toContain('nowhere.ts');
  rmSync(folder, { recursive: true });
});
