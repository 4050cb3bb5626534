/** Facts of one unit side by side: each figure goes to the fact whose name is said, and to no other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FactValue } from '../../src/contract/index.ts';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const today = '2031-05-20';

/** Forty facts that no document of ours has, declared as a document would. */
const INVENTED = (
  parse(readFileSync(new URL('./named-facts.yaml', import.meta.url), 'utf8')) as Record<string, object>[]
).map(({ told: _, ...fact }): [string, Fact] => {
  const [[name, declaration]] = Object.entries(fact) as [[string, object]];
  const parsed = ownFactSchema.parse(declaration);
  return [name, { ...parsed, label: name, topic: name, oppositions: oppositionsIn(name, OPPOSITIONS) }];
});
const { facts: shipped, places } = shippedKnowledge();
const facts = new Map([...shipped, ...INVENTED]);

/** A figure as it is said and what it is. */
const FIGURES: Record<string, [said: string, value: FactValue]> = {
  person: ['437人', 437],
  yuan: ['4321万元', 43_210_000],
  ratio: ['13.7%', 0.137],
  kWh: ['456789度', 456_789],
};
const figureOf = ({ unit }: Fact): [string, FactValue] => FIGURES[unit!] ?? [`37${unit}`, 37];

/** Growth is told as what grew. */
const nameOf = ({ label }: Fact): string => label;

const FRAMES = [
  (name: string, said: string) => `${name}${said}`,
  (name: string, said: string) => `我们${name}是${said}`,
  (name: string, said: string) => `${name}：${said}`,
  (name: string, said: string) => `我们公司${name}大概情况如下，${name}${said}`,
];

const isFigure = (name: string): boolean => ['number', 'date'].includes(facts.get(name)?.type ?? '');

const TELLINGS = [...facts]
  .filter(([, fact]) => fact.type === 'number')
  .flatMap(([id, fact]) => {
    const [said, value] = figureOf(fact);
    return FRAMES.map((frame) => ({ id, say: frame(nameOf(fact), said), value }));
  });

const heard = TELLINGS.map(({ id, say, value }) => {
  const reading = readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, places, today });
  const told = Object.entries(reading.facts).filter(([name]) => isFigure(name));
  return { id, say, value, own: reading.facts[id], others: told.filter(([name]) => name !== id) };
});

test('no figure is taken by a fact whose name was not said', () => {
  expect(heard.flatMap(({ say, others }) => others.map(([name]) => `${say} → ${name}`))).toEqual([]);
});

test('every figure is taken by the fact whose name was said', () => {
  const missed = heard.filter(({ own, value }) => JSON.stringify(own) !== JSON.stringify(value));
  expect(missed.map(({ say, own }) => `${say} → ${JSON.stringify(own)}`)).toEqual([]);
});
