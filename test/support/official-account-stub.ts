/** The platform behind a 公众号: the WeChat API on loopback, and the callbacks as the platform signs and repeats them. */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCOUNT = {
  appId: 'wx5823bf96d3bd56c7',
  secret: '0123456789abcdef0123456789abcdef',
  token: 'QDG6eK',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
};

export interface WeChatApiStub {
  root: string;
  /** Every 客服消息 that was let through, in order. */
  sent: { openId: string; text: string }[];
  /** What is given in place of the next answers to custom/send: a number, silence, or no JSON. */
  nextSends: (number | 'silence' | 'html')[];
  nextTokens: number[];
  /** How often a key was asked for. */
  tokenCalls: { force: boolean }[];
  /** Makes the current key invalid; `told` is the number said about it. Without `renew` the same is handed out until forced. */
  spoilToken(errcode: number, options?: { renew: boolean }): void;
  /** Raw bodies of custom/send. */
  bodies: string[];
  onSend?: (text: string) => void;
  close(): Promise<void>;
}

export async function startWeChatApiStub(): Promise<WeChatApiStub> {
  let serial = 1;
  let spoiled: { token: string; errcode: number } | null = null;
  const current = () => `KEY_${serial}`;

  const stub: WeChatApiStub = {
    root: '',
    sent: [],
    nextSends: [],
    nextTokens: [],
    tokenCalls: [],
    bodies: [],
    spoilToken(errcode, { renew } = { renew: true }) {
      spoiled = { token: current(), errcode };
      if (renew) serial++;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };

  function giveToken(body: { appid?: string; secret?: string; force_refresh?: boolean }) {
    stub.tokenCalls.push({ force: body.force_refresh === true });
    const scripted = stub.nextTokens.shift();
    if (scripted) return { errcode: scripted, errmsg: 'scripted' };
    if (body.appid !== ACCOUNT.appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (body.secret !== ACCOUNT.secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    if (body.force_refresh) serial++;
    return { access_token: current(), expires_in: 7_200 };
  }

  function takeMessage(token: string | null, raw: string) {
    if (spoiled && token === spoiled.token) return { errcode: spoiled.errcode, errmsg: 'spoiled' };
    if (token !== current()) return { errcode: 40001, errmsg: `invalid credential ${token}` };
    const scripted = stub.nextSends.shift();
    if (typeof scripted === 'number') return { errcode: scripted, errmsg: 'scripted' };
    if (scripted) return scripted;
    const { touser, text } = JSON.parse(raw) as { touser: string; text: { content: string } };
    if (Buffer.byteLength(text.content) > 2_048)
      return { errcode: 45002, errmsg: 'content size out of limit' };
    stub.bodies.push(raw);
    stub.sent.push({ openId: touser, text: text.content });
    stub.onSend?.(text.content);
    return { errcode: 0, errmsg: 'ok' };
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', 'http://stub');
    const answer =
      url.pathname === '/cgi-bin/stable_token'
        ? giveToken(JSON.parse(raw))
        : url.pathname === '/cgi-bin/message/custom/send'
          ? takeMessage(url.searchParams.get('access_token'), raw)
          : { errcode: 40066, errmsg: 'invalid url' };
    if (answer === 'silence') return void request.socket.destroy();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(answer === 'html' ? '<html>502</html>' : JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stub.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return stub;
}

export const sha1 = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex');

/**
 * Encryption built apart from the product's: OpenSSL pads to 16 bytes, the scheme to 32, so the padding is laid by hand.
 * `padding` (the bytes, or the value of each) and `appId` can be given wrong.
 */
export function encrypt(
  message: string,
  { appId = ACCOUNT.appId, padding }: { appId?: string; padding?: Buffer | number } = {},
): string {
  const key = Buffer.from(`${ACCOUNT.aesKey}=`, 'base64');
  const text = Buffer.from(message, 'utf8');
  const plain = [
    ...Buffer.from('0123456789abcdef'),
    (text.length >>> 24) & 255,
    (text.length >>> 16) & 255,
    (text.length >>> 8) & 255,
    text.length & 255,
    ...text,
    ...Buffer.from(appId),
  ];
  const missing = 32 - (plain.length % 32);
  plain.push(...(typeof padding === 'object' ? padding : Buffer.alloc(missing, padding ?? missing)));
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return cipher.update(Buffer.from(plain), undefined, 'base64') + cipher.final('base64');
}

export function decrypt(encrypted: string): string {
  const key = Buffer.from(`${ACCOUNT.aesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  return plain.subarray(20, 20 + plain.readUInt32BE(16)).toString();
}

export type Fields = Record<string, string | number>;

export const xml = (fields: Fields): string =>
  `<xml>\n${Object.entries(fields)
    .map(
      ([name, value]) => `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value}]]>`}</${name}>`,
    )
    .join('\n')}\n</xml>`;

let nextId = 24_000_000_000_000_000n;

/** A text message as the platform writes it. */
export const textMessage = (text: string, more: Fields = {}): Fields => ({
  ToUserName: 'gh_7f083739789a',
  FromUserName: 'oia2TjjewbmiOUlr6X-1crbLOvLw',
  CreateTime: Math.floor(Date.now() / 1_000),
  MsgType: 'text',
  Content: text,
  MsgId: String(nextId++),
  ...more,
});

export interface Posting {
  secure?: boolean;
  /** Seconds since the epoch. */
  timestamp?: number;
  nonce?: string;
  /** In place of the right one; null: none. */
  signature?: string | null;
  signal?: AbortSignal;
}

const address = 'http://huiqi.example/wechat/official-account';

/** A callback as the platform posts it: signed; in secure mode encrypted too. */
export function callback(message: Fields | string, posting: Posting = {}): Request {
  const {
    secure = false,
    timestamp = Math.floor(Date.now() / 1_000),
    nonce = String(Math.random()).slice(2),
  } = posting;
  const plain = typeof message === 'string' ? message : xml(message);
  const query = new URLSearchParams({ timestamp: String(timestamp), nonce, openid: 'oia2' });
  const sign = (name: string, right: string) => {
    if (posting.signature !== null) query.set(name, posting.signature ?? right);
  };
  let body = plain;
  if (secure) {
    const encrypted = encrypt(plain);
    body = `<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    query.set('encrypt_type', 'aes');
    sign('signature', sha1(ACCOUNT.token, String(timestamp), nonce));
    sign('msg_signature', sha1(ACCOUNT.token, String(timestamp), nonce, encrypted));
  } else {
    sign('signature', sha1(ACCOUNT.token, String(timestamp), nonce));
  }
  return new Request(`${address}?${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/xml' },
    ...(posting.signal && { signal: posting.signal }),
  });
}

/** The platform checking the address. */
export function addressCheck(echo: string, posting: Posting = {}): Request {
  const { timestamp = Math.floor(Date.now() / 1_000), nonce = '1320562132', signature } = posting;
  const right = sha1(ACCOUNT.token, String(timestamp), nonce);
  const query = new URLSearchParams({ timestamp: String(timestamp), nonce, echostr: echo });
  if (signature !== null) query.set('signature', signature ?? right);
  return new Request(`${address}?${query}`);
}

/** The text that the contact is shown for a response, or null when it shows nothing. */
export async function shownIn(response: Response): Promise<string | null> {
  const body = await response.text();
  const encrypted = /<Encrypt><!\[CDATA\[(?<inside>.*?)\]\]>/su.exec(body)?.groups?.inside;
  const plain = encrypted === undefined ? body : decrypt(encrypted);
  const content = /<Content>(?<inside>.*)<\/Content>/su.exec(plain)?.groups?.inside;
  return content === undefined ? null : content.replace(/<!\[CDATA\[(?<text>.*?)\]\]>/gsu, '$<text>');
}
