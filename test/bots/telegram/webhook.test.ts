import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silentLog } from '../../../bots/log.ts';
import type { Update } from '../../../bots/telegram/payload.ts';
import { createWebhook } from '../../../bots/telegram/webhook.ts';
import { SECRET } from './world.ts';

function edge(take: (update: Update) => Promise<void> = async () => undefined) {
  const taken: Update[] = [];
  const handle = createWebhook({
    secret: SECRET,
    log: silentLog,
    take: async (update) => {
      taken.push(update);
      await take(update);
    },
  });
  const post = async (
    body: string | ReadableStream,
    headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET },
  ) =>
    (
      await handle(
        new Request('http://bot/telegram', { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
      )
    ).status;
  return { taken, handle, post };
}

const update = (text: string) => ({
  update_id: 1,
  message: {
    message_id: 1,
    date: 0,
    from: { id: 42, is_bot: false },
    chat: { id: 42, type: 'private' },
    text,
  },
});

/** A body that arrives in the given pieces. */
function inPieces(...pieces: Uint8Array[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

describe('who may post', () => {
  test.each([
    ['no secret', {}, 401],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'wrong' }, 403],
    ['a secret that only begins right', { 'x-telegram-bot-api-secret-token': SECRET.slice(0, -1) }, 403],
    ['the secret', { 'x-telegram-bot-api-secret-token': SECRET }, 200],
  ])('%s', async (_name, headers, status) => {
    const { post, taken } = edge();
    expect(await post(JSON.stringify(update('你好')), headers as Record<string, string>)).toBe(status);
    expect(taken).toHaveLength(status === 200 ? 1 : 0);
  });

  test('only POST', async () => {
    const { handle } = edge();
    expect((await handle(new Request('http://bot/telegram'))).status).toBe(405);
  });
});

describe('what may be posted', () => {
  test.each([
    ['null', 'null', 400],
    ['bad JSON', '{"update_id":1,', 400],
    ['nothing', '', 400],
    ['an empty object', '{}', 400],
    ['a list', '[]', 400],
    ['an id that is none', '{"update_id":"1"}', 400],
    ['an update of another kind', '{"update_id":1,"poll_answer":{}}', 200],
    [
      'an update in an unknown form is confirmed, not repeated for ever',
      '{"update_id":1,"message":{"chat":7}}',
      200,
    ],
    ['a text of 100,000 characters', JSON.stringify(update('惠'.repeat(100_000))), 200],
    ['a body over 1 MB', JSON.stringify(update('x'.repeat(1_100_000))), 413],
  ])('%s', async (_name, body, status) => {
    expect(await edge().post(body)).toBe(status);
  });

  test('a body over 1 MB that does not tell its length', async () => {
    const piece = new Uint8Array(300_000).fill(120);
    expect(await edge().post(inPieces(piece, piece, piece, piece))).toBe(413);
  });

  test('a Chinese character split over two chunks arrives whole', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(update('稳岗补贴')));
    const middle = bytes.findIndex((byte) => byte > 0xe0) + 1;
    const { post, taken } = edge();
    expect(await post(inPieces(bytes.slice(0, middle), bytes.slice(middle)))).toBe(200);
    expect(taken[0]?.message?.text).toBe('稳岗补贴');
  });
});

test('what cannot be stored is not confirmed', async () => {
  const { post } = edge(async () => {
    throw new Error('disk full');
  });
  expect(await post(JSON.stringify(update('你好')))).toBe(503);
});

test('1,000 random bodies: always an answer', async () => {
  const { post } = edge();
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .record(
        { update_id: fc.integer(), message: fc.jsonValue(), callback_query: fc.jsonValue() },
        { requiredKeys: ['update_id'] },
      )
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(body, async (one) => {
      expect([200, 400, 413]).toContain(await post(one));
    }),
    { numRuns: 1_000 },
  );
});
