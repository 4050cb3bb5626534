/**
 * Terms by number, in the order in which they were first seen. Han characters and pairs are numbers already: they stand in an open table of
 * typed arrays, which costs a third of a Map in time and a tenth in memory; words of letters and digits are few.
 */
import type { Term } from './analyse.ts';

export interface TermIds {
  readonly size: number;
  get(term: Term): number | undefined;
  has(term: Term): boolean;
  keys(): Iterable<Term>;
}

export interface GrowingTermIds extends TermIds {
  /** The number of a term, a new one where it has none. */
  put(term: Term): number;
}

/** The table is doubled when more of it is taken. */
const FULLEST = 0.5;
/** Fibonacci hashing: neighbours are strewn over the whole table. */
const STREW = 0x9e3779b1;

export function growingTermIds(): GrowingTermIds {
  const words = new Map<string, number>();
  const all: Term[] = [];
  let bits = 12;
  /** 0: free; no term is 0. */
  let taken = new Int32Array(1 << bits);
  let ids = new Uint32Array(1 << bits);
  let numbers = 0;

  /** Where a number stands, or the free place where it would. */
  function placeOf(term: number): number {
    const mask = taken.length - 1;
    let at = Math.imul(term, STREW) >>> (32 - bits);
    while (taken[at] !== 0 && taken[at] !== term) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const [before, idsBefore] = [taken, ids];
    bits += 1;
    taken = new Int32Array(1 << bits);
    ids = new Uint32Array(1 << bits);
    before.forEach((term, at) => {
      if (term === 0) return;
      const place = placeOf(term);
      taken[place] = term;
      ids[place] = idsBefore[at]!;
    });
  }

  function get(term: Term): number | undefined {
    if (typeof term === 'string') return words.get(term);
    const at = placeOf(term);
    return taken[at] === 0 ? undefined : ids[at];
  }

  function put(term: Term): number {
    if (typeof term === 'string') {
      const known = words.get(term);
      if (known !== undefined) return known;
      words.set(term, all.length);
      return all.push(term) - 1;
    }
    let at = placeOf(term);
    if (taken[at] !== 0) return ids[at]!;
    if (numbers >= FULLEST * taken.length) {
      grow();
      at = placeOf(term);
    }
    numbers += 1;
    taken[at] = term;
    ids[at] = all.length;
    return all.push(term) - 1;
  }

  return {
    get size() {
      return all.length;
    },
    get,
    has: (term) => get(term) !== undefined,
    keys: () => all,
    put,
  };
}
