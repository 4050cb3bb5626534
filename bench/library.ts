/**
 * The library over a full shelf, on the server as it is started: the search as somebody types, the whole page, the page narrowed, one document;
 * how long each takes, and how much of it is the server's own processor time.
 *
 *   npm run bench library [DOCUMENTS]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { questionsOfMany, writeManyDocuments } from './many-documents.ts';

const SIZE = Number(process.argv[3] ?? 1_000);
const PORT = 3_901;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const SHORT = ['贴息', '用电', '小微', '出口', '房租', '稳岗', '一次性', '东湖', '贷款', '最高'];

const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-library-'));
const root = join(folder, 'knowledge');
writeManyDocuments(root, SIZE);
const watch = join(import.meta.dirname, 'watch-pieces.ts');
const server = spawn(
  process.execPath,
  ['--max-semi-space-size=8', '--import', watch, 'bin/huiqi.mjs', 'serve'],
  {
    cwd: join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      HUIQI_DATA_DIR: join(folder, 'data'),
      HUIQI_KNOWLEDGE_DIR: root,
      HUIQI_TODAY: '2022-06-20',
      PORT: String(PORT),
      LOG_LEVEL: 'error',
      TRUSTED_PROXIES: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  },
);
process.once('exit', () => server.kill('SIGKILL'));

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

/** The longest stretch of processor time since it was asked last. */
async function inOnePiece(): Promise<number> {
  server.send('tell');
  const [longest] = (await once(server, 'message')) as [number];
  return longest;
}

let neighbours = 0;
async function fetched(path: string): Promise<number> {
  neighbours += 1;
  const since = performance.now();
  const response = await fetch(`${ADDRESS}${path}`, {
    headers: { 'x-forwarded-for': `10.0.${(neighbours >> 8) & 255}.${neighbours & 255}` },
  });
  await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return performance.now() - since;
}

async function measure(name: string, paths: readonly string[]): Promise<void> {
  await inOnePiece();
  const first = await fetched(paths[0]!);
  await wait(15);
  const firstOwn = await inOnePiece();
  const times: number[] = [];
  const own: number[] = [];
  for (const path of paths) {
    times.push(await fetched(path));
    await wait(15);
    own.push(await inOnePiece());
  }
  process.stdout.write(
    `${name.padEnd(26)} first ${first.toFixed(0)} ms (${firstOwn.toFixed(0)} ms processor), median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms; processor: median ${quantile(own, 0.5).toFixed(1)} ms, longest ${Math.max(...own).toFixed(1)} ms\n`,
  );
}

try {
  while (!(await fetched('/healthz').catch(() => 0))) await wait(200);
  const typed = (words: readonly string[]) =>
    words.map((q) => `/p?${new URLSearchParams({ part: 'results', q })}`);
  await measure('search, short words', typed([...SHORT, ...SHORT]));
  await measure('search, whole questions', typed(questionsOfMany().slice(0, 100)));
  await measure(
    'search, with the page',
    SHORT.map((q) => `/p?${new URLSearchParams({ q })}`),
  );
  await measure(
    'the library',
    Array.from({ length: 20 }, () => '/p'),
  );
  await measure(
    'narrowed',
    Array.from({ length: 20 }, () => `/p?${new URLSearchParams({ year: '2022', kind: '措施' })}`),
  );
  await measure(
    'the calendar',
    Array.from({ length: 10 }, () => '/deadlines'),
  );
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
