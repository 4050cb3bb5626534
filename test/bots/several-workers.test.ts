/** Several workers on one PostgreSQL behind a balancer: whoever gets a message, a chat's messages are answered once each, in their order. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Capabilities } from '../../bots/channel.ts';
import { createGateway, type Gateway } from '../../bots/gateway/index.ts';
import { realTiming } from '../../bots/timing.ts';
import { shelve } from '../../src/policy/index.ts';
import { createApp } from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';
import { engineOf } from '../../src/store/open.ts';
import { sampleFiles } from '../policy/sample.ts';
import { type MemoryChannel, memoryChannel } from '../support/memory-channel.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';

const { knowledge } = shelve(sampleFiles());
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function worker(databaseUrl: string, capabilities: Partial<Capabilities> = {}) {
  const store = await openStore({ databaseUrl });
  const timing = realTiming();
  const channel: MemoryChannel = memoryChannel(timing, capabilities);
  const app = createApp({ knowledge, store, clock: store });
  const gateway: Gateway = createGateway({
    store,
    app,
    channels: [channel],
    timing,
    limits: { perSenderPerMinute: 999 },
  });
  await gateway.start();
  ends.push(
    () => store.close(),
    () => gateway.stop(),
  );
  return { store, channel, gateway };
}

type Worker = Awaited<ReturnType<typeof worker>>;

/** Events in the order in which their answers were written, by chat. */
async function answered({ store }: Worker): Promise<Map<string, string[]>> {
  const rows = await engineOf(store)
    .db.selectFrom('outbox')
    .select(['conversationId', 'id'])
    .orderBy('sequence')
    .execute();
  const events = Map.groupBy(rows, ({ conversationId }) => conversationId);
  return new Map([...events].map(([chat, some]) => [chat, some.map(({ id }) => id.split(':')[1]!)]));
}

const eventsOf = (chat: number, number: number) =>
  Array.from({ length: number }, (_, place) => `c${chat}-m${String(place).padStart(2, '0')}`);

describe.skipIf(postgresIsOff)('workers that share a store', () => {
  it('answer each message once, and a chat’s in the order in which they came', {
    timeout: 120_000,
  }, async () => {
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    const workers = [await worker(databaseUrl), await worker(databaseUrl), await worker(databaseUrl)];
    const CHATS = 11;
    const MESSAGES = 6;
    let turn = 0;
    for (let place = 0; place < MESSAGES; place += 1)
      for (let chat = 0; chat < CHATS; chat += 1) {
        const eventId = eventsOf(chat, MESSAGES)[place]!;
        const receivedAt = Date.now() + place;
        await workers[turn++ % workers.length]!.channel.say(`问题${place}`, {
          conversationId: `chat${chat}`,
          eventId,
          receivedAt,
        });
      }
    await Promise.all(workers.map(({ gateway }) => gateway.idle()));
    const order = await answered(workers[0]!);
    for (let chat = 0; chat < CHATS; chat += 1)
      expect(order.get(`chat${chat}`)).toEqual(eventsOf(chat, MESSAGES));
    const sent = workers.flatMap(({ channel }) => channel.sent);
    expect(sent).toHaveLength(CHATS * MESSAGES);
  });

  it('keep the pace of the platform together', { timeout: 60_000 }, async () => {
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    const pace = { overallPerSecond: 25, perChatPerSecond: 25 };
    const workers = [
      await worker(databaseUrl, { pace }),
      await worker(databaseUrl, { pace }),
      await worker(databaseUrl, { pace }),
    ];
    const CHATS = 45;
    const since = Date.now();
    for (let chat = 0; chat < CHATS; chat += 1)
      await workers[chat % workers.length]!.channel.say('问题', {
        conversationId: `chat${chat}`,
        eventId: `c${chat}`,
      });
    // What leaves within the wait for a slot is begun after it: nothing is left on the way.
    await expect
      .poll(() => workers.flatMap(({ channel }) => channel.sent).length, { timeout: 30_000 })
      .toBe(CHATS);
    const times = workers.flatMap(({ channel }) => channel.sent.map(({ at }) => at));
    expect(Math.max(...times) - since).toBeGreaterThanOrEqual(((CHATS - 1) * 1_000) / 25 - 5);
  });

  it('answer first what a worker has left that is gone', { timeout: 60_000 }, async () => {
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    const one = await worker(databaseUrl);
    const message = {
      channel: 'memory',
      conversationId: 'chat0',
      senderId: 'chat0',
      isGroup: false,
      addressedToBot: true,
      text: '第一句',
      eventId: 'c0-m00',
      receivedAt: Date.now() - 10,
    };
    await one.store.transaction(({ inbound }) =>
      inbound.receive({ ...message, body: JSON.stringify(message) }),
    );
    await one.channel.say('第二句', { conversationId: 'chat0', eventId: 'c0-m01' });
    await one.gateway.idle();
    expect((await answered(one)).get('chat0')).toEqual(['c0-m00', 'c0-m01']);
    expect(one.channel.sent).toHaveLength(2);
  });
});
