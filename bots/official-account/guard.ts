/** Who may post: the signature, its time, and that it was not used for anything else. */
import { createHash } from 'node:crypto';
import { sameSecret } from '../http-body.ts';
import { signatureOf } from './crypto.ts';

/** How far the platform's clock and ours may lie apart, and how long a seen request stays good. */
const FRESH_MS = 5 * 60_000;

export interface Guard {
  /**
   * The HTTP status to refuse with, or null when the request is the platform's. `signed` is what the signature covers
   * beside token, timestamp and nonce; `body` is the whole request.
   */
  refuse(request: SignedRequest, now: number): 401 | 403 | null;
  /** The same by the address alone, before a byte of the body is taken in: the platform signs the address in both modes. */
  refuseAddress(query: URLSearchParams, now: number): 401 | 403 | null;
}

export interface SignedRequest {
  query: URLSearchParams;
  signature: 'signature' | 'msg_signature';
  signed: string[];
  body: string;
}

export function createGuard(token: string): Guard {
  /** Signature → what it came with. A plain signature does not cover the body: whoever saw one could put another under it. */
  const seen = new Map<string, { body: string; at: number }>();

  function usedForAnother(signature: string, body: string, now: number): boolean {
    // Oldest first, so the loop ends at the first that is still needed.
    for (const [old, { at }] of seen) {
      if (now - at <= 2 * FRESH_MS) break;
      seen.delete(old);
    }
    const digest = createHash('sha256').update(body).digest('base64');
    const before = seen.get(signature);
    if (!before) seen.set(signature, { body: digest, at: now });
    return before !== undefined && before.body !== digest;
  }

  /** The signature, where it is ours and fresh. */
  function signatureIn(
    { query, signature: name, signed }: Omit<SignedRequest, 'body'>,
    now: number,
  ): string | 401 | 403 {
    const [given, timestamp, nonce] = [name, 'timestamp', 'nonce'].map((key) => query.get(key) ?? '');
    if (!given || !timestamp || !nonce) return 401;
    const expected = signatureOf(token, timestamp, nonce, ...signed);
    if (!sameSecret(given, expected)) return 403;
    // Digits alone: '', ' ' and '1e9' are numbers to JavaScript.
    const isFresh = /^\d{1,12}$/u.test(timestamp) && Math.abs(now - Number(timestamp) * 1_000) <= FRESH_MS;
    return isFresh ? expected : 403;
  }

  return {
    refuse({ body, ...request }, now) {
      const signature = signatureIn(request, now);
      if (typeof signature === 'number') return signature;
      return usedForAnother(signature, body, now) ? 403 : null;
    },
    refuseAddress(query, now) {
      const signature = signatureIn({ query, signature: 'signature', signed: [] }, now);
      return typeof signature === 'number' ? signature : null;
    },
  };
}
