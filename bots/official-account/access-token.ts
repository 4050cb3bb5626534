/**
 * The key to the WeChat API: fetched once for all who ask, kept until shortly before its end. The stable kind is asked for,
 * so that a second process of the same account does not make this one's key invalid.
 */
import { z } from 'zod';
import type { Timing } from '../timing.ts';
import type { WeChatApi } from './api.ts';

export interface AccessToken {
  /** Throws what the API throws. */
  get(): Promise<string>;
  /** The platform did not take this one: the next `get` fetches another. */
  drop(token: string): void;
}

const answer = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** Not used in its last minutes: it could end on the way. */
const MARGIN_MS = 5 * 60_000;

export function createAccessToken(
  api: WeChatApi,
  account: { appId: string; secret: string },
  timing: Timing,
): AccessToken {
  let held: { token: string; until: number } | null = null;
  let refused = '';
  let fetching: Promise<string> | null = null;

  async function fetchStable(forceRefresh: boolean): Promise<z.infer<typeof answer>> {
    return answer.parse(
      await api.post('/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        appid: account.appId,
        secret: account.secret,
        force_refresh: forceRefresh,
      }),
    );
  }

  async function fetchNew(): Promise<string> {
    let fresh = await fetchStable(false);
    // Forcing is allowed twenty times a day: only when the platform hands out again what it has just refused.
    if (fresh.access_token === refused) fresh = await fetchStable(true);
    held = { token: fresh.access_token, until: timing.now() + fresh.expires_in * 1_000 - MARGIN_MS };
    return fresh.access_token;
  }

  return {
    async get() {
      if (held && timing.now() < held.until) return held.token;
      fetching ??= fetchNew().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    drop(token) {
      refused = token;
      if (held?.token === token) held = null;
    },
  };
}
