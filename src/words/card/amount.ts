/** What a benefit pays, as a card has it. */
import type { CardAmount } from '../../contract/index.ts';
import type { Evaluation } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import { formatYuan } from '../../figures/index.ts';
import { sayAmount, sayRange } from '../verdict/amount.ts';
import { verdictWords } from '../verdict.ts';

/** Null for a no, and for what is no money. */
export function cardAmount(evaluation: Evaluation, facts: Facts): CardAmount | null {
  const { verdict, benefit, capYuan, potential } = evaluation;
  if (verdict === 'ineligible' || benefit.pays.every(({ pay }) => pay.form === 'service')) return null;
  const common = {
    capYuan,
    floorYuan: null,
    per: benefit.pays.find((row) => row.capPer !== null)?.capPer ?? null,
    words: sayAmount(evaluation, facts),
  };
  const least = potential?.minYuan ?? null;
  const most = potential?.maxYuan ?? null;
  if (least !== null && least === most && !(potential?.atLeast && least !== capYuan))
    return { ...common, yuan: least, kind: 'exact', figure: formatYuan(least) };
  if (potential?.atLeast && least !== null)
    return {
      ...common,
      yuan: evaluation.amountYuan,
      floorYuan: least,
      kind: 'floor',
      figure: verdictWords.atLeast(formatYuan(least)),
    };
  if (least !== null && most !== null)
    return {
      ...common,
      yuan: null,
      floorYuan: least,
      capYuan: capYuan ?? most,
      kind: 'range',
      figure: sayRange(benefit.pays, least, most),
    };
  if (capYuan === null) return { ...common, yuan: null, kind: 'unstated', figure: null };
  return { ...common, yuan: null, kind: 'cap', figure: verdictWords.upTo(formatYuan(capYuan)) };
}
