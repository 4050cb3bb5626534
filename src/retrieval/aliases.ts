/**
 * The single alias nearest to a question, as the cosine of the two. Terms are weighted by how few measures have them (not by how few
 * aliases): 是什么 and 找哪个部门 stand with nearly every measure and so say nothing.
 */
import { eachTerm } from './analyse.ts';
import type { Asked, Postings } from './postings.ts';
import { quickselect } from './quickselect.ts';

export interface Aliases {
  texts: string[];
  /** By alias: the entry it belongs to, and its length as a vector. */
  entries: Uint32Array;
  norms: Float32Array;
  /** By term of the text: where the aliases that have it begin in `holders`; one more than terms. */
  starts: Uint32Array;
  holders: Uint32Array;
  /** Made anew for each question: by alias its product with the question; a bit for each alias that has one; and the nearest. */
  products: Float32Array;
  touched: Int32Array;
  near: Near;
}

/** The aliases nearest to a question, in their order. */
export interface Near {
  aliases: Uint32Array;
  similarities: Float64Array;
  count: number;
  /** By entry: where its nearest alias stands in the lists; -1: none of its aliases is near. */
  ofEntry: Int32Array;
}

const BITS = 32;

/** Aliases farther away than the first so many need not be known. */
const NEAR = 100;

/** `written`: normalised aliases with their entries; their terms stand in `text`, too. */
export function buildAliases(
  text: Postings,
  written: { text: string; entry: number }[],
  entries: number,
): Aliases {
  const held = written.map((one) => termNumbers(text, one.text));
  const starts = new Uint32Array(text.idf.length + 1);
  const terms = new Set<number>();
  for (const ids of held) {
    for (const id of ids) {
      starts[id + 1]! += 1;
      terms.add(id);
    }
  }
  for (let id = 0; id < text.idf.length; id += 1) starts[id + 1]! += starts[id]!;

  const holders = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  held.forEach((ids, alias) => {
    for (const id of ids) {
      holders[next[id]!] = alias;
      next[id]! += 1;
    }
  });

  const squares = new Float32Array(written.length);
  for (const id of terms) {
    const square = text.idf[id]! ** 2;
    for (let at = starts[id]!; at < starts[id + 1]!; at += 1) squares[holders[at]!]! += square;
  }
  return {
    texts: written.map((one) => one.text),
    entries: Uint32Array.from(written, (one) => one.entry),
    norms: squares.map(Math.sqrt),
    starts,
    holders,
    products: new Float32Array(written.length),
    touched: new Int32Array(Math.ceil(written.length / BITS)),
    near: {
      aliases: new Uint32Array(2 * NEAR),
      similarities: new Float64Array(2 * NEAR),
      count: 0,
      ofEntry: new Int32Array(entries),
    },
  };
}

/** The numbers of an alias's terms, each once. */
function termNumbers(text: Postings, alias: string): number[] {
  const ids: number[] = [];
  eachTerm(alias, (term) => {
    const id = text.termIds.get(term);
    if (id !== undefined && !ids.includes(id)) ids.push(id);
  });
  return ids;
}

/** The nearest alias of every entry that has one near. `length`: the question's own length as a vector. */
export function nearestAliases(index: Aliases, asked: Asked, length: number): Near {
  const { norms, entries, products, touched, near } = index;
  const { aliases, similarities, ofEntry } = near;
  multiply(index, asked);
  let count = 0;
  let least = 0;
  for (let word = 0; word < touched.length; word += 1) {
    for (let bits = touched[word]!; bits !== 0; bits &= bits - 1) {
      const lowest = BITS - 1 - Math.clz32(bits & -bits);
      const alias = word * BITS + lowest;
      const similarity = products[alias]! / (length * norms[alias]!);
      if (similarity <= least) continue;
      aliases[count] = alias;
      similarities[count] = similarity;
      count += 1;
      if (count < aliases.length) continue;
      least = keepNearest(near);
      count = NEAR;
    }
  }
  near.count = count;
  ofEntry.fill(-1);
  for (let at = 0; at < count; at += 1) {
    const entry = entries[aliases[at]!]!;
    const known = ofEntry[entry]!;
    if (known < 0 || similarities[at]! > similarities[known]!) ofEntry[entry] = at;
  }
  return near;
}

/** The entries of the nearest aliases, nearest first. */
export function entriesNear({ entries, near }: Aliases): number[] {
  const { aliases, similarities, count, ofEntry } = near;
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) if (ofEntry[entries[aliases[at]!]!] === at) places.push(at);
  return places
    .sort((a, b) => similarities[b]! - similarities[a]! || a - b)
    .map((at) => entries[aliases[at]!]!);
}

function multiply({ starts, holders, products, touched }: Aliases, { ids, weights, idfs }: Asked): void {
  products.fill(0);
  touched.fill(0);
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at]!;
    if (id < 0) continue;
    const part = weights[at]! * idfs[at]! ** 2;
    const end = starts[id + 1]!;
    for (let place = starts[id]!; place < end; place += 1) {
      const alias = holders[place]!;
      products[alias]! += part;
      touched[alias >>> 5]! |= 1 << (alias % BITS);
    }
  }
}

/** Moves the nearer half of the full lists to their front, in order; of equals the first. Gives the least similarity kept. */
function keepNearest({ aliases, similarities }: Near): number {
  const least = quickselect(similarities.slice(), NEAR);
  let equals = NEAR;
  for (const similarity of similarities) if (similarity > least) equals -= 1;
  let kept = 0;
  for (let at = 0; at < aliases.length; at += 1) {
    const similarity = similarities[at]!;
    if (similarity < least) continue;
    if (similarity === least) {
      if (equals === 0) continue;
      equals -= 1;
    }
    aliases[kept] = aliases[at]!;
    similarities[kept] = similarity;
    kept += 1;
  }
  return least;
}
