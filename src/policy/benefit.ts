/**
 * What a measure grants, to whom and how much: rules as data, in the words of the law.
 * The key of a test is that word: atLeast 以上/不低于, over 超过, atMost 以下/不超过, under 不足/不到, between 至 (both ends included).
 * Figures are written as the document writes them (see literal.ts), so that each can be found in the quote.
 * Money is in yuan, ratios are fractions, days are 'YYYY-MM-DD'.
 */
import { z } from 'zod';
import { factId as factName } from '../facts/index.ts';
import type { Literal } from './literal.ts';
import { day, literal, type Need, needSchema, period, words } from './needs.ts';
import type { PayRow } from './pay.ts';
import { payRowSchema } from './pay-schema.ts';

export type { Need, Test } from './needs.ts';
export type { Pay, PayRow } from './pay.ts';

export interface Benefit {
  benefit: string;
  /** Verbatim in the source. */
  quote: string;
  /** All must hold; those of other clauses stand behind its own. */
  needs: Need[];
  /** Other clauses (definitions, the document's scope) that set some of `needs`: those from index `from` to before `to`, with their figures in `quote`. */
  inherits: { quote: string; from: number; to: number }[];
  /** Conditions that the text names but does not spell out: fact → the words (符合条件的). Only a plain statement meets them. */
  vague: { fact: string; words: string }[];
  /** Taken as met until the contact says otherwise; the answer names them. */
  presumes: Need[];
  /** The words (鼓励, 支持) that leave it to others whether to grant: never a plain yes. */
  discretionary: string | null;
  /** The first row that holds, and beside it those that are added. */
  pays: PayRow[];
  /** Total for all enterprises; not a limit on one. */
  pool: Literal | null;
  /** The period that the figures belong to, both days included. */
  during: { from: string; to: string } | null;
  /** Last day on which it does anything, where that differs from the document's own dates. */
  until: string | null;
  /** Paid once (一次性). */
  once: boolean;
  /** How an ambiguous sentence was read, or the readings it allows; the answer says so. */
  readings: string[];
  /** It is for others than the document as a whole (a platform, a landlord): what the document presumes is not presumed of it. */
  ownScope: boolean;
  /** Whom it goes to, where that is not the enterprise: its people. */
  for: 'persons' | null;
  /** How it is paid out (分三年按50%、30%、20%兑付): no amount of its own. */
  paidOut: string | null;
  /** The program read it out of the clause: how surely, and what was chosen. Null: a person wrote it. */
  drafted: Drafted | null;
}

/** A: every part follows from the form alone. B: a choice was made, named in the reasons. C: an amount is not accounted for; quoted only. */
export interface Drafted {
  grade: 'A' | 'B' | 'C';
  reasons: string[];
}

export const benefitSchema = z
  .strictObject({
    benefit: words,
    quote: z.string().min(6),
    needs: z.array(needSchema).default([]),
    inherits: z
      .array(z.strictObject({ quote: z.string().min(6), needs: z.array(needSchema).min(1) }))
      .default([]),
    vague: z.record(factName, words).default({}),
    presumes: z.array(needSchema).default([]),
    discretionary: words.optional(),
    pays: z.array(payRowSchema).min(1),
    pool: literal.optional(),
    during: period.optional(),
    until: day.optional(),
    once: z.boolean().default(false),
    reading: z.union([words, z.array(words).min(1)]).optional(),
    ownScope: z.boolean().default(false),
    for: z.literal('persons').optional(),
    paidOut: words.optional(),
    drafted: z
      .strictObject({ grade: z.enum(['A', 'B', 'C']), reasons: z.array(words).default([]) })
      .optional(),
  })
  .transform(
    ({ reading, ...b }): Benefit => ({
      ...b,
      ...withInherited(b.needs, b.inherits),
      vague: Object.entries(b.vague).map(([fact, said]) => ({ fact, words: said })),
      discretionary: b.discretionary ?? null,
      pool: b.pool ?? null,
      during: b.during ?? null,
      until: b.until ?? null,
      readings: reading === undefined ? [] : [reading].flat(),
      for: b.for ?? null,
      paidOut: b.paidOut ?? null,
      drafted: b.drafted ?? null,
    }),
  );

function withInherited(
  own: readonly Need[],
  clauses: readonly { quote: string; needs: readonly Need[] }[],
): Pick<Benefit, 'needs' | 'inherits'> {
  const needs = [...own];
  const inherits = clauses.map(({ quote, needs: more }) => {
    const from = needs.length;
    needs.push(...more);
    return { quote, from, to: needs.length };
  });
  return { needs, inherits };
}

/** The words that set a condition, by its place among the needs: the benefit's own, or another clause's. */
export const quoteOfNeed = ({ quote, inherits }: Benefit, index: number): string =>
  inherits.find(({ from, to }) => from <= index && index < to)?.quote ?? quote;
