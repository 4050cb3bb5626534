/** How sure it is that the first measure answers the question: few signals, each between 0 and 1. */
import { normalise, pairOf } from './analyse.ts';
import { ASKING_WORDS, PROCEDURE_WORDS } from './asking-words.ts';
import { type Entry, type Index, isAliased } from './build-index.ts';
import { AT_ONCE, AT_ONCE_UNALIASED, REFUSE, REFUSE_UNALIASED } from './cuts.ts';
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
  /** People wrote how the first is asked for. */
  aliased: boolean;
}

export const NO_SIGNALS: Signals = { words: 0, alias: 0, share: 0, gap: 0, aliased: false };

export function signalsOf(index: Index, question: string, ranked: Ranked[]): Signals {
  const [first, second] = ranked;
  if (!first) return NO_SIGNALS;
  return {
    words: wordShare(index, question, first.entry),
    alias: Math.min(1, first.alias),
    share: Math.min(1, first.share),
    gap: second ? 1 - second.score / first.score : 1,
    aliased: isAliased(first.entry),
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
  // How people ask stands in the aliases that people wrote; a document alone does not have it.
  const asking = isAliased(entry) ? PROCEDURE_WORDS : ASKING_WORDS;
  const whole = shareOf(index, askingPart(question), meant, text, asking);
  if (parts.length < 2) return whole;
  return Math.max(
    whole,
    PART_SHARE * Math.max(...parts.map((part) => shareOf(index, part, meant, text, asking))),
  );
}

/** Which share of some words, by weight, an entry has. */
export function foundShare(index: Index, words: readonly string[], entry: Entry): number {
  const text = words.join('，');
  return shareOf(index, text, index.lexicon(text), textOf(entry));
}

function shareOf(index: Index, part: string, meant: Meant[], text: string, asking = PROCEDURE_WORDS): number {
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

/**
 * One number from the signals: a logistic sum. Where nobody wrote how a measure is asked for, few of a question's words can be expected in
 * it: the distance to the second says the most.
 */
export function surenessOf({ words, alias, share, gap, aliased }: Signals): number {
  const ahead = Math.min(gap, 0.5);
  const sum = aliased
    ? -4 + 3 * words + 1.5 * alias + 3.3 * share + 3.3 * ahead
    : -3.2 + 1.6 * words + 1.7 * share + 5 * ahead;
  return 1 / (1 + Math.exp(-sum));
}

/** Sure enough to answer with one measure. */
export const isSure = (signals: Signals): boolean =>
  surenessOf(signals) >= (signals.aliased ? AT_ONCE : AT_ONCE_UNALIASED);

/** Below this nothing is offered. */
export const refuseBelow = ({ fewAliased }: Index, { aliased }: Signals): number =>
  aliased && !fewAliased ? REFUSE : REFUSE_UNALIASED;
