/** How much of a question stands in a sentence, and what the question names. */
import { readFigures } from '../../figures/index.ts';
import { contentWords, namesNoTopic, weigh } from '../../retrieval/index.ts';
import { wordWorths } from '../answer/quote.ts';
import { withContext } from '../answer/with-context.ts';
import type { Passage } from './passages.ts';
import type { Seeking } from './seeking.ts';

/** Its words without those that only ask, times and figures. */
export const thingsIn = (question: string): string[] => {
  const figures = readFigures(question, { ref: ANY_DAY }).map(({ text }) => text);
  return contentWords(question).filter(
    (word) =>
      word.length > 1 &&
      !namesNoTopic(word) &&
      !ASKS_NUMBER.test(word) &&
      !figures.some((said) => said.includes(word)),
  );
};
/** 几份 · 多少. */
const ASKS_NUMBER = /^(?:几|多少)/u;
/** Only where times stand is looked at, not which they are. */
const ANY_DAY = '2000-01-01';

/** By the words of the question, and half as much by those of what was asked before. */
export function worthOf(
  { index, ask: { question, context } }: Seeking,
  passages: readonly Passage[],
): (passage: Passage) => number {
  const terms = withContext(weigh(index, question), weigh(index, context ?? ''));
  const worths = wordWorths(
    index,
    passages.map(({ text }, place) => ({ place, text, worth: 0 })),
    terms,
  );
  const byPassage = new Map(passages.map((passage, at) => [passage, worths[at]!]));
  return (passage) => byPassage.get(passage) ?? 0;
}
