/**
 * All benefits for one profile, beside publicodes with the same rules; 10,000 generated benefits; the next topic; and how many messages
 * settle half of all benefits.
 */

import Engine from 'publicodes';
import type { FactValue, Profile } from '../src/contract/index.ts';
import { evaluateAll, nextTopic } from '../src/eligibility/index.ts';
import type { Benefit, Knowledge, Need, Test } from '../src/policy/index.ts';
import { benefits, conditional, enterprise, facts, TODAY } from './eligibility-enterprises.ts';
import { printMessages } from './eligibility-messages.ts';
import { random } from './random.ts';

const factNames = [...facts.keys()];
const SIGNS = { atLeast: '>=', over: '>', atMost: '<=', under: '<' };
const next = random(20_261_120);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;

function median(run: () => void, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1]!;
}

const profiles = Array.from({ length: 50 }, () => enterprise(next));
let turn = 0;
const someone = () => profiles[turn++ % profiles.length]!;

const ours = () => evaluateAll(conditional, someone(), { today: TODAY });
median(ours, 500);
const huiqi = median(ours, 500);

const engine = new Engine(
  inPublicodes(benefits) as never,
  { logger: { log() {}, warn() {}, error() {} } } as never,
);
const theirs = () => {
  const situation = inSituation(someone());
  engine.setSituation(situation as never);
  return benefits.map((_, i) => engine.evaluate(`benefit${i}`).nodeValue);
};
median(theirs, 20);
const publicodes = median(theirs, 50);
console.log(`${benefits.length} benefits for one profile (median)`);
console.log(`  huiqi       ${huiqi.toFixed(3)} ms, with amounts, missing facts, reasons and distances`);
console.log(
  `  publicodes  ${publicodes.toFixed(3)} ms, the verdict alone: ${(publicodes / huiqi).toFixed(0)} times as long`,
);
console.log(
  `  verdicts alike: ${alike()} of ${profiles.length * benefits.length}; publicodes knows no list that ends in 等, and presumes nothing`,
);

console.log('\ngenerated benefits for one profile (median)');
for (const size of [100, 1_000, 10_000, 100_000]) {
  const many = generated(size);
  const run = () => evaluateAll(many, someone(), { today: TODAY });
  median(run, 5);
  const taken = median(run, size > 10_000 ? 7 : 25);
  console.log(
    `  ${String(size).padStart(7)}  ${taken.toFixed(2).padStart(8)} ms  ${((taken * 1000) / size).toFixed(2)} µs each`,
  );
}

const turnOfCheckup = () => nextTopic(conditional, {}, { today: TODAY });
median(turnOfCheckup, 50);
console.log(`\nthe next topic: ${median(turnOfCheckup, 50).toFixed(2)} ms (median, nothing known yet)`);

printMessages();

/** Recombined rules: other thresholds and amounts, facts drawn from the declared ones. */
function generated(size: number): Knowledge {
  const make = (): Benefit => {
    const base = pick(benefits);
    const moved = (test: Test): Test =>
      'bound' in test
        ? {
            ...test,
            bound: { ...test.bound, value: Math.round(test.bound.value * (0.5 + next()) * 1000) / 1000 },
          }
        : test;
    const needs = [...base.needs, ...pick(benefits).needs].map(
      (need): Need => (need.kind === 'test' ? { ...need, test: moved(need.test) } : need),
    );
    return { ...base, needs };
  };
  const [first] = conditional.policies;
  const measure = first!.measures[0]!;
  const open = { ...first!, applyBy: null, validUntil: null };
  return {
    ...conditional,
    policies: [{ ...open, measures: [{ ...measure, benefits: Array.from({ length: size }, make) }] }],
  };
}

/** publicodes writes days as 30/06/2022. */
function day(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** publicodes reads names in Latin letters alone: a document's own facts, named in Chinese, go by their place. */
function nameOf(fact: string): string {
  const place = factNames.indexOf(fact);
  if (place < 0) throw new Error(`nobody declared ${fact}`);
  return `fact${place}`;
}

/** The needs of each benefit as a publicodes rule, each fact as a question without a default. */
function inPublicodes(all: readonly Benefit[]): Record<string, unknown> {
  const rules: Record<string, unknown> = {};
  for (const [name, fact] of facts) {
    rules[nameOf(name)] =
      fact.type === 'choice' ? { question: fact.label, type: 'texte' } : { question: fact.label };
  }
  all.forEach((benefit, i) => {
    const needs = [...benefit.needs, ...benefit.vague.map(({ fact }): Need => ({ kind: 'fact', fact }))];
    rules[`benefit${i}`] = { valeur: { 'toutes ces conditions': needs.map(conditionOf) } };
  });
  return rules;
}

function conditionOf(need: Need): unknown {
  switch (need.kind) {
    case 'fact':
      return `${nameOf(need.fact)} = oui`;
    case 'test':
      return testOf(nameOf(need.fact), need.test);
    case 'not':
      return need.of.kind === 'fact' ? `${nameOf(need.of.fact)} = non` : conditionOf(need.of);
    // What a list that ends in 等 leaves open, and what only one of two readings asks for, publicodes takes as written.
    case 'listed':
    case 'oneReading':
      return conditionOf(need.of);
    case 'all':
      return { 'toutes ces conditions': need.of.map(conditionOf) };
    case 'any':
      return { 'une de ces conditions': need.of.map(conditionOf) };
  }
}

function testOf(fact: string, test: Test): unknown {
  if (test.op === 'in')
    return { 'une de ces conditions': test.values.map((value) => `${fact} = '${value}'`) };
  if (test.op === 'within')
    return { 'toutes ces conditions': [`${fact} >= ${day(test.from)}`, `${fact} <= ${day(test.to)}`] };
  if (test.op === 'between')
    return { 'toutes ces conditions': [`${fact} >= ${test.from.value}`, `${fact} <= ${test.to.value}`] };
  return `${fact} ${SIGNS[test.op]} ${test.bound.value}`;
}

function inSituation(profile: Profile): Record<string, unknown> {
  const written = (value: FactValue, type: string): unknown => {
    if (typeof value === 'boolean') return value ? 'oui' : 'non';
    return typeof value === 'string' ? (type === 'date' ? day(value) : `'${value}'`) : value;
  };
  return Object.fromEntries(
    Object.entries(profile).map(([name, value]) => [nameOf(name), written(value, facts.get(name)!.type)]),
  );
}

/** Where both judge the conditions alone, they should agree; ours looks at dates, places and what was received too. */
function alike(): number {
  let same = 0;
  for (const profile of profiles) {
    engine.setSituation(inSituation(profile) as never);
    const mine = evaluateAll(conditional, profile, { today: TODAY });
    benefits.forEach((benefit, i) => {
      const result = mine.find((one) => one.benefit === benefit)!;
      const needs = result.conditions.filter(({ kind }) => kind === 'need' || kind === 'vague');
      const met = needs.some((c) => c.state === 'notMet')
        ? false
        : needs.some((c) => c.state === 'unknown')
          ? undefined
          : true;
      const said = engine.evaluate(`benefit${i}`).nodeValue;
      if ((said ?? undefined) === met) same++;
    });
  }
  return same;
}
