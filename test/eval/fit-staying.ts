/**
 * `node test/eval/fit-staying.ts`: the weights of src/dialogue/staying.ts, fitted on turns.own.jsonl and on what the stories
 * of the repository decide (turns.tested.jsonl), and how often they are right on a third
 * that was left out of the fitting. Prints the table to put there; nothing is written.
 */
import { type StayingSigns, stayingSigns } from '../../src/dialogue/staying.ts';
import { subjectOf } from '../../src/policy/index.ts';
import { find } from '../../src/retrieval/index.ts';
import { shippedMind } from '../support/shipped.ts';
import { readTestedTurns, readTurns, type TestedTurn } from './turns.ts';

interface Case {
  weight: number;
  signs: StayingSigns;
  stays: number;
}

/** What the stories decide is few, and was looked at by many. */
const TESTED = 2;
const SHARES = 3;
const STEPS = 6000;
const RATE = 0.8;
/** Keeps the weights small where little speaks for them. */
const SMALL = 0.002;

const mind = shippedMind();
const cases = [
  ...readTurns().flatMap(({ hand, text, today, where }) =>
    hand === null || where === 'none' ? [] : caseOf({ hand, text, today, stays: where !== 'other' }),
  ),
  ...readTestedTurns().flatMap((turn) => caseOf(turn).map((one) => ({ ...one, weight: TESTED }))),
];
const names = Object.keys(cases[0]!.signs) as (keyof StayingSigns)[];

const right = { stays: 0, leaves: 0 };
for (let share = 0; share < SHARES; share++) {
  const left = cases.filter((_, at) => at % SHARES === share);
  const weights = fitted(cases.filter((one) => !left.includes(one)));
  for (const { signs, stays } of left)
    if (likely(weights, signs) >= 0.5 === (stays === 1)) right[stays === 1 ? 'stays' : 'leaves'] += 1;
}
const all = { stays: cases.filter(({ stays }) => stays === 1).length, leaves: 0 };
all.leaves = cases.length - all.stays;
console.log(`left out: stays ${right.stays} of ${all.stays}, leaves ${right.leaves} of ${all.leaves}`);
const [bias, ...weights] = fitted(cases);
console.log(names.map((name, at) => `  ${name}: ${weights[at]!.toFixed(2)},`).join('\n'));
console.log(`BIAS = ${bias!.toFixed(2)}`);

function caseOf({ hand, text, today, stays }: TestedTurn): Case[] {
  const subject = subjectOf(mind.knowledge, hand);
  if (subject === null || subject.measure === null) return [];
  const found = find(mind.index, text, { today, context: hand });
  return [{ signs: stayingSigns(mind.index, text, found, subject), stays: stays ? 1 : 0, weight: 1 }];
}

/** Bias first. */
function fitted(some: readonly Case[]): number[] {
  const weights = new Array<number>(names.length + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(weights.length).fill(0);
    for (const { signs, stays, weight } of some) {
      const error = weight * (likely(weights, signs) - stays);
      for (const [at, value] of vectorOf(signs).entries()) slope[at]! += error * value;
    }
    for (let at = 0; at < weights.length; at++)
      weights[at]! -= RATE * (slope[at]! / some.length + (at > 0 ? SMALL * weights[at]! : 0));
  }
  return weights;
}

function vectorOf(signs: StayingSigns): number[] {
  return [1, ...names.map((name) => signs[name])];
}

function likely(weights: readonly number[], signs: StayingSigns): number {
  return 1 / (1 + Math.exp(-vectorOf(signs).reduce((sum, value, at) => sum + value * weights[at]!, 0)));
}
