/** 去年41万度，今年46.5 · 今年38.2亿，去年同期31.5: a scale that is said once serves both figures of a comparison. */
import { times } from '../named/units.ts';
import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import { namesNothing } from './filler.ts';

/** The figures with the scale and the unit that a neighbour of their size lends them. */
export function withSharedScale(
  amounts: readonly Amount[],
  text: string,
  clauses: readonly Clause[],
): Amount[] {
  return amounts.map((amount) => {
    if (amount.unit !== 'bare' || amount.scaled || amount.pieces) return amount;
    const lender = amounts.find((other) => lends(other, amount, text, clauses));
    if (!lender) return amount;
    const scale = scaleOf(lender, text);
    return { ...amount, unit: lender.unit, value: times(amount.value, scale), scaled: true };
  });
}

function lends(lender: Amount, amount: Amount, text: string, clauses: readonly Clause[]): boolean {
  const scale = scaleOf(lender, text);
  if (lender === amount || scale === 1 || !isAmount(lender)) return false;
  const [size, own] = [sizeOf(lender) / scale, sizeOf(amount)];
  return (
    own >= size / NEAR &&
    own <= size * NEAR &&
    isOfAYear(amount, text, clauses) &&
    namesYear(lender, text, clauses)
  );
}
/** As many times more or less; what lies farther apart is no comparison. */
const NEAR = 4;

const isAmount = ({ unit }: Amount): boolean => unit === 'yuan' || unit === 'kWh' || unit === 'bare';

/** It says of which year it is, and nothing else. */
function isOfAYear(amount: Amount, text: string, clauses: readonly Clause[]): boolean {
  const around = aroundOf(amount, text, clauses);
  return around !== null && YEAR.test(around) && namesNothing(around);
}
const namesYear = (amount: Amount, text: string, clauses: readonly Clause[]): boolean =>
  YEAR.test(aroundOf(amount, text, clauses) ?? '');
const YEAR = /今年|本年|去年|上年|前年|同期|现在|这次|上次|\d{2,4}年/u;

function aroundOf({ start, end }: Amount, text: string, clauses: readonly Clause[]): string | null {
  const clause = clauses.find((one) => start >= one.start && end <= one.end);
  return clause ? text.slice(clause.start, start) + text.slice(end, clause.end) : null;
}

function scaleOf({ start, end }: Amount, text: string): number {
  const written = text.slice(start, end);
  const found = SCALES.find(([word]) => written.includes(word));
  return found?.[1] ?? 1;
}
const SCALES: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['千万', 10_000_000],
  ['百万', 1_000_000],
  ['万', 10_000],
];

const sizeOf = ({ value }: Amount): number => Math.abs(Number(value.min ?? value.max));
