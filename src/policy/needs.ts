/** Conditions as rules write them: a fact that must be true, tests of facts, and combinations. */
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
  | { kind: 'all'; of: Need[] }
  | { kind: 'any'; of: Need[] }
  | { kind: 'not'; of: Need }
  /** One of a list that ends in 等 (`words`): who is none of those named may be meant too, so that a no leaves it open. */
  | { kind: 'listed'; of: Need; words: string }
  /** It counts as one may read the sentence, and does not as another may: a yes leaves it open. */
  | { kind: 'oneReading'; of: Need };

export const literal = z.union([z.string(), z.number()]).transform((written, context): Literal => {
  const read = readLiteral(written);
  if (read) return read;
  context.addIssue({
    code: 'custom',
    message: `“${written}”不是数额：请按文件原文写，例如 10万、2亿元、10%、1‰、300人`,
  });
  return z.NEVER;
});

export const day = z.string().refine(isDay, { error: '日期请写成 2022-06-30' });
export const period = z.tuple([day, day]).transform(([from, to]) => ({ from, to }));
export const words = z.string().min(1);

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

export const needSchema: z.ZodType<Need> = z.lazy(() =>
  z.union([
    factName.transform((fact): Need => ({ kind: 'fact', fact })),
    z.strictObject({ any: z.array(needSchema).min(1) }).transform((n): Need => ({ kind: 'any', of: n.any })),
    z.strictObject({ all: z.array(needSchema).min(1) }).transform((n): Need => ({ kind: 'all', of: n.all })),
    z.strictObject({ not: needSchema }).transform((n): Need => ({ kind: 'not', of: n.not })),
    z
      .strictObject({ listed: needSchema, open: words })
      .transform((n): Need => ({ kind: 'listed', of: n.listed, words: n.open })),
    z
      .strictObject({ oneReading: needSchema })
      .transform((n): Need => ({ kind: 'oneReading', of: n.oneReading })),
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
