import type { Term } from '../../retrieval/index.ts';

const CONTEXT_WEIGHT = 0.5;

/** The terms of a question with those of what it leans on. */
export function withContext(
  terms: ReadonlyMap<Term, number>,
  context: ReadonlyMap<Term, number>,
): ReadonlyMap<Term, number> {
  const both = new Map(Array.from(context, ([term, weight]) => [term, weight * CONTEXT_WEIGHT]));
  for (const [term, weight] of terms) both.set(term, Math.max(weight, both.get(term) ?? 0));
  return both;
}
