/** Rows that are paid beside the others: 另奖励3万元. What comes together is one sum; of what nobody has spoken of there is none. */
import Big from 'big.js';
import type { Profile } from '../contract/index.ts';
import { type Benefit, factsOfPay, type PayRow } from '../policy/index.ts';
import type { Amount, OpenRow } from './evaluation.ts';
import { amountOfFirst, capOfFirst } from './pay.ts';
import { YES } from './three-values.ts';
import { factsOfNeed } from './truth.ts';

/** Where one row surely pays, those whose own facts nobody has spoken of are left out. */
export function spokenOf(rows: readonly OpenRow[], benefit: Benefit, profile: Profile): OpenRow[] {
  const spoken = rows.filter((row) => !isSilent(row, benefit, profile));
  return spoken.some(({ truth }) => truth === YES) ? spoken : [...rows];
}

function isSilent({ row, truth, sum }: OpenRow, benefit: Benefit, profile: Profile): boolean {
  if (truth === YES && (sum.min !== null || sum.max !== null)) return false;
  const all = factsOfRow(row);
  const others = new Set([
    ...benefit.needs.flatMap(factsOfNeed),
    ...benefit.pays.filter(({ added }) => added !== row.added).flatMap(factsOfRow),
  ]);
  const own = all.filter((fact) => !others.has(fact));
  const asked = own.length > 0 ? own : row.when ? factsOfNeed(row.when) : [];
  return asked.length > 0 && asked.every((fact) => profile[fact] === undefined);
}

const factsOfRow = ({ when, pay }: PayRow): string[] => [
  ...(when ? factsOfNeed(when) : []),
  ...factsOfPay(pay),
];

/** What the rows pay: one of those that are not added, and beside it each that is. */
export function amountOf(rows: OpenRow[]): Amount | null {
  const added = rows.filter(({ row }) => row.added);
  if (added.length === 0 || !rows.some(({ truth }) => truth === YES)) return amountOfFirst(rows);
  const first = rows.filter(({ row }) => !row.added);
  const sums = added.map(({ truth, sum }) => ({ min: truth === YES ? sum.min : 0, max: sum.max }));
  let { minYuan, maxYuan, atLeast }: Amount =
    first.length === 0 ? NOTHING : (amountOfFirst(first) ?? UNKNOWN);
  // The first of them may still fail, and what is added is paid all the same.
  if (first.length > 0 && !first.some(({ truth }) => truth === YES)) minYuan = 0;
  for (const { min, max } of sums) {
    minYuan = plus(minYuan, min);
    maxYuan = plus(maxYuan, max);
  }
  for (const { row } of added)
    if (row.capAll) {
      const { value } = row.capAll;
      minYuan = minYuan === null ? null : Math.min(minYuan, value);
      maxYuan = maxYuan === null ? null : Math.min(maxYuan, value);
    }
  atLeast ||= added.some(({ row }) => row.atLeast);
  return minYuan === null && maxYuan === null ? null : { minYuan, maxYuan, atLeast };
}

/** The most that they come to; null where one of them has no limit. */
export function capOf(rows: OpenRow[]): number | null {
  const added = rows.filter(({ row }) => row.added);
  if (added.length === 0) return capOfFirst(rows);
  const all = added.flatMap(({ row }) => row.capAll?.value ?? []);
  if (all.length > 0) return Math.min(...all);
  const first = rows.filter(({ row }) => !row.added);
  const caps = [first, ...added.map((row) => [row])].filter((some) => some.length > 0).map(mostOf);
  return caps.reduce<number | null>(plus, 0);
}

/** A sum without a limit is its own. */
const mostOf = (rows: OpenRow[]): number | null =>
  capOfFirst(rows) ??
  (rows.every(({ row }) => row.pay.form === 'yuan') ? (amountOfFirst(rows)?.maxYuan ?? null) : null);

const NOTHING: Amount = { minYuan: 0, maxYuan: 0, atLeast: false };
const UNKNOWN: Amount = { minYuan: null, maxYuan: null, atLeast: false };

const plus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : new Big(one).plus(other).toNumber();
