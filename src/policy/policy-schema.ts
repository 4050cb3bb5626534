/** The form of policy.yaml. What a short file written by hand may leave out is optional. */
import { z } from 'zod';
import { isDay } from '../contract/index.ts';
import { factId, ownFactSchema } from '../facts/index.ts';
import { benefitSchema } from './benefit.ts';
import { needSchema } from './needs.ts';

const words = z.string().trim().min(1, { error: '不能是空的' });
const day = z.string({ error: '日期请写成 2022-06-30' }).refine(isDay, { error: '日期请写成 2022-06-30' });
const offset = z.int({ error: '位置是从 0 数起的整数' }).min(0);
const span = z
  .tuple([offset, offset], { error: '位置请写成 [起, 止]' })
  .refine(([start, end]) => start < end, { error: '位置的起要小于止' })
  .transform(([start, end]) => ({ start, end }));
const list = z.array(words).default([]);

/** Head and tail of a document, what stands between its measures, and the annexes behind it. */
export const CLAUSE_NAMES = ['head', 'body', 'tail', 'annex'] as const;

export const measureSchema = z.strictObject({
  title: words.optional(),
  /** Which of `chapters`, from 1. */
  chapter: z.int().min(1).nullish(),
  span: span.optional(),
  responsible: list,
  aliases: list,
  benefits: z.array(benefitSchema).default([]),
});

export const policySchema = z.strictObject({
  /** 文号; null: the folder's name stands for it. */
  document: words.nullish(),
  title: words.nullish(),
  issuer: words.nullish(),
  /** Where the three stand in the source; what is written has to be what stands there. */
  stands: z
    .strictObject({ document: span.nullish(), title: span.nullish(), issuer: span.nullish() })
    .default({}),
  place: words.nullish(),
  /** More than one place, the first of them `place`. */
  places: list,
  names: list,
  /** Absent: a draft, which answers nothing. */
  approved: z.strictObject({ on: day, by: words }).optional(),
  /** posted: the day is the web page's own, and the document may be older. */
  issued: z.strictObject({ on: day, quote: words, posted: z.literal(true).optional() }).nullish(),
  valid: z
    .strictObject({
      from: z.union([z.literal('issued'), day], { error: '请写 issued 或 2022-06-30 这样的日期' }).nullish(),
      to: day.nullish(),
      quote: words,
    })
    .nullish(),
  apply: z.strictObject({ by: day, quote: words }).nullish(),
  overlap: z.strictObject({ keep: z.literal('higher'), on: z.literal('same-item'), quote: words }).nullish(),
  /** Whom the whole document is for, by its title or preamble: presumed of every benefit that says nothing else. */
  scope: z.strictObject({ quote: words, presumes: z.array(needSchema).min(1) }).nullish(),
  explained: z.strictObject({ by: words, quote: words }).nullish(),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(['废止', '替代', '修订', '配套细则', '依据', '转发']),
        /** The other's number, or else its title. */
        document: words.nullish().transform((number) => number ?? null),
        title: words.nullish().transform((title) => title ?? null),
        quote: words,
      }),
    )
    .default([]),
  /** Where it was published. */
  address: z.url({ protocol: /^https?$/u }).nullish(),
  /** What only this document asks, in its own words. */
  facts: z.record(factId, ownFactSchema).default({}),
  chapters: z.array(z.strictObject({ number: z.coerce.string(), title: words, span })).default([]),
  clauses: z.array(z.strictObject({ name: z.enum(CLAUSE_NAMES), span, aliases: list })).default([]),
  /** Whole lines that are no part of the document: running heads, a page's navigation. Readers pass over them. */
  furniture: z.array(span).default([]),
  /** Where it stands how to apply: for whom, with which papers, in which steps, where, whom to call, how long it takes. */
  guide: z
    .array(z.strictObject({ part: z.enum(['对象', '材料', '步骤', '地址', '电话', '时限']), span }))
    .default([]),
  /** 待核: what was read but is not sure. Its own place is empty; nothing is stated or computed from it. */
  review: z
    .array(z.strictObject({ field: words, value: words.nullish(), reason: words, span: span.nullish() }))
    .default([]),
  measures: z
    .record(z.string().regex(/^\d+(?:-\d+)?$/u, { error: '条款编号请写成 2 或 3-1' }), measureSchema)
    .default({}),
});

export type WrittenPolicy = z.output<typeof policySchema>;
export type WrittenMeasure = z.output<typeof measureSchema>;
