/** How much of a question's words stands in a measure. */
import { normalise, pairOf } from './analyse.ts';
import { PROCEDURE_WORDS } from './asking-words.ts';
import type { Entry, Index } from './build-index.ts';
import type { Meant, Thing } from './lexicon.ts';
import { idfOf } from './postings.ts';
import { contentWords } from './words.ts';

/** A word that is looked for, what it weighs, and the words of documents that it stands for. */
export interface Sought {
  word: string;
  weight: number;
  means: readonly string[];
}

/** The content words of a part of a question. `meant`: what the lexicon knows of the whole question. */
export function soughtIn(
  index: Index,
  part: string,
  meant: readonly Meant[],
  asking = PROCEDURE_WORDS,
): Sought[] {
  return contentWords(part)
    .filter((word) => !asking.has(word))
    .map((word) => ({
      word,
      weight: wordWeight(index, word),
      means: meansOf(word, meant),
    }));
}

/** Known by another word: a little less than the word itself. */
const BY_ANOTHER_WORD = 0.8;

/** Which share of the words, by weight, stands in a text, as they are or as the lexicon knows them. */
export function shareFound(sought: readonly Sought[], text: string): number {
  let whole = 0;
  let found = 0;
  for (const { word, weight, means } of sought) {
    whole += weight;
    if (text.includes(word)) found += weight;
    else if (means.some((one) => text.includes(one))) found += BY_ANOTHER_WORD * weight;
    else if (word.length > 2) found += weight * partShare(word, text);
  }
  return whole === 0 ? 0 : found / whole;
}

/** Which share of some words, by weight, an entry has. */
export const foundShare = (index: Index, words: readonly string[], entry: Entry): number =>
  foundShareIn(index, words, textOf(entry));

/** … a text has. */
export function foundShareIn(index: Index, words: readonly string[], text: string): number {
  const said = words.join('，');
  return shareFound(soughtIn(index, said, index.lexicon.meantBy(said)), text);
}

/** … the clause of an entry that has most of them. */
export function shareInOneClause(index: Index, words: readonly string[], entry: Entry): number {
  const said = words.join('，');
  const sought = soughtIn(index, said, index.lexicon.meantBy(said));
  return Math.max(...clausesOf(entry).map((clause) => shareFound(sought, clause)));
}

/** As long as the index lives, of entries that were talked about before. */
const clauses = new WeakMap<Entry, readonly string[]>();

function clausesOf(entry: Entry): readonly string[] {
  let known = clauses.get(entry);
  if (!known) {
    known = textOf(entry).split(/[。；;，,\n]/u);
    clauses.set(entry, known);
  }
  return known;
}

/** Which share of the words of a part of a question, by weight, stands in a text. */
export const shareOf = (
  index: Index,
  part: string,
  meant: readonly Meant[],
  text: string,
  asking = PROCEDURE_WORDS,
): number => shareFound(soughtIn(index, part, meant, asking), text);

/** More of them say no more. */
const MOST_MISSING = 2;

/** So many of the things stand in a text by none of their words. */
export const missingOf = (things: readonly Thing[], text: string): number =>
  Math.min(MOST_MISSING, things.filter((words) => !words.some((word) => text.includes(word))).length);

/** A run of short words (技改买) stands there when half of its pairs do. */
const HALF_FOUND = 0.5;

/** A word stands in a text, as it is or as the lexicon knows it. */
export const standsIn = (word: string, meant: readonly Meant[], text: string): boolean =>
  wordFound(word, text) >= HALF_FOUND || meansOf(word, meant).some((one) => text.includes(one));

const meansOf = (word: string, meant: readonly Meant[]): readonly string[] =>
  meant.flatMap(({ said, means }) => (said.includes(word) || word.includes(said) ? means : []));

/** How much of a word stands in a text: all of it, or some of its pairs. */
export const wordFound = (word: string, text: string): number =>
  text.includes(word) ? 1 : word.length > 2 ? partShare(word, text) : 0;

/** A long word counts by its pairs: 技改设备 for 设备. */
function partShare(word: string, text: string): number {
  let found = 0;
  for (let at = 0; at + 1 < word.length; at += 1) if (text.includes(word.slice(at, at + 2))) found += 1;
  return (0.8 * found) / (word.length - 1);
}

/** What a word weighs that no document has. */
export const highestWeight = ({ text }: Index): number => Math.log(1 + text.size);

/** The rarest pair of a word; a word that no document has weighs most. */
export function wordWeight(index: Index, word: string): number {
  const unknown = highestWeight(index);
  if (word.length === 1) return 0.5 * (idfOf(index.text, word.charCodeAt(0)) ?? unknown);
  let weight = 0;
  for (let at = 0; at + 1 < word.length; at += 1) {
    const pair = pairOf(word.charCodeAt(at), word.charCodeAt(at + 1));
    weight = Math.max(weight, idfOf(index.text, pair) ?? idfOf(index.text, word) ?? unknown);
  }
  return weight;
}

/** Normalised texts of what entries state, of those that came near before: as long as the index lives. */
const statements = new WeakMap<Entry, string>();

/** What the document itself states, without how people ask: 5万 in an alias grants nothing. */
export function statedBy(entry: Entry): string {
  let text = statements.get(entry);
  if (text === undefined) {
    text = normalise(
      entry.kind === 'measure'
        ? `${entry.measure.title}\n${entry.measure.clause.text}`
        : `${entry.policy.title}\n${entry.text}`,
    );
    statements.set(entry, text);
  }
  return text;
}

/** Normalised texts of the entries that came first before: as long as the index lives. */
const texts = new WeakMap<Entry, string>();

/** Normalised title, clause and aliases of an entry. */
export function textOf(entry: Entry): string {
  let text = texts.get(entry);
  if (text === undefined) {
    text = normalise(
      entry.kind === 'measure'
        ? [
            entry.measure.title,
            // 一、支持企业稳定用工: what a section stands under says what it is for.
            entry.measure.chapter ?? '',
            entry.measure.clause.text,
            ...entry.measure.aliases,
          ].join('\n')
        : [entry.policy.title, entry.text, ...entry.aliases].join('\n'),
    );
    texts.set(entry, text);
  }
  return text;
}
