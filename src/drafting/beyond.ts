/** '达到60场的，给予12万元；超出部分每场再补助3000元': a sum at the bound, and so much for each that lies beyond it. */
import type { Bound } from './bounds.ts';
import type { Grant } from './grant.ts';
import { BEYOND } from './hazards.ts';
import type { Payment } from './payment.ts';

/** The grants without what is paid beyond the bound of the sum before, each with that of its own. */
export function takeBeyond(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const before = kept.at(-1);
    const bound = before && boundBelow(before, grant);
    if (bound) takeOn(before, grant, bound);
    else kept.push(grant);
  }
  return kept;
}

/** The one bound of the sum before that the piece begins at; null where the piece is one of something else. */
function boundBelow({ limb, payments, conditions }: Grant, next: Grant): Bound | null {
  const [sum, ...others] = payments;
  const [beyond, ...more] = next.payments;
  const isSum = others.length === 0 && sum!.form === 'yuan' && sum!.mark && !sum!.item && !sum!.monthly;
  if (!isSum || sum!.caps.length > 0 || sum!.beyond || more.length > 0) return null;
  if (limb.part !== next.limb.part || beyond!.piece?.side !== 'over' || beyond!.pieces.length > 0)
    return null;
  if (!beyond!.mark || !['each', 'step'].includes(beyond!.form) || beyond!.item) return null;
  const unit = beyond!.form === 'step' ? null : beyond!.per!.unit;
  const bounds = conditions.bounds.filter(
    (one) => ['atLeast', 'over'].includes(one.comparator) && (unit === null || isOf(one, unit)),
  );
  const [bound, ...rest] = bounds;
  if (!bound || rest.length > 0) return null;
  const from = beyond!.piece.written ?? ownBound(next, conditions.bounds);
  return from === null || from === bound.literals[0] ? bound : null;
}

const isOf = ({ unit }: Bound, counted: string): boolean =>
  unit === counted || (unit === 'person' && /^[人名]$/u.test(counted));

/** '超过60场的，超出部分': the bound that the next clause sets for itself; null where it sets none. */
function ownBound({ conditions, limb }: Grant, shared: readonly Bound[]): string | null {
  const own = conditions.bounds.find((bound) => !shared.includes(bound) || limb.plain.text.startsWith('超'));
  return own?.literals[0] ?? null;
}

function takeOn(before: Grant, grant: Grant, bound: Bound): void {
  const [sum, beyond] = [before.payments[0]!, grant.payments[0]!];
  sum.beyond = { payment: beyond, bound };
  sum.caps.push(...beyond.caps);
  sum.within ??= beyond.within;
  if (before.limb === grant.limb) sum.end = beyond.end;
  // The bound that it repeats is told by the condition of the sum.
  const told = grant.conditions.bounds;
  before.marks.push(
    ...grant.marks.filter(
      (mark) =>
        !before.marks.includes(mark) &&
        !told.some(({ start, end }) => start <= mark.start && mark.end <= end + 4),
    ),
  );
  for (const { composed } of [before, grant]) composed.held.add(BEYOND);
  before.to = Math.max(before.to, grant.to);
}

/** 每100万美元, 每增加1000人次: so many of them at a time; null where each of them is paid for. */
export const stepBeyond = ({ step, per }: Payment): string | null => step?.figure.text ?? per?.lot ?? null;
