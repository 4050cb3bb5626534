/** Who may ask what, and how much of it. */
import type { Context } from 'hono';
import { machineWords as words } from '../src/words/index.ts';
import { createMeter } from './meter.ts';
import { ApiProblem } from './problem.ts';
import { OPEN_SCOPES, type Scope } from './route.ts';

/** A key that was found good. */
export interface KeyHolder {
  id: string;
  scopes: readonly string[];
  perMinute: number;
}

export interface AccessOptions {
  /** open: what stores nothing is given to everyone; keys: nothing without a key. */
  mode: 'open' | 'keys';
  /** Requests a minute of one address without a key. */
  openPerMinute: number;
  /** Null: unknown, revoked or past its day. */
  keyHolder(token: string): Promise<KeyHolder | null>;
  addressOf(c: Context): string;
  now(): number;
}

export interface Caller {
  /** Id of the key, or null. */
  key: string | null;
  may(scope: Scope): boolean;
}

export interface Access {
  /** Throws ApiProblem when the key is no good or the measure is full. Counts the request. */
  callerOf(c: Context): Promise<Caller>;
}

/** `Bearer hq_…` */
const BEARER = /^Bearer\s{1,4}(?<token>[\w-]{8,200})\s{0,4}$/iu;

const CHALLENGE = { 'www-authenticate': 'Bearer realm="huiqi"' };

export function createAccess({ mode, openPerMinute, keyHolder, addressOf, now }: AccessOptions): Access {
  const meter = createMeter();

  function count(who: string, perMinute: number): void {
    const wait = meter.count(who, perMinute, now());
    if (wait > 0)
      throw new ApiProblem('too-many-requests', words.tooMany(wait), {
        headers: { 'retry-after': String(wait) },
      });
  }

  return {
    async callerOf(c) {
      const given = c.req.header('authorization');
      if (given === undefined) {
        if (mode === 'keys') throw new ApiProblem('unauthorized', words.noKey, { headers: CHALLENGE });
        count(`address ${addressOf(c)}`, openPerMinute);
        return { key: null, may: (scope) => OPEN_SCOPES.includes(scope) };
      }
      const token = BEARER.exec(given)?.groups?.token;
      const holder = token === undefined ? null : await keyHolder(token);
      if (!holder) {
        // Whoever tries keys is held to the pace of those without one.
        count(`address ${addressOf(c)}`, openPerMinute);
        throw new ApiProblem('unauthorized', words.wrongKey, {
          headers: { 'www-authenticate': 'Bearer realm="huiqi", error="invalid_token"' },
        });
      }
      count(`key ${holder.id}`, holder.perMinute);
      return { key: holder.id, may: (scope) => holder.scopes.includes(scope) };
    },
  };
}

/** Throws where the caller's key does not cover it. */
export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.may(scope)) return;
  if (caller.key === null) throw new ApiProblem('unauthorized', words.noKey, { headers: CHALLENGE });
  throw new ApiProblem('forbidden', words.wrongScope(scope));
}
