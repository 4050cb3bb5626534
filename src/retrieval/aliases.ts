/**
 * The single alias nearest to a question, as the cosine of the two. Terms are weighted by how few measures have them (not by how few
 * aliases): 是什么 and 找哪个部门 stand with nearly every measure and so say nothing.
 */
import type { Term } from './analyse.ts';
import { buildPostings, idfOf, type Postings } from './postings.ts';

export interface Aliases {
  texts: string[];
  /** By alias: the entry it belongs to, and its length as a vector. */
  entries: Uint32Array;
  norms: Float32Array;
  postings: Postings;
}

export interface Nearest {
  alias: number;
  similarity: number;
}

export function buildAliases(text: Postings, written: { text: string; entry: number }[]): Aliases {
  const postings = buildPostings(
    written.length,
    [{ name: 'alias', boost: 1, b: 0 }],
    (alias) => written[alias]!.text,
  );
  const squares = new Float32Array(written.length);
  for (const [term, id] of postings.termIds) {
    const square = (idfOf(text, term) ?? 0) ** 2;
    for (let at = postings.starts[id]!; at < postings.starts[id + 1]!; at += 1)
      squares[postings.documents[at]!]! += square;
  }
  return {
    texts: written.map((one) => one.text),
    entries: Uint32Array.from(written, (one) => one.entry),
    norms: squares.map(Math.sqrt),
    postings,
  };
}

/** Aliases farther away than the first so many need not be known. */
const NEAR = 100;

/** By entry: its nearest alias. `length`: the question's own length as a vector. */
export function nearestAliases(
  { postings, norms, entries }: Aliases,
  text: Postings,
  question: ReadonlyMap<Term, number>,
  length: number,
): Map<number, Nearest> {
  const products = postings.scratch.fill(0);
  for (const [term, weight] of question) {
    const id = postings.termIds.get(term);
    if (id === undefined) continue;
    const part = weight * (idfOf(text, term) ?? 0) ** 2;
    for (let at = postings.starts[id]!; at < postings.starts[id + 1]!; at += 1)
      products[postings.documents[at]!]! += part;
  }
  const nearest: Nearest[] = [];
  let least = 0;
  for (let alias = 0; alias < products.length; alias += 1) {
    if (products[alias] === 0) continue;
    const similarity = products[alias]! / (length * norms[alias]!);
    if (similarity <= least) continue;
    nearest.push({ alias, similarity });
    if (nearest.length < 2 * NEAR) continue;
    nearest.sort((a, b) => b.similarity - a.similarity).length = NEAR;
    least = nearest[NEAR - 1]!.similarity;
  }
  const best = new Map<number, Nearest>();
  for (const one of nearest.sort((a, b) => b.similarity - a.similarity)) {
    const entry = entries[one.alias]!;
    if (!best.has(entry)) best.set(entry, one);
  }
  return best;
}
