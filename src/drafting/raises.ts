/** '属于专精特新企业的，补助比例提高5个百分点': a share of somebody's own, made of the one before and the points on top of it. */
import type { Grant } from './grant.ts';
import type { Payment } from './payment.ts';
import type { Marked } from './role.ts';

export const isPoints = ({ figure }: Marked): boolean => figure.kind === 'percent' && figure.unit === 'point';

const isRaise = ({ payments }: Grant): boolean =>
  payments.length === 1 && payments[0]!.mark !== null && isPoints(payments[0]!.mark);

const isShare = ({ form, mark }: Payment): boolean => form === 'share' && mark !== null && !isPoints(mark);

/** The grants without the raises, each with those of its own; a raise of no single share stays, and is accounted for as such. */
export function withRaises(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const raised = isRaise(grant) ? kept.findLast(({ payments }) => payments.some(isShare)) : undefined;
    const apart = grant.conditions.flags.length + grant.conditions.bounds.length > 0;
    if (raised?.payments.length === 1 && raised.raise === null && apart) {
      raised.raise = grant;
      raised.to = Math.max(raised.to, grant.to);
      continue;
    }
    if (raised)
      raised.composed.troubles.push(`“${grant.payments[0]!.mark!.figure.text}”怎样与前面的比例相加没有写明`);
    kept.push(grant);
  }
  return kept;
}
