/** How sure it is that the first measure answers the question: few signals, each between 0 and 1. */
import { statedShare } from './asked-value.ts';
import { ASKING_WORDS, PROCEDURE_WORDS } from './asking-words.ts';
import { type Entry, type Index, isAliased } from './build-index.ts';
import { AT_ONCE, AT_ONCE_UNALIASED, REFUSE, REFUSE_ALIASED_AMONG_OTHERS, REFUSE_UNALIASED } from './cuts.ts';
import { missingOf, shareOf, standsIn, textOf } from './found-words.ts';
import { mayStandIn } from './postings.ts';
import type { Ranked } from './rank.ts';
import { askingPart } from './story.ts';
import { contentWords, objectWords } from './words.ts';

export interface Signals {
  /** Share of the question's words, by weight, that the measure (or its aliases) has. */
  words: number;
  /** Cosine with the nearest alias. */
  alias: number;
  /** Share of the question's weight that the text score reaches. */
  share: number;
  /** How far the second stays behind, as a share of the first's score. */
  gap: number;
  /** Its score in the ranking. */
  score: number;
  /** Share of the asked kinds of values that it states. */
  stated: number;
  /** So many things that the question names stand in it by none of their words. */
  missing: number;
  /** Share of the words for objects that neither the nearest measures have nor anybody else knows: slips, and how people talk. */
  unheard: number;
  /** The length of the question, as a logarithm. */
  length: number;
  /** The question is about a topic of other offices that the documents do not cover. */
  elsewhere: boolean;
  /** People wrote how the first, or how all of the shelf, is asked for. */
  aliased: boolean;
  /** For some of the shelf nobody did: a closer look has scored what came nearest. */
  lookedAt: boolean;
}

export const NO_SIGNALS: Signals = {
  words: 0,
  alias: 0,
  share: 0,
  gap: 0,
  score: 0,
  stated: 0,
  missing: 0,
  unheard: 0,
  length: 0,
  elsewhere: false,
  aliased: false,
  lookedAt: false,
};

export function signalsOf(index: Index, question: string, ranked: Ranked[]): Signals {
  const [first, ...others] = ranked;
  if (!first) return NO_SIGNALS;
  // Another version of the same policy is no rival: the day has decided between them.
  const versions = index.versions.get(first.entry.policy) ?? [];
  const second = others.find(({ entry }) => !versions.includes(entry.policy));
  return {
    words: wordShare(index, question, first.entry),
    alias: Math.min(1, first.alias),
    share: Math.min(1, first.share),
    gap: second ? 1 - second.score / first.score : 1,
    score: first.score,
    stated: statedShare(question, titleOf(first.entry), textOf(first.entry)),
    missing: missingOf(index.lexicon.thingsIn(question), textOf(first.entry)),
    unheard: unheardShare(index, question, ranked),
    length: Math.log(1 + question.replace(/[\s\p{P}]/gu, '').length),
    elsewhere: false,
    aliased: isAliased(first.entry) || !index.partlyAliased,
    lookedAt: index.partlyAliased,
  };
}

/** So many are shown in a menu. */
const AT_HAND = 3;

/** Which share of the words for objects stands in none of the nearest measures and is known to nobody else. */
function unheardShare(index: Index, question: string, ranked: readonly Ranked[]): number {
  const words = objectWords(question);
  const meant = index.lexicon.meantBy(question);
  const texts = ranked.slice(0, AT_HAND).map(({ entry }) => textOf(entry));
  const unheard = words.filter(
    (word) => !isHeard(index, word) && !texts.some((text) => standsIn(word, meant, text)),
  );
  return unheard.length / Math.max(words.length, 1);
}

/** A document may have the word, or a list of what people bring to an office has. */
const isHeard = ({ lexicon, elsewhere, text }: Index, word: string): boolean =>
  lexicon.words.has(word) || elsewhere.hasWord(word) || mayStandIn(text, word);

const titleOf = (entry: Entry): string => (entry.kind === 'measure' ? entry.measure.title : '');

/** A short story tells and asks: the part that the measure has most of counts, a little less than the whole would. */
const PART_SHARE = 0.8;
const FEWEST_WORDS = 2;

function wordShare(index: Index, question: string, entry: Entry): number {
  const parts = question
    .split(/[，,。；;！!？?\n]/u)
    .filter((part) => contentWords(part).length >= FEWEST_WORDS);
  const text = textOf(entry);
  const meant = index.lexicon.meantBy(question);
  // How people ask stands in the aliases that people wrote; a document alone does not have it.
  const asking = isAliased(entry) ? PROCEDURE_WORDS : ASKING_WORDS;
  const whole = shareOf(index, askingPart(question), meant, text, asking);
  if (parts.length < 2) return whole;
  return Math.max(
    whole,
    PART_SHARE * Math.max(...parts.map((part) => shareOf(index, part, meant, text, asking))),
  );
}

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/**
 * How sure it is that the first answers. Where nobody wrote how a measure is asked for, few of a question's words can be expected in it:
 * the distance to the second says the most. Fitted as a logistic sum on 1,700 askings of the questions over the five documents without their
 * aliases and of 187 over 24 documents as they were read in, among 47 and each alone, with and without their places; five folds held out,
 * 2026-11-29. How many of the words stand together, in the document, or are known to the shelf at all added nothing.
 */
export function surenessOf({
  words,
  alias,
  share,
  gap,
  score,
  stated,
  missing,
  elsewhere,
  aliased,
}: Signals): number {
  const ahead = Math.min(gap, 0.5);
  if (aliased) return logistic(-4 + 3 * words + 1.5 * alias + 3.3 * share + 3.3 * ahead);
  const against = 0.45 * missing + (elsewhere ? 1.9 : 0);
  return logistic(-1.7 + 0.2 * words + 3.7 * ahead + score + 0.6 * stated - against);
}

/**
 * How sure it is that the documents answer the question at all, with the first or another. A longer question reaches a lower score, and
 * words that nobody has heard of can be in no measure: both are allowed for. Fitted as a logistic sum on 1,200 askings over shelves of 9 to
 * 36 documents: 550 questions that a document on the shelf answers, 230 of them with that measure taken away, and 195 that none answers;
 * held out by document, eight folds, 2026-11-30. How rare the words found are, which share of them is found, alone or in one sentence
 * with a value of the kind asked for, and whether the rarest or the last of them is, added nothing.
 */
function coverageOf({ gap, score, stated, missing, unheard, length, elsewhere }: Signals): number {
  const reached = 3.12 * Math.min(score, HIGHEST_SCORE) + 1.52 * Math.min(gap, 0.5) + 1.31 * stated;
  const against = 0.53 * Math.min(missing, 1) + (elsewhere ? 1.3 : 0);
  return logistic(-10.62 + reached + 1.25 * unheard + 2.33 * length - against);
}

/** A higher score says no more. */
const HIGHEST_SCORE = 1.5;

/** Sure enough to answer with one measure. */
export const isSure = (signals: Signals): boolean =>
  surenessOf(signals) >= (signals.aliased ? AT_ONCE : AT_ONCE_UNALIASED);

/** So unsure that nothing is offered. */
export function isNothing(signals: Signals): boolean {
  if (!signals.lookedAt) return surenessOf(signals) < REFUSE;
  return coverageOf(signals) < (signals.aliased ? REFUSE_ALIASED_AMONG_OTHERS : REFUSE_UNALIASED);
}
