/** A message outside of a request (客服消息), and what became of it. */
import type { OutboundMessage, SendOutcome } from '../channel.ts';
import type { AccessToken } from './access-token.ts';
import { ApiRefusal, type WeChatApi, WireFailure } from './api.ts';
import type { Windows } from './window.ts';

/** The key has run out or was exchanged; nothing was done. */
const STALE_TOKEN = new Set([40001, 40014, 42001]);

const MINUTE = 60_000;

/** What the platform's numbers mean for the message. Any other number is a no for good. */
const REFUSALS = new Map<number, { reason: string; retryAfterMs?: number; closesWindow?: boolean }>([
  [-1, { reason: 'platform busy', retryAfterMs: 5_000 }],
  [45009, { reason: 'daily quota used up', retryAfterMs: 60 * MINUTE }],
  [45011, { reason: 'too many calls a minute', retryAfterMs: MINUTE }],
  [45015, { reason: 'window closed', closesWindow: true }],
  [45047, { reason: 'window closed: too many messages since the contact wrote', closesWindow: true }],
  [45002, { reason: 'text too long' }],
  [40003, { reason: 'no such contact' }],
  [43004, { reason: 'the contact does not follow the account' }],
  [48001, { reason: 'the account has no permission for 客服消息' }],
]);

export function createSender(api: WeChatApi, accessToken: AccessToken, windows: Windows) {
  return async (openId: string, { text, inReplyTo }: OutboundMessage): Promise<SendOutcome> => {
    const body = { touser: openId, msgtype: 'text', text: { content: text } };
    try {
      const token = await accessToken.get().catch(notYetSent);
      await api
        .post(`/cgi-bin/message/custom/send?access_token=${encodeURIComponent(token)}`, body)
        .catch((error) => {
          if (!isStale(error)) throw error;
          accessToken.drop(token);
          return again(body);
        });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error, openId, inReplyTo !== undefined);
    }
  };

  async function again(body: unknown): Promise<unknown> {
    const token = await accessToken.get().catch(notYetSent);
    return api.post(`/cgi-bin/message/custom/send?access_token=${encodeURIComponent(token)}`, body);
  }

  function outcomeOf(error: unknown, openId: string, isReply: boolean): SendOutcome {
    if (error instanceof NoToken) return { kind: 'rejected', reason: error.message, permanent: false };
    if (error instanceof WireFailure)
      return error.beforeSending
        ? { kind: 'rejected', reason: error.message, permanent: false }
        : { kind: 'unknown', reason: error.message };
    if (!(error instanceof ApiRefusal)) return { kind: 'unknown', reason: 'unexpected answer' };
    if (isStale(error)) return { kind: 'rejected', reason: error.message, permanent: false };
    const { reason = '', retryAfterMs, closesWindow } = REFUSALS.get(error.errcode) ?? {};
    if (closesWindow) windows.closed(openId);
    return {
      kind: 'rejected',
      reason: `${error.message} ${reason}`.trim(),
      // A reminder waits for the contact to write again; an answer that late would answer nothing.
      permanent: retryAfterMs === undefined && (isReply || !closesWindow),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  }
}

const isStale = (error: unknown): boolean => error instanceof ApiRefusal && STALE_TOKEN.has(error.errcode);

/** Without a key no message has left. */
class NoToken extends Error {}

function notYetSent(error: unknown): never {
  throw new NoToken(`no access_token: ${error instanceof Error ? error.message : 'unknown'}`);
}
