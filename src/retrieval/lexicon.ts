/** Spoken words → words of policy documents, put into a question with less weight than its own words. */

import { candidatesOf, forLastTexts } from '../contract/index.ts';
import type { LexiconEntry } from '../policy/index.ts';
import { normalise } from './analyse.ts';

/** Spoken words of a question, and the words of documents that they stand for. */
export interface Meant {
  said: string;
  means: string[];
}

export type Lexicon = (question: string) => Meant[];

export function buildLexicon(entries: LexiconEntry[]): Lexicon {
  const spoken = entries.flatMap((entry) => {
    const means = entry.means.map(normalise);
    return entry.say.map((said) => ({ said: normalise(said), entry, means }));
  });
  const mayBeSaid = candidatesOf(spoken, ({ said }) => said);
  // A question is read for its terms, and again for its sureness.
  return forLastTexts(4, (question) => {
    const found = new Map<LexiconEntry, Meant>();
    for (const { said, entry, means } of mayBeSaid(question)) {
      // Of several ways to say one thing the first counts.
      if (found.has(entry) || !question.includes(said)) continue;
      found.set(entry, { said, means: means.filter((word) => !question.includes(word)) });
    }
    return [...found.values()];
  });
}
