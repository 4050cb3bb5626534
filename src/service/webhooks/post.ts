/** One request to another system: no redirect is followed, no inner address reached, and no more of the answer read than its status. */
import type { IncomingMessage, RequestOptions } from 'node:http';
import { isIP } from 'node:net';
import { InnerAddressError, isPublicAddress, publicLookup } from './public-address.ts';

export type Posted =
  | { kind: 'answered'; status: number }
  | { kind: 'refused' }
  | { kind: 'failed'; reason: string };

const LIMIT_MS = 10_000;

export interface PostOptions {
  url: string;
  headers: Record<string, string>;
  body: string;
  allowPrivate: boolean;
}

export async function post({ url, headers, body, allowPrivate }: PostOptions): Promise<Posted> {
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
      resolve({ kind: 'answered', status: response.statusCode ?? 0 });
      response.destroy();
    });
    sent.once('error', (error) =>
      resolve(
        error instanceof InnerAddressError ? { kind: 'refused' } : { kind: 'failed', reason: error.message },
      ),
    );
    sent.end(body);
  });
}
