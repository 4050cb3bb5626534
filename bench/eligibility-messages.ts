/**
 * How many messages settle half of all benefits, when the next topic is chosen by looking ahead or by the order of the documents.
 *
 * Counted as the study of the field did: random enterprises for whom every case that the rules tell apart is as likely as another; all
 * documents open, so that no benefit is settled by its date; a benefit is settled by a yes or a no, or when nothing is left that the
 * enterprise could tell and only an office's judgement is open (the study goes on until all are decided, which in the stricter sense
 * those that leave the grant to others never are). The stricter count, a plain yes or no, stands beside it.
 * Message by message as 政策体检 asks: no topic twice while another is left.
 */
import type { Profile } from '../src/contract/index.ts';
import { evaluateAll, nextTopic, type Result } from '../src/eligibility/index.ts';
import type { Knowledge } from '../src/policy/index.ts';
import { benefits, conditional, enterprise, TODAY } from './eligibility-enterprises.ts';
import { random } from './random.ts';

/** The same benefits with every date lifted: none is settled by being closed. */
const allOpen: Knowledge = {
  ...conditional,
  policies: conditional.policies.map((policy) => ({
    ...policy,
    validFrom: null,
    validUntil: null,
    applyBy: null,
    measures: policy.measures.map((measure) => ({
      ...measure,
      benefits: measure.benefits.map((benefit) => ({ ...benefit, until: null })),
    })),
  })),
};
const plain = ({ verdict }: Result) => verdict !== 'unknown';
const settled = (result: Result) => plain(result) || result.missing.length === 0;
const COUNTS: Record<string, (results: readonly Result[]) => boolean> = {
  settled: half(settled, () => true),
  'plain yes or no': half(plain, () => true),
  'of those not left to others': half(plain, ({ benefit }) => benefit.discretionary === null),
};
const SEEDS = [1, 2, 3, 4, 5];
const ENTERPRISES = 100;

export function printMessages(): void {
  console.log(`\nmessages until half of the ${benefits.length} benefits with a condition is settled`);
  console.log(
    `mean of ${SEEDS.length} seeds × ${ENTERPRISES} random enterprises (lowest–highest mean of a seed); at most three: share of enterprises`,
  );
  for (const [name, choose] of [
    ['topics, looking ahead: up to six questions, three of them figures', byLookingAhead],
    ['one fact at a time, in the order of the documents', inDocumentOrder],
  ] as const) {
    const counts = SEEDS.map((seed) => {
      const next = random(seed);
      return Array.from({ length: ENTERPRISES }, () => messagesToHalf(enterprise(next), choose));
    });
    console.log(`  ${name}`);
    for (const count of Object.keys(COUNTS)) {
      const of = counts.map((seed) => seed.map((messages) => messages[count]!));
      const means = of.map(mean);
      const soon = mean(of.flat().map((messages) => Number(messages <= 3)));
      const spread = `(${Math.min(...means).toFixed(2)}–${Math.max(...means).toFixed(2)})`;
      console.log(
        `    ${mean(means).toFixed(2).padStart(5)} ${spread.padEnd(13)} ${(soon * 100).toFixed(0).padStart(3)}%  ${count}`,
      );
    }
  }
}

function mean(of: readonly number[]): number {
  return of.reduce((a, b) => a + b, 0) / of.length;
}

function half(decided: (result: Result) => boolean, counted: (result: Result) => boolean) {
  return (results: readonly Result[]): boolean => {
    const all = results.filter(counted);
    return all.filter(decided).length >= all.length / 2;
  };
}

type Choose = (known: Profile, topicsAsked: string[]) => string[];
function byLookingAhead(known: Profile, topicsAsked: string[]): string[] {
  const chosen =
    nextTopic(allOpen, known, { today: TODAY, topicsAsked }) ?? nextTopic(allOpen, known, { today: TODAY });
  if (chosen) topicsAsked.push(chosen.topic);
  return chosen?.facts ?? [];
}

function inDocumentOrder(known: Profile): string[] {
  const open = evaluateAll(allOpen, known, { today: TODAY }).find((result) => !settled(result));
  return open ? [open.missing[0]!] : [];
}

/** After how many messages each count reaches its half; all that is asked is answered. */
function messagesToHalf(truth: Profile, choose: Choose): Record<string, number> {
  const reached: Record<string, number> = {};
  const topicsAsked: string[] = [];
  let known: Profile = {};
  for (let messages = 0; messages <= 100; messages++) {
    const results = evaluateAll(allOpen, known, { today: TODAY });
    for (const [count, isHalf] of Object.entries(COUNTS)) if (isHalf(results)) reached[count] ??= messages;
    const asked = choose(known, topicsAsked);
    if (asked.length === 0 || Object.keys(reached).length === Object.keys(COUNTS).length) break;
    known = { ...known, ...Object.fromEntries(asked.map((name) => [name, truth[name]!])) };
  }
  return reached;
}
