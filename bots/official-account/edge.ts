/**
 * What the platform calls: GET to check the address, POST with a message. The answer goes into the response when it is ready
 * in time; otherwise the response says that the message has arrived, and the answer follows as 客服消息.
 */
import { readBody } from '../../src/service/index.ts';
import type { InboundMessage } from '../channel.ts';
import { describeError, type Log } from '../log.ts';
import type { Timing } from '../timing.ts';
import { createCipher, signatureOf } from './crypto.ts';
import { createGuard } from './guard.ts';
import type { PassiveAnswers } from './passive.ts';
import { type Callback, callbackSchema } from './payload.ts';
import type { OfficialAccountSettings } from './settings.ts';
import { readFlatXml, writeFlatXml } from './xml.ts';

/** The platform hangs up after 5 s; half a second is for the way. */
const ANSWER_LIMIT_MS = 4_500;
const LONGEST_BODY = 65_536;
const BODY_LIMIT_MS = 3_000;
/** Bodies that are being read at the same time. */
const MOST_BODIES = 200;

export interface EdgeOptions {
  settings: OfficialAccountSettings;
  timing: Timing;
  log: Log;
  passive: PassiveAnswers;
  /** Null: nothing for the bot. */
  read(callback: Callback): InboundMessage | null;
  /** True when the message is durably stored and will be answered. Rejects when it could not be stored. */
  store(message: InboundMessage): Promise<boolean>;
}

const respond = (status: number, text = '', type = 'text/plain'): Response =>
  new Response(text, {
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff' },
  });

/** What tells the platform that the message has arrived and that nothing is to be shown for it now. */
const arrived = (): Response => respond(200, 'success');

export function createEdge({ settings, timing, log, passive, read, store }: EdgeOptions) {
  const { WECHAT_OA_TOKEN: token, WECHAT_OA_AES_KEY: aesKey, WECHAT_OA_APPID: appId } = settings;
  const guard = createGuard(token);
  const cipher = aesKey ? createCipher(aesKey, appId) : null;

  /** The address is checked with the plain signature in both modes. */
  function checkAddress(query: URLSearchParams): Response {
    const echo = query.get('echostr') ?? '';
    const refused = guard.refuse({ query, signature: 'signature', signed: [], body: echo }, timing.now());
    return refused ? respond(refused) : respond(200, echo);
  }

  /** The message inside, or the status to refuse with. Nothing is decrypted before its signature is checked. */
  function open(query: URLSearchParams, body: string): Map<string, string> | 400 | 401 | 403 {
    const now = timing.now();
    if (!cipher) {
      const refused = guard.refuse({ query, signature: 'signature', signed: [], body }, now);
      if (refused) return refused;
      const fields = readFlatXml(body);
      if (fields?.has('Encrypt') && !fields.has('MsgType')) log.warn({}, SECURE_MODE_WITHOUT_KEY);
      return fields ?? 400;
    }
    const encrypted = readFlatXml(body)?.get('Encrypt');
    if (encrypted === undefined) return 403;
    const refused = guard.refuse({ query, signature: 'msg_signature', signed: [encrypted], body }, now);
    if (refused) return refused;
    const message = cipher.decrypt(encrypted);
    return message === null ? 403 : (readFlatXml(message) ?? 400);
  }

  async function receive(callback: Callback, since: number, gone: AbortSignal): Promise<Response> {
    const message = read(callback);
    if (!message) return arrived();
    const waiting = passive.open(message.eventId, Math.max(0, since + ANSWER_LIMIT_MS - timing.now()), gone);
    try {
      if (!(await store(message))) waiting?.close();
    } catch (error) {
      waiting?.close();
      log.error({ error: describeError(error) }, 'official-account: a message could not be stored');
      return respond(503);
    }
    const text = (await waiting?.answer) ?? null;
    return text === null ? arrived() : respond(200, written(callback, text), 'application/xml');
  }

  /** The answer as the platform reads it. */
  function written(callback: Callback, text: string): string {
    const seconds = Math.floor(timing.now() / 1_000);
    const plain = writeFlatXml({
      ToUserName: callback.FromUserName,
      FromUserName: callback.ToUserName,
      CreateTime: seconds,
      MsgType: 'text',
      Content: text,
    });
    if (!cipher) return plain;
    const encrypted = cipher.encrypt(plain);
    const nonce = String(Math.floor(Math.random() * 1e10));
    return writeFlatXml({
      Encrypt: encrypted,
      MsgSignature: signatureOf(token, String(seconds), nonce, encrypted),
      TimeStamp: seconds,
      Nonce: nonce,
    });
  }

  /** The body, or the status to refuse with. The platform writes a few KB and does not dawdle. */
  async function bodyOf(request: Request): Promise<Buffer | 400 | 408 | 413> {
    const read = readBody(request, LONGEST_BODY).then(
      (bytes) => bytes ?? 413,
      () => 400 as const,
    );
    const late = Promise.withResolvers<408>();
    const cancel = timing.after(BODY_LIMIT_MS, () => late.resolve(408));
    return Promise.race([read, late.promise]).finally(cancel);
  }

  let beingRead = 0;

  return async (request: Request): Promise<Response> => {
    const since = timing.now();
    const query = new URL(request.url).searchParams;
    if (request.method === 'GET') return checkAddress(query);
    if (request.method !== 'POST') return respond(405);
    const refused = guard.refuseAddress(query, timing.now());
    if (refused) return respond(refused);
    if (beingRead >= MOST_BODIES) return respond(503);
    beingRead++;
    const bytes = await bodyOf(request).finally(() => beingRead--);
    if (typeof bytes === 'number') return respond(bytes);
    const fields = open(query, bytes.toString('utf8'));
    if (typeof fields === 'number') return respond(fields);
    const callback = callbackSchema.safeParse(Object.fromEntries(fields));
    // A kind that the bot does not know is confirmed: refused, the contact would be told that the account is out of order.
    return callback.success ? receive(callback.data, since, request.signal) : arrived();
  };
}

const SECURE_MODE_WITHOUT_KEY =
  '公众号后台设成了安全模式，但没有填写 WECHAT_OA_AES_KEY：消息读不出来，请补上密钥后重新启动。';
