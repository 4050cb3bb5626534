/** What the shelf as a whole answers never speaks for a place that its documents do not. */
import { expect, test } from 'vitest';
import { buildIndex } from '../../../src/retrieval/index.ts';
import { readKnowledge } from '../../../src/service/index.ts';
import { answer } from '../../../src/words/index.ts';

const index = buildIndex(readKnowledge());

test.each([
  ['工业十条', 'overview'],
  ['深圳的工业十条', 'none'],
])('%s: %s', (question, kind) => {
  expect(answer(index, question, { today: '2022-06-20' }).kind).toBe(kind);
});
