/** '晋档的补足差额', '由低等级升为高等级的，补足差额部分': who rises from one listed sum to a better one gets the difference. */
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import { DIFFERENCE } from './hazards.ts';
import type { Payment } from './payment.ts';
import { markRoles } from './roles.ts';

const OWED = /差额|补差|(?:扣除|减去|扣减)[^，。；]{0,12}(?:已|原)[^，。；]{0,12}(?:奖|补|享受|获得|领)/u;

/** Behind the sums of its own limb. */
export function oweDifference(grant: Grant): void {
  const last = grant.payments.at(-1)!;
  if (OWED.test(grant.limb.plain.text.slice(last.end))) owe(grant);
}

/** A limb that says nothing else: of each list of sums of its part before it. */
export function takeDifference(limb: Limb, grants: readonly Grant[], ref: string | null): boolean {
  const { text } = limb.plain;
  if (!OWED.test(text)) return false;
  if (markRoles(text, ref).some(({ figure }) => figure.kind === 'money' || figure.kind === 'percent'))
    return false;
  const own = grants.filter((grant) => grant.limb.part === limb.part);
  const sums = own.filter(({ payments }) => payments.every(isSum));
  const listed = sums.filter(({ payments }) => payments.length > 1);
  for (const grant of listed) {
    owe(grant);
    grant.to = Math.max(grant.to, limb.to);
  }
  if (listed.length === 0) for (const { composed } of sums) composed.troubles.push(DIFFERENCE);
  return own.length > 0;
}

function owe(grant: Grant): void {
  if (grant.payments.length < 2 || !grant.payments.every(isSum)) return;
  grant.difference = true;
  grant.composed.held.add(DIFFERENCE);
}

const isSum = ({ form, mark, monthly }: Payment): boolean =>
  form === 'yuan' && mark !== null && monthly === null;
