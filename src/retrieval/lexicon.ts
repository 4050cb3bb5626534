/** Spoken words → words of policy documents, put into a question with less weight than its own words; and the things that a question names. */

import { candidatesOf, forLastTexts } from '../contract/index.ts';
import type { Knowledge, LexiconEntry } from '../policy/index.ts';
import { normalise, segmentsOf, wordsOf } from './analyse.ts';
import { carriesNothing } from './words.ts';

/** Spoken words of a question, and the words of documents that they stand for. */
export interface Meant {
  said: string;
  means: string[];
}

/** All words for one thing, spoken ones and those of documents. */
export type Thing = readonly string[];

export interface Lexicon {
  meantBy: (question: string) => Meant[];
  /** All words, spoken ones and those of documents. */
  words: ReadonlySet<string>;
  /** The things that a question names, by whatever word. */
  thingsIn: (question: string) => readonly Thing[];
}

/** A single character stands in other words, too. */
const SHORTEST = 2;

/** `sameThings`: all words for one thing, each of which means the others. */
export function buildLexicon(spokenWords: LexiconEntry[], sameThings: Knowledge['sameThings'] = []): Lexicon {
  const entries = [...spokenWords, ...sameThings.map((words) => ({ say: words, means: words }))];
  const spoken = entries.flatMap((entry) => {
    const means = entry.means.map(normalise);
    return entry.say.map((said) => ({ said: normalise(said), entry, means }));
  });
  const mayBeSaid = candidatesOf(spoken, ({ said }) => said);
  const words = entries.flatMap(({ say, means }) => {
    const thing = [...say, ...means].map(normalise).filter((word) => word.length >= SHORTEST);
    return thing.map((word) => ({ word, thing }));
  });
  // Looked at where it is named: of thousands of words to cut, a question names a few.
  const asking = new Map<Thing, boolean>();
  const isAsking = (thing: Thing): boolean => {
    const known = asking.get(thing) ?? thing.some(asks);
    asking.set(thing, known);
    return known;
  };
  const mayBeNamed = candidatesOf(words, ({ word }) => word);
  return {
    words: new Set(entries.flatMap(({ say, means }) => [...say, ...means].map(normalise))),
    // A question is read for its terms, and again for its sureness.
    meantBy: forLastTexts(4, (question) => {
      const found = new Map<LexiconEntry, Meant>();
      for (const { said, entry, means } of mayBeSaid(question)) {
        // Of several ways to say one thing the first counts.
        if (found.has(entry) || !question.includes(said)) continue;
        found.set(entry, { said, means: means.filter((word) => !question.includes(word)) });
      }
      return [...found.values()];
    }),
    thingsIn: forLastTexts(4, (question) => [
      ...new Set(
        mayBeNamed(question).flatMap(({ word, thing }) =>
          isNamed(word, question) && !isAsking(thing) ? [thing] : [],
        ),
      ),
    ]),
  };
}

/** 截止 · 责任单位: what asks for a day or an office is no thing that a measure has to name. */
const asks = (word: string): boolean => wordsOf(word).every((one) => carriesNothing(one));

/** It stands there, and not across the border of a longer word: 25年|报废 has no 年报. */
function isNamed(word: string, question: string): boolean {
  for (let at = question.indexOf(word); at >= 0; at = question.indexOf(word, at + 1))
    if (!isAcross(segmentsOf(question), at, at + word.length)) return true;
  return false;
}

/** A word begins before the stretch and ends in it, or begins in it and ends behind it. */
function isAcross(segments: readonly string[], from: number, to: number): boolean {
  let end = 0;
  return segments.some((segment) => {
    const start = end;
    end += segment.length;
    return (start < from && end > from && end < to) || (start > from && start < to && end > to);
  });
}
