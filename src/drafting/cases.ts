/**
 * A rule → enterprises that a person can judge: for each row one that gets it, and for each threshold one below, on and above it.
 * What each of them gets is computed elsewhere, by the rule itself.
 */
import type { Facts } from '../facts/index.ts';
import { type Benefit, factsOfPay, type Literal, type Need, type Pay, testsOf } from '../policy/index.ts';

/** Facts with plain values. */
export type Given = Record<string, boolean | number | string>;

/** More than this nobody reads. */
const MOST = 24;

/** The enterprises to judge, each once: rows first, then thresholds. */
export function givensOf(benefit: Benefit, facts: Facts): Given[] {
  const rows = benefit.pays.map((_, i) => rowGiven(benefit, i, facts));
  const [first] = rows;
  if (!first) return [];
  const beyond = benefit.pays.flatMap((row, i) =>
    row.cap ? [{ ...rows[i]!, ...beyondCap(row.pay, row.cap) }] : [],
  );
  const around = thresholdsOf(benefit).flatMap(({ fact, bound }) => {
    // Around a tier the other conditions are those of the row that the tier belongs to.
    const base = rows.find((row) => row[fact] === bound.value) ?? rows.find((row) => fact in row) ?? first;
    return aroundBound(bound, facts.get(fact)?.unit).map((value): Given => ({ ...base, [fact]: value }));
  });
  const lacking = benefit.needs.flatMap((need) =>
    need.kind === 'fact' ? [{ ...first, [need.fact]: false }] : [],
  );
  const all = [...rows, ...beyond, ...around, ...lacking];
  return [
    ...new Map(all.map((given) => [JSON.stringify(Object.entries(given).sort()), given])).values(),
  ].slice(0, MOST);
}

/** One that meets the conditions and this row's, and no row's above it. */
function rowGiven({ needs, presumes, vague, pays }: Benefit, index: number, facts: Facts): Given {
  const given: Given = {};
  for (const need of [...needs, ...presumes]) meet(need, given);
  for (const { fact } of vague) given[fact] = true;
  const row = pays[index]!;
  if (row.when) meet(row.when, given);
  for (const fact of factsOfPay(row.pay)) given[fact] ??= sample(facts.get(fact)?.unit);
  return given;
}

function meet(need: Need, given: Given): void {
  switch (need.kind) {
    case 'fact':
      given[need.fact] ??= true;
      return;
    case 'all':
      for (const part of need.of) meet(part, given);
      return;
    case 'any':
      meet(need.of[0]!, given);
      return;
    case 'listed':
      meet(need.of, given);
      return;
    case 'oneReading':
      return;
    case 'not':
      if (need.of.kind === 'fact') given[need.of.fact] = false;
      else if (need.of.kind === 'test' && need.of.test.op === 'under')
        given[need.of.fact] ??= need.of.test.bound.value;
      else if (need.of.kind === 'test' && need.of.test.op === 'atMost')
        given[need.of.fact] ??= above(need.of.test.bound);
      return;
    case 'test': {
      const { test, fact } = need;
      if (test.op === 'in') given[fact] = test.values[0]!;
      else if (test.op === 'within') given[fact] = test.from;
      else if (test.op === 'between') given[fact] = test.from.value;
      else
        given[fact] =
          test.op === 'over' ? above(test.bound) : test.op === 'under' ? below(test.bound) : test.bound.value;
    }
  }
}

/** A round value to reckon with. */
const sample = (unit: string | undefined): number =>
  unit === 'yuan' ? 1_000_000 : unit === 'ratio' ? 0.2 : 3;

/** Twice what reaches the cap. */
function beyondCap(pay: Pay, cap: Literal): Given {
  if (pay.form === 'share' && pay.share.value > 0)
    return { [pay.of]: roundUp((cap.value / pay.share.value) * 2) };
  if (pay.form === 'each' && pay.each.value > 0)
    return { [pay.of]: Math.ceil(cap.value / pay.each.value) * 2 };
  return {};
}

/** 1666667 → 2000000 */
function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / step) * step;
}

function thresholdsOf({ needs, presumes, pays }: Benefit): { fact: string; bound: Literal }[] {
  const whens = pays.flatMap(({ when }) => (when ? [when] : []));
  return [...whens, ...needs, ...presumes].flatMap(testsOf).flatMap(({ fact, test }) => {
    if (test.op === 'between') return [test.from, test.to].map((bound) => ({ fact, bound }));
    return 'bound' in test ? [{ fact, bound: test.bound }] : [];
  });
}

const aroundBound = (bound: Literal, unit: string | undefined): number[] =>
  [below(bound), bound.value, above(bound)].filter((value) => unit === 'ratio' || value >= 0);

const below = (bound: Literal): number => exact(bound.value - stepOf(bound));
const above = (bound: Literal): number => exact(bound.value + stepOf(bound));
/** The smallest difference that a person would write: one of what is counted, a tenth of a percent, a hundredth of a sum. */
function stepOf({ kind, value }: Literal): number {
  if (kind === 'ratio') return 0.001;
  return kind === 'money' && value >= 10_000 ? value / 100 : 1;
}
const exact = (value: number): number => Number(value.toPrecision(12));
