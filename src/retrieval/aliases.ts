/**
 * The single alias nearest to a question, as the cosine of the two. Terms are weighted by how few measures have them (not by how few
 * aliases): 是什么 and 找哪个部门 stand with nearly every measure and so say nothing.
 */
import { eachTerm, type Term } from './analyse.ts';
import { idfOf, type Postings } from './postings.ts';

export interface Aliases {
  texts: string[];
  /** By alias: the entry it belongs to, and its length as a vector. */
  entries: number[];
  norms: Float32Array;
  /** By term: the aliases that have it. */
  lists: Map<Term, number[]>;
}

export interface Nearest {
  alias: number;
  similarity: number;
}

export function buildAliases(text: Postings, written: { text: string; entry: number }[]): Aliases {
  const lists = new Map<Term, number[]>();
  const squares = new Float32Array(written.length);
  written.forEach(({ text: alias }, place) => {
    const seen = new Set<Term>();
    eachTerm(alias, (term) => {
      if (seen.has(term)) return;
      seen.add(term);
      squares[place]! += (idfOf(text, term) ?? 0) ** 2;
      const list = lists.get(term);
      if (list) list.push(place);
      else lists.set(term, [place]);
    });
  });
  return {
    texts: written.map((one) => one.text),
    entries: written.map((one) => one.entry),
    norms: squares.map(Math.sqrt),
    lists,
  };
}

/** By entry: its nearest alias. `length`: the question's own length as a vector. */
export function nearestAliases(
  aliases: Aliases,
  text: Postings,
  question: ReadonlyMap<Term, number>,
  length: number,
): Map<number, Nearest> {
  const products = new Map<number, number>();
  for (const [term, weight] of question) {
    const idf = idfOf(text, term);
    if (idf === null) continue;
    for (const alias of aliases.lists.get(term) ?? [])
      products.set(alias, (products.get(alias) ?? 0) + weight * idf * idf);
  }
  const best = new Map<number, Nearest>();
  for (const [alias, product] of products) {
    const similarity = product / (length * aliases.norms[alias]!);
    const entry = aliases.entries[alias]!;
    if (similarity > (best.get(entry)?.similarity ?? 0)) best.set(entry, { alias, similarity });
  }
  return best;
}
