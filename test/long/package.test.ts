/** What `npm pack` carries: what runs, and nothing else; in another project it works and its types are read. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = process.execPath;

let project: string;
let files: string[];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'huiqi-package-'));
  const said = execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parsed = JSON.parse(said.slice(said.search(/[[{]\s*["{]/u))) as
    | PackedReport
    | PackedReport[]
    | Record<string, PackedReport>;
  const report = Array.isArray(parsed)
    ? parsed[0]!
    : 'files' in parsed
      ? (parsed as PackedReport)
      : Object.values(parsed)[0]!;
  files = report.files.map(({ path }) => path);
  execFileSync('tar', ['xzf', join(project, report.filename)], { cwd: project });
  const installed = join(project, 'node_modules', 'huiqi');
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  cpSync(join(project, 'package'), installed, { recursive: true });
  // Its dependencies, as an installation would put them there.
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== 'huiqi' && !name.startsWith('.'))
      symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name));
}, 300_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

interface PackedReport {
  filename: string;
  files: { path: string }[];
}

test('it carries code as JavaScript with types, the documents, and the pages’ files', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'bin/compile-cache.mjs',
      'bin/huiqi.mjs',
      'bin/own-modules.mjs',
      'dist/cli.js',
      'dist/src/figures/index.d.ts',
      'dist/knowledge/core/facts.yaml',
      'dist/bots/web/public/chat.js',
      'dist/bots/web/styles/base.css',
      'dist/office/styles/base.css',
    ]),
  );
  const odd = files.filter(
    (path) =>
      !/^(?:package\.json|LICENSE|README(?:\.zh-CN)?\.md|CHANGELOG\.md|\.env\.example|bin\/(?:huiqi|compile-cache|own-modules)\.mjs)$/u.test(
        path,
      ) &&
      !/^dist\/(?:cli|src|bots|api|office)\b.*\.(?:js|d\.ts|css|svg|html)$/u.test(path) &&
      !/^dist\/knowledge\//u.test(path),
  );
  expect(odd).toEqual([]);
});

test('its command runs', () => {
  const said = execFileSync(
    NODE,
    [
      join(project, 'node_modules/huiqi/bin/huiqi.mjs'),
      'ask',
      '--today',
      '2022-06-20',
      '端午没停工有没有补贴',
    ],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  expect(said).toContain('58号');
});

test('it reads a document, in a thread of its own', () => {
  const file = join(project, 'a.txt');
  writeFileSync(
    file,
    '青云市人民政府办公室关于支持陶瓷产业的若干措施\n青府办发〔2026〕3号\n一、支持设备更新。对购置设备的企业给予10万元奖励。\n2026年3月1日\n',
  );
  const said = execFileSync(
    NODE,
    [join(project, 'node_modules/huiqi/bin/huiqi.mjs'), 'ingest', file, '--json'],
    { cwd: project, encoding: 'utf8' },
  );
  expect(JSON.parse(said).number).toBeTruthy();
});

test('its rooms are entered by name, and what they give is typed', () => {
  writeFileSync(
    join(project, 'use.mts'),
    `import { readFigures, type Figure } from 'huiqi/figures';
import { evaluateAll } from 'huiqi/rules';
import { buildIndex } from 'huiqi/retrieval';
import { draftDocument } from 'huiqi/drafting';
import { readKnowledge } from 'huiqi/service';
const figures: Figure[] = readFigures('500万元');
// @ts-expect-error a number is no text
const wrong = () => readFigures(5);
const all = evaluateAll(readKnowledge(), {}, { today: '2022-06-20' });
console.log(figures.length, all.length > 20, typeof buildIndex, typeof draftDocument, typeof wrong);
`,
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--types',
    'node',
  ];
  execFileSync(NODE, [tsc, ...options, 'use.mts'], { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });
  expect(execFileSync(NODE, ['use.mts'], { cwd: project, encoding: 'utf8' })).toBe(
    '1 true function function function\n',
  );
});
