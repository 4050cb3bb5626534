import { exact } from './exact.ts';

/** Both ends of what a numeral can mean; equal for a plain one. */
export interface Interval {
  lo: number;
  hi: number;
}

export const interval = (value: number): Interval => ({ lo: value, hi: value });
export const times = (a: Interval, factor: number): Interval => ({
  lo: exact(a.lo * factor),
  hi: exact(a.hi * factor),
});
export const plus = (a: Interval, b: Interval): Interval => ({
  lo: exact(a.lo + b.lo),
  hi: exact(a.hi + b.hi),
});
export const isSingle = (a: Interval): boolean => a.lo === a.hi;
export const isZero = (a: Interval): boolean => a.lo === 0 && a.hi === 0;
