/** The door of the room: the routers for machines, to be mounted on the server of the pages. */
import { type Context, Hono } from 'hono';
import { type AccessOptions, createAccess } from './access.ts';
import { crossOrigin } from './cors.ts';
import type { Desk } from './desk.ts';
import { docsHeaders, docsPage } from './docs-page.ts';
import { mcpRouter } from './mcp/http.ts';
import { answered, mountRoutes } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';
import { answerRoutes } from './routes/answers.ts';
import { documentRoutes } from './routes/documents.ts';

export type { KeyHolder } from './access.ts';
export type { Desk } from './desk.ts';
export { createMachineServer } from './mcp/server.ts';
export { OPEN_SCOPES, SCOPES, type Scope } from './route.ts';
export { widgetRouter } from './widget/index.ts';

export const ROUTES: readonly Route[] = [...documentRoutes, ...answerRoutes];

/** The OpenAPI document; `version`: of the knowledge. */
export const openApiOf = (version: string): object => openApiDocument(ROUTES, version);

export interface ApiOptions extends Pick<AccessOptions, 'mode' | 'openPerMinute' | 'keyHolder'> {
  desk: Desk;
  /** Origins whose scripts may call; '*' for all. */
  corsOrigins: readonly string[];
  /** The public address; null: links lead where the caller asked. */
  publicUrl: string | null;
  /** Other names by which this server is asked. */
  hostnames?: readonly string[];
  addressOf(c: Context): string;
  onError(error: unknown, requestId: string, path: string): void;
  now?: () => number;
}

export function createApi(options: ApiOptions): Hono {
  const { desk, corsOrigins, publicUrl, hostnames = [], onError, now = Date.now } = options;
  const access = createAccess({ ...options, now });
  // By the settings alone: whoever asks can write any Host.
  const origin = publicUrl?.replace(/\/$/u, '') ?? null;
  const hono = new Hono();
  hono.use('/v1/*', crossOrigin(corsOrigins));
  hono.use('/openapi.json', crossOrigin(corsOrigins));
  hono.get('/openapi.json', (c) =>
    answered(c, { onError }, () =>
      Response.json(openApiOf(desk.library().version), {
        headers: { 'cache-control': 'no-cache' },
      }),
    ),
  );
  hono.get('/docs', (c) =>
    answered(
      c,
      { onError },
      async () =>
        new Response(await docsPage(ROUTES, openApiOf(desk.library().version)), {
          headers: docsHeaders,
        }),
    ),
  );
  hono.route('/', mountRoutes(ROUTES, { desk, access, origin, onError }));
  hono.use('/mcp', crossOrigin(corsOrigins));
  hono.route(
    '/',
    mcpRouter({
      desk,
      access,
      onError,
      hostnames: [...hostnames, ...hostnamesOf(publicUrl === null ? [] : [publicUrl])],
      originHostnames: hostnamesOf(corsOrigins),
    }),
  );
  return hono;
}

const hostnamesOf = (addresses: readonly string[]): string[] =>
  addresses.flatMap((address) => URL.parse(address)?.hostname ?? []);
