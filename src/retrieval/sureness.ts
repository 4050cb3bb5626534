/** How sure it is that the first measure answers the question: few signals, each between 0 and 1. */
import { normalise, pairOf } from './analyse.ts';
import { PROCEDURE_WORDS } from './asking-words.ts';
import type { Entry, Index } from './build-index.ts';
import type { Meant } from './lexicon.ts';
import { idfOf } from './postings.ts';
import { askingPart, type Ranked } from './rank.ts';
import { contentWords } from './words.ts';

export interface Signals {
  /** Share of the question's words, by weight, that the measure (or its aliases) has. */
  words: number;
  /** Cosine with the nearest alias. */
  alias: number;
  /** Share of the question's weight that the text score reaches. */
  share: number;
  /** How far the second stays behind, as a share of the first's score. */
  gap: number;
}

export function signalsOf(index: Index, question: string, ranked: Ranked[]): Signals {
  const [first, second] = ranked;
  if (!first) return { words: 0, alias: 0, share: 0, gap: 0 };
  return {
    words: wordShare(index, question, first.entry),
    alias: Math.min(1, first.alias),
    share: Math.min(1, first.share),
    gap: second ? 1 - second.score / first.score : 1,
  };
}

/** A short story tells and asks: the part that the measure has most of counts, a little less than the whole would. */
const PART_SHARE = 0.8;
const FEWEST_WORDS = 2;

function wordShare(index: Index, question: string, entry: Entry): number {
  const parts = question
    .split(/[，,。；;！!？?\n]/u)
    .filter((part) => contentWords(part).length >= FEWEST_WORDS);
  const text = textOf(entry);
  const meant = index.lexicon(question);
  const whole = shareOf(index, askingPart(question), meant, text);
  if (parts.length < 2) return whole;
  return Math.max(whole, PART_SHARE * Math.max(...parts.map((part) => shareOf(index, part, meant, text))));
}

/** Which share of some words, by weight, an entry has. */
export function foundShare(index: Index, words: readonly string[], entry: Entry): number {
  const text = words.join('，');
  return shareOf(index, text, index.lexicon(text), textOf(entry));
}

function shareOf(index: Index, part: string, meant: Meant[], text: string): number {
  let whole = 0;
  let found = 0;
  for (const word of contentWords(part)) {
    if (PROCEDURE_WORDS.has(word)) continue;
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

/** One number from the signals: a logistic sum. */
export function surenessOf({ words, alias, share, gap }: Signals): number {
  const sum = -4 + 3 * words + 1.5 * alias + 3.3 * share + 3.3 * Math.min(gap, 0.5);
  return 1 / (1 + Math.exp(-sum));
}
