/**
 * What tells the nearest entries apart where nobody wrote how they are asked for: whose document is about it, who has the question's words
 * (as one says them, too), who states a value of the kind asked for. Too slow for all entries; the first by text score are looked at.
 */

import type { Policy } from '../policy/index.ts';
import { normalise, type Term, termsOf } from './analyse.ts';
import { statedShare } from './asked-value.ts';
import { type Entry, type Index, isAliased } from './build-index.ts';
import { ALIAS_AS_SUBJECT, GENERAL_PART, OF_THE_SUBJECT, STATES_VALUE, WORDS_FOUND } from './cuts.ts';
import { foundShare, textOf } from './found-words.ts';
import type { Asked } from './postings.ts';
import { contentWords } from './words.ts';

/** So many of the question's terms count, the heaviest ones: a long story has more than any document. */
const HEAVIEST = 24;

/** 第一条【宗旨】 · 总体要求 · 基本原则 · 附则: what a document begins and ends with is seldom what is asked for. */
const GENERAL =
  /^(?:.{0,4}[【（]?(?:宗旨|目的|依据|定义|附则|解释|其他)[】）]?.{0,2}$)|(?:总体|工作)(?:要求|目标|原则)|指导思想|基本原则|组织(?:领导|实施|保障)|保障措施|加强领导|^为(?:了|进一步|贯彻|深入|规范)/u;

/** Adds to the score of an entry by what a closer look shows. `alias`: how near one of the ways is that people wrote for it, if they did. */
export type CloserLook = (entry: Entry, alias: number) => number;

export function closerLook(
  index: Index,
  question: string,
  terms: ReadonlyMap<Term, number>,
  { weights, idfs }: Asked,
): CloserLook {
  const heaviest = Array.from(terms.keys(), (term, at) => ({ term, worth: weights[at]! * idfs[at]! }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, HEAVIEST);
  const whole = heaviest.reduce((sum, { worth }) => sum + worth, 0) || 1;
  const words = contentWords(question);
  const subjects = new Map<Policy, number>();
  const subjectShare = (policy: Policy): number => {
    let share = subjects.get(policy);
    if (share === undefined) {
      const title = titleTermsOf(policy);
      share = heaviest.reduce((sum, { term, worth }) => (title.has(term) ? sum + worth : sum), 0) / whole;
      subjects.set(policy, share);
    }
    return share;
  };
  return (entry, alias) => {
    const title = entry.kind === 'measure' ? entry.measure.title : '';
    return (
      // A document as a whole has its title already; what people wrote for a measure says as much of it as a title.
      (entry.kind === 'measure'
        ? OF_THE_SUBJECT *
          Math.max(subjectShare(entry.policy), isAliased(entry) ? ALIAS_AS_SUBJECT * alias : 0)
        : 0) +
      WORDS_FOUND * foundShare(index, words, entry) +
      STATES_VALUE * statedShare(question, title, textOf(entry)) -
      (entry.kind === 'measure' && GENERAL.test(entry.measure.title) ? GENERAL_PART : 0)
    );
  };
}

/** The terms of titles: as long as the library lives. */
const titleTerms = new WeakMap<Policy, ReadonlySet<Term>>();

function titleTermsOf(policy: Policy): ReadonlySet<Term> {
  let terms = titleTerms.get(policy);
  if (!terms) {
    terms = termsOf(normalise([policy.title, ...policy.names].join('\n')));
    titleTerms.set(policy, terms);
  }
  return terms;
}
