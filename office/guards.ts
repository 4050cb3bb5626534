/** Headers that tie the pages to themselves, and the cookie of a session. */
import type { Context, MiddlewareHandler } from 'hono';
import { ownContent, pageHeaders } from '../src/service/index.ts';

const CONTENT = ownContent("frame-ancestors 'none'");

export function securityHeaders(secure: boolean): MiddlewareHandler {
  const headers = {
    'content-security-policy': CONTENT,
    'x-frame-options': 'DENY',
    ...pageHeaders({ secure, microphone: 'none' }),
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    // Pages of the console stand in no cache: the next at this computer may be somebody else.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

function valueIn(c: Context, name: string): string | null {
  for (const part of (c.req.header('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value) return value;
  }
  return null;
}

/** Over https a cookie is bound to this host. */
const nameOf = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
const flagsOf = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** The cookie of a session. */
export function sessionCookie(secure: boolean) {
  const name = nameOf('huiqi-office', secure);
  const flags = flagsOf(secure);
  return {
    tokenOf: (c: Context): string | null => valueIn(c, name),
    set: (token: string): string => `${name}=${token}; ${flags}`,
    clear: (): string => `${name}=; Max-Age=0; ${flags}`,
  };
}

/** How long a sign-in elsewhere may take. */
const JOURNEY_SECONDS = 600;

/** What the browser keeps while it is at a sign-in elsewhere. */
export function journeyCookie(secure: boolean) {
  const name = nameOf('huiqi-office-sign-in', secure);
  const flags = flagsOf(secure);
  return {
    valueOf(c: Context): string | null {
      const value = valueIn(c, name);
      return value === null ? null : Buffer.from(value, 'base64url').toString('utf8');
    },
    set: (text: string): string =>
      `${name}=${Buffer.from(text).toString('base64url')}; Max-Age=${JOURNEY_SECONDS}; ${flags}`,
    clear: (): string => `${name}=; Max-Age=0; ${flags}`,
  };
}
