/** How much of a question's words stands in a measure. */
import { normalise, pairOf } from './analyse.ts';
import { PROCEDURE_WORDS } from './asking-words.ts';
import type { Entry, Index } from './build-index.ts';
import type { Meant } from './lexicon.ts';
import { idfOf } from './postings.ts';
import { contentWords } from './words.ts';

/** Which share of some words, by weight, an entry has. */
export function foundShare(index: Index, words: readonly string[], entry: Entry): number {
  const text = words.join('，');
  return shareOf(index, text, index.lexicon.meantBy(text), textOf(entry));
}

/** Which share of the words of a part of a question, by weight, stands in a text, as they are or as the lexicon knows them. */
export function shareOf(
  index: Index,
  part: string,
  meant: Meant[],
  text: string,
  asking = PROCEDURE_WORDS,
): number {
  let whole = 0;
  let found = 0;
  for (const word of contentWords(part)) {
    if (asking.has(word)) continue;
    const weight = wordWeight(index, word);
    whole += weight;
    if (text.includes(word)) found += weight;
    else if (
      meant.some(
        ({ said, means }) =>
          (said.includes(word) || word.includes(said)) && means.some((one) => text.includes(one)),
      )
    )
      found += 0.8 * weight;
    else if (word.length > 2) found += weight * partShare(word, text);
  }
  return whole === 0 ? 0 : found / whole;
}

/** How much of a word stands in a text: all of it, or some of its pairs. */
export const wordFound = (word: string, text: string): number =>
  text.includes(word) ? 1 : word.length > 2 ? partShare(word, text) : 0;

/** A long word counts by its pairs: 技改设备 for 设备. */
function partShare(word: string, text: string): number {
  let found = 0;
  for (let at = 0; at + 1 < word.length; at += 1) if (text.includes(word.slice(at, at + 2))) found += 1;
  return (0.8 * found) / (word.length - 1);
}

/** The rarest pair of a word; a word that no document has weighs most. */
function wordWeight(index: Index, word: string): number {
  const unknown = Math.log(1 + index.text.size);
  if (word.length === 1) return 0.5 * (idfOf(index.text, word.charCodeAt(0)) ?? unknown);
  let weight = 0;
  for (let at = 0; at + 1 < word.length; at += 1) {
    const pair = pairOf(word.charCodeAt(at), word.charCodeAt(at + 1));
    weight = Math.max(weight, idfOf(index.text, pair) ?? idfOf(index.text, word) ?? unknown);
  }
  return weight;
}

/** Normalised texts of the entries that came first before: as long as the index lives. */
const texts = new WeakMap<Entry, string>();

/** Normalised title, clause and aliases of an entry. */
export function textOf(entry: Entry): string {
  let text = texts.get(entry);
  if (text === undefined) {
    text = normalise(
      entry.kind === 'measure'
        ? [entry.measure.title, entry.measure.clause.text, ...entry.measure.aliases].join('\n')
        : [entry.policy.title, entry.text, ...entry.aliases].join('\n'),
    );
    texts.set(entry, text);
  }
  return text;
}
