/** How often a server that is a wire away is asked for one message, between the beginning of its transaction and the end. */
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { clockOn } from '../../src/contract/index.ts';
import { createApp } from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { shippedKnowledge } from '../support/shipped.ts';

/** Of a contact, in this order: what is told costs one more, the first message the line of consent. */
const MESSAGES: readonly [text: string, statements: number][] = [
  ['端午没停工有没有补贴', 8],
  ['什么时候截止', 6],
  ['归哪个部门管', 6],
  ['我们每天在岗350人', 7],
  ['我的资料', 6],
  ['我的提醒', 6],
  ['你好', 6],
  ['提醒我申报58号文', 7],
];

describe.skipIf(postgresIsOff)('a message on PostgreSQL', () => {
  test('asks no more often than it has to', async () => {
    // Before the first connection: each keeps the way it asks.
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    const store = await openStore({ databaseUrl: await (await sharedPostgres()).freshDatabase() });
    const app = createApp({ knowledge: shippedKnowledge(), store, clock: clockOn('2022-06-20') });
    const counts: [string, number][] = [];
    try {
      for (const [i, [text]] of MESSAGES.entries()) {
        const message = {
          channel: 'web',
          conversationId: 'li',
          senderId: 'li',
          isGroup: false,
          addressedToBot: true,
          text,
          eventId: `e${i}`,
          receivedAt: i,
        };
        const event = { ...message, body: JSON.stringify(message) };
        await store.transaction(({ inbound }) => inbound.receive(event));
        spy.mockClear();
        await app.handle(message, undefined, async ({ outbox }, [id]) => {
          await outbox.takeAtOnce(id!, { worker: 'w', now: store.now(), leaseMs: 1_000 });
        });
        const asked = spy.mock.calls.map(textIn).filter((one) => !/^(?:begin|commit)/iu.test(one));
        counts.push([text, asked.length]);
      }
    } finally {
      spy.mockRestore();
      await store.close();
    }
    expect(counts).toEqual(MESSAGES);
  });
});

const textIn = ([asked]: readonly unknown[]): string =>
  typeof asked === 'string' ? asked : String((asked as { text?: string }).text ?? '');
