/** cases.yaml beside a policy.yaml: what a rule gives to enterprises that a person judged, replayed whenever anything changes. */
import { z } from 'zod';
import { type Day, isDay } from '../contract/index.ts';
import type { Benefit } from './benefit.ts';
import { type Problem, problem } from './problem.ts';
import { parseYaml, readAs } from './yaml-file.ts';

const factValue = z.union([z.boolean(), z.number(), z.string()]);

/** What the rule gave when the case was ticked; yuan null: no sum was told. */
const outcome = z.strictObject({
  verdict: z.enum(['eligible', 'ineligible', 'unknown']),
  yuan: z.number().nullable(),
  capYuan: z.number().nullable(),
});

const tickedCase = z.strictObject({
  /** As the person read it. */
  words: z.string().min(1),
  given: z.record(z.string(), factValue),
  gives: outcome,
  ticked: z.strictObject({
    on: z.string().refine(isDay, { error: '日期请写成 2022-06-30' }),
    by: z.string().min(1),
  }),
});

const casesSchema = z.array(
  z.strictObject({
    measure: z.coerce.string(),
    benefit: z.string().min(1),
    /** Every case that the rule gives rise to was ticked: it counts as checked by a person. */
    complete: z.boolean().default(false),
    cases: z.array(tickedCase).min(1),
  }),
);

export type Outcome = z.output<typeof outcome>;
export type TickedCase = z.output<typeof tickedCase>;
export type BenefitCases = z.output<typeof casesSchema>[number];
export interface Ticked {
  on: Day;
  by: string;
}

export const casesPath = (slug: string): string => `policies/${slug}/cases.yaml`;

/** The ticked cases of a document; none where there is no file. */
export function parseCases(
  path: string,
  text: string | undefined,
): { cases: BenefitCases[]; problems: Problem[] } {
  if (text === undefined) return { cases: [], problems: [] };
  const { data, problems } = readAs(parseYaml(path, text), casesSchema);
  return { cases: data ?? [], problems };
}

/** A benefit whose cases were all ticked is read by a person. */
export const asTicked = (benefit: Benefit, number: string, cases: readonly BenefitCases[]): Benefit =>
  benefit.drafted !== null &&
  cases.some((one) => one.complete && one.measure === number && one.benefit === benefit.benefit)
    ? { ...benefit, drafted: null }
    : benefit;

/** A problem with a ticked case, in the file that holds it. */
export const caseProblem = (slug: string, message: string, quote: string | null = null): Problem =>
  problem(casesPath(slug), null, message, quote);
