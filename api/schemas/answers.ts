/** What asking, matching, proving, reading figures and dates gives. */
import { z } from 'zod';
import { card } from './card.ts';
import { writtenNeed, writtenRow } from './documents.ts';
import { named } from './registry.ts';
import {
  day,
  factValue,
  QUESTION_LENGTH,
  quoted,
  statement,
  today,
  verdict,
  version,
  yuan,
} from './shared.ts';

export const asked = named(
  'Question',
  z.strictObject({
    question: z.string().trim().min(1, '不能是空的').max(QUESTION_LENGTH, '最多 2000 字'),
    today,
    about: z.string().max(200).optional().describe('正在谈的文件或条款：“第二条”指它的第二条'),
  }),
);

export const answered = named(
  'Answer',
  z.object({
    version,
    kind: z.enum(['answer', 'none', 'overview', 'deadline', 'department', 'smalltalk', 'clarify']),
    text: z.string(),
    measures: z.array(z.object({ id: z.string(), score: z.number() })),
    sure: z.number(),
    quotes: z.array(z.string()).describe('文字里引的原文，逐字'),
    options: z.array(z.object({ id: z.string(), label: z.string() })),
    document: z.string().nullable(),
    card: card.nullable().describe('同一个回答的数据；没有可显示的就是 null'),
  }),
);

const told = {
  version,
  today: day,
  statements: z.array(statement),
  ignored: z.array(z.string()).describe('没有任何文件用到的事实名，没有计入'),
};

const matchedBenefit = named(
  'MatchedBenefit',
  z.object({
    measure: z.string(),
    benefit: z.string(),
    verdict,
    amountYuan: yuan,
    capYuan: yuan,
    missing: z.array(z.string()),
    quote: z.string(),
    reason: z.string(),
    readings: z.array(z.string()).describe('有歧义的句子是怎样理解的，或者有哪几种读法'),
  }),
);

export const matched = named('Matched', z.object({ ...told, results: z.array(matchedBenefit) }));

const literal = named(
  'TracedLiteral',
  z.object({
    written: z.string(),
    value: z.number(),
    kind: z.string(),
    unit: z.string().nullable(),
    bound: z.string(),
    at: quoted.nullable(),
  }),
);

const condition = named(
  'TracedCondition',
  z.object({
    kind: z.enum(['need', 'vague', 'presumed', 'place', 'received']),
    label: z.string(),
    facts: z.array(z.string()),
    state: z.enum(['met', 'unmet', 'open']),
    said: factValue.nullable(),
    wanted: writtenNeed.nullable(),
    statements: z.array(statement).describe('依据的陈述'),
    literals: z.array(literal).describe('条件里的数字，和它在原文里的位置'),
    periods: z.array(z.object({ from: day, to: day, at: quoted.nullable() })),
    quote: quoted.nullable().describe('条件自己的原文；null 表示就是这一项的引文'),
  }),
);

const row = named(
  'TracedRow',
  writtenRow.extend({
    position: z.int(),
    state: z.enum(['holds', 'open']),
    minYuan: yuan,
    maxYuan: yuan,
    literals: z.array(literal),
  }),
);

const proof = named(
  'Proof',
  z.object({
    measure: z.string(),
    benefit: z.string(),
    verdict,
    onFacts: verdict.describe('不看日期时的结论'),
    amountYuan: yuan,
    capYuan: yuan,
    reason: z.string(),
    missing: z.array(z.string()),
    quote: quoted.nullable(),
    conditions: z.array(condition),
    rows: z.array(row).describe('还没有排除的给付档；第一个成立的算数'),
    closed: z.object({ day, quote: quoted.nullable() }).nullable(),
    reading: z.string().nullable().describe('有歧义的句子是怎样理解的'),
    notes: z.array(z.string()),
  }),
);

const tracedPolicy = z.object({
  number: z.string(),
  sourceHash: z.string().describe('原文全文的 SHA-256；原文在 /v1/policies/{number}/source'),
});

export const traced = named(
  'Traced',
  z.object({ ...told, policies: z.array(tracedPolicy), proofs: z.array(proof) }),
);

export const figuresAsked = named(
  'FiguresQuestion',
  z.strictObject({
    text: z.string().max(20_000, '最多 20000 字'),
    ref: day.nullish().describe('“今年”“下月”从哪天算'),
    asked: z
      .enum(['people', 'yuan', 'ratio', 'count', 'date', 'duration'])
      .optional()
      .describe('正在问的是什么'),
  }),
);

export const figuresRead = named(
  'Figures',
  z.object({
    figures: z.array(
      z.looseObject({
        kind: z.enum(['number', 'count', 'money', 'percent', 'duration', 'date', 'daterange', 'time']),
        text: z.string(),
        start: z.int(),
        end: z.int(),
      }),
    ),
  }),
);

export const closings = named(
  'Deadlines',
  z.object({
    version,
    today: day,
    documents: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        standing: z.looseObject({ state: z.string() }),
        deadlines: z.array(
          z.object({
            about: z.string(),
            title: z.string(),
            kind: z.enum(['apply-by', 'valid-until', 'window', 'until']),
            from: day.nullable(),
            day,
            daysLeft: z.int(),
            quote: z.string(),
          }),
        ),
      }),
    ),
  }),
);

export const document = named(
  'Document',
  z.strictObject({
    text: z.string().min(1, '不能是空的').describe('政策文件全文，纯文本'),
    name: z.string().max(200).optional().describe('没有文号时用的名称'),
  }),
);

export const drafted = named(
  'Draft',
  z.looseObject({
    number: z.string().nullable(),
    title: z.string().nullable(),
    measures: z.array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        benefits: z.array(
          z.looseObject({
            grade: z.enum(['A', 'B', 'C']),
            cases: z.array(z.string()).describe('按规则算出的例子，请人核对'),
          }),
        ),
      }),
    ),
    facts: z.array(z.looseObject({ fact: z.string() })).describe('规则用到、还没有声明的事实'),
  }),
);
