/**
 * Every command that a paper shows in a ```sh block is run: huiqi's own in a folder where what they name is there, one after another as a
 * reader would; those of the system are held to name files and scripts that exist.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'cli.ts');
const papers = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'))
    // The worked example has a test of its own, which plays its steps in their order.
    .filter((file) => file.endsWith('.md') && file !== 'example.md')
    .map((file) => `docs/${file}`),
];

/** Lines of the ```sh blocks, without comments; several commands on a line come apart. */
const commandsOf = (paper: string): string[] =>
  [...readFileSync(join(root, paper), 'utf8').matchAll(/^ *```sh\n(?<block>[\s\S]*?)^ *```/gmu)]
    .flatMap(({ groups }) => groups!.block!.split('\n'))
    .flatMap((line) => line.replace(/\s+#.*$/u, '').split(' && '))
    .map((line) => line.trim())
    .filter((line) => line !== '');

const all = [...new Set(papers.flatMap(commandsOf))];
const own = all.filter((line) => line.includes('npx huiqi'));
const systems = all.filter((line) => !own.includes(line));

const folder = mkdtempSync(join(tmpdir(), 'huiqi-papers-'));
const knowledge = join(folder, 'knowledge');
const data = join(folder, 'data');
const env = {
  ...process.env,
  HUIQI_KNOWLEDGE_DIR: knowledge,
  HUIQI_DATA_DIR: data,
  PORT: '38617',
  LOG_LEVEL: 'error',
};
mkdirSync(knowledge);
cpSync(join(root, 'examples/policy.pdf'), join(folder, '文件.pdf'));
cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words of the papers that stand for something of the reader's. */
const MEANT: Record<string, string> = { 名称: 'qingjiang', 旧名称: 'old', 新名称: 'new' };

function wordsOf(command: string): string[] {
  return command
    .split(' ')
    .slice(2)
    .map((word) => MEANT[word] ?? word);
}

function run(argv: string[], input: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...argv], { cwd: folder, env });
    const seen = { code: null as number | null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      seen.out += text;
      if (seen.out.includes('网页：')) endGently(child);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      seen.err += text;
    });
    child.on('close', (code) => resolve({ ...seen, code }));
    child.stdin.end(input);
  });
}

const endGently = (child: ChildProcess) => setTimeout(() => child.kill('SIGTERM'), 100);

/** What has to be there before a command of the papers can work, by its first words. */
const BEFORE: [begins: string, prepare: () => Promise<void>][] = [
  ['tickets', openTicket],
  ['shelf list', () => shelve('qingjiang')],
  ['shelf history', () => shelve('qingjiang')],
  ['shelf withdraw', () => shelve('qingjiang')],
  [
    'shelf replace',
    async () => {
      // Two documents of one number would be one document.
      rmSync(join(knowledge, 'policies'), { recursive: true, force: true });
      await shelve('old');
      await shelve('new', join(root, 'benchmark/documents/haizhou-science.txt'));
    },
  ],
  ['approve', () => draft('qingjiang')],
  ['cases', () => draft('qingjiang')],
  ['backup', async () => rmSync(join(folder, '今天.backup'), { force: true })],
  [
    'restore',
    async () => {
      if (!existsSync(join(folder, '今天.backup'))) await run(['backup', '今天.backup'], '');
    },
  ],
  ['ingest', async () => rmSync(join(knowledge, 'policies'), { recursive: true, force: true })],
  ['knowledge export', async () => rmSync(join(folder, '搬家'), { recursive: true, force: true })],
];

async function draft(slug: string, file = '文件.pdf'): Promise<void> {
  if (!existsSync(join(knowledge, 'policies', slug)))
    await run(['ingest', file, '--save', '--slug', slug], '');
}

/** In force, whatever became of it before: as it was when it was approved the first time. */
async function shelve(slug: string, file?: string): Promise<void> {
  const place = join(knowledge, 'policies', slug);
  const kept = join(folder, 'approved', slug);
  rmSync(place, { recursive: true, force: true });
  if (existsSync(kept)) return cpSync(kept, place, { recursive: true });
  await draft(slug, file);
  await run(['approve', slug, '--by', '王芳'], '');
  cpSync(place, kept, { recursive: true });
}

/** T0001, open. */
async function openTicket(): Promise<void> {
  const store = await openStore({ dataDir: data });
  const list = await store.transaction(({ tickets }) => tickets.list());
  await store.close();
  if (list.length > 0) return;
  const said = await run(
    ['chat', '--json', '--today', '2022-06-20'],
    '转人工\n想问材料在哪里交\n13800138000\n',
  );
  if (!said.out.includes('T0001')) throw new Error(said.out + said.err);
}

describe('huiqi’s own', () => {
  test('there are many', () => {
    expect(own.length).toBeGreaterThan(25);
  });

  test.each(own)(
    '%s',
    async (line) => {
      const [said, command = said!] = line.includes(' | ') ? line.split(' | ') : [undefined, line];
      const argv = wordsOf(command);
      const name = argv.join(' ');
      if (!existsSync(data)) await run(['chat', '--json'], '制造业\n');
      for (const [begins, prepare] of BEFORE) if (name.startsWith(begins)) await prepare();
      const input = said ? said.replace(/^echo '(?<text>.*)'$/u, '$<text>\n') : '';
      const { code, out, err } = await run(argv, input);
      expect(err, name).not.toMatch(/^\s+at .+:\d+/mu);
      expect({ code, err: code === 0 ? '' : err }, name).toEqual({ code: 0, err: '' });
      expect(out + err, name).not.toBe('');
    },
    180_000,
  );
});

describe('of the system', () => {
  const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object })
    .scripts;
  const PROGRAMS = ['npm', 'node', 'docker', 'systemctl', 'journalctl', 'useradd', 'cp'];

  test.each(systems)('%s', (line) => {
    const [program = '', ...words] = line.split(' ');
    expect(PROGRAMS).toContain(program);
    if (program === 'npm' && words[0] === 'run') expect(Object.keys(scripts)).toContain(words[1]);
    if (program === 'npm' && ['start', 'test'].includes(words[0]!))
      expect(Object.keys(scripts)).toContain(words[0]);
    for (const word of words)
      if (/^(?:deploy|examples|test|bench)\//u.test(word))
        expect(existsSync(join(root, word)), word).toBe(true);
  });
});
