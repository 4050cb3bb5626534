import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../bin/huiqi.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'huiqi-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line; `until` ends it by SIGTERM as soon as the words are printed. */
function run(
  argv: string[],
  { input = '', until, env = {} }: { input?: string; until?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...argv], {
      env: { ...process.env, HUIQI_DATA_DIR: folder, ...env },
    });
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ended.out += text;
      if (until && ended.out.includes(until)) child.kill('SIGTERM');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ended.err += text;
    });
    child.on('close', (code) => resolve({ ...ended, code }));
    child.stdin.end(input);
  });
}

describe('the command line', () => {
  test.each([
    [['nonsense'], '没有“nonsense”这个命令'],
    [['ask', '--tody', '2022-06-20', '问题'], '--tody'],
    [['ask', '--today', '6月20日', '问题'], '--today'],
    [['ask'], '请在后面写上问题'],
    [['match'], '请在后面写上企业情况'],
    [['ingest', '/no/such/file.txt'], '/no/such/file.txt'],
    [['approve', 'no-such-policy'], 'no-such-policy'],
  ])('%j: one sentence on standard error, nothing on standard output, not zero', async (argv, words) => {
    const { code, out, err } = await run(argv);
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['ask', ['--batch', '--json'], '{"question":"房租能减吗","today":null}'],
    ['figures', ['--batch', '--json'], '{"text":"在岗350人","ref":null}'],
    ['match', ['--json', '--today', '2022-06-20'], '{"text":"我们有350人在岗"}'],
  ])(
    '%s: a bad line of a batch gets an error in its place, and the rest goes on',
    async (command, argv, line) => {
      const { code, out } = await run([command, ...argv], { input: `${line}\nnot json\n${line}\n` });
      const lines = out
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text));
      expect(code).toBe(0);
      expect(lines).toHaveLength(3);
      expect(lines[1]).toHaveProperty('error');
      expect(lines[2]).toEqual(lines[0]);
    },
  );

  test('chat keeps what was said, between two runs too, and a second process is refused', async () => {
    const said = await run(['chat', '--json', '--today', '2022-06-20'], { input: '制造业，在岗350人\n' });
    expect(JSON.parse(said.out)).toMatchObject({ effects: [{ kind: 'profile-updated' }] });
    const again = await run(['chat', '--json', '--today', '2022-06-21'], { input: '我的资料\n' });
    expect(JSON.parse(again.out).text).toContain('350');
  });
});

describe('serve', () => {
  test('starts what is configured, says so, and ends with 0 at SIGTERM', async () => {
    const { code, out, err } = await run(['serve'], {
      until: '网页：',
      env: { PORT: '0', LOG_LEVEL: 'error' },
    });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/web：已就绪/u);
    expect(out).toMatch(/网页：http:\/\/127\.0\.0\.1:\d+/u);
  });

  test('a wrong setting stops the start with one sentence that names it', async () => {
    const { code, out, err } = await run(['serve'], { env: { PORT: 'abc' } });
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toMatch(/^设置 PORT 不对/u);
  });
});
