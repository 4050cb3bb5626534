/** '按年利率3%给予贴息', '按2个百分点给予贴息': so much of what was borrowed for each year that it was used. */
import type { Mention } from './figures-of.ts';

const YEARLY = /年(?:化)?(?:贴息|利)?(?:利)?率(?:为|的|按|不超过)?$/u;
const SUBSIDY = /贴息/u;
const POINTS_OF_INTEREST =
  /^(?:的)?(?:比例|标准|利率)?(?:给予|予以|进行|的)?(?:贷款|财政|利息)?(?:贴息|利息补)/u;

/** Whether the figure is a rate of a year, on what was borrowed. Half of the bank's rate (LPR的50%) is none that is written. */
export const isInterest = ({ figure, before, behind, phrase }: Mention): boolean => {
  if (figure.kind !== 'percent' || /LPR|基准|基点/u.test(phrase)) return false;
  if (YEARLY.test(before)) return SUBSIDY.test(phrase + behind);
  return figure.unit === 'point' && POINTS_OF_INTEREST.test(behind);
};
