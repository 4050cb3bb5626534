/** Several figures of one fact in one message → one value, believed or not. */
import { addDays, type FactValue, type Interval, type Period } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { asValue } from './amounts.ts';
import type { Reading } from './reading.ts';
import type { Bound } from './scene.ts';

/**
 * Of several periods the one that rules ask for, else the latest; of several figures the total, the largest, what all allow; the range they span only
 * where the figure goes up and down. Null where two were said and nothing tells which holds.
 */
export function oneValue(bound: readonly Bound[], fact: Fact, wanted: readonly Period[]): FactValue | null {
  const isWanted = ({ value }: Bound) =>
    wanted.some((p) => p.from === value.period?.from && p.to === value.period.to);
  const ofPeriod = bound.filter(isWanted);
  const unsaid = bound.filter(({ value }) => value.period === undefined);
  const pool =
    ofPeriod.length > 0
      ? ofPeriod
      : unsaid.length > 0
        ? unsaid
        : isSpread(bound, fact)
          ? bound
          : ofLatest(bound);
  const months = addedUp(bound, wanted, fact);
  if (months) return months;
  const total = pool.findLast((one) => one.total);
  const least = pool.findLast((one) => one.least);
  if (least) return asValue(least.value);
  const values = pool.map((one) => one.value);
  const [first, ...rest] = values;
  if (total) return asValue(total.value);
  if (rest.length === 0) return asValue(first!);
  const became = pool.findLast((one) => one.becomes);
  if (fact.several === 'largest' && became) return asValue(became.value);
  if (fact.several === 'largest') return asValue(values.reduce((a, b) => (low(b) > low(a) ? b : a)));
  const both = values.reduce<Interval | null>((a, b) => (a ? meet(a, b) : null), first!);
  if (both) return asValue(both);
  const hull = values.reduce(join);
  if (isSpread(pool, fact) || (fact.several === 'total' && pool.slice(1).every((one) => one.more)))
    return asValue({ ...hull, ...added(values) });
  if (fact.several === 'total' && rest.some((one) => low(one) !== low(first!))) {
    return asValue({
      ...hull,
      min: Math.max(...values.map(low)),
      max: values.reduce((sum, one) => sum + high(one), 0),
    });
  }
  return pool.some((one) => one.varies) ? asValue(hull) : null;
}

/** 6月付了300万，8月又付了350万: what is spent in months of their own adds up. */
const isSpread = (bound: readonly Bound[], { several }: Fact): boolean =>
  several === 'total' &&
  bound.length > 1 &&
  bound.every(({ value: { period: one } }, i) =>
    bound
      .slice(i + 1)
      .every(({ value: { period: other } }) => one && other && (one.to < other.from || other.to < one.from)),
  );

/** 6月涨了12%，5月涨了8%: of the months that came last, in whatever order they are told; of the same months what is said last. */
const ofLatest = (bound: readonly Bound[]): readonly Bound[] => [
  bound.reduce((latest, one) => (one.value.period!.to >= latest.value.period!.to ? one : latest)),
];

/** 7月3200万，8月3300万，9月3600万: amounts of months that follow on each other and make up a period that rules ask for. */
function addedUp(bound: readonly Bound[], wanted: readonly Period[], { unit }: Fact): Interval | null {
  if (unit !== 'yuan' && unit !== 'kWh') return null;
  const parts = bound
    .map((one) => one.value)
    .filter(({ period }) => period !== undefined)
    .toSorted((a, b) => (a.period!.from < b.period!.from ? -1 : 1));
  const whole = wanted.find(
    ({ from, to }) => parts[0]?.period?.from === from && parts.at(-1)?.period?.to === to,
  );
  const follow = parts.every(
    ({ period }, i) => i === 0 || addDays(parts[i - 1]!.period!.to, 1) === period!.from,
  );
  return parts.length > 1 && whole && follow ? { ...added(parts), period: whole } : null;
}

/** First 150万, then another 100万. */
function added(values: readonly Interval[]): Interval {
  const sum = (side: 'min' | 'max') => values.reduce((all, v) => all + Number(v[side] ?? v.min ?? v.max), 0);
  return { min: sum('min'), max: sum('max') };
}

const low = (v: Interval): number => (typeof v.min === 'number' ? v.min : 0);
const high = (v: Interval): number => (typeof v.max === 'number' ? v.max : low(v));

/** What two ranges have in common (至少800人, 不超过1000人); null where they contradict each other. */
function meet(a: Interval, b: Interval): Interval | null {
  const result: Interval = { ...(a.period && { period: a.period }) };
  const low = [a, b].filter((v) => v.min !== undefined).sort((x, y) => (x.min! < y.min! ? 1 : -1))[0];
  const high = [a, b].filter((v) => v.max !== undefined).sort((x, y) => (x.max! > y.max! ? 1 : -1))[0];
  if (low) Object.assign(result, { min: low.min, ...(low.minExclusive && { minExclusive: true }) });
  if (high) Object.assign(result, { max: high.max, ...(high.maxExclusive && { maxExclusive: true }) });
  const { min, max } = result;
  const empty =
    min !== undefined &&
    max !== undefined &&
    (min > max || (min === max && (result.minExclusive || result.maxExclusive)));
  return empty ? null : result;
}

function join(a: Interval, b: Interval): Interval {
  const result: Interval = {};
  const [one, other] = [a.period, b.period ?? a.period];
  if (one && other)
    result.period = {
      from: one.from < other.from ? one.from : other.from,
      to: one.to > other.to ? one.to : other.to,
    };
  if (a.min !== undefined && b.min !== undefined) result.min = a.min < b.min ? a.min : b.min;
  if (a.max !== undefined && b.max !== undefined) result.max = a.max > b.max ? a.max : b.max;
  return result;
}

/** 三百五十来号人 is some 350: heads are whole, so the bounds are too. */
export function inWholes(value: FactValue, fact: Fact): FactValue {
  if (!fact.plausible?.whole || typeof value !== 'object' || 'oneOf' in value || 'allOf' in value)
    return value;
  const { min, max } = value;
  return {
    ...value,
    ...(typeof min === 'number' && { min: Math.ceil(min) }),
    ...(typeof max === 'number' && { max: Math.floor(max) }),
  };
}

/** Why a figure is not believed; null where it is plausible. */
export function implausible(
  { value }: Bound,
  fact: Fact,
): { value: number; why: Reading['nonsense'][number]['why'] } | null {
  const { plausible } = fact;
  if (!plausible) return null;
  for (const n of [value.min, value.max]) {
    if (typeof n !== 'number') continue;
    if (n < plausible.min) return { value: n, why: 'too-small' };
    if (n > plausible.max) return { value: n, why: 'too-large' };
    if (plausible.whole && value.min === value.max && !Number.isInteger(n))
      return { value: n, why: 'not-whole' };
  }
  return null;
}
