/** A route as data: what it takes, what it gives, which permission it needs. The router and the OpenAPI document are made from the same table. */
import { z } from 'zod';
import type { Desk } from './desk.ts';

export const SCOPES = ['read', 'ask', 'match', 'draft'] as const;
/** read: documents, facts, figures, dates; ask: questions; match: an enterprise's verdicts and proofs; draft: reading a new document. */
export type Scope = (typeof SCOPES)[number];

/** Nothing is stored by these, and nothing costs much: what an open door may give to anyone. */
export const OPEN_SCOPES: readonly Scope[] = ['read', 'ask', 'match'];

type Shape = z.ZodObject;

/** JSON of a schema, or text of a media type. */
export type Gives = { schema: z.ZodType } | { type: string; description: string };

export interface Given<P extends Shape, Q extends Shape, B extends z.ZodType> {
  path: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  /** Where the caller asked: links lead back there. */
  origin: string | null;
}

export interface Route {
  method: 'get' | 'post';
  /** As OpenAPI writes it: /v1/policies/{number}. */
  path: string;
  scope: Scope;
  summary: string;
  params: Shape;
  query: Shape;
  /** Null: takes no body. */
  body: { schema: z.ZodType; kilobytes: number; example: unknown } | null;
  gives: Gives;
  /** Beside those that every route may have. */
  problems: readonly number[];
  answer(given: Given<Shape, Shape, z.ZodType>, desk: Desk): Promise<unknown> | unknown;
}

interface Described<P extends Shape, Q extends Shape, B extends z.ZodType, R> {
  summary: string;
  scope: Scope;
  params?: P;
  query?: Q;
  body?: { schema: B; kilobytes?: number; example: unknown };
  problems?: readonly number[];
  answer(given: Given<P, Q, B>, desk: Desk): Promise<R> | R;
}

const NOTHING = z.object({});
const KILOBYTES = 64;

function described<P extends Shape, Q extends Shape, B extends z.ZodType, R>(
  method: Route['method'],
  path: string,
  gives: Gives,
  route: Described<P, Q, B, R>,
): Route {
  const { summary, scope, params = NOTHING, query = NOTHING, body, problems = [], answer } = route;
  return {
    method,
    path,
    gives,
    summary,
    scope,
    params,
    query,
    problems,
    body: body ? { kilobytes: KILOBYTES, ...body } : null,
    answer: answer as Route['answer'],
  };
}

/** A GET that gives JSON. */
export const get = <R extends z.ZodType, P extends Shape, Q extends Shape>(
  path: string,
  schema: R,
  route: Omit<Described<P, Q, z.ZodUndefined, z.input<R>>, 'body'>,
): Route => described('get', path, { schema }, route);

/** A GET that gives text of a media type. */
export const getText = <P extends Shape, Q extends Shape>(
  path: string,
  gives: Extract<Gives, { type: string }>,
  route: Omit<Described<P, Q, z.ZodUndefined, string>, 'body'>,
): Route => described('get', path, gives, route);

/** A POST that takes and gives JSON, and changes nothing. */
export const post = <R extends z.ZodType, B extends z.ZodType>(
  path: string,
  schema: R,
  route: Described<typeof NOTHING, typeof NOTHING, B, z.input<R>>,
): Route => described('post', path, { schema }, route);
