/** Everything of one measure told in one message, in everyday words: heard by the facts' names, and nothing else is. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
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

function heard(say: string): Record<string, unknown> {
  const reading = readFacts(readUtterance(say, { today: '2031-05-20' }), {
    facts,
    meanings: MEANINGS,
    today: '2031-05-20',
  });
  return Object.fromEntries(Object.entries(reading.facts).filter(([name]) => own.has(name)));
}
const MESSAGES = MEASURES.flatMap(({ told }) => told).map((one) => ({ ...one, heard: heard(one.say) }));
const isTheSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

it('nine of ten facts are heard', () => {
  const told = MESSAGES.flatMap(({ say, is, heard }) =>
    Object.entries(is).map(([fact, value]) => ({ say, fact, value, heard: heard[fact] })),
  );
  const missed = told.filter(({ value, heard }) => !isTheSame(value, heard));
  expect(told.length).toBeGreaterThan(150);
  expect(missed.length / told.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.1);
});

it('nothing is heard that was not told', () => {
  const wrong = MESSAGES.flatMap(({ say, is, heard }) =>
    Object.entries(heard)
      .filter(([fact, value]) => !isTheSame(value, is[fact]))
      .map(([fact, value]) => `${say} → ${fact}: ${JSON.stringify(value)}`),
  );
  expect(wrong).toEqual([]);
});
