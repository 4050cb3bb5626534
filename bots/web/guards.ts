/** What every request passes: headers that tie the page to itself, no posts from other sites, not too much of anything. */
import type { MiddlewareHandler } from 'hono';
import { createRateLimit } from '../rate-limit.ts';
import type { AddressOf } from './address.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

export interface HeaderOptions {
  secure: boolean;
  /** Origins that may show the pages in a frame, parted by blanks; none by default. */
  frameAncestors(): string | undefined;
}

export function securityHeaders({ secure, frameAncestors }: HeaderOptions): MiddlewareHandler {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self), payment=()',
    ...(secure ? { 'strict-transport-security': 'max-age=15552000' } : {}),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    const framers = frameAncestors();
    c.res.headers.set(
      'content-security-policy',
      `${POLICY}; frame-ancestors ${framers ? `'self' ${framers}` : "'none'"}`,
    );
    // The older header knows no list: where others may frame the page it would forbid them.
    if (!framers) c.res.headers.set('x-frame-options', 'DENY');
  };
}

/**
 * A post must come from a page of ours. Browsers say so themselves (Sec-Fetch-Site); older ones name the origin, which has to be the
 * host that was asked or the public address (behind a proxy the two differ).
 */
export function ownPostsOnly(publicUrl: string | undefined): MiddlewareHandler {
  const publicHost = publicUrl ? new URL(publicUrl).host : null;
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const allowed = site
      ? site === 'same-origin'
      : origin !== undefined && isHost(origin, c.req.header('host') ?? new URL(c.req.url).host, publicHost);
    return allowed ? next() : c.text('这个请求不是从本页面发出的，没有处理。请回到惠企页面再试。\n', 403);
  };
}

function isHost(origin: string, asked: string, publicHost: string | null): boolean {
  const host = URL.parse(origin)?.host;
  return host !== undefined && (host === asked || host === publicHost);
}

export function perAddress(perMinute: number, addressOf: AddressOf, now: () => number): MiddlewareHandler {
  const rate = createRateLimit(perMinute);
  return async (c, next) => {
    const address = addressOf(c);
    if (rate.check(address, now()) !== 'pass') {
      c.header('retry-after', '60');
      return c.text('请求太多了，请过一分钟再来。\n', 429);
    }
    rate.count(address, now());
    return next();
  };
}
