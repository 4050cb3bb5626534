/**
 * The library over a full shelf, on the server as it is started: start and memory, the search as somebody types, the whole page, the page
 * narrowed, the calendar; how long each takes, and how much of it is the server's own processor time.
 *
 *   npm run bench library [DOCUMENTS …]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { questionsOfMany, writeManyDocuments } from './many-documents.ts';
import { type RealServer, startServer } from './real-server.ts';

const sizes = process.argv.slice(process.argv[1]?.endsWith('run.ts') ? 3 : 2).map(Number);
const SHORT = ['贴息', '用电', '小微', '出口', '房租', '稳岗', '一次性', '东湖', '贷款', '最高'];
const QUESTIONS = questionsOfMany().slice(0, 100);

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;

async function fetched(server: RealServer, path: string): Promise<number> {
  const since = performance.now();
  const response = await fetch(`${server.address}${path}`, { headers: server.neighbour() });
  await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return performance.now() - since;
}

async function measure(server: RealServer, name: string, paths: readonly string[]): Promise<void> {
  await server.inOnePiece();
  const first = await fetched(server, paths[0]!);
  await wait(15);
  const firstOwn = await server.inOnePiece();
  const times: number[] = [];
  const own: number[] = [];
  for (const path of paths) {
    times.push(await fetched(server, path));
    await wait(15);
    own.push(await server.inOnePiece());
  }
  process.stdout.write(
    `${name.padEnd(26)} first ${first.toFixed(0)} ms (${firstOwn.toFixed(0)} ms processor), median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms; processor: median ${quantile(own, 0.5).toFixed(1)} ms, longest ${Math.max(...own).toFixed(1)} ms\n`,
  );
}

const typed = (words: readonly string[]) =>
  words.map((q) => `/p?${new URLSearchParams({ part: 'results', q })}`);
const often = (path: string) => Array.from({ length: 20 }, () => path);
const PATHS: Record<string, string[]> = {
  'search, short words': typed([...SHORT, ...SHORT]),
  'search, whole questions': typed(QUESTIONS),
  'search, with the page': SHORT.map((q) => `/p?${new URLSearchParams({ q })}`),
  'the library': often('/p'),
  narrowed: often(`/p?${new URLSearchParams({ year: '2022', kind: '措施' })}`),
  'the calendar': often('/deadlines'),
};

const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-library-'));
for (const size of sizes.length > 0 ? sizes : [1_000]) {
  const knowledge = join(folder, String(size));
  writeManyDocuments(knowledge, size);
  // What is read of the documents at the first start is kept for the next.
  const first = await startServer({ port: 3_901, knowledge });
  await first.stop();
  const server = await startServer({ port: 3_901, knowledge });
  const atFirst = server.residentBytes();
  for (const [name, paths] of Object.entries(PATHS)) await measure(server, name, paths);
  const afterwards = server.residentBytes();
  process.stdout.write(
    `${size} documents: first start ${first.startMs.toFixed(0)} ms, next ${server.startMs.toFixed(0)} ms; memory ${(atFirst / 1e6).toFixed(0)} MB, afterwards ${(afterwards / 1e6).toFixed(0)} MB\n`,
  );
  await server.stop();
}
rmSync(folder, { recursive: true, force: true });
