/**
 * How long does one question take from a cold start? `npm run bench start`: through bin/huiqi.mjs, through npx, and beside them what the
 * machine takes for a node that does nothing and for one that loads our two parsers. The median of rounds in turn.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 9;
const ASK = ['ask', '房租能减免吗', '--today', '2022-06-20'];
const BIN = join(ROOT, 'bin/huiqi.mjs');
const PARSERS = "await import('zod'); await import('js-yaml')";

const STARTS: Record<string, [program: string, ...argv: string[]]> = {
  'an empty node': [process.execPath, '-e', '0'],
  'node with zod and js-yaml': [process.execPath, '--input-type=module', '-e', PARSERS],
  'bin/huiqi.mjs --version': [process.execPath, BIN, '--version'],
  'bin/huiqi.mjs ask': [process.execPath, BIN, ...ASK],
  'npx huiqi ask': ['npx', 'huiqi', ...ASK],
};

const times = new Map<string, number[]>(Object.keys(STARTS).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, [program, ...argv]] of Object.entries(STARTS)) {
    const since = performance.now();
    const { status, stderr } = spawnSync(program, argv, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    times.get(name)!.push(performance.now() - since);
  }
const empty = median(times.get('an empty node')!);
for (const [name, all] of times) {
  const middle = median(all);
  process.stdout.write(
    `${name.padEnd(28)} median ${middle.toFixed(0).padStart(5)} ms, best ${Math.min(...all)
      .toFixed(0)
      .padStart(5)} ms, × empty ${(middle / empty).toFixed(1)}\n`,
  );
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
