/** The facts that the rules of one measure speak of. */
import type { Knowledge } from '../../src/policy/index.ts';
import { factsOfBenefit } from '../../src/policy/own-facts.ts';

export const benefitFacts = ({ policies }: Knowledge, id: string): string[] =>
  policies.flatMap(({ measures }) =>
    measures
      .filter((measure) => measure.id === id)
      .flatMap(({ benefits }) => benefits.flatMap(factsOfBenefit)),
  );
