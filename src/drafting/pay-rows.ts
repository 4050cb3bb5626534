/** What a draft pays → the rows of a rule: conditions of their own, one form each, limits. */
import { readLiteral } from '../policy/index.ts';
import { amountOf, countText } from './amount-row.ts';
import { baseFact } from './base-facts.ts';
import { stepBeyond } from './beyond.ts';
import { itemTest } from './choices.ts';
import { countedFact } from './counted-fact.ts';
import { kindOf } from './cues.ts';
import type { DraftBenefit, DraftRow } from './draft.ts';
import { boundsOf } from './figures-of.ts';
import { countsSame } from './most.ts';
import type { FactBook } from './names.ts';
import { limitsOf, literalText } from './pay-limits.ts';
import type { Payment } from './payment.ts';
import { heldFact, receivedFact } from './received.ts';
import { needsOfFlags, testsOf } from './tests.ts';

type Row = Record<string, unknown>;

/** The first row that holds is paid; `number`: the measure's. */
export function rowsOfPay(draft: DraftBenefit, book: FactBook, number: string): Row[] {
  const counted = countedFact(draft, book, number);
  const all = merged(ordered(draft).flatMap((row) => payRows(row, draft, book, counted, number)));
  const rows = [...all.filter(({ added }) => !added), ...all.filter(({ added }) => added)];
  return draft.difference ? rows.map((row) => withoutBefore(row, rows, book)) : rows;
}

/** Nobody has had less before the lowest sum; of a better one what was had is taken off. */
function withoutBefore(row: Row, rows: readonly Row[], book: FactBook): Row {
  const sums = rows.flatMap(({ yuan }) => (yuan === undefined ? [] : [sumOf(yuan as string)]));
  if (row.yuan === undefined || sumOf(row.yuan as string) === Math.min(...sums)) return row;
  const { yuan, ...limits } = row;
  return { ...limits, rest: { yuan }, less: receivedFact(book), ...heldOf(row, rows, book) };
}

/** From which of the listed steps one rises, and what each pays. */
function heldOf(row: Row, rows: readonly Row[], book: FactBook): Row {
  const own = choiceOf(row);
  const steps = rows.flatMap((one) =>
    choiceOf(one)?.fact === own?.fact && one.yuan !== undefined ? [one] : [],
  );
  if (!own || steps.length !== rows.length) return {};
  const lower = steps.filter(({ yuan }) => sumOf(yuan as string) < sumOf(row.yuan as string));
  const sums = lower.flatMap((one) => choiceOf(one)!.values.map((value) => [value, one.yuan]));
  return { held: { of: heldFact(own.fact, book), sums: Object.fromEntries(sums) } };
}

const sumOf = (text: string): number => readLiteral(text)?.value ?? Number.NaN;

/** Highest sum first, so that of several titles the better one pays. */
function ordered({ rows }: DraftBenefit): readonly DraftRow[] {
  const sums = rows.map(({ payment }) =>
    payment.mark && payment.form === 'yuan' ? boundsOf(payment.mark.figure).value : null,
  );
  if (sums.some((sum) => sum === null) || rows.some(({ bounds }) => bounds.length > 0)) return rows;
  return rows
    .map((row, i) => ({ row, sum: sums[i]! }))
    .toSorted((one, other) => other.sum - one.sum)
    .map(({ row }) => row);
}

/** 每件5万元, but of two countries at most: sure up to two of them, and open for more. */
function payRows(
  row: DraftRow,
  draft: DraftBenefit,
  book: FactBook,
  counted: string | null,
  number: string,
): Row[] {
  const paid = payRow(row, draft, book, counted, number);
  const { most, form } = row.payment;
  if (most === null || !['each', 'kinds'].includes(form) || countsSame(row.payment)) return [paid];
  if (form === 'kinds') return [{ unstated: kindOf(draft.quote) }];
  const few = { [counted!]: { atMost: countText(most) } };
  const when = paid.when === undefined ? few : { all: [paid.when, few] };
  return [
    { ...paid, when },
    { ...(paid.when !== undefined && { when: paid.when }), unstated: kindOf(draft.quote) },
  ];
}

function payRow(
  row: DraftRow,
  draft: DraftBenefit,
  book: FactBook,
  counted: string | null,
  number: string,
): Row {
  const { payment, bounds, flags } = row;
  const whens = [
    ...bounds.flatMap((bound) => testsOf(bound, book)),
    ...needsOfFlags(flags, book),
    ...(payment.item ? [itemTest(payment, draft, book, number)] : []),
  ];
  const when = whens.length > 1 ? { all: whens } : whens[0];
  if (payment.beyond)
    return {
      ...(when !== undefined && { when }),
      ...withBeyond(payment, payment.beyond, book),
      ...limitsOf(payment),
    };
  return {
    ...(when !== undefined && { when }),
    ...withLimits(limited(row, draft, book, counted), limitsOf(payment)),
    ...(payment.beside && { added: true }),
  };
}

/** What each may come to at most is a part of a form that counts them. */
const withLimits = (paid: Row, { capEach, ...limits }: Row): Row => ({
  ...paid,
  ...limits,
  ...(capEach !== undefined && !('priced' in paid) && { capEach }),
});

/** The sum at the bound, and so much for each step, or each one, over it. */
function withBeyond(
  { mark }: Payment,
  { payment, bound }: NonNullable<Payment['beyond']>,
  book: FactBook,
): Row {
  const [base, rate] = [literalText(mark!.figure.text), literalText(payment.mark!.figure.text)];
  const of = book.number(bound.label, bound.unit);
  const each = stepBeyond(payment);
  const over = bound.literals[0]!;
  return each === null
    ? { sum: [{ yuan: base }, { pieces: [{ rate, over }], of }] }
    : { step: rate, each: literalText(each), of, base, over };
}

/** The amount, raised, and within a share of something, where the clause says so. */
function limited(row: DraftRow, draft: DraftBenefit, book: FactBook, counted: string | null): Row {
  const { raisedBy, within } = row.payment;
  const amount = amountOf(row, draft, book, counted);
  const raised = raisedBy ? { raised: amount, by: literalText(raisedBy.figure.text) } : amount;
  if (!within) return raised;
  return {
    within: raised,
    share: literalText(within.mark.figure.text),
    of: baseFact(within.base, draft, book),
  };
}

/** Rows that pay the same for several listed things are one row. */
function merged(rows: Row[]): Row[] {
  const found: Row[] = [];
  for (const row of rows) {
    const twin = found.find(
      (one) => samePay(one, row) && choiceOf(one) !== null && choiceOf(one)?.fact === choiceOf(row)?.fact,
    );
    if (twin)
      twin.when = { [choiceOf(twin)!.fact]: { in: [...choiceOf(twin)!.values, ...choiceOf(row)!.values] } };
    else found.push({ ...row });
  }
  return found;
}

const samePay = ({ when: _one, ...pay }: Row, { when: _other, ...other }: Row): boolean =>
  JSON.stringify(pay) === JSON.stringify(other);

function choiceOf({ when }: Row): { fact: string; values: string[] } | null {
  const [entry] = Object.entries((when ?? {}) as Record<string, { is?: string; in?: string[] }>);
  if (!entry) return null;
  const values = entry[1].in ?? (entry[1].is === undefined ? null : [entry[1].is]);
  return values && { fact: entry[0], values };
}
