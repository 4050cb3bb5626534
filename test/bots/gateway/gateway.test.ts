import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Capabilities, Channel, InboundMessage } from '../../../bots/channel.ts';
import { createGateway, type GatewayOptions } from '../../../bots/gateway/index.ts';
import { createLog } from '../../../bots/log.ts';
import { realTiming, type Timing } from '../../../bots/timing.ts';
import { UserError } from '../../../src/contract/user-error.ts';
import { ConflictError, openStore, type Store, type StoredInbound } from '../../../src/store/index.ts';
import { channelWords as words } from '../../../src/words/channels.ts';
import { memoryChannel, TELEGRAM_PACE } from '../../support/memory-channel.ts';
import { onTiming, simulatedTiming } from '../../support/simulated-timing.ts';
import { type Answer, stubApp } from '../../support/stub-app.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface BotOptions extends Partial<Omit<GatewayOptions, 'store' | 'channels'>> {
  capabilities?: Partial<Capabilities>;
  answer?: (message: InboundMessage) => Answer | Answer[] | Promise<Answer | Answer[]>;
  store?: Store;
}

async function startBot<T extends Timing>(timing: T, options: BotOptions = {}) {
  const { capabilities, answer = (message) => `收到：${message.text}`, ...rest } = options;
  const store = options.store ?? onTiming(await openStore({ memory: true }), timing);
  const channel = memoryChannel(timing, capabilities);
  const app = stubApp(store, answer);
  const gateway = createGateway({ app, timing, ...rest, store, channels: [channel] });
  await gateway.start();
  const texts = () => channel.sent.map(({ message }) => message.text);
  const counts = () => store.transaction((records) => records.outbox.counts());
  return { store, channel, app, gateway, texts, counts };
}

async function onRealTime(options: BotOptions = {}) {
  const bot = await startBot(realTiming(), options);
  cleanups.push(
    () => bot.store.close(),
    () => bot.gateway.stop(),
  );
  return bot;
}

/** Everything is left as it stands at the end: a simulated clock cannot drain. */
async function onSimulatedTime(options: BotOptions = {}) {
  const timing = simulatedTiming();
  return { timing, ...(await startBot(timing, options)) };
}

/** The most sendings in any window of that length, and the shortest time between two. */
function busiest(times: number[], windowMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

describe('pace', () => {
  test('100 chats: all are served, never more than 30 in any second', async () => {
    const bot = await onSimulatedTime({ capabilities: { pace: TELEGRAM_PACE } });
    for (let i = 0; i < 100; i++) await bot.channel.say('你好', { conversationId: `chat${i}` });
    await bot.timing.advance(6_000);
    const times = bot.channel.sent.map(({ at }) => at);
    expect(times).toHaveLength(100);
    expect(busiest(times, 1_000)).toBeLessThanOrEqual(30);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(4_100);
  });

  test('what another process has added leaves within seconds, however busy the chats are meanwhile', async () => {
    const bot = await onSimulatedTime();
    await bot.store.transaction(({ outbox }) =>
      outbox.add({
        id: 'ticket',
        channel: 'memory',
        conversationId: 'other',
        isGroup: false,
        body: JSON.stringify({ text: '答复', choices: [] }),
        createdAt: bot.store.now(),
      }),
    );
    for (let i = 0; i < 60; i++) {
      await bot.channel.say('你好', { conversationId: `chat${i}` });
      await bot.timing.advance(40);
    }
    expect(bot.texts()).toContain('答复');
  });

  test('a reply that was refused for now is tried again after a second', async () => {
    const bot = await onSimulatedTime();
    bot.channel.next.push({ kind: 'rejected', reason: '503', permanent: false });
    await bot.channel.say('你好');
    const began = bot.timing.now();
    await bot.timing.advance(2_100);
    expect(bot.channel.sent.map(({ at }) => at - began)).toHaveLength(1);
    expect(bot.channel.sent[0]!.at - began).toBeGreaterThanOrEqual(1_000);
  });

  test('31 messages to one chat leave a second apart, in order', async () => {
    const answers = Array.from({ length: 31 }, (_, i) => `第${i}条`);
    const bot = await onSimulatedTime({ capabilities: { pace: TELEGRAM_PACE }, answer: () => answers });
    await bot.channel.say('全部');
    await bot.timing.advance(45_000);
    expect(bot.texts()).toEqual(answers);
    expect(
      busiest(
        bot.channel.sent.map(({ at }) => at),
        1_000,
      ),
    ).toBe(1);
  });

  test('the 21st message of a minute to a group waits, another chat does not', async () => {
    const bot = await onSimulatedTime({
      capabilities: { pace: TELEGRAM_PACE },
      answer: (message) => (message.isGroup ? Array.from({ length: 22 }, (_, i) => `第${i}条`) : '私聊'),
    });
    await bot.channel.say('全部', { conversationId: 'group', isGroup: true });
    await bot.timing.advance(30_000);
    await bot.channel.say('你好', { conversationId: 'private' });
    await bot.timing.advance(1_000);
    expect(bot.texts().at(-1)).toBe('私聊');
    expect(bot.texts()).toHaveLength(21);
    await bot.timing.advance(60_000);
    const inGroup = bot.channel.sent.filter(({ conversationId }) => conversationId === 'group');
    expect(inGroup.map(({ message }) => message.text)).toEqual(
      Array.from({ length: 22 }, (_, i) => `第${i}条`),
    );
    expect(
      busiest(
        inGroup.map(({ at }) => at),
        60_000,
      ),
    ).toBe(20);
  });
});

test('chats with queues of 150 messages do not hold up another chat', async () => {
  const bot = await onSimulatedTime({
    capabilities: { pace: TELEGRAM_PACE },
    answer: ({ conversationId }) =>
      conversationId === 'short' ? '短' : Array.from({ length: 150 }, (_, i) => `第${i}条`),
  });
  for (let i = 0; i < 8; i++) await bot.channel.say('全部', { conversationId: `long${i}` });
  await bot.timing.advance(2_000);
  await bot.channel.say('你好', { conversationId: 'short' });
  await bot.timing.advance(100);
  expect(bot.texts()).toContain('短');
});

describe('what the platform says to a message', () => {
  test('retry after 2 s: one message, not before 2 s, and what follows stays behind it', async () => {
    const bot = await onSimulatedTime({ answer: () => ['一', '二'] });
    const start = bot.timing.now();
    bot.channel.next.push({ kind: 'rejected', reason: '429', retryAfterMs: 2_000, permanent: false });
    await bot.channel.say('你好');
    await bot.timing.advance(1_900);
    expect(bot.texts()).toEqual([]);
    await bot.timing.advance(5_000);
    expect(bot.texts()).toEqual(['一', '二']);
    expect((bot.channel.sent[0]?.at ?? 0) - start).toBeGreaterThanOrEqual(2_000);
  });

  test('unknown: never sent again, and named as unsure', async () => {
    const bot = await onSimulatedTime();
    bot.channel.next.push({ kind: 'unknown', reason: 'timed out' });
    await bot.channel.say('一');
    await bot.timing.advance(600_000);
    expect(bot.texts()).toEqual([]);
    expect(await bot.counts()).toEqual({ unsure: 1 });
  });

  test('refused for good: not tried again, the next message goes out', async () => {
    const bot = await onSimulatedTime();
    bot.channel.next.push({ kind: 'rejected', reason: '403 blocked', permanent: true });
    await bot.channel.say('一');
    await bot.channel.say('二');
    await bot.timing.advance(2_000);
    expect(bot.texts()).toEqual(['收到：二']);
    expect(await bot.counts()).toEqual({ failed: 1, sent: 1 });
  });

  test('refused for now: tried again until it goes out', async () => {
    const bot = await onSimulatedTime();
    for (let i = 0; i < 4; i++)
      bot.channel.next.push({ kind: 'rejected', reason: 'ECONNREFUSED', permanent: false });
    await bot.channel.say('一');
    await bot.timing.advance(600_000);
    expect(bot.texts()).toEqual(['收到：一']);
  });

  test('the second part of a long answer is refused for now: the first is not repeated', async () => {
    const bot = await onSimulatedTime({
      capabilities: { textLimit: { max: 5, unit: 'codepoints' } },
      answer: () => '第一行\n第二行\n第三行',
    });
    bot.channel.next.push({ kind: 'sent' });
    bot.channel.next.push({ kind: 'rejected', reason: '429', retryAfterMs: 3_000, permanent: false });
    await bot.channel.say('一');
    await bot.timing.advance(10_000);
    expect(bot.texts()).toEqual(['第一行', '第二行', '第三行']);
  });

  test('a channel that throws or hangs holds up nobody else', async () => {
    const bot = await onSimulatedTime();
    const broken = Promise.reject(new Error('broken wire'));
    broken.catch(() => undefined);
    bot.channel.next.push(broken, new Promise(() => undefined));
    await bot.channel.say('一', { conversationId: 'a' });
    await bot.channel.say('二', { conversationId: 'b' });
    await bot.channel.say('三', { conversationId: 'c' });
    await bot.timing.advance(500);
    expect(bot.texts()).toEqual(['收到：三']);
    await bot.timing.advance(70_000);
    expect(await bot.counts()).toEqual({ sent: 1, unsure: 2 });
  });
});

describe('many at once', () => {
  test('a 3 s answer in one chat does not hold another', async () => {
    const bot = await onRealTime({
      answer: async (message) => {
        if (message.text === '慢') await wait(3_000);
        return message.text;
      },
    });
    await bot.channel.say('慢', { conversationId: 'slow' });
    const asked = Date.now();
    await bot.channel.say('快', { conversationId: 'fast' });
    await expect.poll(bot.texts, { interval: 2 }).toEqual(['快']);
    expect(Date.now() - asked).toBeLessThan(2_000);
    await expect.poll(bot.texts, { timeout: 5_000 }).toEqual(['快', '慢']);
  });

  test('one chat is answered in order, however long each takes', async () => {
    const bot = await onRealTime({
      answer: async (message) => {
        await wait(40 - 4 * Number(message.text));
        return message.text;
      },
    });
    const texts = Array.from({ length: 10 }, (_, i) => String(i));
    for (const text of texts) await bot.channel.say(text);
    await expect.poll(bot.texts, { timeout: 5_000 }).toEqual(texts);
  });
});

describe('too much', () => {
  test('a sender over the rate gets one polite line, later messages are answered again', async () => {
    const bot = await onSimulatedTime({ limits: { perSenderPerMinute: 3 } });
    const verdicts: string[] = [];
    for (let i = 0; i < 6; i++) verdicts.push(await bot.channel.say(`问${i}`));
    await bot.timing.advance(1_000);
    expect(verdicts).toEqual(['stored', 'stored', 'stored', 'refused', 'refused', 'refused']);
    expect(bot.texts()).toEqual(['收到：问0', '收到：问1', '收到：问2', words.tooMany]);
    await bot.timing.advance(60_000);
    expect(await bot.channel.say('再问')).toBe('stored');
  });

  test.each([
    ['2,000 characters are read', '𠀀'.repeat(2_000), false],
    ['2,001 are not', '𠀀'.repeat(2_001), true],
    ['100,000 are not', '惠'.repeat(100_000), true],
  ])('%s', async (_name, text, refused) => {
    const bot = await onRealTime({ answer: () => '好' });
    await bot.channel.say(text);
    await bot.gateway.idle();
    expect(bot.texts()).toEqual([refused ? words.tooLong(2_000) : '好']);
  });
});

describe('across a stop', () => {
  const inbound = (text: string, eventId: string): InboundMessage => ({
    channel: 'memory',
    conversationId: 'chat',
    senderId: 'sender',
    isGroup: false,
    addressedToBot: true,
    text,
    eventId,
    receivedAt: Date.now(),
  });

  const storedFrom = (message: InboundMessage): StoredInbound => {
    const { channel, eventId, conversationId, senderId, receivedAt } = message;
    return { channel, eventId, conversationId, senderId, receivedAt, body: JSON.stringify(message) };
  };

  test('what was stored and not answered is taken up at the next start, in order', async () => {
    const store = await openStore({ memory: true });
    await store.transaction(async (records) => {
      for (const [i, text] of ['一', '二'].entries()) {
        const message = { ...inbound(text, `e${i}`), receivedAt: Date.now() + i };
        await records.inbound.receive(storedFrom(message));
      }
    });
    const bot = await onRealTime({ store });
    await expect.poll(bot.texts).toEqual(['收到：一', '收到：二']);
    expect(await bot.channel.receive(inbound('一', 'e0'))).toBe('duplicate');
  });

  test('a stored message that cannot be read is set aside and logged', async () => {
    const store = await openStore({ memory: true });
    await store.transaction((records) =>
      records.inbound.receive({ ...storedFrom(inbound('一', 'e1')), body: '{"half":' }),
    );
    const bot = await onRealTime({ store });
    await bot.channel.say('二');
    await expect.poll(bot.texts).toEqual(['收到：二']);
    expect(await store.transaction((records) => records.inbound.unanswered())).toEqual([]);
  });

  test('an answer that outlasts the stop is left for the next start', async () => {
    const store = await openStore({ memory: true });
    const never = { answer: () => new Promise<string>(() => undefined), limits: { drainMs: 100 } };
    const first = await startBot(realTiming(), { store, ...never });
    await first.channel.say('一');
    await first.gateway.stop();
    expect(first.texts()).toEqual([]);
    const second = await onRealTime({ store });
    await expect.poll(second.texts).toEqual(['收到：一']);
  });
});

test('a conflict with another process is tried again, not told', async () => {
  let conflicts = 2;
  const bot = await onRealTime({
    answer: (message) => {
      if (conflicts-- > 0) throw new ConflictError('somebody was faster');
      return message.text;
    },
  });
  await bot.channel.say('一');
  await expect.poll(bot.texts).toEqual(['一']);
});

test('a group is answered only when the bot is addressed', async () => {
  const bot = await onRealTime();
  expect(await bot.channel.say('大家好', { isGroup: true, addressedToBot: false })).toBe('refused');
  expect(bot.app.handled).toEqual([]);
});

test('a sender with its own ledger shares the pace and the order', async () => {
  const bot = await onSimulatedTime({ capabilities: { pace: TELEGRAM_PACE } });
  const target = { channel: 'memory', conversationId: 'chat', isGroup: false };
  await bot.channel.say('一');
  await bot.timing.advance(10);
  const outcome = bot.gateway.send(target, { text: '提醒', choices: [] });
  await bot.timing.advance(2_000);
  expect(await outcome).toEqual({ kind: 'sent' });
  const [first, second] = bot.channel.sent.map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('nothing of a message is in the log, whatever becomes of it', async () => {
  const lines: string[] = [];
  const bot = await onRealTime({
    log: createLog({ level: 'debug', to: { write: (line) => void lines.push(line) } }),
    answer: (message) => {
      if (message.text.includes('坏')) throw new Error(`cannot parse ${message.text}`);
      return message.text;
    },
  });
  for (const text of ['好问题13800138000', '坏问题13900139000'])
    await bot.channel.say(text, { senderId: 'wxid_secret' });
  await expect.poll(() => bot.texts().length).toBe(2);
  const log = lines.join('');
  expect(log).toContain('answered');
  expect(log).toContain('cannot parse');
  for (const secret of ['问题', '13800138000', '13900139000', 'wxid_secret'])
    expect(log).not.toContain(secret);
});

describe('the start', () => {
  const gatewayOf = async (...channels: Channel[]) => {
    const timing = simulatedTiming();
    const store = onTiming(await openStore({ memory: true }), timing);
    const app = stubApp(store, (message) => `收到：${message.text}`);
    return { timing, gateway: createGateway({ store, app, channels, timing }) };
  };
  const starting = (name: string, start: Channel['start']): Channel => ({
    ...memoryChannel(realTiming(), {}, name),
    start,
  });

  test('a wrong setting ends it, whatever else is still starting', async () => {
    const slow = starting('slow', () => new Promise(() => {}));
    const wrong = starting('wrong', () => Promise.reject(new UserError('设置不对。')));
    const { gateway } = await gatewayOf(slow, wrong);
    await expect(gateway.start()).rejects.toThrow('设置不对。');
  });

  test('other trouble of one channel is tried again, and the others run', async () => {
    let tries = 0;
    const broken = starting('broken', async () => {
      tries++;
      if (tries < 3) throw new Error('no route');
    });
    const sound = memoryChannel(realTiming());
    const { timing, gateway } = await gatewayOf(broken, sound);
    await gateway.start();
    expect(gateway.health().broken).toMatchObject({ state: 'down', detail: words.notStarted });
    await sound.say('你好');
    await timing.advance(100);
    expect(sound.sent.map(({ message }) => message.text)).toEqual(['收到：你好']);
    await timing.advance(61_000);
    expect(tries).toBe(3);
    expect(gateway.health().broken?.state).toBe('up');
  });

  test('stopped before a channel is ready', async () => {
    const ready = Promise.withResolvers<void>();
    const slow = starting('slow', () => ready.promise);
    const { gateway } = await gatewayOf({ ...slow, close: async () => ready.resolve() });
    const started = gateway.start();
    await gateway.stop();
    await started;
  });
});
