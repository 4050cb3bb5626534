/** What a row pays: one form each, within its limits. */
import { z } from 'zod';
import { factId as factName } from '../facts/index.ts';
import type { Literal } from './literal.ts';
import { literal, type Need, needSchema, words } from './needs.ts';

export type Pay =
  | { form: 'yuan'; yuan: Literal }
  /**
   * A share of a fact in yuan; `to`: 15%–25%, somewhere between; `plus`: percentage points on top of it. `kept`: the share is what is
   * still charged (按80%收取, 八五折), and the rest is given.
   */
  | { form: 'share'; share: Literal; to: Literal | null; plus: Literal | null; of: string; kept: boolean }
  /** So much for each unit (or each full `per` units) of a fact; `most`: no more of them count. `to`: 50–300元/亩. */
  | { form: 'each'; each: Literal; to: Literal | null; of: string; per: Literal | null; most: Literal | null }
  /** So much a month (for each of `units`, persons for one), for as many months as `of` tells and `most` allows (12个月, 3年). */
  | { form: 'monthly'; monthly: Literal; of: string; units: string | null; most: Literal | null }
  /** A base sum, and so much more for each full step that a fact is over a bound: 达1亿元奖10万元，每增加5000万元再奖3万元. */
  | { form: 'step'; base: Literal | null; step: Literal; each: Literal; of: string; over: Literal | null }
  /** 第一年10万元、第二年5万元: the sum of the years, each told. */
  | { form: 'yearly'; years: Literal[] }
  | { form: 'sum'; parts: Pay[] }
  | { form: 'range'; from: Literal; to: Literal }
  /** Money, but the document does not say how much; the words it uses instead. */
  | { form: 'unstated'; words: string }
  /** Not money: a service, a priority, a recommendation. */
  | { form: 'service'; words: string };

export interface PayRow {
  when: Need | null;
  pay: Pay;
  cap: Literal | null;
  capPer: 'enterprise' | 'project' | 'enterprise-year' | null;
  /** A second limit, on what one enterprise gets in a year. */
  capYear: Literal | null;
  floor: Literal | null;
  /** 不低于: what the row computes is the least that is paid. */
  atLeast: boolean;
  /** 不超过: what the row computes is the most that may be paid; the whole is not promised. */
  atMost: boolean;
  /** A fee or tax that is not charged: the yuan are saved, not paid. */
  saved: boolean;
}

/** The facts that a payment is computed from. */
export function factsOfPay(pay: Pay): string[] {
  if (pay.form === 'sum') return pay.parts.flatMap(factsOfPay);
  if (pay.form === 'monthly') return [...(pay.units === null ? [] : [pay.units]), pay.of];
  return 'of' in pay ? [pay.of] : [];
}

const optionalLiteral = literal.optional().transform((one) => one ?? null);

const payShapes = {
  yuan: z.strictObject({ yuan: literal }).transform((p): Pay => ({ form: 'yuan', yuan: p.yuan })),
  share: z
    .strictObject({
      share: literal,
      to: optionalLiteral,
      plus: optionalLiteral,
      of: factName,
      kept: z.literal(true).optional(),
    })
    .transform((p): Pay => ({ form: 'share', ...p, kept: p.kept ?? false })),
  each: z
    .strictObject({
      each: literal,
      to: optionalLiteral,
      of: factName,
      per: optionalLiteral,
      most: optionalLiteral,
    })
    .transform((p): Pay => ({ form: 'each', ...p })),
  monthly: z
    .strictObject({
      monthly: literal,
      of: factName,
      units: factName.optional().transform((one) => one ?? null),
      most: optionalLiteral,
    })
    .transform((p): Pay => ({ form: 'monthly', ...p })),
  step: z
    .strictObject({
      step: literal,
      each: literal,
      of: factName,
      base: optionalLiteral,
      over: optionalLiteral,
    })
    .transform((p): Pay => ({ form: 'step', ...p })),
  yearly: z
    .strictObject({ yearly: z.array(literal).min(2) })
    .transform((p): Pay => ({ form: 'yearly', years: p.yearly })),
  range: z
    .strictObject({ range: z.tuple([literal, literal]) })
    .transform((p): Pay => ({ form: 'range', from: p.range[0], to: p.range[1] })),
  unstated: z
    .strictObject({ unstated: words })
    .transform((p): Pay => ({ form: 'unstated', words: p.unstated })),
  service: z.strictObject({ service: words }).transform((p): Pay => ({ form: 'service', words: p.service })),
};
const onePay = z.union([
  payShapes.yuan,
  payShapes.share,
  payShapes.each,
  payShapes.monthly,
  payShapes.step,
  payShapes.yearly,
  payShapes.range,
  payShapes.unstated,
  payShapes.service,
]);
const sumPay = z
  .strictObject({ sum: z.array(onePay).min(2) })
  .transform((p): Pay => ({ form: 'sum', parts: p.sum }));

const rowLimits = z.strictObject({
  when: needSchema.optional(),
  cap: literal.optional(),
  capPer: z.enum(['enterprise', 'project', 'enterprise-year']).optional(),
  capYear: literal.optional(),
  floor: literal.optional(),
  atLeast: z.boolean().optional(),
  atMost: z.boolean().optional(),
  saved: z.boolean().optional(),
});
const LIMITS = new Set(Object.keys(rowLimits.shape));

/** The words that a row of `pays` may have: one form, beside its limits. */
export const PAY_WORDS = {
  forms: {
    ...Object.fromEntries(
      Object.entries(payShapes).map(([form, { in: written }]) => [form, Object.keys(written.shape)]),
    ),
    sum: ['sum'],
  },
  limits: [...LIMITS],
} satisfies { forms: Record<string, string[]>; limits: string[] };

/** A row is its limits beside exactly one form of payment: the two are parted by key and each is checked strictly. */
export const payRowSchema = z.record(z.string(), z.unknown()).transform((row, context): PayRow => {
  const part = (keep: boolean) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => LIMITS.has(key) === keep));
  const limits = rowLimits.safeParse(part(true));
  const pay = z.union([onePay, sumPay]).safeParse(part(false));
  if (!limits.success || !pay.success) {
    const form =
      '每行 pays 恰好写一种：yuan | share+of | each+of(+per) | monthly+of | step+each+of | yearly | sum | range | unstated | service';
    const message = limits.success ? form : limits.error.issues.map((issue) => issue.message).join('；');
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const { when, cap, capPer, capYear, floor, atLeast, atMost, saved } = limits.data;
  return {
    when: when ?? null,
    cap: cap ?? null,
    capPer: capPer ?? null,
    capYear: capYear ?? null,
    floor: floor ?? null,
    atLeast: atLeast ?? false,
    atMost: atMost ?? false,
    saved: saved ?? false,
    pay: pay.data,
  };
});
