/** What every request passes: headers that tie the pages to themselves, and posts from these pages only. */
import type { Context, MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function securityHeaders(secure: boolean): MiddlewareHandler {
  const headers: Record<string, string> = {
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(secure ? { 'strict-transport-security': 'max-age=15552000' } : {}),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    // Pages of the console stand in no cache: the next at this computer may be somebody else.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

/** Browsers say where a post comes from (Sec-Fetch-Site); older ones name the origin, which has to be this host or the public address. */
export function isOwnPost(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const host = URL.parse(c.req.header('origin') ?? '')?.host;
  if (host === undefined) return false;
  const asked = c.req.header('host') ?? new URL(c.req.url).host;
  return host === asked || (publicUrl !== undefined && host === new URL(publicUrl).host);
}

/** The cookie of a session: over https it is bound to this host. */
export function sessionCookie(secure: boolean) {
  const name = secure ? '__Host-huiqi-office' : 'huiqi-office';
  const flags = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    tokenOf(c: Context): string | null {
      for (const part of (c.req.header('cookie') ?? '').split(';')) {
        const [key, value] = part.trim().split('=');
        if (key === name && value) return value;
      }
      return null;
    },
    set: (token: string): string => `${name}=${token}; ${flags}`,
    clear: (): string => `${name}=; Max-Age=0; ${flags}`,
  };
}
