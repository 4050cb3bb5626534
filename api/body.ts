/** The body of a request, up to a size, as JSON that fits its schema. */
import type { z } from 'zod';
import { readBody } from '../src/service/index.ts';
import { machineWords as words } from '../src/words/index.ts';
import { ApiProblem } from './problem.ts';

/** application/json · application/json; charset=utf-8 · application/ld+json */
const JSON_TYPE = /^application\/(?:[\w.-]{1,40}\+)?json\b/iu;

/** Throws ApiProblem: another type, too large, no JSON. */
export async function readJson(request: Request, kilobytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new ApiProblem('unsupported-media-type', words.notJson);
  const body = await readBody(request, kilobytes * 1_024);
  if (body === null) throw new ApiProblem('too-large', words.tooLarge(kilobytes));
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ApiProblem('bad-request', words.notJson);
  }
}

/** The value as the schema reads it. Throws ApiProblem with one sentence, and the fields that are wrong. */
export function fitting<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).map((issue) => ({
    field: issue.path.join('.'),
    detail: sayIssue(issue),
  }));
  const [first = { field: '', detail: words.wrongType }] = errors;
  throw new ApiProblem('bad-request', words.invalid(first.field, first.detail), { errors });
}

function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return words.unknownField(issue.keys.join('、'));
  if (issue.code === 'invalid_type' && issue.input === undefined && !HAN.test(issue.message))
    return words.missing;
  // Sentences of our own are Chinese; those of zod are not for people here.
  return HAN.test(issue.message) ? issue.message.replace(/。$/u, '') : words.wrongType;
}

const HAN = /\p{Script=Han}/u;
