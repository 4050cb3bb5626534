/** The body of a request, up to a size, as JSON that fits its schema. */
import type { z } from 'zod';
import { machineWords as words } from '../src/words/index.ts';
import { ApiProblem } from './problem.ts';

/** application/json · application/json; charset=utf-8 · application/ld+json */
const JSON_TYPE = /^application\/(?:[\w.-]{1,40}\+)?json\b/iu;

/** Throws ApiProblem: another type, too large, no JSON. */
export async function readJson(request: Request, kilobytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new ApiProblem('unsupported-media-type', words.notJson);
  const text = await readText(request, kilobytes * 1_024);
  if (text === null) throw new ApiProblem('too-large', words.tooLarge(kilobytes));
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem('bad-request', words.notJson);
  }
}

/** Null when it is longer. Bytes are joined before they are read, so that no character is torn. */
async function readText(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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
