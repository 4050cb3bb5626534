/** What the shelf as a whole answers never speaks for a place that its documents do not. */
import { expect, test } from 'vitest';
import { answer } from '../../../src/words/index.ts';
import { shippedMind } from '../../support/shipped.ts';

const index = shippedMind().index;

test.each([
  ['工业十条', 'overview'],
  ['深圳的工业十条', 'none'],
])('%s: %s', (question, kind) => {
  expect(answer(index, question, { today: '2022-06-20' }).kind).toBe(kind);
});
