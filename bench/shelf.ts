/**
 * What does a full shelf cost? `npm run bench shelf [DOCUMENTS]`: documents like the five real ones, with their aliases and names and numbers of
 * their own, in a folder: the first start (read, verify, check, index) and the next (what was read is kept), memory, slowest of the questions,
 * a check-up of an enterprise, one document changed and swapped.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bestFirst, evaluateAll, nextTopic } from '../src/eligibility/index.ts';
import { find } from '../src/retrieval/index.ts';
import { openShelf } from '../src/service/index.ts';
import { questionsOfMany, writeManyDocuments } from './many-documents.ts';

const SIZES = process.argv[3] ? [Number(process.argv[3])] : [5, 100, 1_000, 10_000];
const print = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
};
const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-shelf-'));
// Beside the compiled modules stands what was read of the documents.
enableCompileCache(join(folder, 'kept'));
const TODAY = '2022-06-20';
const ENTERPRISE = { manufacturing: true, dailyOnDutyHeadcount: 350, industrialElectricityGrowth: 0.12 };

for (const size of SIZES) {
  const root = join(folder, String(size));
  writeManyDocuments(root, size);
  const firstSince = performance.now();
  await openShelf(root, null);
  const first = performance.now() - firstSince;
  const before = megabytes();
  const since = performance.now();
  const shelf = await openShelf(root, null);
  const start = performance.now() - since;
  const { faults, ...mind } = shelf.current();
  if (mind.knowledge.policies.length !== size || faults.length > 0)
    throw new Error(`${mind.knowledge.policies.length} of ${size} documents answer: ${faults[0]?.reason}`);
  const after = megabytes();
  const slowest = Math.max(
    ...questionsOfMany().map((question) => timed(() => find(mind.index, question, { today: TODAY }))),
  );
  const checkup = Math.min(
    ...Array.from({ length: 5 }, (_, round) =>
      timed(() => {
        const profile = { ...ENTERPRISE, dailyOnDutyHeadcount: 350 + round };
        bestFirst(evaluateAll(mind.knowledge, profile, { today: TODAY }));
        nextTopic(mind.knowledge, profile, { today: TODAY });
      }),
    ),
  );
  touch(root);
  const swapSince = performance.now();
  const next = await shelf.refresh();
  const swap = performance.now() - swapSince;
  if (!next) throw new Error('the change was not seen');
  print(
    `${size} documents, ${mind.knowledge.policies.flatMap(({ measures }) => measures).length} measures: first start ${first.toFixed(0)} ms, next ${start.toFixed(0)} ms, memory +${after - before} MB (${after} MB), slowest question ${slowest.toFixed(1)} ms, check-up ${checkup.toFixed(0)} ms, one document changed: ${swap.toFixed(0)} ms`,
  );
  rmSync(root, { recursive: true });
}
rmSync(folder, { recursive: true, force: true });

function timed(work: () => unknown): number {
  const since = performance.now();
  work();
  return performance.now() - since;
}

function touch(root: string): void {
  const file = join(root, 'policies', 'nanchang-2022-58-3', 'policy.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('aliases: [', 'aliases: [又一种问法, '));
}
