/** What a sum is paid for each step of: what the sentence bounds already, in the unit of the step; or how much more it is than a year ago. */
import type { Bound } from './bounds.ts';
import type { DraftBenefit } from './draft.ts';
import type { FactBook } from './names.ts';
import type { Payment } from './payment.ts';
import { unitOf } from './units.ts';

const YEAR = /^(?:当年|全年|年度?)/u;
const GROWTH = /(?:同比|比上年|较上年)?(?:增长率?|增速|增幅)$/u;
/** '零售额较上年每净增' → 零售额 */
const GROWN =
  /(?<thing>[\p{Script=Han}]{2,12}?)(?:[较比](?:上一?年|去年|前一?年|同期)[^，]{0,6}|同比)?每[\p{Script=Han}]*$/u;

/** `bounds`: of the row, and of the benefit. */
export function steppedFact(
  payment: Payment,
  bounds: readonly Bound[],
  draft: DraftBenefit,
  book: FactBook,
): string {
  const step = payment.step!;
  const unit = unitOf(step.figure);
  const thing = GROWN.exec(step.phrase)?.groups?.thing ?? '';
  if (payment.ofIncrease) return book.number(`${longest(thing, bounds)}净增额`, unit);
  const alike = bounds.filter((bound) => bound.unit === unit);
  const measured = alike.find(({ label }) => thing !== '' && label.endsWith(thing)) ?? alike[0] ?? bounds[0];
  return book.number(measured?.label ?? draft.benefit, measured?.unit ?? unit);
}

/** 零售额 is what 年零售额增速 is the growth of. */
function longest(thing: string, bounds: readonly Bound[]): string {
  const bare = thing.replace(YEAR, '');
  const named = bounds.map(({ label }) => label.replace(GROWTH, '')).find((label) => label.endsWith(bare));
  return named ?? thing;
}
