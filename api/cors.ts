/** Which other pages' scripts may call: those that the settings name. */

import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { REQUEST_ID } from './mount.ts';

/** `origins`: https://a.example … or '*'; none: no script of another page. */
export const crossOrigin = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'POST', 'OPTIONS'],
    allowHeaders: ['authorization', 'content-type', 'if-none-match', REQUEST_ID, 'mcp-protocol-version'],
    exposeHeaders: ['etag', 'retry-after', REQUEST_ID],
    maxAge: 600,
  });
