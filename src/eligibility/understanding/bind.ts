/** Each figure to the fact it is of: by the nearest word with a fitting unit, by last year and this, by what was asked. */
import type { Figure } from '../../figures/index.ts';
import { type Amount, amountOf } from './amounts.ts';
import { type Anchor, lastBefore, nearest } from './anchors.ts';
import { assign } from './assign.ts';
import { byQuestion } from './by-question.ts';
import type { Clause } from './clauses.ts';
import { hasOtherBase, wordedGrowth } from './growth.ts';
import { isForecast, isOfOthers } from './modality.ts';
import { periodsOf } from './periods.ts';
import { type Bearings, type Bound, isPast, reportingPeriod, type Scene, withPeriod } from './scene.ts';

export interface Binding {
  bound: Bound[];
  anchors: readonly Anchor[];
}

export function bindFigures(
  text: string,
  clauses: readonly Clause[],
  figures: readonly Figure[],
  { facts, today, asked, wanted, anchors }: Bearings,
): Binding {
  const periods = periodsOf(figures, text, today);
  const amounts = figures.flatMap((figure) => amountOf(figure, text) ?? []);
  const scene: Scene = { text, clauses, anchors, amounts, periods, wanted, facts, asked, today };
  const bound: Bound[] = [];
  const left: { amount: Amount; index: number }[] = [];
  for (const amount of amounts) {
    const index = clauses.findIndex((c) => amount.start >= c.start && amount.start < c.end);
    const clause = clauses[index];
    if (!clause || isOfOthers(clause)) continue;
    if (amount.unit !== 'date' && isForecast(text.slice(clause.start, amount.start))) continue;
    const anchor = nearest(amount, clause, text, anchors, amounts) ?? earlierWord(amount, index, scene);
    if (!anchor) left.push({ amount, index });
    else if (anchor.role !== 'other') bound.push(...assign(amount, anchor, clause, scene));
  }
  // Figures with a unit choose among the questions first: 350，12% to headcount and growth in either order.
  const typed = left.filter(({ amount }) => amount.unit !== 'bare');
  const bare = left.filter(({ amount }) => amount.unit === 'bare');
  for (const { amount, index } of [...typed, ...bare])
    bound.push(...byQuestion(amount, clauses[index]!, bound, scene));
  bound.push(...worded(bound, scene));
  return { bound, anchors };
}

/**
 * A figure whose clause has no word goes to that of an earlier clause: 用电量嘛，今年涨了12%. A number without a unit only to
 * a clause directly before that has no figure of its own (在岗的人，250) or that it narrows (至少300人，没到1000); a day only where its clause speaks of nothing else.
 */
function earlierWord(
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
  if (amount.unit !== 'bare') return lastBefore(amount, index, clauses, anchors);
  const alone = clause.text.length <= 8 && (amount.value.min === undefined || amount.value.max === undefined);
  if (!before || amount.start - clause.start > 4) return null;
  if (amounts.some((one) => inside(before, one)) && !alone) return null;
  const found = lastBefore(amount, index, clauses, anchors);
  return found && inside(before, found) ? found : null;
}

/** 持平, 正增长, 没涨: growth without a figure, in clauses where no figure says it. */
function worded(bound: readonly Bound[], scene: Scene): Bound[] {
  const { clauses, anchors, asked, facts } = scene;
  const result: Bound[] = [];
  clauses.forEach((clause, index) => {
    const value = isOfOthers(clause) || hasOtherBase(clause.text) ? null : wordedGrowth(clause.text);
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
