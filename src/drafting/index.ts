/** The door of the drafting room: a document's measures → draft benefits, pure. */

import type { DraftBenefit } from './draft.ts';
import { draftMeasure } from './measure.ts';
import { passageOf } from './passage.ts';

export { type Given, givensOf } from './cases.ts';
export type { DraftBenefit } from './draft.ts';
export type { ProposedFact } from './names.ts';
export { type DraftedRule, type DraftedRules, rulesOf } from './rules.ts';
export { benefitJson } from './to-json.ts';
export type { WrittenBenefit } from './to-rule.ts';

/** A measure as reading the document gives it. */
export interface DraftInput {
  number: string;
  title: string;
  text: string;
  span: { start: number; end: number };
}

/** The draft benefits of each measure. `issued` is the day that relative dates are read against. */
export function draftDocument(
  source: string,
  measures: readonly DraftInput[],
  { issued }: { issued: string | null },
): Map<string, DraftBenefit[]> {
  return new Map(
    measures.map(({ number, title, text, span }) => [
      number,
      draftMeasure(title, passageOf(text, source, span.start), issued),
    ]),
  );
}
