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

/**
 * One spelling: half width, no blanks. A blank between two Chinese characters parts them as a comma would
 * (制造业 端午没停), and so does one between a figure and what is not its unit (不是280 是380); a comma inside 1,200 goes.
 */
export function plainText(given: string): string {
  return (
    given
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
      .replace(/(?<=[\p{Script=Han}%‰])[^\S\n]+(?=\p{Script=Han})/gu, ',')
      .replace(
        /(?<=\d)[^\S\n]+(?=(?!天(?!天)|[人名个位号口度千万亿百十元块多余来左上下家台年月日点倍成美欧港日英吨米平份单笔件第期条级岁以及至到分角%])\p{Script=Han})/gu,
        ',',
      )
      .replace(/[^\S\n]+/gu, '')
      .replace(/[“”"'‘’「」『』《》]/gu, '')
      .replace(/[冇]|木有/gu, '没')
      // 目前三季度 has no 前三季度 in it.
      .replace(/目前/gu, '现在')
  );
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
