/** How far a figure is from passing a test: 差10人, 再多1人. */
import Big from 'big.js';
import type { Profile } from '../contract/index.ts';
import { boundsOf } from '../facts/index.ts';
import type { Literal, Test } from '../policy/index.ts';
import type { Condition, Distance } from './evaluation.ts';

/** Null where the test is no bound, the figure is not known from the near side, or it passes. */
export function distanceOf(fact: string, test: Test, profile: Profile): Distance | null {
  const value = profile[fact];
  const v = value === undefined ? null : boundsOf(value);
  if (!v || test.op === 'in' || test.op === 'within') return null;
  const lower =
    test.op === 'between' ? test.from : test.op === 'atLeast' || test.op === 'over' ? test.bound : null;
  const upper =
    test.op === 'between' ? test.to : test.op === 'atMost' || test.op === 'under' ? test.bound : null;
  if (lower && typeof v.max === 'number' && v.max <= lower.value) {
    return far(fact, test, lower.value, v.max, 'more', test.op === 'over');
  }
  if (upper && typeof v.min === 'number' && v.min >= upper.value) {
    return far(fact, test, v.min, upper.value, 'less', test.op === 'under');
  }
  return null;
}

/** Persons, firms, pieces are counted; 亩 and years are measured. */
const isCounted = ({ kind, unit, value }: Literal): boolean =>
  kind === 'number' && Number.isInteger(value) && (unit === null || /^[人名家件个项次张台套条]/u.test(unit));

/** A strict bound must be passed, not reached: of persons that is one more (1000 人 to 超过1000 人: 1). */
function far(
  fact: string,
  test: Test,
  high: number,
  low: number,
  direction: Distance['direction'],
  strict: boolean,
): Distance | null {
  const whole = test.op !== 'in' && test.op !== 'within' && 'bound' in test && isCounted(test.bound);
  const gap = new Big(high)
    .minus(low)
    .plus(strict && whole ? 1 : 0)
    .toNumber();
  return gap > 0 || strict ? { fact, test, lack: gap, direction } : null;
}

/** How far each figure that fails is from passing. */
export function distancesToYes(conditions: readonly Condition[], profile: Profile): Distance[] {
  const distances: Distance[] = [];
  for (const { need, state } of conditions) {
    if (state !== 'notMet' || need?.kind !== 'test') continue;
    const far = distanceOf(need.fact, need.test, profile);
    if (far) distances.push(far);
  }
  return distances;
}

/** Nothing else fails or is open. */
export const isOnlyThat = (toYes: readonly Distance[], conditions: readonly Condition[]): boolean =>
  toYes.length > 0 &&
  conditions.every(({ state, facts }) => state === 'met' || toYes.some(({ fact }) => fact === facts[0]));
