/** The doors for machines on the documents that ship, without a port. */
import type { Hono } from 'hono';
import { type ApiOptions, createApi, type Desk } from '../../api/index.ts';
import { libraryOf } from '../../src/service/index.ts';
import { shippedMind } from '../support/shipped.ts';

export const library = libraryOf(shippedMind());
export const TODAY = '2022-06-20';

export interface TestDesk extends Desk {
  unansweredQuestions: string[];
}

export function createDesk(): TestDesk {
  const unansweredQuestions: string[] = [];
  return {
    library: () => library,
    today: () => TODAY,
    async unanswered(question) {
      unansweredQuestions.push(question);
    },
    unansweredQuestions,
  };
}

export const KEYS: Record<string, { id: string; scopes: string[]; perMinute: number }> = {
  hq_reader_1: { id: 'reader', scopes: ['read'], perMinute: 1_000 },
  hq_all_12345: { id: 'all', scopes: ['read', 'ask', 'match', 'draft'], perMinute: 100_000 },
  hq_slow_1234: { id: 'slow', scopes: ['read'], perMinute: 2 },
};

export interface TestApi {
  hono: Hono;
  desk: TestDesk;
  errors: unknown[];
  /** Sent with the key that may all, unless the headers say otherwise. */
  send(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
}

export function createTestApi(options: Partial<ApiOptions> = {}): TestApi {
  const desk = createDesk();
  const errors: unknown[] = [];
  const hono = createApi({
    mode: 'keys',
    openPerMinute: 1_000,
    corsOrigins: [],
    publicUrl: null,
    desk,
    keyHolder: async (token) => KEYS[token] ?? null,
    addressOf: () => '192.0.2.1',
    onError: (error) => errors.push(error),
    ...options,
  });
  return {
    hono,
    desk,
    errors,
    async send(path, { json, ...init } = {}) {
      const headers = new Headers({ authorization: 'Bearer hq_all_12345' });
      if (json !== undefined) headers.set('content-type', 'application/json');
      for (const [name, value] of new Headers(init.headers))
        if (value === '') headers.delete(name);
        else headers.set(name, value);
      return hono.request(path, {
        ...init,
        headers,
        ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
      });
    },
  };
}
