/** The benefits that depend on the enterprise, and enterprises at random. */
import type { FactValue, Profile } from '../src/contract/index.ts';
import { cellsOf } from '../src/eligibility/index.ts';
import { complete } from '../src/facts/index.ts';
import type { Knowledge } from '../src/policy/index.ts';
import { readKnowledge } from '../src/service/index.ts';

export const TODAY = '2022-06-20';
const knowledge = readKnowledge();
export const { facts } = knowledge;

/** The knowledge with nothing but the benefits that have a condition. */
export const conditional: Knowledge = {
  ...knowledge,
  policies: knowledge.policies.map((policy) => ({
    ...policy,
    measures: policy.measures.map((measure) => ({
      ...measure,
      benefits: measure.benefits.filter(({ needs }) => needs.length > 0),
    })),
  })),
};
export const benefits = conditional.policies.flatMap(({ measures }) =>
  measures.flatMap((one) => one.benefits),
);

const domains: [name: string, values: FactValue[]][] = [...facts]
  .filter(([, fact]) => fact.presumed === undefined)
  .map(([name, fact]): [string, FactValue[]] => [name, cellsOf(name, fact, benefits)])
  .filter(([, values]) => values.length > 0)
  // What rules cut comes first: a figure that no rule cuts follows from the others, where it can.
  .sort(([, one], [, other]) => Number(one.length === 1) - Number(other.length === 1));

/** Every fact at random, each case that the rules tell apart as likely as another, and none against what follows from another. */
export function enterprise(next: () => number): Profile {
  let known: Profile = {};
  for (const [name, values] of domains) {
    if (known[name] !== undefined) continue;
    known = complete({ ...known, [name]: values[Math.floor(next() * values.length)]! }, facts);
  }
  return known;
}
