/**
 * The single alias nearest to a question, as the cosine of the two. Terms are weighted by how few measures have them (not by how few
 * aliases): 是什么 and 找哪个部门 stand with nearly every measure and so say nothing.
 */
import type { Cut } from './cut-texts.ts';
import type { Asked, Postings } from './postings.ts';
import { quickselect } from './quickselect.ts';

/** The part that is made of the texts, and can be kept. */
export interface AliasTables {
  /** By alias: the entry it belongs to (the aliases of one stand together), and its length as a vector. */
  entries: Uint32Array;
  norms: Float32Array;
  /** By term of the text: where the aliases that have it begin in `holders`; one more than terms. */
  starts: Uint32Array;
  holders: Uint32Array;
}

export interface Aliases extends AliasTables {
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

/** Single ways of asking: by alias the piece of the texts that were cut, and the entry that it belongs to. */
export interface Written {
  pieces: number[];
  entries: number[];
}

/** `written`: aliases as pieces of what `text` was made from. */
export function aliasTablesOf(text: Postings, cut: Cut, { pieces, entries }: Written): AliasTables {
  const terms = text.idf.length;
  const starts = new Uint32Array(terms + 1);
  const norms = new Float32Array(pieces.length);
  const last = new Int32Array(terms);
  // Each term of an alias counts once.
  const eachOf = (alias: number, visit: (id: number) => void) => {
    const piece = pieces[alias]!;
    for (let at = cut.starts[piece]!; at < cut.starts[piece + 1]!; at += 1) {
      const id = cut.terms[at]!;
      if (last[id] === alias) continue;
      last[id] = alias;
      visit(id);
    }
  };
  last.fill(-1);
  for (let alias = 0; alias < pieces.length; alias += 1) {
    let square = 0;
    eachOf(alias, (id) => {
      starts[id + 1]! += 1;
      square += text.idf[id]! ** 2;
    });
    norms[alias] = Math.sqrt(square);
  }
  for (let id = 0; id < terms; id += 1) starts[id + 1]! += starts[id]!;

  const holders = new Uint32Array(starts[terms]!);
  const next = starts.slice();
  last.fill(-1);
  for (let alias = 0; alias < pieces.length; alias += 1)
    eachOf(alias, (id) => {
      holders[next[id]!] = alias;
      next[id]! += 1;
    });
  return { entries: Uint32Array.from(entries), norms, starts, holders };
}

/** `size`: of the entries. */
export function buildAliases(tables: AliasTables, size: number): Aliases {
  const count = tables.entries.length;
  return {
    ...tables,
    products: new Float32Array(count),
    touched: new Int32Array(Math.ceil(count / BITS)),
    near: {
      aliases: new Uint32Array(2 * NEAR),
      similarities: new Float64Array(2 * NEAR),
      count: 0,
      ofEntry: new Int32Array(size),
    },
  };
}

/** Its number among those of its entry. */
export function placeInEntry({ entries }: AliasTables, alias: number): number {
  let first = alias;
  while (first > 0 && entries[first - 1] === entries[alias]) first -= 1;
  return alias - first;
}

/** In a large index, a term of more than this share of the aliases costs the most and tells the least … */
const LARGE = 20_000;
const COMMON = 0.01;
/** … and those that make up no more than this share of the question's square length are only looked for in the nearest. */
const LEFT_OUT = 0.15;

/** The places of the asked terms by what they cost: which find the nearest aliases, and which are looked for in those alone. */
function divide(
  { starts, norms }: Aliases,
  { ids, weights, idfs }: Asked,
  length: number,
): [number[], number[]] {
  const places = ids.flatMap((id, place) => (id < 0 ? [] : [place]));
  if (norms.length < LARGE) return [places, []];
  const square = (place: number) => (weights[place]! * idfs[place]!) ** 2;
  const holdersOf = (place: number) => starts[ids[place]! + 1]! - starts[ids[place]!]!;
  const left: number[] = [];
  let sum = 0;
  for (const place of places
    .filter((one) => holdersOf(one) > COMMON * norms.length)
    .sort((a, b) => square(a) - square(b))) {
    sum += square(place);
    if (sum > LEFT_OUT * length ** 2) break;
    left.push(place);
  }
  return [places.filter((place) => !left.includes(place)), left];
}

/** The nearest alias of every entry that has one near. `length`: the question's own length as a vector. */
export function nearestAliases(index: Aliases, asked: Asked, length: number): Near {
  const { norms, entries, products, touched, near } = index;
  const { aliases, similarities, ofEntry } = near;
  const [finding, leftOut] = divide(index, asked, length);
  multiply(index, asked, finding);
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
  if (leftOut.length) addLeftOut(index, asked, length, leftOut);
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

function multiply(
  { starts, holders, products, touched }: Aliases,
  { ids, weights, idfs }: Asked,
  places: readonly number[],
): void {
  products.fill(0);
  touched.fill(0);
  for (const at of places) {
    const id = ids[at]!;
    const part = weights[at]! * idfs[at]! ** 2;
    const end = starts[id + 1]!;
    for (let place = starts[id]!; place < end; place += 1) {
      const alias = holders[place]!;
      products[alias]! += part;
      touched[alias >>> 5]! |= 1 << (alias % BITS);
    }
  }
}

/** What the terms left out add to the nearest aliases: each holder's place is found by halving. */
function addLeftOut(
  { starts, holders, norms, near }: Aliases,
  { ids, weights, idfs }: Asked,
  length: number,
  places: readonly number[],
): void {
  for (const at of places) {
    const id = ids[at]!;
    const part = weights[at]! * idfs[at]! ** 2;
    for (let one = 0; one < near.count; one += 1) {
      const alias = near.aliases[one]!;
      if (holds(holders, starts[id]!, starts[id + 1]!, alias))
        near.similarities[one]! += part / (length * norms[alias]!);
    }
  }
}

/** Whether a value stands in an ascending stretch. */
function holds(values: Uint32Array, from: number, to: number, value: number): boolean {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = values[middle]!;
    if (found === value) return true;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
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
