/** A figure whose clause has no word of its own: the word of the clause before it, or behind it. */

import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import { type Anchor, lastBefore } from './anchors.ts';
import { fits, type Unit } from './families.ts';
import type { Scene } from './scene.ts';

/**
 * A figure whose clause has no word goes to that of an earlier clause: 用电量嘛，今年涨了12%. A number without a unit only to
 * a clause directly before that has no figure of its own (在岗的人，250) or that it narrows (至少300人，没到1000); a day only where its clause speaks of nothing else.
 */
export function earlierWord(
  amount: Amount,
  index: number,
  { clauses, anchors, amounts, asked }: Scene,
): Anchor | null {
  const inside = (c: Clause | undefined, one: { start: number; end: number }) =>
    c !== undefined && one.start >= c.start && one.end <= c.end;
  const clause = clauses[index]!;
  const before = clauses[index - 1];
  if (amount.unit === 'other' || (asked.length > 0 && amount.unit !== 'bare')) return null;
  if (amount.unit === 'date' && anchors.some((a) => inside(clause, a))) return null;
  if (amount.unit === 'date' && !saysOnlyWhen(amount, clause, amounts)) return null;
  if (amount.unit !== 'bare') return lastBefore(amount, index, clauses, anchors);
  // 三季度6亿，去年5.5亿: a number in 万 or 亿 goes as far, but is no head count.
  const sized = amount.scaled && asked.length === 0 ? lastBefore(amount, index, clauses, anchors) : null;
  if (sized && sized.family.unit !== 'person') return sized;
  const isBound = amount.value.min === undefined || amount.value.max === undefined;
  const lead = withoutDays(amount, clause, amounts);
  const saysOnlyMonth =
    lead === '' &&
    amount.start > clause.start &&
    UNIT_ONLY.test(clause.text.slice(amount.end - clause.start));
  const isOnly = clause.text.length <= 8 && (isBound || isOnlyFigure(amount, clause));
  const alone = BECAME.test(lead) || saysOnlyMonth || isOnly;
  if (!before || lead.length > 4) return null;
  if (amounts.some((one) => inside(before, one)) && !alone) return null;
  const found = lastBefore(amount, index, clauses, anchors);
  return found && inside(before, found) ? found : null;
}

/** What stands before the figure in its clause, without the months it is said of. */
function withoutDays({ start }: Amount, clause: Clause, amounts: readonly Amount[]): string {
  const day = amounts.findLast((one) => one.unit === 'date' && one.start >= clause.start && one.end <= start);
  return clause.text.slice(day ? day.end - clause.start : 0, start - clause.start);
}
const UNIT_ONLY = /^(?:个|名)?(?:人|的)?$/u;
/** 这个月降到290: what the figure before became. */
const BECAME = /^(?:现在|目前|就|又|才|已经?|都)*(?:[升降涨减增掉跌缩扩变][加少低高大]?)(?:到|至|为|成)了?$/u;

/** 就在7月, 是7月初的事, 7月3号那单6800万, 10月还有一笔4800万: a clause that says when and how much, and names nothing of its own. */
export function saysOnlyWhen(day: Amount, clause: Clause, amounts: readonly Amount[]): boolean {
  const figures = amounts.filter((one) => one.start >= clause.start && one.end <= clause.end);
  const cuts = [...new Set([day, ...figures])].sort((a, b) => a.start - b.start);
  let rest = '';
  let at = clause.start;
  for (const { start, end } of cuts) {
    rest += clause.text.slice(at - clause.start, Math.max(at, start) - clause.start);
    at = Math.max(at, end);
  }
  return ONLY_WHEN.test(rest + clause.text.slice(at - clause.start));
}
const ONLY_WHEN =
  /^(?:时间|日期|日子|那|就|是|在|也|都|大概|应该|好像|记得|正好|刚好|今年|去年|:|份|号|日|初|中旬?|底|末|左右|前后|还|又|另外?|再|有|[那这一][个笔单份张]|那天|那会儿?|的时候|时候|的事情?|的|了|吧|呢|啊|嘛)*$/u;

/** 东厂西厂一共330人，都是每天在岗: the clause behind says of what. */
export function laterWord(
  amount: Amount,
  index: number,
  { clauses, anchors, amounts }: Scene,
): Anchor | null {
  // 7月4000万，8月4200万，都是应税销售收入: past clauses that go on in the same way.
  const within = (c: Clause, one: { start: number; end: number }) => one.start >= c.start && one.end <= c.end;
  const unit = unitMeant(amount);
  const goesOn = (c: Clause) =>
    amounts.some((one) => unitMeant(one) === unit && within(c, one)) &&
    !anchors.some((one) => within(c, one));
  const behind = clauses.find((c, i) => i > index && !goesOn(c));
  if (!behind || behind.sentence !== clauses[index]!.sentence || unit === 'bare') return null;
  if (!(unit === 'person' ? GOES_ON : POINTS_BACK).test(behind.text)) return null;
  if (amounts.some((one) => within(behind, one)) || /[没不未几]|多少/u.test(behind.text)) return null;
  return (
    anchors.find((one) => within(behind, one) && one.role === 'level' && fits(one.family, unit as Unit)) ??
    null
  );
}
/** 4000万 without 元 is hardly anything but a sum. */
const unitMeant = ({ unit, scaled }: Amount): Amount['unit'] => (unit === 'bare' && scaled ? 'yuan' : unit);
const POINTS_BACK = /^(?:这|那|指的?|说的|就|都|全)(?:个|些|都)?是/u;
const GOES_ON = /^(?:这|那|指的?|说的|就|都|全部?|均|每天|天天|天天都|每天都)/u;

/** 在岗三百多，具体352: the figure before, told more exactly. */
const EXACTLY =
  /^(?:具体|准确|精确|确切|严格|实际|地|来|说|讲|其实|大概|差不多|今年|现在|只剩|剩下?|只|是|有|就|也|共|:)+$/u;
const isOnlyFigure = ({ start, end }: Amount, clause: Clause): boolean =>
  EXACTLY.test(clause.text.slice(0, start - clause.start)) &&
  /^[个人名多的吧]*$/u.test(clause.text.slice(end - clause.start));
