/** Each example runs as it stands, and shows what it promises. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '..', '..', 'examples');

const SHOWN: Record<string, RegExp> = {
  'drafting.ts': /^1 [ABC] .*20万元.*200000/u,
  'figures.ts': /^money 不超过500万元 [\s\S]*2022-08-31/u,
  'retrieval.ts': /^answer\n.*58号.*\d\.\d\d\n/u,
  'rules.ts': /#2 假日连续生产补贴 50000\n/u,
};

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.ts')))('%s', (name) => {
  const file = join(FOLDER, name);
  const shown = execFileSync(process.execPath, ['--conditions=huiqi-source', file], { encoding: 'utf8' });
  expect(shown).toMatch(SHOWN[name]!);
});
