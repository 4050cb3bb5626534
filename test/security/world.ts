/** The bot as an attacker meets it: a process, its port, its files. Nothing of the program is imported. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, startCli } from '../support/serve-child.ts';

export interface Attacked {
  served: Served;
  address: string;
  folder: string;
  port: number;
  close(): Promise<void>;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'huiqi-security-'));
}

/** `serve` on a free port, in a folder of its own. */
export async function serve(environment: Record<string, string> = {}): Promise<Attacked> {
  const folder = environment.HUIQI_DATA_DIR ?? newFolder();
  const served = startCli(['serve'], {
    HUIQI_DATA_DIR: folder,
    HUIQI_TODAY: '2022-06-20',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  await served.printed('网页：http');
  const address = /网页：(?<address>http:\S+)/u.exec(served.out())?.groups?.address ?? '';
  return {
    served,
    address,
    folder,
    port: Number(new URL(address || 'http://127.0.0.1:1').port),
    async close() {
      await served.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request as bytes, and what has come back so far. */
export function rawRequest(
  port: number,
  head: string[],
  body: string | Buffer = '',
): { socket: Socket; answer(): string } {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answer += text;
  });
  socket.on('error', () => {});
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (body.length > 0) socket.write(body);
  return { socket, answer: () => answer };
}

export interface Visitor {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

export async function visit(address: string): Promise<Visitor> {
  const first = await fetch(address);
  await first.text();
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    cookie,
    get: (path, headers = {}) =>
      fetch(`${address}${path}`, { headers: { cookie, ...headers }, redirect: 'manual' }),
    post: (path, fields, headers = {}) =>
      fetch(`${address}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
        redirect: 'manual',
      }),
  };
}
