/** What is asked beforehand is done in pieces, as many as there is work: held in steps, whatever the machine. */
import { expect, test } from 'vitest';
import { evaluateAll, evaluateBeforehand } from '../../src/eligibility/index.ts';
import type { Knowledge } from '../../src/policy/index.ts';
import { buildIndex } from '../../src/retrieval/index.ts';
import { askBeforehand, libraryOf } from '../../src/service/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const today = '2022-06-20';
const COPIES = 20;

/** A library of its own each time: nothing is known of it yet. */
function many(): Knowledge {
  const shipped = shippedKnowledge();
  return { ...shipped, policies: Array.from({ length: COPIES }, () => shipped.policies).flat() };
}

test('no piece looks at more than a hundred benefits, and what comes of the pieces is the same', () => {
  const knowledge = many();
  const benefits = knowledge.policies.flatMap(({ measures }) => measures.flatMap((one) => one.benefits));
  const pieces = [...evaluateBeforehand(knowledge, { today })];
  expect(pieces.length).toBe(Math.floor(benefits.length / 100));
  expect([...evaluateBeforehand(knowledge, { today })]).toEqual([]);
  const verdicts = (of: Knowledge) => evaluateAll(of, {}, { today }).map((one) => [one.verdict, one.missing]);
  expect(verdicts(knowledge)).toEqual(verdicts(many()));
});

test('who stops it need not wait for all of it', async () => {
  const shipped = many();
  const library = { ...libraryOf({ knowledge: shipped, index: buildIndex(shipped) }) };
  const stopping = new AbortController();
  stopping.abort();
  await askBeforehand(library, today, stopping.signal);
  const left = [...evaluateBeforehand(shipped, { today, unplaced: 'asked' })];
  expect(left.length).toBeGreaterThan(0);
});
