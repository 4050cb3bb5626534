/** The words of a question that say what it is about. */

import { forLastTexts } from '../contract/index.ts';
import { segmentsOf, wordsOf } from './analyse.ts';
import { ASKING_WORDS, EMPTY_WORDS } from './asking-words.ts';

/** Words of a question that say what it is about. */
export const contentWords: (question: string) => readonly string[] = forLastTexts(16, (question) =>
  joinSingles(wordsOf(question), isEmpty).filter((word) => !isEmpty(word)),
);

/** Of those, the words that name what is asked about: 床位补多少 names 床位. A single character names nothing. */
export const objectWords: (question: string) => readonly string[] = forLastTexts(16, (question) =>
  joinSingles(wordsOf(question), carriesNothing).filter((word) => word.length > 1 && !carriesNothing(word)),
);

/** 专利怎么申请 → 专利: what is left when words of asking are taken from both ends; all where nothing is left. */
export function withoutAsking(text: string): string {
  const words = segmentsOf(text);
  const from = words.findIndex((word) => !carriesNothing(word));
  const to = words.findLastIndex((word) => !carriesNothing(word)) + 1;
  return from < 0 ? text : words.slice(from, to).join('');
}

/** 350 · 几万 · 一个月 · 七八百: facts of the asker. */
const COUNT = /^(?:\d+|[\d一二三四五六七八九十百千万亿几两半多]+[个月天年块元人家万亿]*)$/u;

const isEmpty = (word: string): boolean => EMPTY_WORDS.has(word) || COUNT.test(word);
/** It asks, or is of no topic at all. */
export const carriesNothing = (word: string): boolean => isEmpty(word) || ASKING_WORDS.has(word);

/** The segmenter cuts short forms it does not know into characters (社|保): neighbours that carry something are one word. */
function joinSingles(words: readonly string[], isNoPart: (word: string) => boolean): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const single = word.length === 1 && !isNoPart(word) && /\p{Script=Han}/u.test(word);
    if (single && open) joined[joined.length - 1] += word;
    else joined.push(word);
    open = single;
  }
  return joined;
}

/** The text with a blank for every word that carries nothing of a topic. */
export function withoutEmptyWords(text: string): string {
  return segmentsOf(text)
    .map((word) => (EMPTY_WORDS.has(word) ? '\u3000' : word))
    .join('');
}
