import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/contract/user-error.ts';
import { readKnowledge, readKnowledgeFiles } from '../../src/service/read-knowledge.ts';

test('a folder that is not there is told, with the setting that names it', () => {
  const read = () => readKnowledge('/nowhere/knowledge');
  expect(read).toThrow(UserError);
  expect(read).toThrow(/HUIQI_KNOWLEDGE_DIR/u);
});

test('a folder may hold as little as one list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-knowledge-'));
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, 'lexicon.yaml'), '- { say: [房租], means: [租金] }\n');
  writeFileSync(join(folder, 'notes.txt'), 'not knowledge');
  expect(readKnowledgeFiles(folder).map(({ path }) => path)).toEqual([
    'lexicon.yaml',
    'core/oppositions.yaml',
    'core/same-things.yaml',
    'core/meanings.yaml',
  ]);
  expect(readKnowledge(folder).lexicon).toEqual([{ say: ['房租'], means: ['租金'] }]);
  rmSync(folder, { recursive: true });
});
