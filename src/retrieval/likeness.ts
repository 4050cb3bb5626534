/** How alike two questions are, by what they are about: for grouping what people asked, and for answers that officers wrote. */
import { isPair, normalise, type Term, termsOf } from './analyse.ts';
import { contentWords } from './words.ts';

export type Gist = ReadonlySet<Term>;

/** The terms of the words that say what it is about; of all words where none do. */
export function gistOf(question: string): Gist {
  const text = normalise(question);
  const words = contentWords(text);
  return termsOf(words.length > 0 ? words.join('') : text);
}

/** A pair of characters is a word or half of one; a single one hints. */
const weightOf = (term: Term): number => (typeof term === 'string' ? 3 : isPair(term) ? 2 : 1);

const weigh = (terms: Iterable<Term>): number => {
  let sum = 0;
  for (const term of terms) sum += weightOf(term);
  return sum;
};

/** From 0 to 1: the weight of what both have, against the mean of both. */
export function likeness(one: Gist, other: Gist): number {
  const whole = weigh(one) + weigh(other);
  return whole === 0 ? 0 : (2 * weigh(one.intersection(other))) / whole;
}
