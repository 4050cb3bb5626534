/** A question within a measure that is talked about: the sentence of the measure, or of its document, that answers it, and no more than that. */
import type { Told } from '../answer/measure.ts';
import { lines, sourceOf } from '../answer/parts.ts';
import { expiredMark, validityFirst } from '../answer/validity.ts';
import { measureWords } from '../answers.ts';
import { aspectIn, aspectNamed } from './aspects.ts';
import { byComparing, byPercent, byStart } from './by-figure.ts';
import { byForm } from './by-form.ts';
import { byElsewhere, byPlaceInList, byTier, byValue } from './by-value.ts';
import { byWords } from './by-words.ts';
import type { Chosen, Seeking, Way } from './seeking.ts';

/** In the order in which a question that asks for no form is answered by them: the narrower first. */
const WAYS: readonly Way[] = [
  byTier,
  byPlaceInList,
  byElsewhere,
  byPercent,
  byWords,
  byComparing,
  byStart,
  byValue,
];

/** Null where the question asks for nothing that a sentence states, or names what none of them has. */
export function answerWithin(seeking: Seeking): Told | null {
  const { policy, measure, ask } = seeking;
  const chosen = choose(seeking);
  if (chosen === null) return null;
  const first = ask.expirySaid ? null : validityFirst(policy, ask.today);
  const mark = first === null ? expiredMark(policy, ask.today) : '';
  const [passage] = chosen.passages;
  const where = sourceOf(policy, passage ? passage.measure : measure) + mark;
  const quotes = chosen.passages.map(({ text }) => text);
  const quote = quotes.length > 0 ? measureWords.quote(quotes.join('')) : '';
  return { text: lines(first, `${chosen.opening ?? ''}${quote}`, where), quotes };
}

function choose(seeking: Seeking): Chosen | null {
  const { aspect: known, question } = seeking.ask;
  const aspect = known ? aspectNamed(known) : aspectIn(question);
  if (aspect !== null) return byForm(seeking, aspect);
  for (const way of WAYS) {
    const chosen = way(seeking);
    if (chosen !== null) return chosen;
  }
  return null;
}
