/** Telegram's side for bench/channels.ts: as little work as possible, and the time at which each answer arrives. */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TOKEN = '7000001:AAF-bench_0123456789abcdefghijklmno';
export const SECRET = 'bench-secret';

const BOT = { id: 7_000_001, is_bot: true, first_name: '惠企', username: 'huiqi_bot' };

export interface Wire {
  apiRoot: string;
  /** Posts a text as one contact and resolves, when the answer is sent, with the milliseconds until then. */
  ask(url: string, chat: number, text: string): Promise<number>;
  close(): void;
}

export async function openWire(): Promise<Wire> {
  const waiting = new Map<number, () => void>();
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });

  let updates = 1;

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const method = incoming.url?.split('/').at(-1);
      let result: unknown = true;
      if (method === 'getMe') result = BOT;
      if (method === 'sendMessage') {
        const { chat_id: chat } = JSON.parse(Buffer.concat(chunks).toString());
        result = { message_id: updates, date: 0, chat: { id: Number(chat), type: 'private' }, text: 'x' };
        waiting.get(Number(chat))?.();
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, result }));
    });
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  function post(url: string, body: string): Promise<void> {
    return new Promise((done, failed) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-telegram-bot-api-secret-token': SECRET,
      };
      const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? done() : failed(new Error(`${response.statusCode}`)),
        );
      });
      outgoing.on('error', failed);
      outgoing.end(body);
    });
  }

  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async ask(url, chat, text) {
      const from = { id: chat, is_bot: false, first_name: '陈' };
      const message = {
        message_id: updates,
        date: 0,
        chat: { id: chat, type: 'private', first_name: '陈' },
        from,
        text,
      };
      const body = JSON.stringify({ update_id: updates++, message });
      const since = performance.now();
      const answered = new Promise<number>((resolve) => {
        waiting.set(chat, () => {
          waiting.delete(chat);
          resolve(performance.now() - since);
        });
      });
      await post(url, body);
      return answered;
    },
    close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
