/** The words of boolean and choice facts in a message, each with how it is said. */

import type { Fact, Facts } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import { isA } from '../words-said.ts';
import { answerOfForm } from '../yes-and-no.ts';
import { isTakenBack } from './half-taken-back.ts';
import {
  isAppliedFor,
  isBareDoubt,
  isBareRefusal,
  isDenied,
  isDoubted,
  isFormer,
  isPlanned,
  isTakenAway,
  isToCome,
  isUnderWay,
  isWish,
} from './modality.ts';
import { isSaidOfItsKind } from './of-kind.ts';
import { namesOthers } from './others.ts';
import { isOwnTrade } from './own-trade.ts';
import { findPatterns, longest, type Match, overlap } from './patterns.ts';
import { kindsOf, narrowed } from './qualifiers.ts';
import { clausesStatingNothing } from './supposed.ts';

/** What a word states of its fact. */
export interface Heard {
  fact: string;
  /** A boolean's value, or the values of a choice that the word leaves possible. */
  states: boolean | string[];
  /** A trade and the like: counts only where nothing is said outright. */
  hint: boolean;
  denied: boolean;
  doubted: boolean;
  clause: number;
  start: number;
  end: number;
}

/** Of a message that names more things than anybody tells, the first are heard: each is held against the others. */
const MOST_WORDS = 128;

/** How far before a word another holiday (春节 …) takes it away. */
const REACH = 4;

interface Span {
  start: number;
  end: number;
}
interface Surroundings {
  /** Words of figures, so that 展位费还没定 is no doubt about the clause before it. */
  named?: readonly Span[];
  /** Days and months to come: 下月底落地. */
  future?: readonly Span[];
  /** A whole text is judged at once: what a trade makes unlikely counts as a no. */
  leaning?: boolean;
}

export function listen(
  { text, clauses }: { text: string; clauses: readonly Clause[] },
  facts: Facts,
  { named = [], future = [], leaning = false }: Surroundings = {},
): Heard[] {
  const raw = [...facts].flatMap(([name, fact]) => wordsOf(text, name, fact, leaning)).slice(0, MOST_WORDS);
  const others = clausesStatingNothing(clauses, leaning);
  const heard: Heard[] = [];
  for (const word of raw) {
    const index = clauses.findIndex((clause) => word.end > clause.start && word.end <= clause.end);
    const clause = clauses[index];
    // 房东是国资公司: a word that names the other firm speaks of it on purpose.
    if (
      !clause ||
      (others.has(clause) && !(word.start >= clause.start && namesOthers(text.slice(word.start, word.end))))
    )
      continue;
    const { first, last } = listed(word, raw, clause, text);
    const from = raw.reduce(
      (at, other) => (!other.hint && other.end <= first.start ? Math.max(at, other.end) : at),
      clause.start,
    );
    const before = text.slice(from, first.start);
    const after = text.slice(last.end, clause.end);
    const next = clauses[index + 1];
    const granted = facts.get(word.fact)!.granted;
    const later = future.some((day) => day.start >= clause.start && day.end <= word.start);
    const said = text.slice(clause.start, word.start);
    if (
      isKind(facts.get(word.fact)!) &&
      (isOfCustomer(said, after) || isOfAssociation(after) || isOfMoney(after) || isOfPolicy(word, clause))
    )
      continue;
    if (word.hint && word.states === true && isNoMaking(said, text.slice(word.start, word.end), after))
      continue;
    if (word.hint && isStaff(word, clause, after)) continue;
    if (isFormer(said) || (isOfTrade(word, facts) && !isOwnTrade(word, clause))) continue;
    const underWay =
      granted &&
      (isAppliedFor(said) ||
        isUnderWay(text.slice(word.start, word.end) + after) ||
        (next !== undefined && isBareRefusal(next)));
    if (isUndone(text.slice(word.start, word.end)) && ASKED_AT_ONCE.test(after)) continue;
    const toCome = later || underWay || isToCome(text.slice(clause.start, word.start));
    const form = answerOfForm(after);
    const denied = form === false || (granted && isTakenAway(after)) || isDenied(before, word.gaps, after);
    // A trade that is denied leaves all others; a certificate applied for is none yet.
    if ((word.hint && denied) || (typeof word.states !== 'boolean' && toCome)) continue;
    heard.push({
      fact: word.fact,
      states: word.states,
      hint: word.hint,
      // 预计年底落地 is no landing yet; 预计停产 is no work on through the holiday either.
      denied: denied || (toCome && word.states !== false && !isKind(facts.get(word.fact)!)),
      doubted:
        (form === null && isDoubted(clause)) ||
        // 争创大型工业企业: what one will be is no statement of what one is.
        (toCome && isKind(facts.get(word.fact)!)) ||
        isPlanned(word.gaps) ||
        // 预计端午不停产: not to be stopped is no more than a plan.
        (toCome && word.states === false && denied) ||
        isWish(text.slice(clause.start, word.start)) ||
        (typeof word.states === 'boolean' &&
          word.states !== denied &&
          isTakenBack(facts.get(word.fact)!, clauses.slice(index + 1))) ||
        (next !== undefined && isBareDoubt(next) && ![...raw, ...named].some((w) => overlap(w, next))),
      clause: index,
      start: word.start,
      end: word.end,
    });
  }
  return heard;
}

/** 不停工能拿多少 asks what comes of it; 没停工能拿多少 says that it was so. */
const isUndone = (word: string): boolean => /不/u.test(word) && !/没|未/u.test(word);
const ASKED_AT_ONCE =
  /^(?:的话|生产)?(?:能|可以|可|有|给|补|奖|发|是不是)[^,。;!?]{0,10}(?:多少|几|什么|啥|哪些|[吗么不]$|[补奖])/u;

/** 没有小巨人和单项冠军: what is listed is denied together. The first and the last of the list that the word stands in. */
function listed(
  word: Word,
  raw: readonly Word[],
  { start, end }: Clause,
  text: string,
): { first: Word; last: Word } {
  const here = raw.filter((one) => !one.hint && one.start >= start && one.end <= end);
  const joined = (a: Word, b: Word) => a.end < b.start && LISTED.test(text.slice(a.end, b.start));
  let first = word;
  let last = word;
  for (let next: Word | undefined = word; next; next = here.find((one) => joined(one, first))) first = next;
  for (let next: Word | undefined = word; next; next = here.find((one) => joined(last, one))) last = next;
  return { first, last };
}
const LISTED = /^(?:企业|称号|项目|认定|之类)?(?:[、和与跟及或]|以及|或者|还有)$/u;

interface Word extends Match {
  fact: string;
  states: boolean | string[];
  hint: boolean;
}

function wordsOf(text: string, name: string, fact: Fact, leaning: boolean): Word[] {
  const as = (patterns: readonly string[], states: boolean | string[], hint: boolean): Word[] =>
    findPatterns(text, patterns).map((match) => ({ ...match, fact: name, states, hint }));
  let words: Word[] = [];
  if (fact.type === 'boolean') {
    const { stated, denials } = byLastWord(as(fact.words, true, false), as(fact.denied, false, false));
    // A list of its own each: patterns are compiled by list, and once.
    const unlikely = leaning ? as(fact.unlikely, false, true) : [];
    const said = longest([...stated, ...denials]);
    const hints = longest([...as(fact.hints, true, true), ...as(fact.deniedHints, false, true), ...unlikely]);
    words = [...said, ...withoutAttributes(hints, text)];
  } else if (fact.values) {
    const values = Object.entries(fact.values).flatMap(([value, spoken]) =>
      as(spoken, [value], false)
        .filter((word) => isSaidOfItsKind(word, value, fact, text))
        .map((word) => ({ ...word, states: ofItsKind(word, value, fact, text) })),
    );
    const groups = fact.groups
      .flatMap((group) => as(group.words, group.oneOf, false))
      .map((word) => ({ ...word, states: narrowedBy(word, fact, text) }));
    words = longest([...values, ...groups]);
  }
  if (words.length === 0 || fact.other.length === 0) return words;
  const others = findPatterns(text, fact.other);
  return words.filter((word) => !others.some((other) => takesAway(other, word, text)));
}

/** 端午放假没停 · 端午没停过，放假了: of two that share words, the one whose predicate comes last is what is said. */
function byLastWord(words: readonly Word[], denied: readonly Word[]): { stated: Word[]; denials: Word[] } {
  return {
    stated: words.filter((one) => !denied.some((denial) => overlap(one, denial) && denial.end >= one.end)),
    denials: denied.filter((denial) => !words.some((one) => overlap(one, denial) && one.end > denial.end)),
  };
}

/** The clauses directly before and behind a word may narrow it: 小巨人，省级的. */
function narrowedBy({ start, end, states }: Word, fact: Fact, text: string): string[] {
  const before = clauseBefore(text, start);
  const behind =
    /^(?:企业|称号|资质|认定|牌子)?[了的]?[,(:](?<clause>[^,。;!?\n)]*)/u.exec(text.slice(end))?.groups
      ?.clause ?? '';
  return narrowed(states as string[], text.slice(start, end), [before, behind], fact);
}

/** 单项冠军，国家级的: of that kind; without such a clause of none that is told. */
function ofItsKind(word: Word, value: string, fact: Fact, text: string): string[] {
  const kinds = kindsOf(value, fact);
  const left = kinds.length > 0 ? narrowedBy({ ...word, states: [value, ...kinds] }, fact, text) : [];
  return left.length === 1 ? left : [value];
}

/** The clause that ends in a comma or a bracket directly before `at`; empty where none does. */
function clauseBefore(text: string, at: number): string {
  if (!',('.includes(text[at - 1] ?? '.')) return '';
  let from = at - 1;
  while (from > 0 && at - from <= LONGEST_BEFORE && !ENDS.has(text[from - 1]!)) from--;
  return text.slice(from, at - 1);
}
const ENDS = new Set(',。;!?\n');
/** What narrows a word is short. */
const LONGEST_BEFORE = 40;

/** A trade, or a choice that is a matter of trades (what kind of venue). */
const isOfTrade = ({ hint, fact }: Word, facts: Facts): boolean =>
  hint || (facts.get(fact)!.values !== undefined && facts.get(fact)!.trades.length > 0);

/** What an enterprise is by its trade or its size, and a customer may be too. */
const isKind = (fact: Fact): boolean => fact.deniedHints.length > 0 || fact.type === 'choice';

/** 制造业协会: of a trade, and no enterprise of it. */
const isOfAssociation = (after: string): boolean =>
  /^业?(?:行业)?(?:协会|商会|学会|联盟|联合会|工会|主管部门)/u.test(after);

/** 物流费, 住宿费用, 运输补贴: what is paid or granted for it. */
const isOfMoney = (after: string): boolean =>
  /^(?:的)?(?:费|成本|价|开支|支出|补贴|补助|奖励|险)/u.test(after);

/** 大型企业的标准: what a policy has for such, unless one says to be one (我们大型企业的补贴). */
function isOfPolicy({ start, end }: Word, { text, start: from, words }: Clause): boolean {
  const grant = words.find((one) => one.start >= end && isA(one, 'grant'));
  return (
    grant !== undefined &&
    /^(?:企业|公司|业)?的$/u.test(text.slice(end - from, grant.start - from)) &&
    !words.some((one) => one.end === start && isA(one, 'self'))
  );
}

/** 我们会计不在: one of the staff, where 会计师事务所 is a trade. */
const isStaff = (word: Word, { words }: Clause, after: string): boolean =>
  words.some((one) => isA(one, 'staff') && one.start === word.start && one.end === word.end) &&
  !/^(?:师|事务所|公司|服务|代理|店|咨询|企业|所)/u.test(after);

/** 卖家具, 手机维修, 在手机上看: a product is named, and not made. */
const isNoMaking = (before: string, word: string, after: string): boolean =>
  !/[做产造加工厂]/u.test(word) &&
  (/(?:卖|售|销|修|租|[用拿]|代理|经营)(?:各种|各类|的|点|些)?$/u.test(before) ||
    /^(?:的)?(?:维修|修理|回收|批发|零售|销售|代理|经销|贸易|租赁|培训|检测|门店|专卖|店|市场|[上里](?=[看查问搜写填操面]))/u.test(
      after,
    ));

/** 给大型企业供货, 制造企业的食堂承包商: of the customer. */
const isOfCustomer = (before: string, after: string): boolean =>
  /(?:给|替|帮|服务于?|面向|专供|派到|派往|派给|派驻)(?:一些|很多|各|多家|几家|本地|当地)?$/u.test(before) ||
  /^的(?:食堂|承包商|服务商|供应商|经销商|代理商|客户|物流|保洁|保安)/u.test(after);

/** 食品批发, 旅游纪念品的加工厂: the trade that follows is the trade; what stands before it says only of what. */
const withoutAttributes = (hints: Word[], text: string): Word[] =>
  hints.filter((hint, i) => {
    const next = hints[i + 1];
    if (!next || hint.states === next.states) return true;
    const isGoods = hint.states === true && next.start - hint.end <= 1;
    return !isGoods && !MADE_FOR.test(text.slice(hint.end, next.start));
  });
/** Of 旅游纪念品的加工厂: up to the house that makes it. */
const MADE_FOR = /^[^,。;!?、和与及跟也]{1,8}的$/u;

/** Another thing directly before the word, around it or with its beginning (春节假期…, 大型项目), with no 、 or 和 between. */
function takesAway(other: Match, word: Word, text: string): boolean {
  if (other.end <= word.start)
    return (
      word.start - other.end <= REACH && !/[、和与及跟但而了,。;!?]/u.test(text.slice(other.end, word.start))
    );
  // 去年端午 takes 端午没停 away, and 大型项目 the 大型.
  return other.start <= word.start || overlap(other, word);
}
