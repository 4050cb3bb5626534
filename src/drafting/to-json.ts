/** A draft as `draft FILE --json` gives it (spans are offsets into the source). */
import { readLiteral } from '../policy/index.ts';
import type { Bound } from './bounds.ts';
import type { DraftBenefit, DraftRow } from './draft.ts';
import { boundsOf } from './figures-of.ts';
import { levelOf } from './items.ts';

interface JsonCondition {
  words: string;
  /** Null where the clause names nothing that is measured. */
  fact: string | null;
  comparator: Bound['comparator'];
  figure: string | null;
  span: { start: number; end: number };
}

export interface JsonBenefit {
  benefit: string;
  quote: string;
  span: { start: number; end: number };
  who: string | null;
  conditions: JsonCondition[];
  pays: object[];
  once: boolean;
  discretionary: string | null;
  pool: string | null;
  grade: 'A' | 'B' | 'C';
  reasons: string[];
  inherits: DraftBenefit['inherits'];
  figures: DraftBenefit['figures'];
}

export function benefitJson(draft: DraftBenefit): JsonBenefit {
  const { span } = draft;
  return {
    benefit: draft.benefit,
    quote: draft.quote,
    span,
    who: draft.who,
    conditions: [
      ...draft.bounds.map((bound) => boundJson(bound, span)),
      ...draft.flags.map(({ words }) => flagJson(words, span)),
      ...draft.either
        .flat()
        .flatMap((one) => [
          ...one.bounds.map((bound) => boundJson(bound, span)),
          ...one.flags.map(({ words }) => flagJson(words, span)),
        ]),
      ...draft.limits.map(({ words, comparator, figure }) => ({
        words,
        fact: words,
        comparator,
        figure,
        span,
      })),
      ...draft.defined.flatMap(({ bounds, span: at }) => bounds.map((bound) => boundJson(bound, at))),
    ],
    pays: draft.rows.map((row) => rowJson(row, span)),
    once: draft.once,
    discretionary: draft.discretionary,
    pool: draft.pool,
    grade: draft.grade,
    reasons: draft.reasons,
    inherits: draft.inherits,
    figures: draft.figures,
  };
}

const flagJson = (words: string, span: JsonCondition['span']): JsonCondition => ({
  words,
  fact: words,
  comparator: 'is',
  figure: null,
  span,
});

const boundJson = (bound: Bound, span: JsonCondition['span']): JsonCondition => ({
  words: bound.words,
  fact: bound.label || null,
  comparator: bound.comparator,
  figure: bound.figure,
  span,
});

function rowJson({ payment, bounds, flags }: DraftRow, span: JsonCondition['span']) {
  const { mark, form, caps, floor, item, year } = payment;
  const whens = [
    ...bounds.map((bound) => boundJson(bound, span)),
    ...flags.map(({ words }) => flagJson(words, span)),
  ];
  if (item) whens.push(itemWhen(item.items.names[item.index]!, item.items.head, span));
  const between = mark && boundsOf(mark.figure);
  const value =
    mark === null
      ? floor
        ? boundsOf(floor.figure).min
        : null
      : between!.value !== null
        ? between!.value
        : form === 'range'
          ? { min: between!.min, max: between!.max }
          : (between!.max ?? between!.min);
  // 最高100万元 … 年度累计不超过1000万元: what one grant is capped at comes first.
  const cap = (form === 'range' ? caps[0] : caps.at(-1)) ?? null;
  const paid = {
    when: whens.length > 0 ? whens : year && [flagJson(year, span)],
    form: form === 'service' ? 'unstated' : form,
    value,
    of: payment.base ?? (payment.per?.noun || null),
    ...(payment.plus && { plus: boundsOf(payment.plus.figure).value }),
    ...(payment.monthly && { months: payment.monthly.most?.figure.text ?? null }),
    per: payment.step?.figure.text ?? payment.per?.words ?? null,
    cap: cap && boundsOf(cap.mark.figure).max,
    capPer: cap?.per ?? null,
    floor: mark && floor ? boundsOf(floor.figure).min : null,
    atMost: payment.atMost,
  };
  if (payment.kinds)
    return {
      ...paid,
      form: 'sum',
      value: null,
      parts: payment.kinds.map((kind) => ({
        form: 'each',
        value: boundsOf(kind.mark.figure).value,
        per: payment.per?.words ?? null,
        of: kind.noun,
      })),
    };
  const first = payment.first?.mark ?? payment.beside;
  if (!first) return paid;
  const sum = boundsOf(first.figure).value;
  return {
    ...paid,
    form: 'sum',
    value: null,
    parts: [
      { form: 'yuan', value: sum, per: null, of: null },
      { ...paid, when: null },
    ],
  };
}

function itemWhen(name: string, head: string, span: JsonCondition['span']): JsonCondition {
  const level = levelOf(name);
  return {
    words: name,
    fact: head || null,
    comparator: 'is',
    figure: level && readLiteral(level.written) ? level.written : null,
    span,
  };
}
