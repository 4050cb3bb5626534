/**
 * The chat in a frame on another site: browsers send it none of this site's cookies. Its visitor is one of its own there, kept apart for
 * each site (CHIPS); only over https, or on this machine, can a browser keep that.
 */
import type { MiddlewareHandler } from 'hono';

/** `frameAncestors`: the sites that may frame the pages now. */
export function framedVisitors(frameAncestors: () => string | undefined): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const framed =
      c.req.header('sec-fetch-dest') === 'iframe' && c.req.header('sec-fetch-site') === 'cross-site';
    if (!framed || frameAncestors() === undefined) return;
    const cookies = c.res.headers.getSetCookie();
    c.res.headers.delete('set-cookie');
    for (const cookie of cookies) c.res.headers.append('set-cookie', partitioned(cookie));
  };
}

const partitioned = (cookie: string): string =>
  `${cookie.replace('SameSite=Lax', 'SameSite=None').replace(/; Secure\b/u, '')}; Secure; Partitioned`;
