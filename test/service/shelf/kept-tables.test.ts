/** The tables of the index are kept between starts, and never believed for other documents. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nothingRead } from '../../../src/policy/index.ts';
import { buildIndex, find, tablesOf } from '../../../src/retrieval/index.ts';
import { readKnowledgeFiles } from '../../../src/service/index.ts';
import { keepTables, keptTables } from '../../../src/service/shelf/kept-tables.ts';
import { buildLibrary, type TableKeeper } from '../../../src/service/shelf/library.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'huiqi-kept-'));
const today = '2022-06-20';
const index = buildIndex(shippedKnowledge());
const tables = tablesOf(index);

test('they come back as they were made, and the index built from them finds the same in the same words', () => {
  const to = folder();
  keepTables('/shelf', 'v1', tables, to);
  const kept = keptTables('/shelf', 'v1', to);
  expect(kept).toEqual(tables);
  const again = buildIndex(shippedKnowledge(), kept);
  for (const question of ['房租能减免吗', '过节没停工有没有补贴', '补帖怎么申请', '58号第二条', '增值税返还'])
    expect(find(again, question, { today })).toEqual(find(index, question, { today }));
});

test('of another version, another shelf or without a folder there are none', () => {
  const to = folder();
  keepTables('/shelf', 'v1', tables, to);
  expect(keptTables('/shelf', 'v2', to)).toBeNull();
  expect(keptTables('/other', 'v1', to)).toBeNull();
  expect(keptTables('/shelf', 'v1', null)).toBeNull();
});

test.each([
  ['broken', () => Buffer.from('broken')],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
])('a file that is %s is none', (_, spoilt) => {
  const to = folder();
  keepTables('/shelf', 'v1', tables, to);
  const [file] = readdirSync(to);
  writeFileSync(join(to, file!), spoilt(readFileSync(join(to, file!))));
  expect(keptTables('/shelf', 'v1', to)).toBeNull();
});

test('a library makes them once for each of its versions', () => {
  const made: string[] = [];
  const to = folder();
  const keeper: TableKeeper = {
    kept: (version) => keptTables('/shelf', version, to),
    keep(version, its) {
      made.push(version);
      keepTables('/shelf', version, its, to);
    },
  };
  const files = readKnowledgeFiles();
  const memory = nothingRead();
  const build = (some: typeof files) => buildLibrary(some, [], memory, [], 'told', keeper).version;
  const first = build(files);
  expect(build(files)).toBe(first);
  const fewer = build(files.filter(({ path }) => !path.startsWith('policies/nanchang-2022-58/')));
  expect(made).toEqual([first, fewer]);
});
