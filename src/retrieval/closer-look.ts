/**
 * What tells the nearest entries apart where nobody wrote how they are asked for: whose document is about it, who has the question's words
 * (as one says them, too), who states a value of the kind asked for. Too slow for all entries; the first by text score are looked at.
 */

import type { Policy } from '../policy/index.ts';
import { normalise, type Term, termsOf } from './analyse.ts';
import { unitsAsked } from './asked-unit.ts';
import { statedShare } from './asked-value.ts';
import { type Entry, type Index, isAliased } from './build-index.ts';
import {
  ALIAS_AS_SUBJECT,
  BY_THE_UNIT,
  GENERAL_PART,
  IN_ONE_SENTENCE,
  LENGTH,
  MISSING_THING,
  OF_THE_SUBJECT,
  OF_THE_TITLE,
  STATES_VALUE,
  WORDS_FOUND,
} from './cuts.ts';
import { missingOf, type Sought, shareFound, soughtIn, statedBy, textOf } from './found-words.ts';
import type { Asked } from './postings.ts';

/** So many of the question's terms count, the heaviest ones: a long story has more than any document. */
const HEAVIEST = 24;

const NONE_LEFT_OUT: ReadonlySet<string> = new Set();

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
  const shareIn = (some: ReadonlySet<Term>) =>
    heaviest.reduce((sum, { term, worth }) => (some.has(term) ? sum + worth : sum), 0) / whole;
  // Among measures, the one on 申报材料 answers what 材料 to bring: here such words count, too.
  const sought = soughtIn(index, question, index.lexicon.meantBy(question), NONE_LEFT_OUT);
  const things = index.lexicon.thingsIn(question);
  const units = unitsAsked(question);
  const subjects = new Map<Policy, number>();
  const subjectShare = (policy: Policy): number => {
    const share = subjects.get(policy) ?? shareIn(titleTermsOf(policy));
    subjects.set(policy, share);
    return share;
  };
  return (entry, alias) => {
    const text = textOf(entry);
    const { kind, policy } = entry;
    const title = kind === 'measure' ? entry.measure.title : '';
    const aliased = isAliased(entry);
    const evenly =
      WORDS_FOUND * shareFound(sought, text) +
      ofOneSentence(entry, sought) +
      STATES_VALUE * statedShare(question, title, statedBy(entry)) +
      (units.some((unit) => unit.test(statedBy(entry))) ? BY_THE_UNIT : 0) -
      MISSING_THING * missingOf(things, text) -
      // How long a measure is says nothing where people wrote how it is asked for.
      (aliased ? 0 : LENGTH * Math.log(1 + text.length));
    // A document as a whole has its title already.
    if (kind === 'document') return evenly;
    // What people wrote for a measure says as much of its subject as a title.
    const subject = Math.max(subjectShare(policy), aliased ? ALIAS_AS_SUBJECT * alias : 0);
    return (
      evenly +
      OF_THE_SUBJECT * subject +
      OF_THE_TITLE * shareIn(termsOf(normalise(title))) -
      (GENERAL.test(title) ? GENERAL_PART : 0)
    );
  };
}

/** The words stand together: the sentence that has most of them, beside the titles over it. */
function ofOneSentence(entry: Entry, sought: readonly Sought[]): number {
  const { heading, sentences } = passagesOf(entry);
  let most = 0;
  for (const sentence of sentences) most = Math.max(most, shareFound(sought, heading + sentence));
  return IN_ONE_SENTENCE * most;
}

interface Passages {
  heading: string;
  sentences: readonly string[];
}

/** As long as the index lives, of entries that came near before. */
const passages = new WeakMap<Entry, Passages>();

function passagesOf(entry: Entry): Passages {
  let known = passages.get(entry);
  if (!known) {
    const { policy } = entry;
    const titles = entry.kind === 'measure' ? [policy.title, entry.measure.title] : [policy.title];
    known = { heading: `${normalise(titles.join('\n'))}\n`, sentences: textOf(entry).split(/[。；;\n]/u) };
    passages.set(entry, known);
  }
  return known;
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
