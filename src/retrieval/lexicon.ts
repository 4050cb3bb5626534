/** Spoken words → words of policy documents, put into a question with less weight than its own words. */
import type { LexiconEntry } from '../policy/policy.ts';
import { normalise } from './analyse.ts';
import { candidatesOf } from './candidates.ts';

interface Spoken {
  /** One of the ways to say it. */
  said: string;
  entry: LexiconEntry;
  means: string[];
}

/** The spoken words that may stand in a question, in their order. */
export type Lexicon = (question: string) => Spoken[];

export function buildLexicon(entries: LexiconEntry[]): Lexicon {
  const spoken = entries.flatMap((entry) => {
    const means = entry.means.map(normalise);
    return entry.say.map((said): Spoken => ({ said: normalise(said), entry, means }));
  });
  return candidatesOf(spoken, ({ said }) => said);
}

/** Spoken words of a question, and the words of documents that they stand for. */
export interface Meant {
  said: string;
  means: string[];
}

export function meantBy(lexicon: Lexicon, question: string): Meant[] {
  const found = new Map<LexiconEntry, Meant>();
  for (const { said, entry, means } of lexicon(question)) {
    // Of several ways to say one thing the first counts.
    if (found.has(entry) || !question.includes(said)) continue;
    found.set(entry, { said, means: means.filter((word) => !question.includes(word)) });
  }
  return [...found.values()];
}
