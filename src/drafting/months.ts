/** Sums by the month: 每月1000元, 每人每月500元，最长不超过12个月. */
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import type { Marked } from './role.ts';
import { markRoles } from './roles.ts';

/** '每月' · '每人每月' · '元/人·月' */
const BEFORE = /每(?:个|1|一)?月(?:按|给予|予以|奖励|补助|补贴|资助|发放|补|最高|的|标准|为)*$/u;
const BEHIND = /^[／/](?:[人个家户名][·•．.／/]?)?月/u;

/** Whether the sum is one of each month. How many of them are paid is looked for afterwards. */
export const monthlyOf = (text: string, { start, end, list }: Marked): { most: null } | null =>
  BEFORE.test(text.slice(0, list?.start ?? start)) || BEHIND.test(text.slice(list?.end ?? end))
    ? { most: null }
    : null;

/** '补贴期限最长不超过12个月' · '连续补贴3年' */
const LASTS = /(?:最长|最多|不超过|期限|为期|周期|时限|连续|补贴|补助|发放|享受|资助|奖励)[^，。；]{0,8}$/u;

/** The longest that is paid, in the grant's own sentence or in one of the measure that says nothing else. */
export function limitMonths(grants: readonly Grant[], limbs: readonly Limb[], ref: string | null): void {
  for (const grant of grants)
    for (const payment of grant.payments) {
      if (payment.monthly === null) continue;
      const own = lasting(grant.limb, grant.marks);
      const behind = limbs.slice(limbs.indexOf(grant.limb) + 1);
      for (const limb of own ? [] : behind) {
        const most = lasting(limb, markRoles(limb.plain.text, ref));
        if (!most) continue;
        payment.monthly = { most };
        grant.to = Math.max(grant.to, limb.to);
        break;
      }
      if (own) payment.monthly = { most: own };
    }
}

const lasting = ({ plain }: Limb, marks: readonly Marked[]): Marked | null =>
  marks.find(
    ({ figure, role, start }) =>
      figure.kind === 'duration' &&
      role === 'period' &&
      (figure.unit === 'month' || figure.unit === 'year') &&
      LASTS.test(`${plain.text.slice(0, start)}${/^(?:最长|最多|不超过)+/u.exec(figure.text)?.[0] ?? ''}`),
  ) ?? null;
