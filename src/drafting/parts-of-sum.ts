/** '给予500万元奖励，分阶段兑付：完成股改50万元，…': sums that make up the one before them are how it is paid out, and none of their own. */
import { boundsOf } from './figures-of.ts';
import type { Composed, Payment } from './payment.ts';

/** The sum keeps its place; its parts go, and are named as what they are. */
export function leaveOutParts(made: Composed): void {
  const whole = made.payments.findIndex((_, i) => isWhole(made.payments, i));
  if (whole < 0) return;
  made.payments = made.payments.slice(0, whole + 1);
  made.parts = true;
}

const LEAST_PARTS = 2;

function isWhole(payments: readonly Payment[], at: number): boolean {
  const parts = payments.slice(at + 1);
  const sums = parts.map(sumOf);
  const whole = sumOf(payments[at]!);
  if (whole === null || parts.length < LEAST_PARTS || sums.includes(null)) return false;
  return sums.reduce<number>((total, sum) => total + sum!, 0) === whole;
}

const sumOf = ({ form, mark, item }: Payment): number | null =>
  form === 'yuan' && mark && item === null ? boundsOf(mark.figure).value : null;
