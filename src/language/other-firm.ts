/** What a message tells and asks of another firm, as the firm itself would say it: 朋友公司是中型的 → 我们是中型的. */

import type { Clause, Utterance } from './utterance.ts';
import { isA } from './words-said.ts';

export interface OtherFirm {
  /** How the firm is called; null where it is only pointed at (他, 他们家). */
  name: string | null;
  /** What is said and asked of it, of oneself. */
  text: string;
}

/** Null where the message speaks of no other firm, or only passes on what was heard of one. */
export function otherFirm({ clauses }: Utterance): OtherFirm | null {
  const theirs = clauses.filter(({ holder, heard, addresses }) => holder === 'other' && !heard && !addresses);
  if (theirs.length === 0) return null;
  const named = theirs.find(isNamed);
  return { name: named ? nameIn(named) : null, text: theirs.map(asOwn).join('，') };
}

/** The subject of the clause, as it stands before the matter. */
const subjectIn = ({ text, start, opened, matter }: Clause): string =>
  text.slice(opened - start, Math.max(opened, matter) - start);

/** 他 and 那家 point at a firm spoken of before. */
const isNamed = (clause: Clause): boolean => {
  const subject = subjectIn(clause).replace(LEADS, '');
  return subject !== '' && !POINTS.test(subject);
};
const POINTS = /^(?:[他她它]们?|人家|那家|这家|那个|对方)(?:家|厂|公司|企业|那边|那里|那儿)?$/u;
const LEADS =
  /^(?:那么?(?!家|个)|还有|但是?|可是?|不过|如果|要是|比如|我是做[^,。]{1,6}的|手上[^,。]{1,4}家厂)+/u;
const nameIn = (clause: Clause): string => subjectIn(clause).replace(LEADS, '').replace(SINCE_LETTER, '');
/** 手上三家厂A厂: only the letter names. */
const SINCE_LETTER = /^.*(?=[A-Za-z甲乙丙丁戊](?:厂|公司|企业|店|单位)$)/u;

function asOwn(clause: Clause): string {
  const { text, start, opened, matter, question } = clause;
  const from = Math.max(opened, matter);
  const lead = from > opened ? '我们' : '';
  const rest = text
    .slice(from - start)
    .replace(/^(?:[他她它]们?|人家)(?:家|厂|公司|那边)?/u, lead === '' ? '我们' : '')
    .replace(/^(?:那边|那里|那儿|那家|自己)/u, '')
    .replace(POINTED_AT_AGAIN, '，我们');
  return `${lead}${rest}${question ? '？' : ''}`;
}

/** 在西湖区开KTV 她能拿吗: the same one, asked about in one breath. */
const POINTED_AT_AGAIN = /(?<=.)[他她它]们?(?:家|店|厂)?(?=[能可有算符够拿领报]|行不行)/u;

/** The message speaks of the speaker's own enterprise. */
export const speaksOfOneself = ({ clauses }: Utterance): boolean =>
  clauses.some(
    ({ holder, words, opened }) =>
      holder === 'self' && words.some((word) => word.start >= opened && isA(word, 'self')),
  );
