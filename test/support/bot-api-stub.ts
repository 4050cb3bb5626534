/**
 * A Bot API of our own on loopback: what Telegram's server does to a bot, with its faults on demand. Held getUpdates that
 * an offset confirms, 409 for a second poller, webhooks with the secret header and redelivery until 2xx, the limits of
 * texts and buttons, 429, 5xx, HTML, resets, and answers whose characters are split over two chunks.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type Fault =
  | { kind: 'retry-after'; seconds: number }
  | { kind: 'status'; code: number; description: string; parameters?: Record<string, unknown> }
  | { kind: 'html' }
  /** The connection is cut before anything is done. */
  | { kind: 'reset' }
  /** The message is sent, the connection is cut before the answer. */
  | { kind: 'reset-after' }
  | { kind: 'hang' };

export interface Shown {
  messageId: number;
  chatId: number;
  threadId?: number;
  text: string;
  buttons: { text: string; callback_data: string }[];
  at: number;
  edited: number;
}

export interface Sender {
  id: number;
  first_name?: string;
}

export interface Said {
  text?: string;
  chatId?: number;
  from?: Sender;
  group?: boolean;
  extra?: Record<string, unknown>;
}

type Parameters = Record<string, unknown>;

export const BOT = { id: 7_000_001, is_bot: true, first_name: '惠企', username: 'huiqi_bot' };
export const TOKEN = `${BOT.id}:AAF-stub_0123456789abcdefghijklmnop`;

const WEBHOOK_RETRY_MS = 30;

export async function startBotApiStub({ webhookLimitMs = 800 } = {}) {
  const shown: Shown[] = [];
  const calls: { method: string; parameters: Parameters; at: number }[] = [];
  const faults = new Map<string, Fault[]>();
  const deliveries: { updateId: number; status: number | 'failed' }[] = [];
  let pending: Parameters[] = [];
  let poller: { answer: (status: number, body: unknown) => void; offset: number; limit: number } | null =
    null;
  let webhook: { url: string; secret?: string } | null = null;
  let delivering = false;
  let closed = false;
  let splitAnswers = false;
  let conflicts = 0;
  let nextUpdate = 1_000;
  let nextMessage = 1;

  const server = createServer((request, response) => {
    answerTo(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts = /^\/bot(?<token>[^/]+)\/(?<method>\w+)$/u.exec(request.url ?? '')?.groups;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (parts?.token !== TOKEN) return reply(response, 401, refusal(401, 'Unauthorized'));
    const method = parts.method as string;
    const parameters = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Parameters;
    calls.push({ method, parameters, at: Date.now() });
    const fault = faults.get(method)?.shift();
    if (fault?.kind === 'reset') return void response.socket?.resetAndDestroy();
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'html') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
      return;
    }
    if (fault?.kind === 'status') {
      const { code, description, parameters: more } = fault;
      return reply(response, code, { ...refusal(code, description), ...(more && { parameters: more }) });
    }
    if (fault?.kind === 'retry-after')
      return reply(response, 429, {
        ...refusal(429, `Too Many Requests: retry after ${fault.seconds}`),
        parameters: { retry_after: fault.seconds },
      });
    if (method === 'getUpdates') return hold(response, parameters);
    const [status, body] = act(method, parameters);
    if (fault?.kind === 'reset-after') return void response.socket?.resetAndDestroy();
    reply(response, status, body);
  }

  function hold(response: ServerResponse, parameters: Parameters): void {
    const offset = Number(parameters.offset ?? 0);
    const conflict =
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
    if (poller) conflicts += 1;
    poller?.answer(409, refusal(409, conflict));
    if (webhook) {
      reply(response, 409, refusal(409, "Conflict: can't use getUpdates method while webhook is active"));
      return;
    }
    if (offset > 0) pending = pending.filter((update) => Number(update.update_id) >= offset);
    const timer = setTimeout(
      () => mine.answer(200, { ok: true, result: [] }),
      Number(parameters.timeout ?? 0) * 1_000,
    );
    const mine = {
      offset,
      limit: Number(parameters.limit ?? 100),
      answer(status: number, body: unknown) {
        clearTimeout(timer);
        if (poller === mine) poller = null;
        reply(response, status, body);
      },
    };
    response.on('close', () => {
      clearTimeout(timer);
      if (poller === mine) poller = null;
    });
    poller = mine;
    handOver();
  }

  function handOver(): void {
    if (webhook && !delivering) void deliver();
    if (poller && pending.length > 0)
      poller.answer(200, { ok: true, result: pending.slice(0, poller.limit) });
  }

  /** One update at a time (one chat is one queue, and tests use few), again until the bot says 2xx. */
  async function deliver(): Promise<void> {
    delivering = true;
    while (pending.length > 0 && webhook && !closed) {
      const update = pending[0] as Parameters;
      const status = await post(webhook, JSON.stringify(update));
      deliveries.push({ updateId: Number(update.update_id), status });
      if (typeof status === 'number' && status >= 200 && status < 300) pending.shift();
      else await wait(WEBHOOK_RETRY_MS);
    }
    delivering = false;
  }

  async function post(to: { url: string; secret?: string }, body: string): Promise<number | 'failed'> {
    const headers = {
      'content-type': 'application/json',
      ...(to.secret && { 'x-telegram-bot-api-secret-token': to.secret }),
    };
    try {
      const response = await fetch(to.url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(webhookLimitMs),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 'failed';
    }
  }

  function act(method: string, parameters: Parameters): [number, unknown] {
    const done = (result: unknown): [number, unknown] => [200, { ok: true, result }];
    const refused = (description: string): [number, unknown] => [
      400,
      refusal(400, `Bad Request: ${description}`),
    ];
    if (method === 'getMe') return done(BOT);
    if (method === 'setWebhook') {
      const secret = parameters.secret_token as string | undefined;
      webhook = { url: String(parameters.url), ...(secret && { secret }) };
      queueMicrotask(handOver);
      return done(true);
    }
    if (method === 'deleteWebhook') {
      webhook = null;
      return done(true);
    }
    if (method !== 'sendMessage' && method !== 'editMessageText') return done(true);

    const text = String(parameters.text ?? '');
    if (text.trim() === '') return refused('message text is empty');
    if ([...text].length > 4_096) return refused('message is too long');
    const buttons = buttonsOf(parameters.reply_markup);
    if (buttons.some(({ callback_data: data }) => !data || Buffer.byteLength(data) > 64))
      return refused('BUTTON_DATA_INVALID');
    if (method === 'sendMessage') {
      const message: Shown = {
        messageId: nextMessage++,
        chatId: Number(parameters.chat_id),
        text,
        buttons,
        at: Date.now(),
        edited: 0,
      };
      if (parameters.message_thread_id) message.threadId = Number(parameters.message_thread_id);
      shown.push(message);
      return done({
        message_id: message.messageId,
        date: 0,
        chat: { id: message.chatId, type: 'private' },
        text,
      });
    }
    const message = shown.find((one) => one.messageId === Number(parameters.message_id));
    if (!message) return refused('message to edit not found');
    if (message.text === text && JSON.stringify(message.buttons) === JSON.stringify(buttons))
      return refused('message is not modified: specified new message content is exactly the same');
    Object.assign(message, { text, buttons, edited: message.edited + 1 });
    return done({
      message_id: message.messageId,
      date: 0,
      chat: { id: message.chatId, type: 'private' },
      text,
    });
  }

  function reply(response: ServerResponse, status: number, body: unknown): void {
    if (response.destroyed || response.writableEnded) return;
    const bytes = Buffer.from(JSON.stringify(body));
    response.writeHead(status, { 'content-type': 'application/json' });
    const middle = splitAnswers ? bytes.findIndex((byte) => byte > 0xe0) + 1 : 0;
    if (middle === 0) return void response.end(bytes);
    response.write(bytes.subarray(0, middle));
    setTimeout(() => response.end(bytes.subarray(middle)), 20);
  }

  function push(body: Parameters, updateId = nextUpdate++): number {
    pending.push({ update_id: updateId, ...body });
    handOver();
    return updateId;
  }

  function message(said: Said): Parameters {
    const from = { first_name: '陈', is_bot: false, ...(said.from ?? { id: 42 }) };
    const chat = said.group
      ? { id: said.chatId ?? -100, type: 'supergroup', title: '企业群' }
      : { id: said.chatId ?? from.id, type: 'private' };
    return {
      message_id: nextMessage++,
      date: Math.floor(Date.now() / 1_000),
      from,
      chat,
      ...(said.text !== undefined && { text: said.text }),
      ...said.extra,
    };
  }

  return {
    root,
    shown,
    calls,
    deliveries,
    /** A person writes. Answers the update's id. */
    say: (said: Said): number => push({ message: message(said) }),
    /** A person presses the nth button of a message. */
    press(messageId: number, index: number, from: Sender = { id: 42 }): number {
      const on = shown.find((one) => one.messageId === messageId) as Shown;
      const markup = { inline_keyboard: on.buttons.map((button) => [button]) };
      const chat = { id: on.chatId, type: on.chatId < 0 ? 'supergroup' : 'private' };
      const pressed = {
        message_id: messageId,
        date: 0,
        chat,
        from: BOT,
        text: on.text,
        reply_markup: markup,
      };
      const data = on.buttons[index]?.callback_data;
      const callback_query = {
        id: String(nextUpdate),
        from: { first_name: '陈', is_bot: false, ...from },
        message: pressed,
        chat_instance: '1',
        data,
      };
      return push({ callback_query });
    },
    /** Any update, with an id of one's choice to send the same one again. */
    push,
    message,
    fail(method: string, ...next: Fault[]): void {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    splitAnswers(): void {
      splitAnswers = true;
    },
    webhook: () => webhook,
    unconfirmed: () => pending.length,
    /** How often one program came to poll while another did. */
    conflicts: () => conflicts,
    textsIn: (chatId: number): string[] =>
      shown.filter((one) => one.chatId === chatId).map((one) => one.text),
    async close(): Promise<void> {
      closed = true;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type BotApiStub = Awaited<ReturnType<typeof startBotApiStub>>;

const refusal = (code: number, description: string) => ({ ok: false, error_code: code, description });

function buttonsOf(markup: unknown): Shown['buttons'] {
  const rows = (markup as { inline_keyboard?: Shown['buttons'][] } | undefined)?.inline_keyboard ?? [];
  return rows.flat();
}
