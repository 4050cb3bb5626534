/** /widget.js: the one script that other pages take from here. Which pages may show the chat, frame-ancestors of the chat itself says. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const SCRIPT = readFileSync(join(import.meta.dirname, 'public', 'widget.js'));
const TAG = `"${createHash('sha256').update(SCRIPT).digest('base64url').slice(0, 16)}"`;

const HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'x-content-type-options': 'nosniff',
  // Other pages take it: that is what it is for.
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=600',
  etag: TAG,
};

export function widgetRouter(): Hono {
  const hono = new Hono();
  hono.get('/widget.js', (c) =>
    c.req.header('if-none-match') === TAG
      ? c.body(null, 304, HEADERS)
      : c.body(new Uint8Array(SCRIPT), 200, HEADERS),
  );
  return hono;
}
