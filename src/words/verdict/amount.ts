/** What a benefit brings, in words. */

import type { Evaluation } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import { formatYuan } from '../../figures/index.ts';
import { type Benefit, factsOfPay, type PayRow } from '../../policy/index.ts';
import { formatNeed } from '../explain.ts';
import { sayPay } from '../pays.ts';
import { verdictWords as words } from '../verdict.ts';

/** 可得5万元（一次性） · 按净增额的1‰，最高50万元 · 文件没有写明比例，最高200万元. */
export function sayAmount(evaluation: Evaluation, facts: Facts): string {
  const { potential, capYuan, benefit } = evaluation;
  const once = benefit.once ? words.once : '';
  if (potential?.minYuan != null && potential.minYuan === potential.maxYuan) {
    const amount = formatYuan(potential.minYuan);
    // A floor that has reached the cap is the cap.
    const open = potential.atLeast && potential.minYuan !== capYuan;
    return words.can(`${open ? words.atLeast(amount) : amount}${once}`);
  }
  if (potential?.minYuan != null && potential.maxYuan != null)
    return words.can(`${sayRange(benefit.pays, potential.minYuan, potential.maxYuan)}${once}`);
  if (isNotMadeOut(benefit)) return words.asWritten;
  const cap = capYuan === null ? null : words.upTo(formatYuan(capYuan));
  const parts = [...new Set(benefit.pays.map((row) => sayPay(row, facts)))];
  return [...parts, cap].filter((part) => part !== null).join('，');
}

/** 另奖励3万元, of which nobody has spoken: named, and not reckoned in. */
export function sayBeside({ beside }: Evaluation, facts: Facts): string | null {
  const rows = beside.map((row) => [row.when && formatNeed(row.when, facts), sayPay(row, facts)]);
  return rows.length === 0
    ? null
    : words.beside(rows.map((parts) => parts.filter((part) => part !== null).join('，')));
}

/** Drafted, and its amount not accounted for: the clause has one that no row pays, so that it cannot be said to state none. */
export const isNotMadeOut = ({ drafted, pays, quote }: Benefit): boolean =>
  drafted?.grade === 'C' && pays.every(({ pay }) => pay.form === 'unstated') && /\d/u.test(quote);

/** 5万元或10万元 where the rows pay fixed sums; 3万元至5万元 where they do not. */
export function sayRange(pays: readonly PayRow[], minYuan: number, maxYuan: number): string {
  const fixed = pays.flatMap(({ pay }) => (pay.form === 'yuan' ? [pay.yuan.value] : []));
  const possible = [...new Set(fixed)]
    .filter((yuan) => yuan >= minYuan && yuan <= maxYuan)
    .sort((a, b) => a - b);
  return possible.length > 1
    ? possible.map(formatYuan).join(words.or)
    : `${formatYuan(minYuan)}至${formatYuan(maxYuan)}`;
}

/** The facts that the amount is worked out from: the premium, the net increase. */
export function payFactsOf({ benefit }: Evaluation): string[] {
  return benefit.pays.flatMap(({ pay }) => factsOfPay(pay));
}
