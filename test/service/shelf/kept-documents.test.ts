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
