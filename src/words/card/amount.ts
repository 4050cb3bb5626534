/** What a benefit pays, as a card has it. */
import type { CardAmount } from '../../contract/index.ts';
import type { Evaluation } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import { sayAmount } from '../verdict/amount.ts';

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
    return { ...common, yuan: least, kind: 'exact' };
  if (potential?.atLeast && least !== null)
    return { ...common, yuan: evaluation.amountYuan, floorYuan: least, kind: 'floor' };
  if (least !== null && most !== null)
    return { ...common, yuan: null, floorYuan: least, capYuan: capYuan ?? most, kind: 'range' };
  return { ...common, yuan: null, kind: capYuan === null ? 'unstated' : 'cap' };
}
