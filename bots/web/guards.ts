/** What every request passes: headers that tie the page to itself, no posts from other sites, not too much of anything. */
import type { MiddlewareHandler } from 'hono';
import { isOwnPost, ownContent, pageHeaders } from '../../src/service/index.ts';
import { createRateLimit } from '../rate-limit.ts';
import type { AddressOf } from './address.ts';

const CONTENT = ownContent("manifest-src 'self'");

export interface HeaderOptions {
  secure: boolean;
  /** Origins that may show the pages in a frame, parted by blanks; none by default. */
  frameAncestors(): string | undefined;
}

export function securityHeaders({ secure, frameAncestors }: HeaderOptions): MiddlewareHandler {
  const headers = pageHeaders({ secure, microphone: 'own' });
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    const framers = frameAncestors();
    c.res.headers.set(
      'content-security-policy',
      `${CONTENT}; frame-ancestors ${framers ? `'self' ${framers}` : "'none'"}`,
    );
    // The older header knows no list: where others may frame the page it would forbid them.
    if (!framers) c.res.headers.set('x-frame-options', 'DENY');
  };
}

/** A post must come from a page of ours. */
export const ownPostsOnly =
  (publicUrl: string | undefined): MiddlewareHandler =>
  async (c, next) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' || isOwnPost(c.req.raw, publicUrl)
      ? next()
      : c.text('这个请求不是从本页面发出的，没有处理。请回到惠企页面再试。\n', 403);

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
