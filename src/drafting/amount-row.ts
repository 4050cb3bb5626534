/** What a payment pays → its form in a rule. */
import { readLiteral } from '../policy/index.ts';
import { baseFact } from './base-facts.ts';
import { COUNT_WORDS } from './count-words.ts';
import { DONE_FOR, ENCOURAGED, kindOf, SERVED } from './cues.ts';
import type { DraftBenefit, DraftRow } from './draft.ts';
import { countsSame } from './most.ts';
import type { FactBook } from './names.ts';
import { ofEach } from './of-each.ts';
import { nameOfPart } from './parts-of-base.ts';
import { literalText } from './pay-limits.ts';
import type { Payment } from './payment.ts';
import type { Marked } from './role.ts';
import { capOfYear } from './shares-by-year.ts';
import { steppedFact } from './steps.ts';

type Row = Record<string, unknown>;

/** The figure of a limit on how many count. */
export const countText = ({ figure }: Marked): string => literalText(figure.text);

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

export function amountOf(
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
      if (payment.years.length > 0) return { sum: yearRows(payment, draft, book) };
      if (payment.part)
        return {
          split: text,
          of: baseFact(base!, draft, book),
          other: literalText(payment.part.mark.figure.text),
          part: book.number(nameOfPart(payment), 'yuan'),
        };
      return shareRow(text, payment, draft, book);
    case 'each':
      // How many of which count within a limit on all of them is not said.
      if (payment.some)
        return payment.most ? { unstated: kindOf(draft.quote) } : someRow(text, payment, counted!, book);
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

/** All of them at one sum, and some of them at another, or at so much more. */
function someRow(rate: string, payment: Payment, of: string, book: FactBook): Row {
  const { mark, which, onTop } = payment.some!;
  const { unit } = payment.per!;
  const counted = /^[人名]$/u.test(unit) ? 'person' : unit;
  const some = book.number(`${which}${COUNT_WORDS[counted] ?? `${counted}数`}`, counted);
  const other = literalText(mark.figure.text);
  return onTop
    ? {
        sum: [
          { each: rate, of },
          { each: other, of: some },
        ],
      }
    : { split: rate, of, other, part: some };
}

function shareRow(text: string, payment: Payment, draft: DraftBenefit, book: FactBook): Row {
  const of = baseFact(payment.base!, draft, book);
  const each = ofEach(payment, of, draft, book);
  if (each) return each;
  // 每家企业最多4台, and not told how many there are.
  if (payment.most) return { unstated: kindOf(draft.quote) };
  return {
    ...ends(text, 'share'),
    ...(payment.plus && { plus: literalText(payment.plus.figure.text) }),
    of,
    ...(payment.kept && { kept: true }),
  };
}

/** The share of each year, within what is paid in one. */
function yearRows(payment: Payment, draft: DraftBenefit, book: FactBook): Row[] {
  const cap = capOfYear(payment);
  return payment.years.map(({ mark, base }) => {
    const share = { share: literalText(mark!.figure.text), of: baseFact(base!, draft, book) };
    return cap ? { capped: share, at: literalText(cap.mark.figure.text) } : share;
  });
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
