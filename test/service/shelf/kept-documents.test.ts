/** What was read of the documents is kept between starts, and never believed beyond its hash. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nothingRead, type ShelfMemory, shelve } from '../../../src/policy/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../../../src/service/index.ts';
import { keepDocuments, keptDocuments } from '../../../src/service/shelf/kept-documents.ts';

const files = readKnowledgeFiles(KNOWLEDGE_FOLDER);
const folder = () => mkdtempSync(join(tmpdir(), 'huiqi-kept-'));
const NOTHING: ReadonlySet<string> = new Set();

function read(): ShelfMemory {
  const memory: ShelfMemory = nothingRead();
  shelve(files, memory);
  return memory;
}

test('the documents come back as they were read', () => {
  const to = folder();
  const memory = read();
  keepDocuments('/shelf', memory, NOTHING, to);
  expect(keptDocuments('/shelf', to)).toEqual(memory);
  expect(shelve(files, keptDocuments('/shelf', to))).toEqual(shelve(files));
});

test('another shelf has its own', () => {
  const to = folder();
  keepDocuments('/shelf', read(), NOTHING, to);
  expect(keptDocuments('/other', to)).toEqual(nothingRead());
});

test('a document that has changed is read anew', () => {
  const to = folder();
  keepDocuments('/shelf', read(), NOTHING, to);
  const changed = files.map((file) =>
    file.path.endsWith('/source.txt') ? { ...file, text: `${file.text}\n又一行` } : file,
  );
  expect(shelve(changed, keptDocuments('/shelf', to))).toEqual(shelve(changed));
});

test('what is broken is as if nothing were kept, and is written anew', () => {
  const to = folder();
  const memory = read();
  keepDocuments('/shelf', memory, NOTHING, to);
  const [file] = readdirSync(to);
  writeFileSync(join(to, file!), 'broken');
  expect(keptDocuments('/shelf', to)).toEqual(nothingRead());
  keepDocuments('/shelf', memory, NOTHING, to);
  expect(keptDocuments('/shelf', to)).toEqual(memory);
});

test('without a folder nothing is kept', () => {
  keepDocuments('/shelf', read(), NOTHING, null);
  expect(keptDocuments('/shelf', null)).toEqual(nothingRead());
});

test('what is marked as it was is not read again; what is marked anew is', () => {
  let read = 0;
  const marked = (mark: (path: string) => string | null) =>
    files.map(({ path, text }) => ({
      path,
      mark: mark(path),
      get text() {
        if (path.startsWith('policies/')) read += 1;
        return text;
      },
    }));
  const memory = nothingRead();
  const first = shelve(
    marked(() => 'one'),
    memory,
  );
  const all = read;
  expect(all).toBeGreaterThan(0);
  expect(
    shelve(
      marked(() => 'one'),
      memory,
    ),
  ).toEqual(first);
  expect(read).toBe(all);
  const changed = (path: string) => (path.startsWith('policies/nanchang-2022-58/') ? 'two' : 'one');
  expect(shelve(marked(changed), memory)).toEqual(first);
  const ofOne = files.filter(({ path }) => path.startsWith('policies/nanchang-2022-58/')).length;
  expect(read).toBe(all + ofOne);
  shelve(
    marked(() => null),
    memory,
  );
  expect(read).toBe(2 * all + ofOne);
});

test('marks are kept with the documents they stand for', () => {
  const to = folder();
  const marked = files.map((file) => ({ ...file, mark: 'one' }));
  const memory = nothingRead();
  shelve(marked, memory);
  keepDocuments('/shelf', memory, NOTHING, to);
  const again = keptDocuments('/shelf', to);
  expect(again.marks).toEqual(memory.marks);
  const unreadable = marked.map(({ path, mark, text }) =>
    path.startsWith('policies/')
      ? {
          path,
          mark,
          get text(): string {
            throw new Error(`${path} was read`);
          },
        }
      : { path, mark, text },
  );
  expect(shelve(unreadable, again)).toEqual(shelve(marked));
});
