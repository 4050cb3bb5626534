/** approval.yaml: who moved a document from one state to the next, and what he signed. Written by the program, never by hand. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Day, isDay } from '../../contract/index.ts';
import { type Problem, problem } from '../problem.ts';
import { parseYaml, readAs } from '../yaml-file.ts';
import { yamlLibrary } from '../yaml-library.ts';

/** draft → in-review → in-force → replaced | withdrawn. */
export type DocumentState = 'draft' | 'in-review' | 'in-force' | 'replaced' | 'withdrawn';

const words = z.string().trim().min(1);
const stepSchema = z.strictObject({
  state: z.enum(['in-review', 'in-force', 'replaced', 'withdrawn']),
  by: words,
  on: z.string().refine(isDay, { error: '日期请写成 2022-06-30' }),
  /** Of what was approved: source and data. */
  hash: words.optional(),
  /** Of the cases that were ticked by then; more may be ticked later. */
  cases: words.optional(),
  /** The document that took its place, or the reason. */
  note: words.optional(),
});
const approvalSchema = z.strictObject({ steps: z.array(stepSchema).min(1) });

export type Step = z.output<typeof stepSchema>;
/** Oldest first; empty: a draft. */
export type Steps = readonly Step[];

export function readApproval(path: string, text: string): { steps: Steps; problems: Problem[] } {
  const { data, problems } = readAs(parseYaml(path, text), approvalSchema);
  if (data) return { steps: data.steps, problems: [] };
  const what = problems[0]?.message ?? '';
  return { steps: [], problems: [problem(path, problems[0]?.line ?? null, `审批记录读不出来：${what}`)] };
}

export const stateOf = (steps: Steps): DocumentState => steps.at(-1)?.state ?? 'draft';

/** What was signed last, by whom. */
export function lastSigned(steps: Steps): { by: string; on: Day; hash: string | null } | null {
  const step = steps.findLast(({ state }) => state === 'in-force');
  return step ? { by: step.by, on: step.on, hash: step.hash ?? null } : null;
}

export function writeApproval(steps: Steps): string {
  return `# 审批记录，由 huiqi 写入，请不要手改。\n${yamlLibrary().stringify({ steps }, { lineWidth: 0 })}`;
}

export interface SignedTexts {
  source: string;
  /** The text of policy.yaml. */
  policy: string;
}

/**
 * Of the source and of everything that can state a figure, a date or a department: equal as long as those are, however the file is laid out.
 * Names and aliases only help to find a document, and may be added to one that is in force.
 */
export function signedHash({ source, policy }: SignedTexts): string {
  const data = withoutNames(parseYaml('policy.yaml', policy).value);
  return `sha256:${createHash('sha256').update(source).update('\0').update(canonical(data)).digest('hex')}`;
}

/** Of the cases that were ticked, beside what was signed. */
export const casesHash = (cases: string): string =>
  `sha256:${createHash('sha256')
    .update(canonical(parseYaml('cases.yaml', cases).value))
    .digest('hex')}`;

const UNSIGNED = new Set(['approved', 'names', 'aliases']);

function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !UNSIGNED.has(key))
      .map(([key, each]) => [key, withoutNames(each)]),
  );
}

/** JSON with the keys in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
