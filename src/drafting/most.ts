/** '同一企业每年最多资助3个项目': of how many things a grant is paid at most, for one who gets it. */
import type { Grant } from './grant.ts';
import type { Payment } from './payment.ts';
import type { Marked } from './role.ts';

/** The payments that are counted take the limit that stands in their limb. */
export function limitCounts(payments: readonly Payment[], marks: readonly Marked[]): void {
  const most = marks.find(({ role }) => role === 'most');
  for (const payment of most ? payments : []) if (isCounted(payment)) payment.most ??= most!;
}

/** Also of a share whose limit is one of each: 单台最高5万元，每家企业最多4台. */
const isCounted = ({ form, caps }: Payment): boolean =>
  form === 'each' || form === 'kinds' || (form === 'share' && caps.some(({ per }) => per === 'unit'));

/** The limit of a sentence of its own: of the grants that it stands behind. */
export function limitCountsBefore(grants: readonly Grant[], most: Marked, to: number): void {
  for (const grant of grants) {
    limitCounts(grant.payments, [most]);
    if (grant.payments.some((payment) => payment.most === most)) grant.to = Math.max(grant.to, to);
  }
}

/** Whether what is limited is what is counted: 每个项目, 最多3个项目; not 每件专利, 最多两个国家. */
export function countsSame({ per, most }: Payment): boolean {
  if (per === null || most?.figure.kind !== 'count') return false;
  // 每店, 不超过3个店: the noun behind the count is what is counted.
  return most.figure.unit === per.unit || most.behind.startsWith(per.unit);
}
