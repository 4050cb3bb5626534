/** The words that a figure may belong to, and the nearest of them. */
import type { Facts } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import { type Family, familiesOf, fits, membersOf } from './families.ts';
import { findPatterns, longest } from './patterns.ts';

export interface Anchor {
  family: Family;
  /** What the word names; other: a thing that is no fact of ours. */
  role: 'level' | 'growth' | 'increase' | 'other';
  /** It names only what a day is of, and no deed of that day. */
  isThing?: true;
  start: number;
  end: number;
}

export function anchorsOf(text: string, facts: Facts, asked: readonly string[]): Anchor[] {
  return [...spelledOut(text, facts, asked), ...byOneCharacter(text, facts)].sort(
    (a, b) => a.start - b.start,
  );
}

/** 电+8%, 销-5%, 电多了百分之八: one character of a label with a signed share or a change behind it, and nothing else. */
function byOneCharacter(text: string, facts: Facts): Anchor[] {
  return [...text.matchAll(TERSE)].flatMap(({ index, groups }): Anchor[] => {
    const start = index + groups!.before!.length;
    const called = familiesOf(facts).filter(
      ({ name, growth }) => growth !== null && facts.get(name)!.label.includes(groups!.head!),
    );
    return called.length === 1 ? [{ family: called[0]!, role: 'level', start, end: start + 1 }] : [];
  });
}
const TERSE =
  /(?<before>^|[,。;!?])(?<head>(?![量数额率])\p{Script=Han})(?=[+-]\d[\d.]*(?:%|个?点)|(?:同比|比去年)?[多涨增升降少跌](?:了|出|出了)?(?:百分之|[\d.]+(?:%|个?点)))/gu;

function spelledOut(text: string, facts: Facts, asked: readonly string[]): Anchor[] {
  return familiesOf(facts)
    .flatMap((family) => {
      const as = (words: readonly string[], role: Anchor['role']): Anchor[] =>
        findPatterns(text, words).map(({ start, end }) => ({ family, role, start, end }));
      const justAsked = membersOf(family).filter((name) => asked.includes(name));
      const found = longest([
        // 营收涨了25% is what was asked for; of equal words the first counts.
        ...justAsked.flatMap((name) => as(facts.get(name)!.answers.yes, 'level')),
        ...as(family.other, 'other'),
        ...as(family.increaseWords, 'increase'),
        ...as(family.growthWords, 'growth'),
        ...as(family.words, 'level'),
        ...as(family.things, 'level').map((one): Anchor => ({ ...one, isThing: true })),
      ]);
      // 一共, 合计 make a total of what is spoken of, and of nothing else.
      const isSpokenOf = found.some((one) => one.role !== 'other');
      const isOne = isOfOne(found, text);
      const isOther = ({ start, end }: Anchor) =>
        ((isSpokenOf && !isOne) || !isTotal(text.slice(start, end))) &&
        !LEFT_OUT.test(text.slice(0, start)) &&
        !UNDER.test(text.slice(0, start));
      return found.filter((one) => (one.role === 'other' ? isOther(one) : !countsAnother(one, text, found)));
    })
    .sort((a, b) => a.start - b.start);
}

/** 有两笔贷款，一笔500万: one of what was counted before, whatever else is counted so. */
function countsAnother({ start, end }: Anchor, text: string, found: readonly Anchor[]): boolean {
  if (!CLASSIFIER.test(text.slice(start, end))) return false;
  const counted = [...text.slice(0, start).matchAll(COUNTED)].at(-1);
  if (!counted) return false;
  const noun = counted.index + counted[0].length - counted.groups!.noun!.length;
  return !found.some((one) => one.start < noun + counted.groups!.noun!.length && noun < one.end);
}
const CLASSIFIER = /^(?:最大的?|单|每|首|第)?一?[笔单个份张]$/u;
const COUNTED =
  /(?:[\d一两二三四五六七八九十几多]|好几)[笔单个份张](?<noun>(?!是|有|都|在|分|各|大单)\p{Script=Han}{2})/gu;

/** 扣掉休假的, 不算请假的: what is left out is not what the figure is of. */
const LEFT_OUT = /(?:扣掉|扣除|除去|除掉|除开|除了|刨去|刨掉|不算|不含|不包括|减去|去掉|剔除)[^,。;]{0,3}$/u;
/** 按框架签了第一笔, 根据框架协议下的单: what a thing is done under is not the thing. */
const UNDER = /(?:按照?|根据|依据|依照|凭)(?:之前|上面|这个|那个|年初|去年|签的|双方|的)*$/u;
/** 一个合同，一共7800万: the total of one thing is the thing itself. */
const isOfOne = (found: readonly Anchor[], text: string): boolean =>
  !/另|还有|两|三|几|多[个份笔]|各|分别|加起来|合起来|累计/u.test(text) &&
  found.some(({ role, start }) => role === 'level' && ONE.test(text.slice(0, start)));
const ONE = /一[个份张笔单](?:大|采购|供货|销售)?$/u;
const isTotal = (word: string): boolean =>
  /^(?:合计|总共|一共|共计|总计|加起来|合起来|累计|加总)$/u.test(word);

/** A word behind the figure is a little further away than one before it (350人在岗, but 在岗350人花名册400). */
const BEHIND = 2.5;
/** A figure between the word and this one has the better claim. */
const TAKEN = 6;
/** How far a number without a unit may stand from its word. */
const BARE_REACH = 8;
/** 一会儿两百八一会儿三百五, 从去年的400降到290, 7月3500万、8月3300万: the second figure stands for the same thing as the first. */
const CARRIES_ON =
  /[从由][^,。]*[到至成]|一会儿?|有时候?|有的时候|时而|忽而|多的时候|少的时候|有几天|^(?:\d{1,2}月份?[\d.]+[万亿]元?[、和,]?)+\d{1,2}月份?$/u;
const FARTHEST_CARRIED = 24;
const FARTHEST_BEHIND = 10;
/** Words that turn to something else inside a clause. */
const TURN = /但|而|其中|不过|里面|只有|最[少低]/u;

/** The word of the clause that the figure belongs to; null where none fits its unit. */
export function nearest(
  amount: Amount,
  clause: Clause,
  text: string,
  anchors: readonly Anchor[],
  amounts: readonly Amount[],
): Anchor | null {
  const inside = anchors.filter(
    (a) =>
      a.start >= clause.start && a.end <= clause.end && mayTake(a, amount) && !isMoneyFor(a, amount, text),
  );
  const between = (from: number, to: number) =>
    amounts.some((one) => one !== amount && one.start >= from && one.end <= to && one.unit === amount.unit);
  let best: Anchor | null = null;
  let least = Number.POSITIVE_INFINITY;
  let other: Anchor | null = null;
  for (const family of Map.groupBy(inside, (anchor) => anchor.family).values()) {
    const found = nearestOfFamily(amount, text, family, between);
    if (found?.anchor.role === 'other') other = found.anchor;
    else if (found && found.cost < least) [best, least] = [found.anchor, found.cost];
  }
  // What is another thing to one family (补贴 is no order) may be the very word of another.
  return best ?? other;
}

function nearestOfFamily(
  amount: Amount,
  text: string,
  anchors: readonly Anchor[],
  between: (from: number, to: number) => boolean,
): { anchor: Anchor; cost: number } | null {
  let best: { anchor: Anchor; cost: number } | null = null;
  for (const anchor of anchors) {
    if (anchor.isThing && !isDayOf(amount, anchor, text)) continue;
    const before = anchor.end <= amount.start;
    const gap = before ? amount.start - anchor.end : anchor.start - amount.end;
    const reach = CARRIES_ON.test(text.slice(anchor.end, amount.start)) ? FARTHEST_CARRIED : BARE_REACH;
    if (gap < 0 || (!before && gap > FARTHEST_BEHIND) || (amount.unit === 'bare' && gap > reach)) continue;
    const taken = before ? between(anchor.end, amount.start) : between(amount.end, anchor.start);
    const cost = gap + (before ? 0 : BEHIND) + (taken ? TAKEN : 0);
    if (!best || cost < best.cost) best = { anchor, cost };
  }
  // 1亿的框架协议, 350人的花名册, 6000万采购合同: what the figure is said to be the size of; but 花名册400 has a figure of its own.
  const owner = anchors.find(
    (a) =>
      a.role === 'other' &&
      ((a.start === amount.end + 1 && text[amount.end] === '的') ||
        (amount.unit !== 'date' &&
          a.start === amount.end &&
          !/^[^,。;!?\n]{0,3}[\d一二三四五六七八九十两百]/u.test(text.slice(a.end)))),
  );
  if (owner) return { anchor: owner, cost: 0 };
  // 合计签了1.2亿, 平均在岗350人: a word for another thing covers what follows it.
  const covering = anchors.findLast(
    (a) => a.role === 'other' && a.end <= amount.start && !between(a.end, amount.start),
  );
  if (!covering || TURN.test(text.slice(covering.end, amount.end))) return best;
  return { anchor: covering, cost: amount.start - covering.end };
}

/** 7月的订单, 订单是7月的, 7月拿了个大单; but 订单排到7月, 7月忙着赶订单. */
const isDayOf = ({ start, end }: Amount, thing: Anchor, text: string): boolean =>
  thing.end <= start
    ? IS_OF.test(text.slice(thing.end, start))
    : OBJECT_OF_DEED.test(text.slice(end, thing.start));
const IS_OF = /^[是在于的也都就上]*$/u;
const OBJECT_OF_DEED =
  /^[份初中底末号]?的?(?:\p{Script=Han}{1,3}(?:[了到下成得过]|[了到下成得过]的))?(?:[一两几]?[个笔单份张]|新的?|大的?)*$/u;

/** The last fitting word of an earlier clause, for a clause without one: 用电量嘛，今年涨了12%. */
export function lastBefore(
  amount: Amount,
  index: number,
  clauses: readonly Clause[],
  anchors: readonly Anchor[],
): Anchor | null {
  const clause = clauses[index]!;
  for (let i = index - 1; i >= 0 && clause.sentence - clauses[i]!.sentence <= 1; i--) {
    const { start, end } = clauses[i]!;
    const found = anchors.findLast((a) => a.start >= start && a.end <= end && mayTake(a, amount));
    if (found?.role === 'other' && amount.unit === 'bare' && !isHeading(found, clauses[i]!)) return null;
    if (found) return found;
  }
  return null;
}

/** 花名册嘛，350 goes on about the register; 招了几个，就900 does not. */
const isHeading = (anchor: Anchor, clause: Clause): boolean =>
  !/[不没]|了$/u.test(clause.text) &&
  /^(?:的人?|上|数|人数|嘛|呢|吧|啊|哈|是|有|:)*$/u.test(clause.text.slice(anchor.end - clause.start));

/** 电费单上去年36万度: a word of money has no figure in 度 or 人. */
const isMoneyFor = ({ role, start, end }: Anchor, { unit }: Amount, text: string): boolean =>
  role === 'other' && (unit === 'kWh' || unit === 'person') && MONEY.test(text.slice(start, end));
const MONEY = /[费价款]$|成本|支出/u;

function mayTake({ family }: Anchor, { unit, value, pieces }: Amount): boolean {
  if (unit === 'other' || (pieces && family.unit !== 'person')) return false;
  if (unit !== 'bare') return fits(family, unit);
  if (family.unit === 'person') return value.min !== value.max || Number.isInteger(value.min);
  return family.unit !== 'date';
}
