/** The sentences in which a question about a measure may be answered: its own, and those that the document says of all its measures. */
import type { Measure, Policy } from '../../policy/index.ts';
import { sentencesOf } from '../../retrieval/index.ts';
import { grantsSomething } from '../answer/missing.ts';
import { spokenPart } from '../answer/parts.ts';
import { bodyOf } from '../answer/quote.ts';

export interface Passage {
  text: string;
  /** The section that it stands in; null where it stands beside all of them. */
  measure: Measure | null;
  /** Of the measure asked about, rather than of all. */
  own: boolean;
}

/** By measure: a turn looks at them several times. */
const read = new WeakMap<Measure, readonly Passage[]>();

export function passagesOf(policy: Policy, measure: Measure): readonly Passage[] {
  const passages = read.get(measure) ?? readPassages(policy, measure);
  read.set(measure, passages);
  return passages;
}

function readPassages(policy: Policy, measure: Measure): Passage[] {
  return [
    ...said(bodyOf(measure.clause.text, measure.title), measure, true),
    ...policy.clauses
      .filter(({ name }) => name === 'body' || name === 'tail')
      .flatMap(({ text }) => said(spokenPart(text), null, false)),
    ...sectionsForAll(policy, measure).flatMap((one) => said(bodyOf(one.clause.text, one.title), one, false)),
  ];
}

/** Of a notice or a guide the sections that grant nothing (申报材料, 有关要求) hold for each of its grants, and from them all of it is meant. */
const sectionsForAll = (policy: Policy, measure: Measure): Measure[] =>
  policy.guide.length === 0
    ? []
    : policy.measures.filter((one) => one !== measure && !(grantsSomething(one) && grantsSomething(measure)));

/** A sentence falls into the parts between its semicolons. */
const said = (text: string, measure: Measure | null, own: boolean): Passage[] =>
  sentencesOf(text)
    .flatMap((sentence) => sentence.match(/[^；;]+[；;]?/gu) ?? [])
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST)
    .map((part) => ({ text: part, measure, own }));
const SHORTEST = 6;
