import type { AmountDraft } from '../draft.ts';
import { exact } from '../number/exact.ts';
import type { NumberToken } from '../number/number-token.ts';

/** The amount of a numeral in a unit: a value, or the two ends of 三四百 and 300多. */
export function amountOf(number: NumberToken, factor: number): Partial<AmountDraft> {
  const scaled = (n: number): number =>
    factor === 1 ? n : factor < 1 ? exact(n / exact(1 / factor)) : exact(n * factor);
  const approx = number.approx ? { approx: true } : {};
  if (number.lo === number.hi) return { value: scaled(number.lo), ...approx };
  const exclusive = number.open ? { minExclusive: true, maxExclusive: true } : {};
  return { min: scaled(number.lo), max: scaled(number.hi), ...exclusive, ...approx };
}

/** A draft of one numeral and its unit. */
export function draftOf(
  number: NumberToken,
  kind: AmountDraft['kind'],
  unit: string,
  factor: number,
  span: { start?: number; end: number },
  name: string,
): AmountDraft {
  return {
    kind,
    unit,
    factor,
    number,
    start: span.start ?? number.start,
    end: span.end,
    trace: [name],
    ...amountOf(number, factor),
  };
}

/** A reader of one numeral with what stands around it. */
export type AmountReader = (number: NumberToken, text: string) => AmountDraft | null;
