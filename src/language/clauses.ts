/** A message as clauses: the stretches between commas, of sentences between full stops. The only place where a message is cut. */

import { isA, type Said } from './words-said.ts';

export interface Stretch {
  start: number;
  end: number;
  text: string;
  /** Number of the sentence it belongs to. */
  sentence: number;
  /** It ends in a question mark. */
  question: boolean;
}

/** Ends of clauses, and which of them end a sentence too. */
const BREAK = /[,。;!?\n…]+|:/gu;
const SENTENCE_END = /[。;!?\n]/u;

/** 汇报一下情况: · 张总说: · 聊天记录: lead on to what follows; 行业: is the name of a line. */
const leadsOn = (words: readonly Said[], start: number, end: number): boolean =>
  words.some(
    (word) =>
      word.start >= start &&
      word.end <= end &&
      isA(word, 'inform', 'says', 'talks', 'hearsay', 'quote', 'scrap', 'news', 'hears', 'sees', 'greeting'),
  );

/** `text` is plainText, `words` its small words. */
export function stretchesOf(text: string, words: readonly Said[]): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let sentence = 0;
  const add = (end: number, mark: string) => {
    if (end > start)
      stretches.push({ start, end, text: text.slice(start, end), sentence, question: mark.includes('?') });
    if (SENTENCE_END.test(mark)) sentence++;
  };
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    if (mark === ':' && !leadsOn(words, start, index)) continue;
    add(index, mark);
    start = index + mark.length;
  }
  add(text.length, '');
  return stretches;
}
