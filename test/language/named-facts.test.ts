/** Facts that nobody wrote a pattern for: heard by their names and units, and by no other's. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';
import { shippedKnowledge } from '../support/shipped.ts';

interface Telling {
  say: string;
  is: unknown;
}
const entries = parse(readFileSync(new URL('./named-facts.yaml', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>[];
const DECLARED = entries.map(({ told, ...fact }) => {
  const [[name, declaration]] = Object.entries(fact) as [[string, object]];
  const parsed = ownFactSchema.parse(declaration);
  return {
    name,
    fact: { ...parsed, label: name, topic: name, oppositions: oppositionsIn(name, OPPOSITIONS) },
    told: told as Telling[],
  };
});

const shared = shippedKnowledge().facts;
const facts = new Map<string, Fact>([...shared, ...DECLARED.map(({ name, fact }) => [name, fact] as const)]);
const own = new Set(DECLARED.map(({ name }) => name));

const heard = (say: string) =>
  Object.entries(
    readFacts(readUtterance(say, { today: '2031-05-20' }), { facts, meanings: MEANINGS, today: '2031-05-20' })
      .facts,
  ).filter(([name]) => own.has(name));

const TOLD = DECLARED.flatMap(({ name, told }) => told.map((telling) => ({ name, ...telling })));

it('nine of ten tellings of forty facts are heard', () => {
  expect(DECLARED.length).toBeGreaterThanOrEqual(40);
  const missed = TOLD.filter(({ name, say, is }) => {
    const [, value] = heard(say).find(([fact]) => fact === name) ?? [];
    return JSON.stringify(value) !== JSON.stringify(is);
  });
  expect(missed.length / TOLD.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.1);
});

it('none is taken by a wrong fact', () => {
  const wrong = TOLD.flatMap(({ name, say }) =>
    heard(say)
      .filter(([fact]) => fact !== name)
      .map(([fact, value]) => `${say} → ${fact}: ${JSON.stringify(value)}`),
  );
  expect(wrong).toEqual([]);
});

it.each(['我们给重点防汛保障企业供货', '为重点防汛保障企业服务', '我们和重点防汛保障企业合作'])(
  '%s: whom one deals with is somebody else',
  (say) => {
    expect(heard(say)).toEqual([]);
  },
);
