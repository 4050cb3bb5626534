/** Documents, measures, benefits as rules, and the facts that they speak of. */
import { z } from 'zod';
import { named } from './registry.ts';
import { day, listed, quoted, stated, version } from './shared.ts';

const standing = named(
  'Standing',
  z
    .object({
      state: z.enum([
        'not-yet',
        'in-force',
        'near',
        'open-after-validity',
        'closed-to-applications',
        'expired',
        'unstated',
      ]),
      from: day.optional(),
      next: day.optional(),
      daysLeft: z.int().optional(),
      since: day.optional(),
    })
    .describe(
      '这一天文件的状态：尚未施行、现行、将到期、过了有效期仍可申报、申报已截止、已过期、未写明有效期',
    ),
);

const policySummary = named(
  'PolicySummary',
  z.object({
    number: z.string().describe('文号；没有文号的是它的名称'),
    title: z.string(),
    issuer: z.string().nullable(),
    place: z.string().nullable(),
    issued: stated.nullable(),
    validFrom: stated.nullable(),
    validUntil: stated.nullable(),
    applyBy: stated.nullable(),
    standing,
    measures: z.int().describe('有几条'),
  }),
);

export const policyList = named('PolicyList', listed(policySummary));

const measureSummary = named(
  'MeasureSummary',
  z.object({
    id: z.string().describe('文号#条'),
    title: z.string(),
    chapter: z.string().nullable(),
    responsible: z.array(z.string()),
    benefits: z.int(),
  }),
);

export const policyDetail = named(
  'Policy',
  policySummary.extend({
    version,
    measures: z.array(measureSummary),
    overlap: z.object({ keep: z.string(), on: z.string(), quote: z.string() }).nullable(),
    explained: z.object({ by: z.string(), quote: z.string() }).nullable().describe('由谁解释'),
    clauses: z
      .array(quoted.extend({ name: z.enum(['head', 'body', 'tail', 'annex']) }))
      .describe('文首、各条之间、文末和附件的原文'),
    approved: z.object({ on: day, by: z.string() }).nullable().describe('谁在哪天核对过'),
  }),
);

/** A condition as policy.yaml writes it; what may stand inside is told in words, since it nests without end. */
export const writtenNeed = named(
  'Need',
  z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .describe(
      '条件：事实名，或 { 事实名: { atLeast|over|atMost|under|between|in|within } }，或 { any|all: […] }、{ not: … }、{ listed: …, open: 等 }（列举以“等”结尾）、{ oneReading: … }（只按一种读法成立）',
    ),
);

export const writtenRow = named(
  'Row',
  z.object({
    when: writtenNeed.nullable(),
    pay: z.record(z.string(), z.unknown()).describe('form 是给付的形式；数额照文件的写法'),
    cap: z.string().nullable(),
    capPer: z.string().nullable(),
    capYear: z.string().nullable(),
    capEach: z.string().nullable().describe('每个、每次、每台最高多少'),
    floor: z.string().nullable(),
    atLeast: z.boolean().describe('不低于'),
    atMost: z.boolean().describe('不超过'),
    saved: z.boolean().describe('是少缴的，不是发放的'),
    added: z.boolean().describe('与前面成立的一行同时给，合计'),
    capAll: z.string().nullable().describe('各行合计最高多少'),
  }),
);

const benefit = named(
  'Benefit',
  z.object({
    benefit: z.string(),
    quote: quoted.nullable(),
    needs: z.array(writtenNeed),
    vague: z.array(z.object({ fact: z.string(), words: z.string() })),
    presumes: z.array(writtenNeed),
    discretionary: z.string().nullable(),
    pays: z.array(writtenRow),
    pool: z.string().nullable(),
    during: z.object({ from: day, to: day }).nullable(),
    until: day.nullable(),
    once: z.boolean(),
    reading: z.string().nullable(),
    drafted: z
      .object({ grade: z.string(), reasons: z.array(z.string()) })
      .nullable()
      .describe('程序按条文读出的把握；null 表示人写的'),
  }),
);

export const measureDetail = named(
  'Measure',
  z.object({
    version,
    id: z.string(),
    policy: z.string(),
    number: z.string(),
    title: z.string(),
    chapter: z.string().nullable(),
    clause: quoted,
    text: z.string().describe('读起来通顺的条文：去掉了换行和页码，字不变'),
    responsible: z.array(z.string()),
    aliases: z.array(z.string()),
    benefits: z.array(benefit),
  }),
);

const fact = named(
  'Fact',
  z.object({
    name: z.string(),
    label: z.string(),
    type: z.enum(['boolean', 'number', 'choice', 'date', 'place']),
    unit: z.string().nullable(),
    question: z.string(),
    hint: z.string().nullable(),
    values: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
    presumed: z.union([z.boolean(), z.number()]).nullable(),
    entity: z.string().nullable(),
    policies: z.array(z.string()).describe('哪些文件自己声明了它；空表示各文件共用'),
  }),
);

export const factList = named('FactList', listed(fact));
