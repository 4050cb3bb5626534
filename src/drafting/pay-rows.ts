/** What a draft pays → the rows of a rule: conditions of their own, one form each, limits. */
import { readLiteral } from '../policy/index.ts';
import { baseFact } from './base-facts.ts';
import { stepBeyond } from './beyond.ts';
import { itemTest } from './choices.ts';
import { COUNT_WORDS } from './count-words.ts';
import { countedFact } from './counted-fact.ts';
import { DONE_FOR, ENCOURAGED, kindOf, SERVED } from './cues.ts';
import type { DraftBenefit, DraftRow } from './draft.ts';
import { boundsOf } from './figures-of.ts';
import { countsSame } from './most.ts';
import type { FactBook } from './names.ts';
import { nameOfPart } from './parts-of-base.ts';
import { limitsOf, literalText } from './pay-limits.ts';
import type { Payment } from './payment.ts';
import { heldFact, receivedFact } from './received.ts';
import type { Marked } from './role.ts';
import { steppedFact } from './steps.ts';
import { needsOfFlags, testsOf } from './tests.ts';

type Row = Record<string, unknown>;

/** The first row that holds is paid; `number`: the measure's. */
export function rowsOfPay(draft: DraftBenefit, book: FactBook, number: string): Row[] {
  const counted = countedFact(draft, book, number);
  const rows = merged(ordered(draft).flatMap((row) => payRows(row, draft, book, counted, number)));
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

const countText = ({ figure }: Marked): string => literalText(figure.text);

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
  if (payment.beside)
    return {
      ...(when !== undefined && { when }),
      sum: [besideOf(payment.beside), cappedPart(row, draft, book, counted)],
    };
  return {
    ...(when !== undefined && { when }),
    ...limited(row, draft, book, counted),
    ...limitsOf(payment),
  };
}

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

const besideOf = ({ figure }: Marked): Row => ({ yuan: literalText(figure.text) });

/** A part of a sum keeps its limit to itself. */
function cappedPart(row: DraftRow, draft: DraftBenefit, book: FactBook, counted: string | null): Row {
  const part = limited(row, draft, book, counted);
  const [cap] = row.payment.caps;
  return cap ? { capped: part, at: literalText(cap.mark.figure.text) } : part;
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

/** What the pieces are pieces of: what is counted, or the sum that the clause is about. */
function piecesOf(payment: Payment, draft: DraftBenefit, book: FactBook, counted: string | null): Row | null {
  const { pieces, piece } = payment;
  if (pieces.length === 0 && piece === null) return null;
  const of = payment.form === 'each' ? counted : cutFact(payment, draft, book);
  const all = pieces.length > 0 ? pieces : [payment];
  if (of === null || all.some((one) => one.mark === null || one.piece?.written === null))
    return { unstated: kindOf(draft.quote) };
  return {
    pieces: all.map(({ mark, piece: cut }) => ({
      rate: literalText(mark!.figure.text),
      ...(cut && { [cut.side]: cut.written! }),
    })),
    of,
  };
}

/** The sum that is cut: named beside its rate, or the only sum that the clause sets a bound for. */
function cutFact({ pieces, base }: Payment, draft: DraftBenefit, book: FactBook): string | null {
  const named = base ?? pieces.find((one) => one.base !== null)?.base ?? null;
  if (named !== null) return baseFact(named, draft, book);
  const labels = new Set(draft.bounds.flatMap(({ unit, label }) => (unit === 'yuan' ? [label] : [])));
  return labels.size === 1 ? book.number([...labels][0]!, 'yuan') : null;
}

function amountOf(
  { payment, bounds }: DraftRow,
  draft: DraftBenefit,
  book: FactBook,
  counted: string | null,
): Row {
  const { form, mark, base, step, first } = payment;
  if (form === 'service') return { service: served(draft.quote) };
  if (mark === null) return { unstated: kindOf(draft.quote) };
  const text = literalText(mark.figure.text);
  if (form === 'interest') {
    const most = payment.monthly?.most ?? null;
    const upTo = payment.piece?.side === 'upTo' ? payment.piece.written : null;
    return {
      interest: text,
      of: book.number(LOAN, 'yuan'),
      months: monthsOfLoan(book),
      ...(upTo !== null && { upTo }),
      ...(most && { most: upperEnd(literalText(most.figure.text)) }),
    };
  }
  const cut = piecesOf(payment, draft, book, counted);
  if (cut) return cut;
  if (payment.monthly && (form === 'each' || form === 'yuan')) {
    const { most } = payment.monthly;
    return {
      monthly: text,
      of: monthsOf(draft, book),
      ...(form === 'each' && { units: counted! }),
      ...(countsSame(payment) && { mostUnits: countText(payment.most!) }),
      ...(most && { most: upperEnd(literalText(most.figure.text)) }),
    };
  }
  switch (form) {
    case 'yuan':
      return { yuan: text };
    case 'share':
      if (payment.whole) {
        const whole = literalText(payment.whole.figure.text);
        return { part: text, whole, ...(payment.per && { units: counted! }) };
      }
      if (payment.part)
        return {
          split: text,
          of: baseFact(base!, draft, book),
          other: literalText(payment.part.mark.figure.text),
          part: book.number(nameOfPart(payment), 'yuan'),
        };
      return {
        ...ends(text, 'share'),
        ...(payment.plus && { plus: literalText(payment.plus.figure.text) }),
        of: baseFact(base!, draft, book),
        ...(payment.kept && { kept: true }),
      };
    case 'each':
      return {
        ...ends(text, 'each'),
        of: counted!,
        ...lotOf(payment),
        ...(countsSame(payment) && { most: countText(payment.most!) }),
      };
    case 'kinds':
      return {
        kinds: payment.kinds!.map((kind) => kindRow(kind, payment, draft, book)),
        ...(countsSame(payment) && { most: countText(payment.most!) }),
        ...(payment.monthly && { months: monthsOf(draft, book) }),
        ...(payment.monthly?.most && {
          mostMonths: upperEnd(literalText(payment.monthly.most.figure.text)),
        }),
      };
    case 'step': {
      return {
        step: text,
        each: literalText(step!.figure.text),
        of: steppedFact(payment, [...bounds, ...draft.bounds], draft, book),
        ...(first && { base: literalText(first.mark.figure.text), over: first.over }),
      };
    }
    case 'range': {
      const [from, to] = text.split(RANGE);
      return to === undefined ? { unstated: kindOf(draft.quote) } : { range: [withUnit(from!, to), to] };
    }
    default:
      return { unstated: kindOf(draft.quote) };
  }
}

/** For how many months it is paid, by what it is paid for. */
function monthsOf({ flags, bounds, who, benefit }: DraftBenefit, book: FactBook): string {
  const about =
    flags.find(({ words, not }) => !not && !book.knows(words))?.words ??
    bounds.find(({ unit }) => /^(?:年|个月|天)$/u.test(unit))?.label ??
    who ??
    benefit;
  return book.number(`${about.slice(0, 40)}的月数`, '个月');
}

/** How many there are of a kind says that there are some. */
function kindRow(
  { mark, noun }: NonNullable<Payment['kinds']>[number],
  { per }: Payment,
  { flags }: DraftBenefit,
  book: FactBook,
): Row {
  const { unit: counted } = per!;
  const unit = counted === '人' || counted === '名' ? 'person' : counted;
  const of = book.number(`${noun}${COUNT_WORDS[unit] ?? `${unit}数`}`, unit);
  if (flags.some(({ words }) => words === noun)) book.implies(of, book.flag(noun));
  return { each: literalText(mark.figure.text), of };
}

const LOAN = '贷款额';
const MONTHS_OF_LOAN = '用款月数';

function monthsOfLoan(book: FactBook): string {
  const name = book.number(MONTHS_OF_LOAN, '个月');
  const fact = book.facts[name];
  if (fact) fact.words = ['用了', '用满', '用款', '借了', '贷了'];
  return name;
}

/** What is done, in the clause's words. */
const served = (quote: string): string =>
  (SERVED.exec(quote) ?? ENCOURAGED.exec(quote) ?? DONE_FOR.exec(quote))?.[0] ?? kindOf(quote);

/** 每万美元300元: whether a part of the last 万 counts is not said. */
function lotOf({ per }: Payment): Row {
  const lot = per?.lot;
  const value = lot === undefined ? 1 : (readLiteral(lot)?.value ?? 1);
  return value === 1 ? {} : { per: lot, partly: true };
}

const RANGE = /至|到|[-—–~～－]/u;
function ends(text: string, key: string): Record<string, string> {
  const [from, to] = text.split(RANGE);
  return to === undefined ? { [key]: text } : { [key]: withUnit(from!, to), to };
}
/** 3至12个月 are paid for twelve at most. */
const upperEnd = (text: string): string => text.split(RANGE).at(-1)!;
const withUnit = (from: string, to: string): string =>
  /[\d.]$/u.test(from) ? `${from}${/[\p{Script=Han}%‰]+$/u.exec(to)?.[0] ?? ''}` : from;

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
