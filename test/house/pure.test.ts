/** The rooms that think reach nothing: no clock, file, network, setting or randomness. What they need comes as an argument. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutComments } from '../support/code.ts';
import { codeFiles } from './imports.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PURE = [
  'figures',
  'language',
  'facts',
  'policy',
  'drafting',
  'retrieval',
  'eligibility',
  'words',
  'dialogue',
];

/** What computes alone. yaml is loaded late (node:module): a question on the command line needs none of it. */
const PACKAGES = [
  'big.js',
  'chinese-days/dist/chinese-days.json',
  'fuse.js',
  'js-yaml',
  'opencc-js/t2cn',
  'yaml',
  'zod',
  'node:crypto',
  'node:module',
];

const IMPORT = /\bfrom '(?<from>[^'.][^']*)'|\bimport\s*\(?\s*'(?<bare>[^'.][^']*)'/gu;
const REACHES = [
  /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(/u,
  /\bsystemClock\b|\bclockOn\b|\bperformance\b/u,
  /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/u,
  /\bprocess\b|\bglobalThis\b|\bconsole\b/u,
  /\bfetch\(|\bset(?:Timeout|Interval|Immediate)\b/u,
];

/** What the code of a file reaches for, a line each. */
function impurities(code: string): string[] {
  const clean = withoutComments(code);
  const foreign = [...clean.matchAll(IMPORT)]
    .map(({ groups }) => groups!.from ?? groups!.bare!)
    .filter((name) => !PACKAGES.includes(name));
  const reached = clean.split('\n').filter((line) => REACHES.some((pattern) => pattern.test(line)));
  return [...foreign, ...reached.map((line) => line.trim())];
}

test.each(PURE)('%s reaches nothing outside', (room) => {
  const files = codeFiles().filter((file) => file.startsWith(`src/${room}/`));
  expect(files.length).toBeGreaterThan(5);
  const found = files.flatMap((file) =>
    impurities(readFileSync(join(ROOT, file), 'utf8')).map((what) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['a file', "import { readFileSync } from 'node:fs';"],
  ['the network', "import { connect } from 'node:net';"],
  ['a package that reaches out', "import { Hono } from 'hono';"],
  ['a package, loaded late', "const { pino } = await import('pino');"],
  ['the clock', 'const now = Date.now();'],
  ['the day', 'const today = new Date();'],
  ["contract's clock", "import { systemClock } from '../contract/index.ts';"],
  ['chance', 'if (Math.random() > 0.5) return null;'],
  ['a setting', 'const day = process.env.HUIQI_TODAY;'],
  ['another machine', "const page = await fetch('https://example.org');"],
])('%s, planted in a pure room, is found', (_, code) => {
  expect(impurities(code)).toHaveLength(1);
});

test('what comes as an argument, or stands in a comment, is none', () => {
  const code = `/** The day asked on, never Date.now(). */
import { createHash } from 'node:crypto';
import type { Day } from '../contract/index.ts';
export const weekday = (day: Day) => new Date(day).getUTCDay(); // not new Date()`;
  expect(impurities(code)).toEqual([]);
});
