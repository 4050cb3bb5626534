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
      .replace(LIST_NUMBER, ',')
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
      .replace(/不多也?不少/gu, '正好')
      .replace(MONTHS, monthsAsRange)
  );
}

/** ①制造业 ②端午没停: the number of a line is no figure; ①是②不是 answers questions by their numbers. */
const LIST_NUMBER = /[①-⑳⑴-⒇❶-❿](?![是不没有对否√×])/gu;

/** 7、8两个月 · 7月和8月 · 四、五、六三个月: months that follow on each other are one period, 7-8月. */
const MONTHS =
  /(?<![\d.])(?<list>(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?份?(?:[、和与跟加及](?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?份?){1,5})(?<tail>[两二三四五六234]个月)?(?!\d)/gu;
const ORDINALS = '零一二三四五六七八九十';

function monthsAsRange(said: string, ...rest: unknown[]): string {
  const { list = '', tail } = rest.at(-1) as Record<string, string | undefined>;
  if (tail === undefined && !/月份?$/u.test(list)) return said;
  const months = list.split(/[、和与跟加及]/u).map((one) => monthOf(one.replace(/月|份/gu, '')));
  const follow = months.every((month, i) => i === 0 || month === months[i - 1]! + 1);
  return follow ? `${months[0]}-${months.at(-1)}月` : said;
}

const monthOf = (written: string): number =>
  /\d/u.test(written) ? Number(written) : [...written].reduce((sum, one) => sum + ORDINALS.indexOf(one), 0);

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
