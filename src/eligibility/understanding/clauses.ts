/** A message as clauses: the stretches between commas, of sentences between full stops. */

export interface Clause {
  start: number;
  end: number;
  text: string;
  /** Number of the sentence it belongs to. */
  sentence: number;
  /** It ends in a question mark. */
  question: boolean;
}

/** Ends of clauses, and which of them end a sentence too. */
const BREAK = /[,。;!?\n…]+/gu;

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  const add = (end: number, mark: string) => {
    if (end > start)
      clauses.push({ start, end, text: text.slice(start, end), sentence, question: mark.includes('?') });
    if (/[。;!?\n]/u.test(mark)) sentence++;
  };
  for (const { index, 0: mark } of text.matchAll(BREAK)) {
    add(index, mark);
    start = index + mark.length;
  }
  add(text.length, '');
  return clauses;
}
