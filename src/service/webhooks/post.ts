/** One request to another system: no redirect is followed, no inner address reached, and no more of the answer read than is asked for. */
import type { IncomingMessage, RequestOptions } from 'node:http';
import { isIP } from 'node:net';
import { InnerAddressError, isPublicAddress, publicLookup } from './public-address.ts';

export type Posted =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'refused' }
  | { kind: 'failed'; reason: string };

const LIMIT_MS = 10_000;

export interface PostOptions {
  url: string;
  headers: Record<string, string>;
  body: string;
  allowPrivate: boolean;
  /** How much of the answer is read; nothing unless said otherwise. */
  readBytes?: number;
}

export async function post({
  url,
  headers,
  body,
  allowPrivate,
  readBytes = 0,
}: PostOptions): Promise<Posted> {
  const to = new URL(url);
  // A host that is an address is never looked up.
  const literal = to.hostname.replace(/^\[|\]$/gu, '');
  if (!allowPrivate && isIP(literal) && !isPublicAddress(literal)) return { kind: 'refused' };
  // Loaded when something is sent: node:http brings all of fetch along, and a question on the command line sends nothing.
  const { request: send } = to.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(LIMIT_MS),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'huiqi',
      'content-length': Buffer.byteLength(body),
      ...headers,
    },
    ...(allowPrivate ? {} : { lookup: publicLookup as NonNullable<RequestOptions['lookup']> }),
  };
  return new Promise((resolve) => {
    const sent = send(to, options, (response: IncomingMessage) => {
      const answered = (text: string) => {
        resolve({ kind: 'answered', status: response.statusCode ?? 0, text });
        response.destroy();
      };
      if (readBytes === 0) answered('');
      else startOf(response, readBytes).then(answered, () => answered(''));
    });
    sent.once('error', (error) =>
      resolve(
        error instanceof InnerAddressError ? { kind: 'refused' } : { kind: 'failed', reason: error.message },
      ),
    );
    sent.end(body);
  });
}

async function startOf(response: IncomingMessage, bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes).toString('utf8');
}
