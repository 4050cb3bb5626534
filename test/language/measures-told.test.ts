/** Everything of one measure told in one message, in everyday words: heard by the facts' names, and nothing else is. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';
import { shippedKnowledge } from '../support/shipped.ts';

interface Measure {
  facts: Record<string, object>;
  told: { say: string; is: Record<string, unknown> }[];
}
const MEASURES = parse(readFileSync(new URL('./measures-told.yaml', import.meta.url), 'utf8')) as Measure[];

const declared = MEASURES.flatMap(({ facts }, measure) =>
  Object.entries(facts).map(([name, fact]): [string, Fact] => [
    name,
    {
      ...ownFactSchema.parse({ ...fact, question: '？' }),
      label: name,
      topic: `invented#${measure}`,
      oppositions: oppositionsIn(name, OPPOSITIONS),
      beside: Object.keys(facts).filter((other) => other !== name),
    },
  ]),
);
const facts = new Map([...shippedKnowledge().facts, ...declared]);
const own = new Set(declared.map(([name]) => name));

const heard = (say: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(
      readFacts(readUtterance(say, { today: '2031-05-20' }), { facts, today: '2031-05-20' }).facts,
    ).filter(([name]) => own.has(name)),
  );

it.each(MEASURES.flatMap(({ told }) => told).map(({ say, is }) => [say, is] as const))('%s', (say, is) => {
  expect(heard(say)).toEqual(is);
});
