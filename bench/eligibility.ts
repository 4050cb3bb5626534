/**
 * All benefits for one profile, beside publicodes with the same rules; 10,000 generated benefits; and how many messages decide half
 * of all benefits when the next topic is chosen by looking ahead, or by the order of the documents.
 */
import Engine from 'publicodes';
import { cellsOf, evaluateAll, type FactValue, nextTopic, type Profile } from '../src/eligibility/index.ts';
import type { Benefit, Need, Test } from '../src/policy/benefit.ts';
import type { Knowledge } from '../src/policy/policy.ts';
import { readKnowledge } from '../src/read-knowledge.ts';
import { random } from './random.ts';

const TODAY = '2022-06-20';
const SIGNS = { atLeast: '>=', over: '>', atMost: '<=', under: '<' };
const knowledge = readKnowledge();
const { facts, policies } = knowledge;
const candidates = policies.flatMap((policy) =>
  policy.measures.flatMap(({ benefits }) => benefits.map((benefit) => ({ policy, benefit }))),
);
/** What depends on the enterprise: the benefits with a condition. */
const conditional = candidates.filter(({ benefit }) => benefit.needs.length > 0);
const benefits = conditional.map(({ benefit }) => benefit);

const next = random(20_261_120);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
const domains = [...facts]
  .map(([name, fact]) => [name, cellsOf(name, fact, benefits)] as const)
  .filter(([, values]) => values.length > 0);
const enterprise = (): Profile => Object.fromEntries(domains.map(([name, values]) => [name, pick(values)]));

function median(run: () => void, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1]!;
}

const profiles = Array.from({ length: 50 }, enterprise);
let turn = 0;
const someone = () => profiles[turn++ % profiles.length]!;

const only: Knowledge = {
  ...knowledge,
  policies: policies.map((policy) => ({
    ...policy,
    measures: policy.measures.map((measure) => ({
      ...measure,
      benefits: measure.benefits.filter((b) => benefits.includes(b)),
    })),
  })),
};
const ours = () => evaluateAll(only, someone(), { today: TODAY });
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
console.log(`  verdicts alike: ${alike()} of ${profiles.length * benefits.length}`);

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

for (const [set, counted] of [
  ['all benefits with a condition', benefits],
  ['those that can be a plain yes (not left to others)', benefits.filter((b) => b.discretionary === null)],
] as const) {
  console.log(`\nmessages until half is decided, mean of 200 random enterprises: ${set}, ${counted.length}`);
  for (const [name, choose] of [
    ['topics, looking ahead', byLookingAhead],
    ['one fact at a time, in the order of the documents', inDocumentOrder],
  ] as const) {
    const counts = Array.from({ length: 200 }, () => messagesToHalf(enterprise(), choose, counted));
    console.log(`  ${(counts.reduce((a, b) => a + b, 0) / counts.length).toFixed(2)}  ${name}`);
  }
}

type Choose = (known: Profile) => string[];
function byLookingAhead(known: Profile): string[] {
  return nextTopic(knowledge, known, { today: TODAY })?.facts ?? [];
}
function inDocumentOrder(known: Profile): string[] {
  const open = evaluateAll(only, known, { today: TODAY }).find(
    ({ verdict, missing }) => verdict === 'unknown' && missing.length > 0,
  );
  return open ? [open.missing[0]!] : [];
}

function messagesToHalf(truth: Profile, choose: Choose, counted: readonly Benefit[]): number {
  const decided = (profile: Profile) =>
    evaluateAll(only, profile, { today: TODAY }).filter(
      ({ verdict, benefit }) => verdict !== 'unknown' && counted.includes(benefit),
    ).length;
  let known: Profile = {};
  let messages = 0;
  while (decided(known) < counted.length / 2 && messages < 100) {
    const asked = choose(known);
    if (asked.length === 0) break;
    known = { ...known, ...Object.fromEntries(asked.map((name) => [name, truth[name]!])) };
    messages++;
  }
  return messages;
}

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
  const [first] = policies;
  const measure = first!.measures[0]!;
  const open = { ...first!, applyBy: null, validUntil: null };
  return {
    ...knowledge,
    policies: [{ ...open, measures: [{ ...measure, benefits: Array.from({ length: size }, make) }] }],
  };
}

/** publicodes writes days as 30/06/2022. */
function day(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** The needs of each benefit as a publicodes rule, each fact as a question without a default. */
function inPublicodes(all: readonly Benefit[]): Record<string, unknown> {
  const rules: Record<string, unknown> = {};
  for (const [name, fact] of facts) {
    rules[name] = fact.type === 'choice' ? { question: fact.label, type: 'texte' } : { question: fact.label };
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
      return `${need.fact} = oui`;
    case 'test':
      return testOf(need.fact, need.test);
    case 'not':
      return need.of.kind === 'fact' ? `${need.of.fact} = non` : conditionOf(need.of);
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
    Object.entries(profile).map(([name, value]) => [name, written(value, facts.get(name)!.type)]),
  );
}

/** Where both judge the conditions alone, they should agree; ours looks at dates, places and what was received too. */
function alike(): number {
  let same = 0;
  for (const profile of profiles) {
    engine.setSituation(inSituation(profile) as never);
    const mine = evaluateAll(only, profile, { today: TODAY });
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
