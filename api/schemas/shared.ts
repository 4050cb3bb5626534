/** What several routes take and give. */
import { z } from 'zod';
import { isDay } from '../../src/contract/index.ts';
import { named } from './registry.ts';

export const day = z
  .string()
  .refine(isDay, '要写成 2022-06-20 这样的日期')
  .meta({ format: 'date', description: '日期，如 2022-06-20（北京时间）' });

export const today = day.optional().describe('按哪一天计算；不写就是今天');

const MOST_LISTED = 200;

/** Query of a route that lists. */
export const page = z.object({
  cursor: z.string().max(200).optional().describe('上一页给出的 next'),
  limit: z.coerce
    .number({ error: '要是 1 到 200 的整数' })
    .int('要是 1 到 200 的整数')
    .min(1, '要是 1 到 200 的整数')
    .max(MOST_LISTED, '要是 1 到 200 的整数')
    .default(50)
    .describe('每页几项'),
});

export const version = z.string().describe('知识的版本：文件有任何变化就不同');

/** A page of a list. */
export const listed = <S extends z.ZodType>(item: S) =>
  z.object({
    version,
    items: z.array(item),
    next: z.string().nullable().describe('下一页的 cursor；null 表示没有了'),
  });

export const quoted = named(
  'Quoted',
  z
    .object({ text: z.string(), start: z.int(), end: z.int() })
    .describe('原文里逐字的一段；start、end 是在原文全文里的位置（UTF-16），end 不含'),
);

export const stated = named(
  'StatedDay',
  z.object({ day, quote: z.string() }).describe('文件写明的日期和写明它的原文'),
);

const bound = z.union([z.number(), z.string()]);
const period = z.strictObject({ from: day, to: day });

export const factValue = named(
  'FactValue',
  z
    .union([
      z.boolean(),
      z.number(),
      z.string().max(200),
      z.strictObject({
        min: z.exactOptional(bound),
        max: z.exactOptional(bound),
        minExclusive: z.exactOptional(z.boolean()),
        maxExclusive: z.exactOptional(z.boolean()),
        period: z.exactOptional(period),
      }),
      z.strictObject({ oneOf: z.array(z.string()).max(50) }),
      z.strictObject({ allOf: z.array(z.string()).max(50) }),
    ])
    .describe('金额用元，比例用小数（20% 写 0.2），日期如 2022-06-20'),
);

const told = z.strictObject({
  fact: z.string().max(100).describe('事实名，见 /v1/facts'),
  value: factValue,
  entity: z.exactOptional(z.string().max(100)).describe('属于谁；不写就是企业本身'),
  period: z.exactOptional(period.nullable()).describe('属于哪段时间'),
});

export const statement = named(
  'Statement',
  z.object({
    fact: z.string(),
    value: factValue,
    entity: z.string(),
    period: period.nullable(),
    evidence: z.object({ message: z.string().nullable(), words: z.string() }).nullable(),
    said: day,
  }),
);

const MOST_FACTS = 500;
export const QUESTION_LENGTH = 2_000;

const common = {
  today,
  policies: z.array(z.string().max(200)).max(100).optional().describe('只算这些文件（文号）'),
  measure: z.string().max(200).optional().describe('只算这一条（文号#条）'),
};

const ways = {
  text: z.string().min(1, '不能是空的').max(QUESTION_LENGTH, '最多 2000 字').describe('一句话说明企业情况'),
  profile: z
    .record(z.string().max(100), factValue.nullable())
    .refine((facts) => Object.keys(facts).length <= MOST_FACTS, '最多 500 项')
    .describe('事实名到值'),
  statements: z.array(told).max(MOST_FACTS, '最多 500 项').describe('逐条陈述'),
};

/** The three ways to tell of an enterprise side by side, where a union cannot stand. */
export const enterpriseFields = {
  text: ways.text.optional(),
  profile: ways.profile.optional(),
  statements: ways.statements.optional(),
  ...common,
};

/** An enterprise in one of three ways. */
export const enterprise = named(
  'Enterprise',
  z.union(
    [
      z.strictObject({ text: ways.text, ...common }),
      z.strictObject({ profile: ways.profile, ...common }),
      z.strictObject({ statements: ways.statements, ...common }),
    ],
    { error: '要写 text、profile 或 statements 中的一种，见 /docs' },
  ),
);

export const verdict = z.enum(['eligible', 'ineligible', 'unknown']).describe('符合、不符合、还不能确定');
export const yuan = z.number().nullable().describe('元；null 表示文件没有写明或还算不出');
