/** The shipped documents drafted, beside what people wrote of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedKnowledge } from '../support/shipped.ts';
import { comparePolicy, same } from './compare.ts';

const knowledge = shippedKnowledge();
// A service without a figure that no word of giving marks (建立“一企一档”) has no row, threshold or limit to compare.
const compared = knowledge.policies
  .flatMap((policy) => comparePolicy(policy, knowledge))
  .filter(({ written, drafted }) => written.length > 0 || drafted !== null);
const differing = compared.filter(({ written, drafted }) => drafted === null || !same(written, drafted));
const listed: { measure: string; benefit: string; why: string }[] = parse(
  readFileSync(join(import.meta.dirname, 'shipped-differences.yaml'), 'utf8'),
);

test('at least 85% of the written benefits are drafted with the same rows, thresholds and limits', () => {
  expect(compared.length).toBeGreaterThan(25);
  expect(1 - differing.length / compared.length).toBeGreaterThanOrEqual(0.85);
});

test('each difference is listed with its reason, and no reason is left over', () => {
  const name = ({ measure, benefit }: { measure: string; benefit: string }) => `${measure} ${benefit}`;
  expect(differing.map(name).sort()).toEqual(listed.map(name).sort());
  for (const { why } of listed) expect(why.length).toBeGreaterThan(6);
});
