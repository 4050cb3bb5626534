/** Calls to the Bot API through telegraf's client, each with a time limit. */
import { Agent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { Telegram } from 'telegraf';
import { z } from 'zod';
import type { TelegramSettings } from './settings.ts';

/** Idle connections are dropped before the other side does, so that a message does not leave on a dead one. */
const IDLE_MS = 20_000;

export interface BotApi {
  /** The `result` of the answer. Throws what telegraf throws: TelegramError when Telegram said no, FetchError when the wire failed, AbortError when the time was over. */
  call(
    method: string,
    parameters: Record<string, unknown>,
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<unknown>;
}

export function createBotApi(settings: TelegramSettings): BotApi {
  const { TELEGRAM_API_ROOT: apiRoot, HTTPS_PROXY: proxy, TELEGRAM_BOT_TOKEN: token } = settings;
  const agentOptions = { keepAlive: true, timeout: IDLE_MS };
  const agent = proxy ? new HttpsProxyAgent(proxy, agentOptions) : new Agent(agentOptions);
  const client = new Telegram(token, { apiRoot, agent, webhookReply: false });
  return {
    call(method, parameters, limitMs, signal) {
      const limit = AbortSignal.timeout(limitMs);
      const either = signal ? AbortSignal.any([signal, limit]) : limit;
      // telegraf types its methods by Bot API 7.1 and its signal by a shim; the wire takes any method and the real one.
      return client.callApi(method as 'getMe', parameters as never, { signal: either as never });
    },
  };
}

const refusalSchema = z.object({
  response: z.object({
    error_code: z.number(),
    description: z.string().default(''),
    parameters: z
      .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().int().optional() })
      .optional(),
  }),
});

export interface Refusal {
  code: number;
  description: string;
  retryAfterMs?: number;
  /** The group has become a supergroup: its new id. */
  movedTo?: string;
}

/** What Telegram said, when it said no; null when the wire failed. */
export function refusalIn(error: unknown): Refusal | null {
  const parsed = refusalSchema.safeParse(error);
  if (!parsed.success) return null;
  const { error_code: code, description, parameters } = parsed.data.response;
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = parameters ?? {};
  return {
    code,
    description,
    ...(seconds !== undefined && { retryAfterMs: seconds * 1_000 }),
    ...(movedTo !== undefined && { movedTo: String(movedTo) }),
  };
}

/** The connection was never made, so nothing can have been done. */
const BEFORE_SENDING = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);

export function failedBeforeSending(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && BEFORE_SENDING.has(code);
}

/** A short name of what went wrong on the wire, without addresses. */
export function wireFailure(error: unknown): string {
  const { code, name, type } = (error ?? {}) as { code?: unknown; name?: unknown; type?: unknown };
  return String(code ?? type ?? name ?? 'unknown');
}
