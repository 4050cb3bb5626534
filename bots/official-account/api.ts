/** Calls to the WeChat API, each with a time limit. */
import { z } from 'zod';

/** The platform said no. Only the number goes on: the words may quote what was sent. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal';
  readonly errcode: number;
  constructor(errcode: number) {
    super(`errcode ${errcode}`);
    this.errcode = errcode;
  }
}

/** The wire failed, or what came back is no answer. */
export class WireFailure extends Error {
  override name = 'WireFailure';
  /** Nothing can have been done: the connection was never made. */
  readonly beforeSending: boolean;
  constructor(reason: string, beforeSending: boolean) {
    super(reason);
    this.beforeSending = beforeSending;
  }
}

export interface WeChatApi {
  /** The answer as JSON. Throws ApiRefusal or WireFailure. `path` with its query. */
  post(path: string, body: unknown): Promise<unknown>;
}

const CALL_LIMIT_MS = 10_000;
const BEFORE_SENDING = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

const refusal = z.object({ errcode: z.number() });

/** `root`: https://api.weixin.qq.com. `closing` ends what is on the wire. */
export function createWeChatApi(root: string, closing?: AbortSignal): WeChatApi {
  return {
    async post(path, body) {
      const limit = AbortSignal.timeout(CALL_LIMIT_MS);
      const response = await fetch(`${root}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: closing ? AbortSignal.any([limit, closing]) : limit,
      }).catch(failed);
      const answer: unknown = await response.json().catch(() => undefined);
      if (!response.ok) throw new WireFailure(`HTTP ${response.status}`, false);
      if (typeof answer !== 'object' || answer === null) throw new WireFailure('no JSON object', false);
      const refused = refusal.safeParse(answer);
      if (refused.success && refused.data.errcode !== 0) throw new ApiRefusal(refused.data.errcode);
      return answer;
    },
  };
}

function failed(error: unknown): never {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : (name ?? 'unknown');
  throw new WireFailure(code, BEFORE_SENDING.has(code));
}
