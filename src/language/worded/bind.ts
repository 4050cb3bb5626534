/** Each figure to the fact it is of: by the nearest word with a fitting unit, by last year and this, by what was asked. */
import type { Figure } from '../../figures/index.ts';
import { followed } from '../reported.ts';
import { isYetToCome, saysOnlyAboutTo } from '../to-come.ts';
import type { Clause } from '../utterance.ts';
import { isA } from '../words-said.ts';
import { type Amount, amountOf } from './amounts.ts';
import { type Anchor, lastBefore, nearest } from './anchors.ts';
import { assign } from './assign.ts';
import { byQuestion } from './by-question.ts';
import { isOneThing, namesNothing } from './filler.ts';
import { directionOf, hasOtherBase, wordedGrowth } from './growth.ts';
import {
  hasTakenIn,
  isAskedAbout,
  isDeniedOutright,
  isDoubted,
  isDoubtOfFigure,
  isFigureDoubted,
  isNotDivided,
  isOfAnother,
  isOfTheDayOnly,
  isOneMore,
  isOpenBetween,
  isPerMille,
  isReckoned,
  isRoughly,
  isSupposed,
  isWish,
  takesInMore,
} from './modality.ts';
import { earlierWord, laterWord } from './other-clauses.ts';
import { addUp } from './parts.ts';
import { periodsOf } from './periods.ts';
import {
  type Bearings,
  type Bound,
  isPast,
  reportingPeriod,
  type Scene,
  startOfStretch,
  withPeriod,
} from './scene.ts';
import { withSharedScale } from './shared-scale.ts';
import { clausesStatingNothing } from './supposed.ts';
import { withoutPortions } from './within.ts';

export interface Binding {
  bound: readonly Bound[];
  anchors: readonly Anchor[];
}

export function bindFigures(
  text: string,
  clauses: readonly Clause[],
  figures: readonly Figure[],
  { facts, today, asked, wanted, anchors, taken, leaning }: Bearings,
): Binding {
  const periods = periodsOf(figures, text, today);
  const written = figures.flatMap((figure) => amountOf(figure, text) ?? []);
  const said = withSharedScale(written, text, clauses);
  const amounts = addUp(withoutPortions(said, text, clauses, anchors), text, clauses);
  const scene: Scene = {
    text,
    clauses,
    anchors,
    amounts,
    periods,
    wanted,
    facts,
    asked,
    today,
    taken,
    leaning,
  };
  const bound: Bound[] = [];
  const left: { amount: Amount; index: number }[] = [];
  const others = clausesStatingNothing(clauses, leaning);
  for (const amount of amounts) {
    const index = clauses.findIndex((c) => amount.start >= c.start && amount.start < c.end);
    const clause = clauses[index];
    if (!clause || others.has(clause) || (amount.unit === 'date' && taken.has(amount.start))) continue;
    const [before, after] = [text.slice(clause.start, amount.start), text.slice(amount.end, clause.end)];
    if (
      isWish(before) ||
      (amount.unit !== 'date' &&
        (isToComeAt(amount, index, scene) ||
          isAskedAbout(before, after) ||
          (!leaning && asksWhatItGets(amount, clause))))
    )
      continue;
    if (amount.unit === 'date' && isOneMore(after)) continue;
    if (amount.unit !== 'date' && isReckoned(before, amount.unit === 'ratio', clause)) continue;
    if (isPerMille(text.slice(amount.start, amount.end)) && directionOf(before, after) === null) continue;
    if (isOfAnother(text.slice(amount.end).split(/[。;!?]/u)[0]!)) continue;
    if (isOutOfDate(amount, before, scene) || isOfSeveral(amount, scene)) continue;
    if (isShareOfHeads(amount, clause, scene)) continue;
    const near = nearest(amount, clause, text, anchors, amounts);
    if (namesAnother(amount, near, clause, scene)) continue;
    const anchor = near ?? earlierWord(amount, index, scene) ?? laterWord(amount, index, scene);
    if (anchor && !near && isOfPlan(anchor, clause, scene)) continue;
    if (near && near.end <= amount.start && isDenied(near, clause, scene)) continue;
    if (!anchor) left.push({ amount, index });
    else if (anchor.role !== 'other')
      bound.push(...assign(amount, anchor, clause, scene).map(doubt(amount, index, scene)));
  }
  // Figures with a unit choose among the questions first: 350，12% to headcount and growth in either order.
  const typed = left.filter(({ amount }) => amount.unit !== 'bare');
  const bare = left.filter(({ amount }) => amount.unit === 'bare');
  for (const { amount, index } of [...typed, ...bare])
    bound.push(...byQuestion(amount, clauses[index]!, bound, scene));
  bound.push(...worded(bound, others, scene));
  return { bound: contested(bound, clauses), anchors };
}

/** 会计说300，人事说260: two of one's own people give two figures of one fact, and neither is believed. */
function contested(bound: readonly Bound[], clauses: readonly Clause[]): Bound[] {
  const tellers = clauses.filter(({ words }) =>
    words.some((word) => isA(word, 'staff') && followed(word, words, 2, 'says')),
  );
  if (tellers.length < 2) return [...bound];
  const tellerOf = ({ at }: Bound) => tellers.find((one) => at >= one.start && at < one.end);
  return bound.map((one) => {
    const isContested = bound.some(
      (other) =>
        other.fact === one.fact &&
        tellerOf(one) !== undefined &&
        tellerOf(other) !== undefined &&
        tellerOf(other) !== tellerOf(one) &&
        JSON.stringify(other.value) !== JSON.stringify(one.value),
    );
    return isContested ? { ...one, sure: false, why: 'doubt' } : one;
  });
}

/** 原来谈的是5200万，签的时候砍到4500万: what was first is not what came of it. */
const isOutOfDate = ({ unit, end }: Amount, before: string, { amounts }: Scene): boolean =>
  (unit === 'person' || unit === 'yuan') &&
  AT_FIRST.test(before) &&
  amounts.some((one) => one.start >= end && (one.unit === unit || one.unit === 'bare'));
const AT_FIRST =
  /(?<![从由比较跟和])(?:原来|原本|起初|最初|一开始|当初|最早|原先)(?!去年|上年)[^,。;!?\d去上年]{0,8}$/u;

/** 总共500人，在岗七成: a share of what is counted, and no growth of what was spoken of before. */
function isShareOfHeads({ unit, start, end }: Amount, clause: Clause, { anchors, text }: Scene): boolean {
  if (unit !== 'ratio') return false;
  const here = anchors.filter((a) => a.role !== 'other' && a.start >= clause.start && a.end <= clause.end);
  return (
    here.length > 0 &&
    here.every(({ family }) => family.growth === null) &&
    directionOf(text.slice(clause.start, start), text.slice(end, clause.end)) === null
  );
}

/** 签了1.2亿，分12个订单: the total of several things is no figure of one. */
const isOfSeveral = ({ unit, end }: Amount, { text }: Scene): boolean =>
  unit === 'yuan' && SPLIT.test(text.slice(end));
const SPLIT =
  /^[^。;!?\d]{0,6}(?:,|是)?(?:分|拆|由|含|共)(?:成|了|为|作|摊到)?(?!一)[\d一二两三四五六七八九十几好多]+(?:多|来)?[个笔份张家](?:不同的?|小)?(?:订单|合同|单子?|客户)/u;

/** 没有每天在岗1000人; but 没有停产在岗500人 denies another word. */
function isDenied(near: Anchor, clause: Clause, { text, taken }: Scene): boolean {
  const denies = isDeniedOutright(text.slice(clause.start, near.start));
  return denies && ![...taken].some((at) => at >= clause.start && at < near.start);
}

const OF_WHICH = /^(?:但是?|不过)?(?:其中|里面|这里面)/u;
/** 5亿(含免税): what a bracket adds may be part of the figure. */
const BEFORE_BRACKET = /^[^(]*(?=[(])/u;

/** A figure that the contact doubts is asked back, unless it is what he was just asked for (可能350吧). */
function doubt(
  amount: Amount,
  index: number,
  { text, clauses, anchors, taken, asked }: Scene,
): (bound: Bound) => Bound {
  const behind = clauses[index + 1];
  const inside = (at: number) => behind !== undefined && at >= behind.start && at < behind.end;
  const speaksOfAnother = anchors.some((one) => inside(one.start)) || [...taken].some(inside);
  const doubted =
    (isFigureDoubted(clauses[index]!) && !(amount.unit === 'date' && isOfTheDayOnly(clauses[index]!))) ||
    (amount.unit === 'date' && isRoughly(text.slice(clauses[index]!.start, amount.start))) ||
    (behind !== undefined && !speaksOfAnother && isDoubtOfFigure(behind)) ||
    clauses.slice(index).some((one) => one.sentence === clauses[index]!.sentence && isOpenBetween(one)) ||
    hasTakenIn(text.slice(clauses[index]!.start, amount.start)) ||
    takesInMore(text.slice(amount.end, clauses[index]!.end)) ||
    takesInMore(text.slice(amount.start, clauses[index]!.end).replace(BEFORE_BRACKET, '')) ||
    (behind !== undefined &&
      !inside(amount.start) &&
      (takesInMore(behind.text) ||
        (isNotDivided(behind) && (!speaksOfAnother || OF_WHICH.test(behind.text)))));
  return (bound) =>
    doubted && !asked.includes(bound.fact) ? { ...bound, sure: false, why: 'doubt' } : bound;
}

/** 8000万的订单奖多少, 100万的设备能补几个点: what such a one gets is asked, and nobody is said to have it. */
function asksWhatItGets({ end }: Amount, { text, start, words }: Clause): boolean {
  const isOneself = words.some((word) => isA(word, 'self', 'me', 'person'));
  const gets = words.find((word) => word.start > end && isA(word, 'get', 'grant'));
  if (isOneself || !gets || !words.some((word) => word.start >= gets.start && isA(word, 'ask'))) return false;
  return /^的[^,。了过]{1,6}$/u.test(text.slice(end - start, gets.start - start));
}

/** 预计二季度9000万 · 下个月要签8000万 · 快签了，9000万的大单. */
function isToComeAt({ start }: Amount, index: number, { text, clauses, amounts, today }: Scene): boolean {
  const clause = clauses[index]!;
  const before = clauses[index - 1];
  // 要是月底签个2.3亿的呢: what is supposed is reckoned with, whenever it would be.
  const isLater =
    !isSupposed(clause) &&
    amounts.some(
      ({ unit, value, ...day }) =>
        unit === 'date' && String(value.min ?? '') > today && day.start >= clause.start && day.end <= start,
    );
  return (
    isLater ||
    isOneMore(text.slice(clause.start, start)) ||
    isYetToCome(clause, start) ||
    (before?.sentence === clause.sentence && saysOnlyAboutTo(before))
  );
}

/** 预计应税销售能到2亿，同比增长5% · 合同马上就签，5500万: what goes on about a plan is one too. */
function isOfPlan(anchor: Anchor, clause: Clause, { clauses }: Scene): boolean {
  if (/现在|实际|已|目前|至今|截至/u.test(clause.text)) return false;
  const home = clauses.find((c) => anchor.start >= c.start && anchor.end <= c.end);
  return home?.sentence === clause.sentence && isYetToCome(home, home.end);
}

/**
 * 产量涨了20%, 订单多了12%, 出口净增1亿: a clause that names a thing of its own says nothing of the one spoken of before.
 * A word that names only the change (净增) does not say of what.
 */
function namesAnother(amount: Amount, near: Anchor | null, clause: Clause, scene: Scene): boolean {
  const isGrowth = amount.unit === 'ratio' || amount.unit === 'times';
  if (near ? near.role !== 'increase' && near.role !== 'growth' : !isGrowth) return false;
  const from = Math.max(startOfStretch(amount, clause, scene), clause.matter);
  const named = scene.anchors.some(
    (a) =>
      a.family === near?.family && a.role === 'level' && a.start >= clause.start && a.end <= amount.start,
  );
  if (named || (near && near.start < from)) return false;
  // 营收增长25%，净增3亿: the change of what was spoken of last.
  const last = scene.anchors.findLast(
    (a) => a.family === near?.family && (a.role === 'level' || a.role === 'other') && a.end <= amount.start,
  );
  if (last?.role === 'other') return true;
  const head = near
    ? scene.text.slice(from, near.start)
    : scene.text.slice(from, amount.start).split(CHANGE)[0]!;
  const isAsked = scene.asked.some((name) => scene.facts.get(name)?.label.includes(head));
  return !namesNothing(head) || (isOneThing(head) && !isAsked);
}
const CHANGE = /同比|环比|[比较增涨升提多下减降少跌]/u;
/** 持平, 正增长, 没涨: growth without a figure, in clauses where no figure says it. */
function worded(bound: readonly Bound[], others: ReadonlySet<Clause>, scene: Scene): Bound[] {
  const { clauses, anchors, asked, facts } = scene;
  const result: Bound[] = [];
  clauses.forEach((clause, index) => {
    const behind = clauses[index + 1];
    const doubted = isDoubted(clause) || (behind !== undefined && isDoubtOfFigure(behind));
    const told = !others.has(clause) && !hasOtherBase(clause.text) && !doubted;
    const value = told ? wordedGrowth(clause.text) : null;
    if (!value) return;
    const figure: Amount = { start: clause.end, end: clause.end, unit: 'ratio', value, scaled: true };
    const anchor =
      nearest(figure, clause, scene.text, anchors, []) ?? lastBefore(figure, index, clauses, anchors);
    const family = anchor?.family;
    const fact = anchor
      ? anchor.role === 'other'
        ? null
        : family!.growth
      : (asked.find((name) => facts.get(name)?.series) ?? null);
    const said = [...bound, ...result].some(
      (one) => one.fact === fact || one.fact === family?.increase || one.fact === family?.previous,
    );
    const ratioHere = scene.amounts.some(
      (a) => (a.unit === 'ratio' || a.unit === 'times') && a.start >= clause.start && a.end <= clause.end,
    );
    if (fact === null || said || ratioHere) return;
    const period = reportingPeriod(figure, clause, scene, family ?? null);
    if (period && isPast(period, scene)) return;
    result.push({
      fact,
      value: withPeriod(value, period),
      at: clause.start,
      sure: true,
      why: 'thing',
      total: false,
    });
  });
  return result;
}
