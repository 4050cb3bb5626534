/** What another firm is said to have got: 对面那个厂说拿了8万 · 隔壁老王有10万. */
import type { Clause, Utterance } from './utterance.ts';
import { isA } from './words-said.ts';

/** 拿了8万 · 有10万 · 给过他们3万, but neither 有6000万订单 nor 拿了300人. */
const GOT =
  /(?:拿|领|得|给|补|奖|发|批|有|报)(?:到|了|过|的|他们?|人家|差不多|大概|说)*\s*(?<sum>\d[\d.]*[万亿千百]?(?:元|块钱?)?)(?=$|[^\d.人度%万亿千百订合单]|的?(?:补|奖))/u;

/** The sum as it was said, in 元; null where no other firm is said to have got one. */
export function grantSaidOfOthers({ clauses }: Utterance): string | null {
  for (const clause of clauses) {
    const sum = clause.holder === 'other' && namesFirm(clause) ? sumGot(clause.text)?.groups?.sum : undefined;
    if (sum !== undefined) return `${sum.replace(/元|块钱?/u, '')}元`;
  }
  return null;
}

const sumGot = (text: string): RegExpExecArray | null => GOT.exec(text);

/** What is told of it, without the sum that it is said to have got. */
export function withoutGrant(text: string): string {
  const match = sumGot(text);
  return match ? text.slice(0, match.index) + text.slice(match.index + match[0].length) : text;
}

/** It names a firm, or whose firm it is; 听说 alone names nobody. */
const namesFirm = ({ words, opened }: Clause): boolean =>
  words.some((word) => word.start >= opened && isA(word, 'other', 'kin', 'near'));
