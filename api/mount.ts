/** The route table → a Hono router. Every answer, good or bad, bears the id of its request. */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { machineWords as words } from '../src/words/index.ts';
import { type Access, requireScope } from './access.ts';
import { fitting, readJson } from './body.ts';
import type { Desk } from './desk.ts';
import { ApiProblem, problemResponse } from './problem.ts';
import type { Route } from './route.ts';

export interface MountOptions {
  desk: Desk;
  access: Access;
  /** Where links lead: the public address, or the one that was asked. */
  /** Where the pages are; null where the settings do not say. */
  origin: string | null;
  /** Something went wrong inside. */
  onError(error: unknown, requestId: string, path: string): void;
}

export const REQUEST_ID = 'x-request-id';

/** An id of the caller's own is kept, so that both logs tell of one request. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get(REQUEST_ID) ?? '';
  return /^[\w.-]{8,64}$/u.test(given) ? given : randomUUID();
}

/** /v1/policies/{number} → /v1/policies/:number */
export const honoPath = (path: string): string => path.replaceAll(/\{(?<name>\w+)\}/gu, ':$<name>');

export function mountRoutes(routes: readonly Route[], options: MountOptions): Hono {
  const hono = new Hono();
  const methods = Map.groupBy(routes, ({ path }) => path);
  for (const route of routes)
    hono.on(route.method, honoPath(route.path), (c) => answered(c, options, () => answer(c, route, options)));
  for (const [path, all] of methods) {
    const allowed = all.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : ['POST'])).join(', ');
    hono.all(honoPath(path), (c) =>
      answered(c, options, () => {
        throw new ApiProblem('method-not-allowed', words.wrongMethod(allowed), {
          headers: { allow: allowed },
        });
      }),
    );
  }
  hono.all('/v1/*', (c) =>
    answered(c, options, () => {
      throw new ApiProblem('not-found', words.notFound);
    }),
  );
  return hono;
}

/** The response of some work, or of the problem that it met. */
export async function answered(
  c: Context,
  { onError }: Pick<MountOptions, 'onError'>,
  work: () => Response | Promise<Response>,
): Promise<Response> {
  const id = requestIdOf(c.req.raw);
  const response = await workOrProblem();
  response.headers.set(REQUEST_ID, id);
  response.headers.set('x-content-type-options', 'nosniff');
  return response;

  async function workOrProblem(): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApiProblem) return problemResponse(error, id);
      onError(error, id, c.req.path);
      return problemResponse(new ApiProblem('internal', words.failed), id);
    }
  }
}

async function answer(c: Context, route: Route, { desk, access, origin }: MountOptions): Promise<Response> {
  const caller = await access.callerOf(c);
  requireScope(caller, route.scope);
  const query = fitting(route.query.strict(), queryOf(c));
  const path = fitting(route.params, c.req.param());
  const tag = route.method === 'get' ? tagOf(desk) : null;
  if (tag !== null && matches(c.req.header('if-none-match'), tag))
    return new Response(null, { status: 304, headers: cacheHeaders(tag) });
  const body = route.body
    ? fitting(route.body.schema, await readJson(c.req.raw, route.body.kilobytes))
    : undefined;
  const given = await route.answer({ path, query, body, origin }, desk);
  const headers = cacheHeaders(tag);
  if ('type' in route.gives)
    return new Response(given as string, { headers: { ...headers, 'content-type': route.gives.type } });
  return new Response(JSON.stringify(route.gives.schema.parse(given)), {
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  });
}

/** One value a name: of a name given twice the last counts. */
const queryOf = (c: Context): Record<string, string> =>
  Object.fromEntries(new URL(c.req.url).searchParams.entries());

/** What is known, and the day that counts from: everything that a GET depends on beside its address. */
const tagOf = (desk: Desk): string => `"${desk.library().version}.${desk.today()}"`;

/** "a", W/"a" or *, one or several. */
const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//u, '') === tag);

const cacheHeaders = (tag: string | null): Record<string, string> =>
  tag === null
    ? { 'cache-control': 'no-store' }
    : { etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization, origin' };
