/** Rows of payment → what one enterprise gets, in exact decimals. */
import Big from 'big.js';
import type { FactValue, Profile } from '../contract/index.ts';
import { boundsOf } from '../facts/index.ts';
import type { Literal, Pay, PayRow } from '../policy/index.ts';
import type { Amount, OpenRow, Sum } from './evaluation.ts';

type Known = (fact: string) => FactValue | undefined;

const NOTHING_KNOWN: Sum = { min: null, max: null };
const exactly = (yuan: number): Sum => ({ min: yuan, max: yuan });

/** One function a form of payment. */
const FORMS: { [F in Pay['form']]: (pay: Extract<Pay, { form: F }>, known: Known) => Sum } = {
  yuan: (pay) => exactly(pay.yuan.value),
  share: (pay, known) =>
    between(pay.share, pay.to, (rate) =>
      scaled(known(pay.of), (of) => {
        const share = new Big(rate).plus(pay.plus?.value ?? 0);
        return of.times(pay.kept ? new Big(1).minus(share) : share);
      }),
    ),
  part: (pay, known) => {
    const one = new Big(pay.whole.value).times(pay.part.value);
    return pay.units === null
      ? exactly(one.round(2).toNumber())
      : scaled(known(pay.units), (units) => units.times(one));
  },
  each: (pay, known) =>
    between(pay.each, pay.to, (each) => {
      const counted = (rounding: (units: Big) => Big): Sum =>
        scaled(known(pay.of), (of) => {
          const units = within(of, pay.most);
          return (pay.per ? rounding(units.div(pay.per.value)) : units).times(each);
        });
      const full = counted((units) => units.round(0, Big.roundDown));
      return pay.partly ? { min: full.min, max: counted((units) => units).max } : full;
    }),
  pieces: (pay, known) =>
    scaled(known(pay.of), (of) =>
      pay.pieces.reduce((sum, { rate, over, upTo }, i) => {
        // A piece without an end of its own ends where the next begins.
        const end = upTo ?? pay.pieces[i + 1]?.over ?? null;
        const above = within(of, end).minus(over?.value ?? 0);
        return above.gt(0) ? sum.plus(above.times(rate.value)) : sum;
      }, new Big(0)),
    ),
  kinds: (pay, known) => {
    const sum = sumOfKinds(pay, known);
    return pay.months === null ? sum : times(sum, monthsKnown(known(pay.months), pay.mostMonths));
  },
  split: (pay, known) => {
    const [whole, part] = [known(pay.of), known(pay.part)].map((value) => scaled(value, (of) => of));
    const sum = (of: number | null, own: number | null): number | null =>
      of === null || own === null
        ? null
        : cents(
            new Big(of)
              .minus(Math.min(own, of))
              .times(pay.split.value)
              .plus(new Big(Math.min(own, of)).times(pay.other.value)),
          );
    // Of a part that nobody speaks of, it may be none of it or all.
    const [least, most] = [part!.min ?? 0, part!.max ?? whole!.max];
    const isMore = pay.other.value >= pay.split.value;
    return {
      min: sum(whole!.min, isMore ? least : most),
      max: sum(whole!.max, isMore ? most : least),
    };
  },
  priced: (pay, known) => {
    const units = scaled(known(pay.units), (count) => within(count, pay.most));
    const one = scaled(known(pay.of), (price) => within(price.times(pay.priced.value), pay.capUnit));
    if (pay.total === null || known(pay.of) !== undefined) return times(one, units);
    // What each of them costs is not told: all may be for one of them, or the same for each.
    const { min, max } = scaled(known(pay.total), (total) => total.times(pay.priced.value));
    const isAll = pay.most === null || (units.max !== null && units.max < pay.most.value);
    const count = units.max === null ? null : product(units.max, pay.capUnit.value);
    return {
      min: isAll ? least(min, pay.capUnit) : null,
      max: max === null || count === null ? max : Math.min(max, count),
    };
  },
  interest: (pay, known) => {
    const yearly = scaled(known(pay.of), (of) => within(of, pay.upTo).times(pay.interest.value));
    return twelfths(times(yearly, monthsKnown(known(pay.months), pay.most)));
  },
  monthly: (pay, known) =>
    times(
      times(monthsKnown(known(pay.of), pay.most), exactly(pay.monthly.value)),
      pay.units === null ? exactly(1) : scaled(known(pay.units), (units) => within(units, pay.mostUnits)),
    ),
  step: (pay, known) =>
    scaled(known(pay.of), (of) => {
      const above = of.minus(pay.over?.value ?? 0);
      const steps = above.lt(0) ? new Big(0) : above.div(pay.each.value).round(0, Big.roundDown);
      return steps.times(pay.step.value).plus(pay.base?.value ?? 0);
    }),
  yearly: (pay) => exactly(pay.years.reduce((sum, { value }) => sum.plus(value), new Big(0)).toNumber()),
  sum: (pay, known) => pay.parts.map((part) => payOf(part, known)).reduce(add),
  raised: (pay, known) => {
    const sum = payOf(pay.raised, known);
    const factor = new Big(1).plus(pay.by.value).toNumber();
    return { min: product(sum.min, factor), max: product(sum.max, factor) };
  },
  rest: (pay, known) => {
    const sum = payOf(pay.rest, known);
    // Nobody speaks of an earlier sum who has had none: presumed, and said.
    const less = known(pay.less);
    const got = less === undefined ? exactly(heldBefore(pay.held, known)) : scaled(less, (had) => had);
    return { min: difference(sum.min, got.max), max: difference(sum.max, got.min) };
  },
  within: (pay, known) => {
    const sum = payOf(pay.within, known);
    const limit = scaled(known(pay.of), (of) => of.times(pay.share.value));
    return { min: lower(sum.min, limit.min), max: lower(sum.max, limit.max) };
  },
  capped: (pay, known) => {
    const sum = payOf(pay.capped, known);
    return { min: least(sum.min, pay.at), max: least(sum.max, pay.at) };
  },
  range: (pay) => ({ min: pay.from.value, max: pay.to.value }),
  unstated: () => NOTHING_KNOWN,
  service: () => NOTHING_KNOWN,
};

/** What is paid for the step that was held before; nothing where none is told. */
function heldBefore(held: Extract<Pay, { form: 'rest' }>['held'], known: Known): number {
  const step = held && known(held.of);
  return typeof step === 'string' ? (held!.sums[step]?.value ?? 0) : 0;
}

/** Of more than count, it is not said which of them do: at least the lesser ones, at most the better. */
function sumOfKinds({ kinds, most }: Extract<Pay, { form: 'kinds' }>, known: Known): Sum {
  const told = kinds
    .filter(({ of }) => known(of) !== undefined)
    .map(({ each, of }) => ({ each: each.value, count: scaled(known(of), (count) => count) }))
    .toSorted((one, other) => one.each - other.each);
  if (told.length === 0) return NOTHING_KNOWN;
  const sum = (counts: readonly { each: number; count: number | null }[]): number | null => {
    let left = most?.value ?? Number.POSITIVE_INFINITY;
    let yuan = new Big(0);
    for (const { each, count } of counts) {
      if (count === null) return null;
      const paid = Math.min(count, left);
      left -= paid;
      yuan = yuan.plus(new Big(each).times(paid));
    }
    return cents(yuan);
  };
  return {
    min: sum(told.map(({ each, count }) => ({ each, count: count.min }))),
    max: sum(told.toReversed().map(({ each, count }) => ({ each, count: count.max }))),
  };
}

const payOf = (pay: Pay, known: Known): Sum => (FORMS[pay.form] as (p: Pay, k: Known) => Sum)(pay, known);

/** 15%–25%: at least by the one rate, at most by the other. */
function between(from: Literal, to: Literal | null, sumOf: (rate: number) => Sum): Sum {
  const low = sumOf(from.value);
  return to === null ? low : { min: low.min, max: sumOf(to.value).max };
}

function scaled(value: FactValue | undefined, rule: (of: Big) => Big): Sum {
  const bounds = value === undefined ? null : boundsOf(value);
  const yuan = (bound: number | string | undefined) =>
    typeof bound === 'number'
      ? rule(new Big(Math.max(bound, 0)))
          .round(2)
          .toNumber()
      : null;
  return bounds ? { min: yuan(bounds.min), max: yuan(bounds.max) } : NOTHING_KNOWN;
}

const within = (of: Big, most: Literal | null): Big =>
  most !== null && of.gt(most.value) ? new Big(most.value) : of;
const lower = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.min(a, b);
const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.max(0, new Big(a).minus(b).toNumber());
const cents = (yuan: Big): number => yuan.round(2).toNumber();
const twelfths = ({ min, max }: Sum): Sum => ({
  min: min === null ? null : cents(new Big(min).div(12)),
  max: max === null ? null : cents(new Big(max).div(12)),
});

/** 3年 are 36 months. */
const monthsOf = ({ value, unit }: Literal): number => (unit === '年' ? value * 12 : value);
const monthsKnown = (value: FactValue | undefined, most: Literal | null): Sum =>
  scaled(value, (of) => (most !== null && of.gt(monthsOf(most)) ? new Big(monthsOf(most)) : of));
const product = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : new Big(a).times(b).toNumber();
const times = (a: Sum, b: Sum): Sum => ({ min: product(a.min, b.min), max: product(a.max, b.max) });

const plus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : new Big(a).plus(b).toNumber();
const add = (a: Sum, b: Sum): Sum => ({ min: plus(a.min, b.min), max: plus(a.max, b.max) });

const least = (yuan: number | null, cap: Literal | null): number | null =>
  yuan === null || cap === null ? yuan : Math.min(yuan, cap.value);
const most = (yuan: number | null, floor: Literal | null): number | null =>
  yuan === null || floor === null ? yuan : Math.max(yuan, floor.value);

/** What a row pays, within its cap and floor. A floor alone (不低于200万元) is known from below. */
export function amountOfRow(row: PayRow, profile: Profile): Sum {
  const sum = payOf(row.pay, (fact) => profile[fact]);
  const unstated = row.pay.form === 'unstated';
  if (unstated && row.floor) return exactly(row.floor.value);
  const within = (yuan: number | null) => least(least(most(yuan, row.floor), row.cap), row.capYear);
  // 每台最高5万元: all of it may be for one of them, or for so many that none comes to that much.
  const one = least(sum.min, row.capEach);
  // 不超过25%: what comes out is the most that may be paid, and nothing is promised.
  return { min: row.atMost ? row.floor && within(row.floor.value) : within(one), max: within(sum.max) };
}

/** What any of the rows may pay; null where nothing is stated, or nothing known yet. */
export function amountOfFirst(rows: OpenRow[]): Amount | null {
  let minYuan: number | null = Number.POSITIVE_INFINITY;
  let maxYuan: number | null = Number.NEGATIVE_INFINITY;
  let atLeast = false;
  for (const { row, sum } of rows) {
    minYuan = minYuan === null || sum.min === null ? null : Math.min(minYuan, sum.min);
    maxYuan = maxYuan === null || sum.max === null ? null : Math.max(maxYuan, sum.max);
    atLeast ||= row.atLeast || isFloorOnly(row);
  }
  const nothing = rows.length === 0 || (minYuan === null && maxYuan === null);
  return nothing ? null : { minYuan, maxYuan, atLeast };
}

/** 不低于 without a rate: only the least is stated. */
export const isFloorOnly = (row: PayRow): boolean => row.pay.form === 'unstated' && row.floor !== null;

/** The most that any of the rows pays; null where one has no cap. */
export function capOfFirst(rows: OpenRow[]): number | null {
  let most: number | null = null;
  for (const { row, sum } of rows) {
    // What a share may at most come to limits it as a cap does.
    const caps = [row.cap?.value, row.capYear?.value, row.atMost ? sum.max : null].filter(
      (cap) => cap != null,
    );
    if (caps.length === 0) return null;
    most = Math.max(most ?? 0, Math.min(...caps));
  }
  return most;
}
