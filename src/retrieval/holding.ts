/** Which entries may hold a stretch of text word for word: the index finds them, so that not every document has to be read. */
import { normalise, type Term, termsOf } from './analyse.ts';
import type { Entry, Index } from './build-index.ts';
import { lookUp, search } from './postings.ts';

/** Word for word it stands near the front; of near twins any will do. */
const NEAREST = 20;

/** The entries nearest to the stretch by its words, nearest first. */
export function holding(index: Index, stretch: string): Entry[] {
  const terms = new Map<Term, number>(Array.from(termsOf(normalise(stretch)), (term) => [term, 1]));
  return search(index.text, lookUp(index.text, terms), NEAREST).map(
    ({ document }) => index.entries[document]!,
  );
}
