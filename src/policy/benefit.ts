/**
 * What a measure grants, to whom and how much: rules as data, in the words of the law.
 * The key of a test is that word: atLeast 以上/不低于, over 超过, atMost 以下/不超过, under 不足/不到, between 至 (both ends included).
 * Figures are written as the document writes them (see literal.ts), so that each can be found in the quote.
 * Money is in yuan, ratios are fractions, days are 'YYYY-MM-DD'.
 */
import { z } from 'zod';
import { isDay } from '../contract/index.ts';
import { factId as factName } from '../facts/index.ts';
import { type Literal, readLiteral } from './literal.ts';

export type Test =
  | { op: 'atLeast' | 'over' | 'atMost' | 'under'; bound: Literal }
  | { op: 'between'; from: Literal; to: Literal }
  /** One of the listed values; `open` are the words (等) that leave the list open: another value is then unknown. */
  | { op: 'in'; values: string[]; open: string | null }
  | { op: 'within'; from: string; to: string };

/** A condition: a fact that must be true, a test of a fact, or a combination. */
export type Need =
  | { kind: 'fact'; fact: string }
  | { kind: 'test'; fact: string; test: Test }
  | { kind: 'all' | 'any'; of: Need[] }
  | { kind: 'not'; of: Need };

export type Pay =
  | { form: 'yuan'; yuan: Literal }
  /** A share of a fact in yuan. */
  | { form: 'share'; share: Literal; of: string }
  /** So much for each unit (or each full `per` units) of a fact. */
  | { form: 'each'; each: Literal; of: string; per: Literal | null }
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
  floor: Literal | null;
  /** 不低于: what the row computes is the least that is paid. */
  atLeast: boolean;
}

export interface Benefit {
  benefit: string;
  /** Verbatim in the source. */
  quote: string;
  /** All must hold. */
  needs: Need[];
  /** Conditions that the text names but does not spell out: fact → the words (符合条件的). Only a plain statement meets them. */
  vague: { fact: string; words: string }[];
  /** Taken as met until the contact says otherwise; the answer names them. */
  presumes: Need[];
  /** The words (鼓励, 支持) that leave it to others whether to grant: never a plain yes. */
  discretionary: string | null;
  /** The first row that holds. */
  pays: PayRow[];
  /** Total for all enterprises; not a limit on one. */
  pool: Literal | null;
  /** The period that the figures belong to, both days included. */
  during: { from: string; to: string } | null;
  /** Last day on which it does anything, where that differs from the document's own dates. */
  until: string | null;
  /** Paid once (一次性). */
  once: boolean;
  /** How an ambiguous sentence was read; the answer says so. */
  reading: string | null;
}

const literal = z.union([z.string(), z.number()]).transform((written, context): Literal => {
  const read = readLiteral(written);
  if (read) return read;
  context.addIssue({
    code: 'custom',
    message: `“${written}”不是数额：请按文件原文写，例如 10万、2亿元、10%、1‰、300人`,
  });
  return z.NEVER;
});

const day = z.string().refine(isDay, { error: '日期请写成 2022-06-30' });
const period = z.tuple([day, day]).transform(([from, to]) => ({ from, to }));
const words = z.string().min(1);

const testSchema = z.union([
  z.strictObject({ atLeast: literal }).transform((t): Test => ({ op: 'atLeast', bound: t.atLeast })),
  z.strictObject({ over: literal }).transform((t): Test => ({ op: 'over', bound: t.over })),
  z.strictObject({ atMost: literal }).transform((t): Test => ({ op: 'atMost', bound: t.atMost })),
  z.strictObject({ under: literal }).transform((t): Test => ({ op: 'under', bound: t.under })),
  z
    .strictObject({ between: z.tuple([literal, literal]) })
    .transform((t): Test => ({ op: 'between', from: t.between[0], to: t.between[1] })),
  z.strictObject({ is: words }).transform((t): Test => ({ op: 'in', values: [t.is], open: null })),
  z
    .strictObject({ in: z.array(words).min(1), open: words.optional() })
    .transform((t): Test => ({ op: 'in', values: t.in, open: t.open ?? null })),
  z.strictObject({ within: period }).transform((t): Test => ({ op: 'within', ...t.within })),
]);

const needSchema: z.ZodType<Need> = z.lazy(() =>
  z.union([
    factName.transform((fact): Need => ({ kind: 'fact', fact })),
    z.strictObject({ any: z.array(needSchema).min(1) }).transform((n): Need => ({ kind: 'any', of: n.any })),
    z.strictObject({ all: z.array(needSchema).min(1) }).transform((n): Need => ({ kind: 'all', of: n.all })),
    z.strictObject({ not: needSchema }).transform((n): Need => ({ kind: 'not', of: n.not })),
    z
      .record(factName, testSchema)
      .refine((tests) => Object.keys(tests).length === 1, {
        error: '一个条件写一行：事实名: { atLeast: … }',
      })
      .transform((tests): Need => {
        const [[fact, test]] = Object.entries(tests) as [[string, Test]];
        return { kind: 'test', fact, test };
      }),
  ]),
);

const payShapes = {
  yuan: z.strictObject({ yuan: literal }).transform((p): Pay => ({ form: 'yuan', yuan: p.yuan })),
  share: z.strictObject({ share: literal, of: factName }).transform((p): Pay => ({ form: 'share', ...p })),
  each: z
    .strictObject({ each: literal, of: factName, per: literal.optional() })
    .transform((p): Pay => ({ form: 'each', each: p.each, of: p.of, per: p.per ?? null })),
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
  floor: literal.optional(),
  atLeast: z.boolean().optional(),
});
const LIMITS = new Set(Object.keys(rowLimits.shape));

/** A row is its limits beside exactly one form of payment: the two are parted by key and each is checked strictly. */
const payRowSchema = z.record(z.string(), z.unknown()).transform((row, context): PayRow => {
  const part = (keep: boolean) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => LIMITS.has(key) === keep));
  const limits = rowLimits.safeParse(part(true));
  const pay = z.union([onePay, sumPay]).safeParse(part(false));
  if (!limits.success || !pay.success) {
    const form = '每行 pays 恰好写一种：yuan | share+of | each+of(+per) | sum | range | unstated | service';
    const message = limits.success ? form : limits.error.issues.map((issue) => issue.message).join('；');
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const { when = null, cap = null, capPer = null, floor = null, atLeast = false } = limits.data;
  return { when, cap, capPer, floor, atLeast, pay: pay.data };
});

export const benefitSchema = z
  .strictObject({
    benefit: words,
    quote: z.string().min(6),
    needs: z.array(needSchema).default([]),
    vague: z.record(factName, words).default({}),
    presumes: z.array(needSchema).default([]),
    discretionary: words.optional(),
    pays: z.array(payRowSchema).min(1),
    pool: literal.optional(),
    during: period.optional(),
    until: day.optional(),
    once: z.boolean().default(false),
    reading: words.optional(),
  })
  .transform(
    (b): Benefit => ({
      ...b,
      vague: Object.entries(b.vague).map(([fact, said]) => ({ fact, words: said })),
      discretionary: b.discretionary ?? null,
      pool: b.pool ?? null,
      during: b.during ?? null,
      until: b.until ?? null,
      reading: b.reading ?? null,
    }),
  );
