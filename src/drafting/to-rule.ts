/** A draft → the benefit as policy.yaml has it. What cannot be said exactly is quoted only. */

import { baseFact } from './base-facts.ts';
import type { Bound } from './bounds.ts';
import { isLevel, itemTest } from './choices.ts';
import { DONE_FOR, ENCOURAGED, kindOf, SAVED, SERVED } from './cues.ts';
import type { DraftBenefit, DraftRow } from './draft.ts';
import { boundsOf } from './figures-of.ts';
import { countsSame } from './most.ts';
import type { FactBook } from './names.ts';
import type { Payment } from './payment.ts';
import type { Marked } from './roles.ts';

/** As YAML holds it; readBenefit checks it. */
export interface WrittenBenefit {
  benefit: string;
  quote: string;
  needs?: unknown[];
  /** Conditions of other clauses, with their words. */
  inherits?: { quote: string; needs: unknown[] }[];
  presumes?: unknown[];
  vague?: Record<string, string>;
  discretionary?: string;
  pays: Record<string, unknown>[];
  pool?: string;
  during?: [string, string];
  until?: string;
  once?: boolean;
  reading?: string;
  for?: 'persons';
  drafted: { grade: 'A' | 'B' | 'C'; reasons?: string[] };
}

/** The rule of a draft, its facts named in the book; `number`: the measure's. */
export function ruleOf(draft: DraftBenefit, book: FactBook, number: string): WrittenBenefit {
  if (draft.grade === 'C') return quotedOnly(draft);
  const counted = countedFact(draft, book);
  const named = draft.vague === null ? null : book.flag(`符合第${number}条所说“${draft.vague}”的条件`);
  // Conditions listed elsewhere are asked as they are called there: a clause quotes only its own words as vague.
  const vague = named !== null && flat(draft.quote).includes(draft.vague!) ? named : null;
  const needs = [
    ...draft.bounds.filter((bound) => !isLevel(bound)).map((bound) => testOf(bound, book)),
    ...draft.flags.flatMap(({ words }) => book.needs(words)),
    ...(named !== null && vague === null ? [named] : []),
  ];
  const inherits = inheritedOf(draft, book);
  const presumes = [
    ...draft.leftOut.map((who) => ({ not: book.flag(who) })),
    ...draft.ofDocument.map((who) => book.flag(who)),
  ];
  return {
    benefit: draft.benefit,
    quote: flat(draft.quote),
    ...(needs.length > 0 && { needs: unique(needs) }),
    ...(inherits.length > 0 && { inherits }),
    ...(presumes.length > 0 && { presumes }),
    ...(vague !== null && { vague: { [vague]: draft.vague! } }),
    ...(draft.discretionary !== null && { discretionary: draft.discretionary }),
    pays: merged(ordered(draft).flatMap((row) => payRows(row, draft, book, counted, number))),
    ...(draft.pool !== null && { pool: draft.pool }),
    ...(draft.during !== null && { during: [draft.during.from, draft.during.to] }),
    ...(draft.until !== null && { until: draft.until }),
    ...(draft.once && { once: true }),
    ...(draft.grade === 'B' && { reading: draft.reasons.join('；') }),
    ...(draft.audience === 'persons' && { for: 'persons' as const }),
    drafted: { grade: draft.grade, ...(draft.reasons.length > 0 && { reasons: draft.reasons }) },
  };
}

/** What definitions and the document's scope ask; a term that shared facts tell (小微企业) is told by them. */
const inheritedOf = ({ defined }: DraftBenefit, book: FactBook): { quote: string; needs: unknown[] }[] =>
  defined
    .filter(({ term }) => term === null || !book.knows(term))
    .map(({ term, clause, bounds }) => ({
      quote: flat(clause),
      needs:
        bounds.length > 0
          ? bounds.map((bound) => testOf(bound, book))
          : [book.flag(term === null ? '符合文件规定的适用范围' : `符合文件所称的${term}`)],
    }));

/** Grade C: the clause, and nothing computed from it. */
export function quotedOnly(draft: DraftBenefit, reasons: readonly string[] = draft.reasons): WrittenBenefit {
  return {
    benefit: draft.benefit,
    quote: flat(draft.quote),
    pays: [{ unstated: kindOf(draft.quote) }],
    ...(draft.audience === 'persons' && { for: 'persons' as const }),
    drafted: { grade: 'C', reasons: [...reasons] },
  };
}

const flat = (quote: string): string => quote.replace(/\s*\n\s*/gu, '');
const unique = (needs: readonly unknown[]): unknown[] => [
  ...new Map(needs.map((need) => [JSON.stringify(need), need])).values(),
];
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

function testOf(bound: Bound, book: FactBook): unknown {
  const fact = book.number(bound.label, bound.unit);
  const [first, second] = bound.literals;
  return { [fact]: { [bound.comparator]: bound.comparator === 'between' ? [first, second] : first } };
}

/** What a sum is paid for each of: the thing that a bound counts already, or what the clause is about. */
function countedFact(draft: DraftBenefit, book: FactBook): string | null {
  const per = draft.rows.find(({ payment }) => payment.form === 'each')?.payment.per;
  if (!per) return null;
  const visits = /^每人每?次/u.test(per.words);
  const unit = visits
    ? '人次'
    : per.unit === '人' || per.unit === '名'
      ? 'person'
      : per.unit.replace(/^元\//u, '');
  const bound = draft.bounds.find((one) => one.unit === unit);
  if (bound) return book.number(bound.label, bound.unit);
  const about = per.noun || draft.flags[0]?.words || draft.who || draft.benefit;
  const name = book.number(`${about.slice(0, 40)}${COUNT_WORDS[unit] ?? `${unit}数`}`, unit);
  if (about === draft.flags[0]?.words) book.implies(name, book.flag(about));
  return name;
}

const COUNT_WORDS: Record<string, string> = {
  person: '人数',
  人次: '人次',
  件: '件数',
  家: '家数',
  亩: '亩数',
  台: '台数',
  次: '次数',
  项: '项数',
  张: '张数',
  个: '个数',
};

const countText = ({ figure }: Marked): string => literalText(figure.text);

/** 每件5万元, but of two countries at most: sure up to two of them, and open for more. */
function payRows(
  row: DraftRow,
  draft: DraftBenefit,
  book: FactBook,
  counted: string | null,
  number: string,
): Record<string, unknown>[] {
  const paid = payRow(row, draft, book, counted, number);
  const { most, form } = row.payment;
  if (most === null || form !== 'each' || countsSame(row.payment)) return [paid];
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
): Record<string, unknown> {
  const { payment, bounds, flags } = row;
  const whens = [
    ...bounds.map((bound) => testOf(bound, book)),
    ...flags.flatMap(({ words }) => book.needs(words)),
    ...(payment.item ? [itemTest(payment, draft, book, number)] : []),
  ];
  const when = whens.length > 1 ? { all: whens } : whens[0];
  return {
    ...(when !== undefined && { when }),
    ...amountOf(row, draft, book, counted),
    ...limitsOf(payment),
  };
}

function amountOf(
  { payment, bounds }: DraftRow,
  draft: DraftBenefit,
  book: FactBook,
  counted: string | null,
): Record<string, unknown> {
  const { form, mark, base, step, first } = payment;
  if (form === 'service') return { service: served(draft.quote) };
  if (mark === null) return { unstated: kindOf(draft.quote) };
  const text = literalText(mark.figure.text);
  if (payment.monthly && (form === 'each' || form === 'yuan')) {
    const { most } = payment.monthly;
    const about = draft.flags[0]?.words ?? draft.who ?? draft.benefit;
    return {
      monthly: text,
      of: book.number(`${about.slice(0, 40)}的月数`, '个月'),
      ...(form === 'each' && { units: counted! }),
      ...(most && { most: literalText(most.figure.text) }),
    };
  }
  switch (form) {
    case 'yuan':
      return { yuan: text };
    case 'share':
      return {
        ...ends(text, 'share'),
        ...(payment.plus && { plus: literalText(payment.plus.figure.text) }),
        of: baseFact(base!, draft, book),
      };
    case 'each':
      return {
        ...ends(text, 'each'),
        of: counted!,
        ...(countsSame(payment) && { most: countText(payment.most!) }),
      };
    case 'step': {
      const measured = bounds[0] ?? draft.bounds[0];
      return {
        step: text,
        each: literalText(step!.figure.text),
        of: book.number(measured?.label ?? draft.benefit, measured?.unit ?? 'yuan'),
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

/** What is done, in the clause's words. */
const served = (quote: string): string =>
  (SERVED.exec(quote) ?? ENCOURAGED.exec(quote) ?? DONE_FOR.exec(quote))?.[0] ?? kindOf(quote);

const RANGE = /至|到|[-—–~～－]/u;
function ends(text: string, key: string): Record<string, string> {
  const [from, to] = text.split(RANGE);
  return to === undefined ? { [key]: text } : { [key]: withUnit(from!, to), to };
}
const withUnit = (from: string, to: string): string =>
  /[\d.]$/u.test(from) ? `${from}${/[\p{Script=Han}%‰]+$/u.exec(to)?.[0] ?? ''}` : from;

/** 最高不超过300万元 → 300万元; 不超过项目投资额30% → 30%. */
const literalText = (text: string): string =>
  text
    .replace(/％/gu, '%')
    .replace(/^[^\d一二三四五六七八九十百千万亿两半减全免等]+/u, '')
    .replace(/(?:以上|以下|以内|封顶|为限)$/u, '')
    .replace(/[（(][^）)]*[）)]/gu, '');

function limitsOf({ caps, floor, atMost, atLeast, mark, form }: Payment): Record<string, unknown> {
  const yearly = caps.find(({ per }) => per === 'enterprise-year');
  const first = caps.find((cap) => cap !== yearly && cap.per !== 'unit') ?? null;
  const unit = caps.some(({ per }) => per === 'unit');
  const main = first ?? yearly ?? null;
  return {
    ...(main && {
      cap: literalText(main.mark.figure.text),
      ...(main.per && main.per !== 'unit' && { capPer: main.per }),
    }),
    ...(first && yearly && { capYear: literalText(yearly.mark.figure.text) }),
    ...(atLeast && { atLeast: true }),
    ...(floor && { floor: literalText(floor.figure.text) }),
    // A limit on each unit leaves open what the whole comes to.
    ...((atMost || (unit && form !== 'range')) && { atMost: true }),
    ...(mark && form === 'share' && SAVED.test(mark.before + mark.behind) && { saved: true }),
  };
}

/** Rows that pay the same for several listed things are one row. */
function merged(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
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

const samePay = (
  { when: _one, ...pay }: Record<string, unknown>,
  { when: _other, ...other }: Record<string, unknown>,
): boolean => JSON.stringify(pay) === JSON.stringify(other);

function choiceOf({ when }: Record<string, unknown>): { fact: string; values: string[] } | null {
  const [entry] = Object.entries((when ?? {}) as Record<string, { is?: string; in?: string[] }>);
  if (!entry) return null;
  const values = entry[1].in ?? (entry[1].is === undefined ? null : [entry[1].is]);
  return values && { fact: entry[0], values };
}
