/** Spoken words → words of policy documents, put into a question with less weight than its own words. */
import type { LexiconEntry } from '../policy/policy.ts';
import { normalise } from './analyse.ts';

export type Lexicon = { say: string[]; means: string[] }[];

export function buildLexicon(entries: LexiconEntry[]): Lexicon {
  return entries.map((entry) => ({ say: entry.say.map(normalise), means: entry.means.map(normalise) }));
}

/** Words of documents that the question's spoken words stand for. */
export function meantBy(lexicon: Lexicon, question: string): { said: string; means: string[] }[] {
  // Of the hundreds of words only those whose first character the question has need to be looked for.
  const characters = new Set(question);
  return lexicon.flatMap(({ say, means }) => {
    const said = say.find((word) => characters.has(word.charAt(0)) && question.includes(word));
    return said ? [{ said, means: means.filter((word) => !question.includes(word)) }] : [];
  });
}
