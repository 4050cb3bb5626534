import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGateway } from '../../../bots/gateway/index.ts';
import { createLog } from '../../../bots/log.ts';
import type { TelegramSettings } from '../../../bots/telegram/settings.ts';
import { telegramChannel } from '../../../bots/telegram/telegram-channel.ts';
import { realTiming, type Timing } from '../../../bots/timing.ts';
import { UserError } from '../../../src/contract/user-error.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { type BotApiStub, type Fault, startBotApiStub, TOKEN } from '../../support/bot-api-stub.ts';
import { stubApp } from '../../support/stub-app.ts';
import { settingsFor } from './world.ts';

let stub: BotApiStub;
const cleanups: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  stub = await startBotApiStub();
  cleanups.push(() => stub.close());
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Waits between tries are cut to a hundredth. */
const impatient: Timing = {
  ...realTiming(),
  sleep: (milliseconds, signal) => realTiming().sleep(milliseconds / 100, signal),
};

async function startBot(
  more: Partial<TelegramSettings> = {},
  change: (store: Store) => Store = (store) => store,
) {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', to: { write: (line) => void lines.push(line) } });
  const store = change(await openStore({ memory: true }));
  const app = stubApp(store, (message) => `收到：${message.text}`);
  const channel = telegramChannel(settingsFor(stub, more), { timing: impatient, log });
  const gateway = createGateway({ store, app, channels: [channel], log });
  cleanups.push(
    () => store.close(),
    () => gateway.stop(),
  );
  await gateway.start();
  return { gateway, channel, app, log: () => lines.join('') };
}

const texts = () => stub.textsIn(42);

describe('a fault of the wire while polling ends nothing', () => {
  const faults: [string, Fault][] = [
    ['502', { kind: 'status', code: 502, description: 'Bad Gateway' }],
    ['500', { kind: 'status', code: 500, description: 'Internal Server Error' }],
    ['400', { kind: 'status', code: 400, description: 'Bad Request' }],
    ['429', { kind: 'retry-after', seconds: 1 }],
    ['HTML', { kind: 'html' }],
    ['a reset', { kind: 'reset' }],
  ];
  test.each(faults)('%s', async (_name, fault) => {
    stub.fail('getUpdates', fault, fault);
    const bot = await startBot();
    stub.say({ text: '你好' });
    await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：你好']);
    expect(bot.channel.health().state).toBe('up');
  });
});

test('a second poller: one clear sentence in the log, and the bot goes on when the other is gone', async () => {
  const bot = await startBot();
  await expect.poll(() => stub.calls.some(({ method }) => method === 'getUpdates')).toBe(true);
  const other = new AbortController();
  const rival = fetch(`${stub.root}/bot${TOKEN}/getUpdates?`, { signal: other.signal }).catch(
    () => undefined,
  );
  await fetch(`${stub.root}/bot${TOKEN}/getUpdates`, { method: 'POST', body: '{"timeout":0}' });
  await expect.poll(bot.log).toContain('另一个程序正在用同一个机器人令牌收消息');
  other.abort();
  await rival;
  stub.say({ text: '你好' });
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：你好']);
});

test('what could not be stored is not confirmed, and comes again', async () => {
  let refusals = 2;
  await startBot({}, (store) => ({
    ...store,
    transaction: (work) =>
      store.transaction((records) =>
        work({
          ...records,
          inbound: {
            ...records.inbound,
            receive: async (message) => {
              if (refusals-- > 0) throw new Error('disk full');
              return records.inbound.receive(message);
            },
          },
        }),
      ),
  }));
  stub.say({ text: '你好' });
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：你好']);
  expect(refusals).toBeLessThan(0);
});

test('characters split over two chunks arrive whole', async () => {
  stub.splitAnswers();
  await startBot();
  stub.say({ text: '稳岗补贴' });
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：稳岗补贴']);
});

test('an update in an unknown form is passed over, the next is answered', async () => {
  await startBot();
  stub.push({ message: { chat: '?' } });
  stub.say({ text: '你好' });
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：你好']);
  await expect.poll(() => stub.unconfirmed()).toBe(0);
});

test('a text of 100,000 characters is answered with one sentence', async () => {
  await startBot();
  stub.say({ text: '惠'.repeat(100_000) });
  await expect.poll(() => texts().length, { timeout: 5_000 }).toBe(1);
  expect(texts()[0]).toContain('太长');
});

test('a press is acknowledged, and the commands are registered', async () => {
  await startBot();
  const callback_query = {
    id: 'q1',
    from: { id: 42 },
    data: '=x',
    message: { message_id: 1, chat: { id: 42, type: 'private' } },
  };
  stub.push({ callback_query });
  await expect
    .poll(() => stub.calls.find(({ method }) => method === 'answerCallbackQuery')?.parameters, {
      timeout: 5_000,
    })
    .toMatchObject({ callback_query_id: 'q1' });
  const registered = stub.calls.find(({ method }) => method === 'setMyCommands')?.parameters.commands as {
    command: string;
  }[];
  expect(registered.map(({ command }) => command)).toEqual(['start', 'help', 'me', 'reminders', 'forget']);
});

test('a wrong token stops the start with one sentence that names the setting', async () => {
  const wrong = startBot({ TELEGRAM_BOT_TOKEN: '1:wrong' });
  await expect(wrong).rejects.toThrow(UserError);
  await expect(wrong).rejects.toThrow('TELEGRAM_BOT_TOKEN');
});

test('Telegram out of reach at the start: the bot starts, says so, and comes up by itself', async () => {
  stub.fail('getMe', { kind: 'reset' }, { kind: 'reset' });
  const bot = await startBot();
  expect(bot.channel.health()).toMatchObject({ state: 'down' });
  stub.say({ text: '你好' });
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：你好']);
  expect(bot.channel.health().state).toBe('up');
});

test('no token and no text in the log, whatever happens on the wire', async () => {
  stub.fail('getUpdates', { kind: 'reset' }, { kind: 'html' });
  stub.fail('sendMessage', { kind: 'reset' });
  const bot = await startBot();
  stub.say({ text: '私事一件' });
  stub.say({ text: '再问一次' });
  await expect.poll(texts, { timeout: 5_000 }).toEqual(['收到：再问一次']);
  const log = bot.log();
  expect(log).toContain('not sent again');
  for (const secret of [TOKEN, TOKEN.split(':')[1] ?? '', '私事', '再问']) expect(log).not.toContain(secret);
});
