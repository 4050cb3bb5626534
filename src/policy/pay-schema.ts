/** A row of `pays` as policy.yaml writes it → what it pays. */
import { z } from 'zod';
import { factId as factName } from '../facts/index.ts';
import { literal, needSchema, words } from './needs.ts';
import type { Pay, PayRow } from './pay.ts';

const optionalLiteral = literal.optional().transform((one) => one ?? null);
const optionalFact = factName.optional().transform((one) => one ?? null);

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
  part: z
    .strictObject({
      part: literal,
      whole: literal,
      units: optionalFact,
    })
    .transform((p): Pay => ({ form: 'part', ...p })),
  each: z
    .strictObject({
      each: literal,
      to: optionalLiteral,
      of: factName,
      per: optionalLiteral,
      most: optionalLiteral,
      partly: z.literal(true).optional(),
    })
    .transform((p): Pay => ({ form: 'each', ...p, partly: p.partly ?? false })),
  pieces: z
    .strictObject({
      pieces: z.array(z.strictObject({ rate: literal, over: optionalLiteral, upTo: optionalLiteral })).min(1),
      of: factName,
    })
    .transform((p): Pay => ({ form: 'pieces', ...p })),
  kinds: z
    .strictObject({
      kinds: z.array(z.strictObject({ each: literal, of: factName })).min(2),
      most: optionalLiteral,
      months: optionalFact,
      mostMonths: optionalLiteral,
    })
    .transform((p): Pay => ({ form: 'kinds', ...p })),
  split: z
    .strictObject({ split: literal, of: factName, other: literal, part: factName })
    .transform((p): Pay => ({ form: 'split', ...p })),
  priced: z
    .strictObject({
      priced: literal,
      of: factName,
      units: factName,
      capUnit: literal,
      most: optionalLiteral,
      total: optionalFact,
    })
    .transform((p): Pay => ({ form: 'priced', ...p })),
  interest: z
    .strictObject({
      interest: literal,
      of: factName,
      upTo: optionalLiteral,
      months: factName,
      most: optionalLiteral,
    })
    .transform((p): Pay => ({ form: 'interest', ...p })),
  monthly: z
    .strictObject({
      monthly: literal,
      of: factName,
      units: optionalFact,
      mostUnits: optionalLiteral,
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
  payShapes.part,
  payShapes.each,
  payShapes.pieces,
  payShapes.kinds,
  payShapes.split,
  payShapes.priced,
  payShapes.interest,
  payShapes.monthly,
  payShapes.step,
  payShapes.yearly,
  payShapes.range,
  payShapes.unstated,
  payShapes.service,
]);
/** Payments that change another one, which may itself be such. */
const anyPay: z.ZodType<Pay> = z.lazy(() =>
  z.union([onePay, around.sum, around.raised, around.rest, around.within, around.capped]),
);
const aroundShapes = {
  sum: z.strictObject({ sum: z.array(anyPay).min(2) }),
  raised: z.strictObject({ raised: anyPay, by: literal }),
  rest: z.strictObject({
    rest: anyPay,
    less: factName,
    held: z.strictObject({ of: factName, sums: z.record(words, literal) }).optional(),
  }),
  within: z.strictObject({ within: anyPay, share: literal, of: factName }),
  capped: z.strictObject({ capped: anyPay, at: literal }),
};
const around = {
  sum: aroundShapes.sum.transform((p): Pay => ({ form: 'sum', parts: p.sum })),
  raised: aroundShapes.raised.transform((p): Pay => ({ form: 'raised', ...p })),
  rest: aroundShapes.rest.transform((p): Pay => ({ form: 'rest', ...p, held: p.held ?? null })),
  within: aroundShapes.within.transform((p): Pay => ({ form: 'within', ...p })),
  capped: aroundShapes.capped.transform((p): Pay => ({ form: 'capped', ...p })),
};

const rowLimits = z.strictObject({
  when: needSchema.optional(),
  cap: literal.optional(),
  capPer: z.enum(['enterprise', 'project', 'enterprise-year']).optional(),
  capYear: literal.optional(),
  capEach: literal.optional(),
  floor: literal.optional(),
  atLeast: z.boolean().optional(),
  atMost: z.boolean().optional(),
  saved: z.boolean().optional(),
  added: z.boolean().optional(),
  capAll: literal.optional(),
});
const LIMITS = new Set(Object.keys(rowLimits.shape));

/** The words that a row of `pays` may have: one form, beside its limits. */
export const PAY_WORDS = {
  forms: {
    ...Object.fromEntries(
      Object.entries(payShapes).map(([form, { in: written }]) => [form, Object.keys(written.shape)]),
    ),
    ...Object.fromEntries(
      Object.entries(aroundShapes).map(([form, written]) => [form, Object.keys(written.shape)]),
    ),
  },
  limits: [...LIMITS],
} satisfies { forms: Record<string, string[]>; limits: string[] };

/** A row is its limits beside exactly one form of payment: the two are parted by key and each is checked strictly. */
export const payRowSchema = z.record(z.string(), z.unknown()).transform((row, context): PayRow => {
  const part = (keep: boolean) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => LIMITS.has(key) === keep));
  const limits = rowLimits.safeParse(part(true));
  const pay = anyPay.safeParse(part(false));
  if (!limits.success || !pay.success) {
    const form =
      '每行 pays 恰好写一种：yuan | share+of | part+whole(+units) | each+of(+per) | pieces+of | kinds | split+of+other+part | priced+of+units+capUnit | interest+of+months | monthly+of | step+each+of | yearly | sum | raised+by | rest+less | within+share+of | capped+at | range | unstated | service';
    const message = limits.success ? form : limits.error.issues.map((issue) => issue.message).join('；');
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const { when, cap, capPer, capYear, capEach, floor, atLeast, atMost, saved, added, capAll } = limits.data;
  return {
    when: when ?? null,
    cap: cap ?? null,
    capPer: capPer ?? null,
    capYear: capYear ?? null,
    capEach: capEach ?? null,
    floor: floor ?? null,
    atLeast: atLeast ?? false,
    atMost: atMost ?? false,
    saved: saved ?? false,
    added: added ?? false,
    capAll: capAll ?? null,
    pay: pay.data,
  };
});
