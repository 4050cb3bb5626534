/**
 * An in-memory BM25F index in typed arrays.
 *
 *   weight(t, d) = Σ_field boost · count / (1 − b + b · length / averageLength)
 *   impact(t, d) = idf(t) · weight · (k1 + 1) / (weight + k1)       kept in one byte
 *   idf(t)       = ln(1 + (N − n + 0.5) / (n + 0.5))
 *   score(q, d)  = Σ_t weight of t in q · impact(t, d)
 *
 * Non-goals: changing documents, phrases, storage on disk.
 */
import { pairOf, spell, type Term } from './analyse.ts';
import { type Cut, cutTexts } from './cut-texts.ts';
import type { TermIds } from './term-ids.ts';

export interface FieldWeight {
  name: string;
  boost: number;
  /** 0: length does not matter; 1: fully. */
  b: number;
  /** People's words for asking stand here: what very many documents have in this field is asked of anything. */
  asking?: boolean;
}

export interface Postings {
  size: number;
  termIds: TermIds;
  /** By term: where its postings begin; one entry more than terms. */
  starts: Uint32Array;
  documents: Uint32Array;
  impacts: Uint8Array;
  /** impact = byte × step */
  step: number;
  idf: Float32Array;
  scratch: Float32Array;
}

export interface Hit {
  document: number;
  score: number;
}

const K1 = 1.2;
/** In a large index a term of more than this share of the documents tells them hardly apart and costs the most: it is left out. */
const LARGE = 5000;
const COMMON = 0.4;

/** `read(document, field)` gives a normalised text. */
export const buildPostings = (
  size: number,
  fields: FieldWeight[],
  read: (document: number, field: number) => string,
): Postings =>
  postingsOf(
    cutTexts(size, fields.length, (document, field) => [read(document, field)]),
    fields,
  );

export function postingsOf(cut: Cut, fields: readonly FieldWeight[]): Postings {
  const { termIds, size, terms: written } = cut;
  const terms = termIds.size;
  const ends = fieldEnds(cut);
  const averages = fields.map((_, field) => averageLength(ends, field, fields.length, size));
  const { documentCounts, postings, shareOf } = countDocuments(cut, fields, ends);

  const starts = new Uint32Array(terms + 1);
  const idf = new Float32Array(terms);
  let highestIdf = 0;
  for (let id = 0; id < terms; id += 1) {
    starts[id + 1] = starts[id]! + documentCounts[id]!;
    const count = Math.max(documentCounts[id]!, shareOf(id) * size);
    idf[id] = Math.log(1 + (size - count + 0.5) / (count + 0.5));
    highestIdf = Math.max(highestIdf, idf[id]!);
  }
  const step = (highestIdf * (K1 + 1)) / 255 || 1;

  const documents = new Uint32Array(postings);
  const impacts = new Uint8Array(postings);
  const next = starts.slice(0, terms);
  const weights = new Float32Array(terms);
  const touched = new Uint32Array(terms);
  let from = 0;
  for (let document = 0; document < size; document += 1) {
    let count = 0;
    for (let field = 0; field < fields.length; field += 1) {
      const to = ends[document * fields.length + field]!;
      const { boost, b } = fields[field]!;
      const share = boost / (1 - b + (b * (to - from)) / averages[field]!);
      for (; from < to; from += 1) {
        const id = written[from]!;
        if (weights[id] === 0) touched[count++] = id;
        weights[id]! += share;
      }
    }
    for (let at = 0; at < count; at += 1) {
      const id = touched[at]!;
      const weight = weights[id]!;
      const place = next[id]!;
      documents[place] = document;
      impacts[place] = Math.max(1, Math.round((idf[id]! * weight * (K1 + 1)) / (weight + K1) / step));
      next[id] = place + 1;
      weights[id] = 0;
    }
  }
  return { size, termIds, starts, documents, impacts, step, idf, scratch: new Float32Array(size) };
}

/** By document × fields + field: where its terms end. */
function fieldEnds({ pieces, starts }: Cut): Uint32Array {
  const ends = new Uint32Array(pieces.length - 1);
  for (let at = 0; at < ends.length; at += 1) ends[at] = starts[pieces[at + 1]!]!;
  return ends;
}

function averageLength(ends: Uint32Array, field: number, fields: number, size: number): number {
  let sum = 0;
  for (let at = field; at < ends.length; at += fields) sum += ends[at]! - (at === 0 ? 0 : ends[at - 1]!);
  return sum / Math.max(1, size) || 1;
}

/** In how many documents each term stands, and how many postings that makes. */
function countDocuments(
  { termIds, size, terms: written }: Cut,
  fields: readonly FieldWeight[],
  ends: Uint32Array,
) {
  const asking = buildSpread(termIds.size);
  const documentCounts = new Uint32Array(termIds.size);
  const lastSeen = new Int32Array(termIds.size).fill(-1);
  let postings = 0;
  let from = 0;
  for (let document = 0; document < size; document += 1)
    for (let field = 0; field < fields.length; field += 1) {
      const to = ends[document * fields.length + field]!;
      if (fields[field]!.asking === true)
        for (let at = from; at < to; at += 1) asking.see(written[at]!, document);
      for (; from < to; from += 1) {
        const id = written[from]!;
        if (lastSeen[id] === document) continue;
        lastSeen[id] = document;
        documentCounts[id]! += 1;
        postings += 1;
      }
    }
  return { documentCounts, postings, shareOf: asking.shareOf };
}

/** Fewer documents with words of asking tell nothing of how people ask. */
const ENOUGH_ASKED = 40;
/** A term that so large a share of them are asked with says little of what is asked. */
const SPREAD = 0.1;

/** In which share of the documents that have words of asking a term stands among them; 0 where that is little. */
function buildSpread(terms: number) {
  const counts = new Uint32Array(terms);
  const last = new Int32Array(terms).fill(-1);
  let documents = 0;
  let current = -1;
  return {
    see(id: number, document: number) {
      if (document !== current) documents += 1;
      current = document;
      if (last[id] === document) return;
      last[id] = document;
      counts[id]! += 1;
    },
    shareOf(id: number): number {
      const share = counts[id]! / Math.max(documents, 1);
      return documents >= ENOUGH_ASKED && share >= SPREAD ? share : 0;
    },
  };
}

export function idfOf(index: Postings, term: Term): number | null {
  const id = index.termIds.get(term);
  return id === undefined ? null : index.idf[id]!;
}

/** In how many documents a term stands. */
export function timesSeen(index: Postings, term: Term): number {
  const id = index.termIds.get(term);
  return id === undefined ? 0 : index.starts[id + 1]! - index.starts[id]!;
}

/** Some document may have a word: it has every pair of it. */
export function mayStandIn({ termIds }: Postings, word: string): boolean {
  if (termIds.has(word)) return true;
  for (let at = 0; at + 1 < word.length; at += 1)
    if (!termIds.has(pairOf(word.charCodeAt(at), word.charCodeAt(at + 1)))) return false;
  return true;
}

/** A question's terms, looked up once: by place their numbers in the index (-1: no document has it), weights and idf. */
export interface Asked {
  ids: number[];
  weights: number[];
  idfs: number[];
}

/** A term that no document has counts as the rarest. */
export function lookUp({ termIds, idf, size }: Postings, question: ReadonlyMap<Term, number>): Asked {
  const asked: Asked = { ids: [], weights: [], idfs: [] };
  const unknown = Math.log(1 + size);
  for (const [term, weight] of question) {
    const id = termIds.get(term) ?? -1;
    asked.ids.push(id);
    asked.weights.push(weight);
    asked.idfs.push(id < 0 ? unknown : idf[id]!);
  }
  return asked;
}

/** The best `limit` of the documents that may be found, best first. */
export function search(
  index: Postings,
  { ids, weights }: Asked,
  limit: number,
  mayBeFound: (document: number) => boolean = () => true,
): Hit[] {
  const { scratch, documents, impacts, starts, step } = index;
  scratch.fill(0);
  for (let place = 0; place < ids.length; place += 1) {
    const id = ids[place]!;
    if (id < 0) continue;
    const factor = weights[place]! * step;
    const end = starts[id + 1]!;
    if (index.size > LARGE && end - starts[id]! > COMMON * index.size) continue;
    for (let at = starts[id]!; at < end; at += 1) scratch[documents[at]!]! += factor * impacts[at]!;
  }
  return best(scratch, limit, mayBeFound);
}

/** A short sorted list is kept; most documents fail its last entry and cost one comparison. */
function best(scores: Float32Array, limit: number, mayBeFound: (document: number) => boolean): Hit[] {
  const hits: Hit[] = [];
  let worst = 0;
  for (let document = 0; document < scores.length; document += 1) {
    const score = scores[document]!;
    if (score <= worst || !mayBeFound(document)) continue;
    insert(hits, { document, score }, limit);
    if (hits.length === limit) worst = hits[limit - 1]!.score;
  }
  return hits;
}

/** Puts an item into a list of at most `limit`, best first; behind those of the same score. */
export function insert<T extends { score: number }>(list: T[], item: T, limit: number): void {
  let at = list.length < limit ? list.length : limit - 1;
  if (at < list.length && list[at]!.score >= item.score) return;
  for (; at > 0 && list[at - 1]!.score < item.score; at -= 1) list[at] = list[at - 1]!;
  list[at] = item;
}

/** The impact of a term in a document; 0 when it does not stand there. */
export function impactOf(index: Postings, term: Term, document: number): number {
  const id = index.termIds.get(term);
  if (id === undefined) return 0;
  let low = index.starts[id]!;
  let high = index.starts[id + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.documents[middle]!;
    if (found === document) return index.impacts[middle]! * index.step;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

export interface Reason {
  word: string;
  /** What this word adds to the score. */
  adds: number;
  idf: number;
  /** Its weight in the question: 1, less for words put in for it. */
  weight: number;
}

/** Why a document has its score: every word that adds to it, the strongest first. The sum is the score. */
export function explain(index: Postings, question: ReadonlyMap<Term, number>, document: number): Reason[] {
  return Array.from(question, ([term, weight]) => ({
    word: spell(term),
    adds: weight * impactOf(index, term, document),
    idf: idfOf(index, term) ?? 0,
    weight,
  }))
    .filter((reason) => reason.adds > 0)
    .sort((a, b) => b.adds - a.adds);
}
