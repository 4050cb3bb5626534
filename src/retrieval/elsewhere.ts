/** Topics of other offices, told by their words: whom to ask where the documents do not cover a question (coverage.ts). */

import { candidatesOf } from '../contract/index.ts';
import type { ElsewhereTopic } from '../policy/index.ts';
import { normalise, type Term, termsOf, wordsOf } from './analyse.ts';
import { idfOf, type Postings } from './postings.ts';

interface TopicWord {
  topic: ElsewhereTopic;
  text: string;
}

export interface Elsewhere {
  /** The words of all topics that may stand in a question, in their order. */
  wordsIn: (question: string) => TopicWord[];
  /** It is a word of some topic, or a part of one. */
  hasWord: (word: string) => boolean;
  /** How much a term counts: the rarer the more. */
  weightOf: (term: Term) => number;
}

export interface ElsewhereHit {
  topic: ElsewhereTopic;
  word: string;
  /** 1: the word stands in the question as it is; less: most of it does, in another order. */
  share: number;
}

/**
 * 公积金提取 is asked for by 公积金怎么提取出来, too: every character of the word, in its order, and so much of its weight must stand in
 * the question. (拖欠工程款 is not 拖欠工资.)
 */
const MOST = 0.75;
/** Shorter words have to stand there as they are. */
const SCATTERED = 4;

export function buildElsewhere(topics: ElsewhereTopic[], text: Postings): Elsewhere {
  const unknown = Math.log(1 + text.size);
  const words = topics.flatMap((topic) => {
    return topic.words.map((word): TopicWord => ({ topic, text: normalise(word) }));
  });
  return {
    wordsIn: candidatesOf(words, (word) => word.text),
    hasWord: partsOf(words.map(({ text }) => text)),
    weightOf: (term) => (idfOf(text, term) ?? unknown) ** 2,
  };
}

/** Only the words that have a part's characters are cut: of thousands a question's words stand in a few. */
function partsOf(texts: readonly string[]): (word: string) => boolean {
  const cut = new Map<string, readonly string[]>();
  const isPart = (word: string, text: string): boolean => {
    const parts = cut.get(text) ?? wordsOf(text);
    cut.set(text, parts);
    return text === word || parts.includes(word);
  };
  const known = new Map<string, boolean>();
  return (word) => {
    const is = known.get(word) ?? texts.some((text) => text.includes(word) && isPart(word, text));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, is);
    return is;
  };
}

/** People use the same words again and again, and some use others. */
const MOST_KNOWN = 4_000;

/** The topic that fits best; null when none does. */
export function elsewhereTopic({ wordsIn, weightOf }: Elsewhere, question: string): ElsewhereHit | null {
  let best: ElsewhereHit | null = null;
  for (const { topic, text } of wordsIn(question)) {
    const share = question.includes(text) ? 1 : scatteredShare(text, question, weightOf);
    if (share < MOST || share <= (best?.share ?? 0)) continue;
    best = { topic, word: text, share };
    if (share === 1) return best;
  }
  return best;
}

function scatteredShare(text: string, question: string, weightOf: (term: Term) => number): number {
  if (text.length < SCATTERED || !inOrder(text, question)) return 0;
  const asked = termsOf(question);
  let found = 0;
  let whole = 0;
  for (const term of termsOf(text)) {
    const weight = weightOf(term);
    whole += weight;
    if (asked.has(term)) found += weight;
  }
  return Math.min(0.99, found / whole);
}

function inOrder(word: string, question: string): boolean {
  let from = 0;
  for (const character of word) {
    const at = question.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}
