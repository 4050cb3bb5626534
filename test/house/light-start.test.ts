/** A question on the command line starts a process: it loads nothing that only other work needs. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));

/** Writes the packages that were loaded to standard error at the end. */
const WATCH = `
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({ load(url, context, next) {
  if (url === 'node:http') loaded.add(url);
  const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
  if (name) loaded.add(name);
  return next(url, context);
} });
process.on('exit', () => process.stderr.write(JSON.stringify([...loaded])));
`;

function packagesOf(...argv: string[]): string[] {
  const hook = `data:text/javascript,${encodeURIComponent(WATCH)}`;
  const script = `${JSON.stringify(process.execPath)} --import ${JSON.stringify(hook)} ${JSON.stringify(cli)} ${argv.join(' ')} 2>&1 >/dev/null`;
  return JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' })) as string[];
}

test('ask loads what reads and finds, and no writer, store, server or channel', () => {
  const loaded = packagesOf('ask', '房租能减免吗');
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
