/** A figure that was said loosely (420人左右, 180多人, 快300人), found again in the bounds that it is kept as. */
import type { FactValue, Interval } from '../contract/index.ts';
import type { Distance } from '../eligibility/index.ts';

export interface Loose {
  kind: 'about' | 'over' | 'nearly';
  value: number;
}

/** 左右 is kept as this much on either side, 快 as twice as much below. */
const NEAR = 0.05;

/** Null for bounds that were said as such: 300人至330人. */
export function saidLoosely(value: FactValue | null): Loose | null {
  const { min, max, minExclusive, maxExclusive } = boundsIn(value);
  if (typeof min !== 'number' || typeof max !== 'number' || min <= 0 || min >= max) return null;
  if (minExclusive && same(max - min, stepOf(min))) return { kind: 'over', value: min };
  if (maxExclusive && !minExclusive && same(min, max * (1 - 2 * NEAR))) return { kind: 'nearly', value: max };
  const middle = exact((min + max) / 2);
  // A middle that is finer than both ends was never said.
  const isSaid = digitsOf(middle) <= Math.max(digitsOf(min), digitsOf(max));
  return !minExclusive && !maxExclusive && isSaid && same(min, middle * (1 - NEAR))
    ? { kind: 'about', value: middle }
    : null;
}

const boundsIn = (value: FactValue | null): Interval =>
  typeof value === 'object' && value !== null && !('oneOf' in value) && !('allOf' in value) ? value : {};

/** Heads are kept in wholes: 315 of 300 to 331 is the middle all the same. */
const same = (one: number, other: number): boolean =>
  Math.abs(one - other) < (Number.isInteger(one) && one > 1 ? 1 : one * 1e-9);

const exact = (n: number): number => Number(n.toPrecision(12));

/** 180 → 10, 3亿 → 1亿, 0.12 → 0.01: one of its last place that is not zero. */
const stepOf = (n: number): number => 10 ** (exponentOf(n) - digitsOf(n) + 1);
const exponentOf = (n: number): number => Math.floor(Math.log10(n) + 1e-12);

/** Significant digits: 2 of 320 and of 7800万. */
const digitsOf = (n: number): number =>
  exact(n).toExponential().split('e')[0]!.replaceAll(/[.-]/gu, '').length;

/** `figure`: the value with its unit. 约420人 · 180多人 · 3亿多元 · 将近300人. */
export function sayLoosely({ kind }: Loose, figure: string): string {
  if (kind === 'about') return `约${figure}`;
  if (kind === 'nearly') return `将近${figure}`;
  return figure.replace(ROUND, '$1多').replace(UNROUND, '$1多');
}
/** 180|人 · 8000|万元 */
const ROUND = /^(\d*0)(?=[^\d多.])/u;
/** 3亿|元 · 12%| · 15|人 */
const UNROUND = /^([\d.]+[万亿%]*)(?!.*多)/u;

/** How far a loosely said figure is off (`far`: its nearer end): 差约120人, 至少差110人; null where nothing can be said. */
export function lackLoosely({ kind, value }: Loose, far: Distance, of: FactValue): LooseLack | null {
  if (far.lack === 0 || kind === 'nearly') return null;
  if (kind === 'over') return { before: '至少', hedge: '', lack: far.lack };
  const { min, max } = boundsIn(of);
  const half = far.direction === 'more' ? Number(max) - value : value - Number(min);
  return { before: '', hedge: '约', lack: exact(far.lack + half) };
}
interface LooseLack {
  before: string;
  hedge: string;
  lack: number;
}
