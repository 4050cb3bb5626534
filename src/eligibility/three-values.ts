/** Logic with three values (Kleene): false < unknown < true. `all` is the least, `any` the greatest, `not` turns the sign. */

import type { FactValue, Interval } from '../contract/index.ts';
import { boundsOf } from '../facts/index.ts';
import type { Test } from '../policy/index.ts';

export const NO = -1;
export const OPEN = 0;
export const YES = 1;
export type Truth = typeof NO | typeof OPEN | typeof YES;

export type State = 'met' | 'notMet' | 'unknown';
export const stateOf = (truth: Truth): State => (truth === YES ? 'met' : truth === NO ? 'notMet' : 'unknown');
export const not = (truth: Truth): Truth => (truth === YES ? NO : truth === NO ? YES : OPEN);

function atLeast(v: Interval, bound: number | string): Truth {
  if (v.min !== undefined && v.min >= bound) return YES;
  if (v.max !== undefined && (v.max < bound || (v.max === bound && v.maxExclusive))) return NO;
  return OPEN;
}

function over(v: Interval, bound: number | string): Truth {
  if (v.min !== undefined && (v.min > bound || (v.min === bound && v.minExclusive))) return YES;
  if (v.max !== undefined && v.max <= bound) return NO;
  return OPEN;
}

const between = (v: Interval, from: number | string, to: number | string): Truth =>
  Math.min(atLeast(v, from), not(over(v, to))) as Truth;

/** Whether one of the listed values is the enterprise's. */
function isListed(value: FactValue, values: readonly string[], open: boolean): Truth {
  if (typeof value === 'string') return values.includes(value) ? YES : open ? OPEN : NO;
  if (typeof value !== 'object') return OPEN;
  if ('allOf' in value) return value.allOf.some((one) => values.includes(one)) ? YES : open ? OPEN : NO;
  if (!('oneOf' in value)) return OPEN;
  const hits = value.oneOf.filter((one) => values.includes(one)).length;
  return hits === value.oneOf.length ? YES : hits === 0 && !open ? NO : OPEN;
}

/** A value of the wrong type (a number where a choice is tested) decides nothing. */
export function holds(test: Test, value: FactValue): Truth {
  if (test.op === 'in') return isListed(value, test.values, test.open !== null);
  const v = boundsOf(value);
  const day = test.op === 'within';
  if (v === null || (v.min !== undefined && (typeof v.min === 'string') !== day)) return OPEN;
  switch (test.op) {
    case 'atLeast':
      return atLeast(v, test.bound.value);
    case 'over':
      return over(v, test.bound.value);
    case 'atMost':
      return not(over(v, test.bound.value));
    case 'under':
      return not(atLeast(v, test.bound.value));
    case 'between':
      return between(v, test.from.value, test.to.value);
    case 'within':
      return between(v, test.from, test.to);
  }
}
