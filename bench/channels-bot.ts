/**
 * One bot in a process of its own, on the webhook, for bench/channels.ts. `node channels-bot.ts KIND API_ROOT DATA_DIR`
 * tells its address on the IPC channel, and its CPU time whenever it is asked.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Telegraf } from 'telegraf';
import type { MessageHandler } from '../bots/gateway/handler.ts';
import { createGateway } from '../bots/gateway/index.ts';
import { silentLog } from '../bots/log.ts';
import { telegramSettings } from '../bots/telegram/settings.ts';
import { telegramChannel } from '../bots/telegram/telegram-channel.ts';
import { realTiming } from '../bots/timing.ts';
import { clockOn } from '../src/contract/index.ts';
import { createApp, readKnowledge } from '../src/service/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { stubApp } from '../test/support/stub-app.ts';
import { SECRET, TOKEN } from './channels-wire.ts';

const [kind = '', apiRoot = '', dataDir = ''] = process.argv.slice(2);
const PATH = '/telegram';

const bots: Record<string, (url: string) => Promise<RequestListener>> = {
  async telegraf() {
    const bot = new Telegraf(TOKEN, { telegram: { apiRoot } });
    bot.on('message', (context) =>
      'text' in context.message ? context.reply(context.message.text) : undefined,
    );
    await bot.telegram.getMe();
    return bot.webhookCallback(PATH, { secretToken: SECRET });
  },

  async grammy() {
    // Named at run time: the references of the benchmarks are installed beside them, not with the project.
    const name = 'grammy';
    const { Bot, webhookCallback } = await import(name);
    const bot = new Bot(TOKEN, { client: { apiRoot } });
    // biome-ignore lint/suspicious/noExplicitAny: the types of an optional package
    bot.on('message:text', (context: any) => context.reply(context.message.text));
    await bot.init();
    return webhookCallback(bot, 'http', { secretToken: SECRET });
  },

  'huiqi, gateway and store': (url) => ours(url, (store) => stubApp(store, (message) => message.text)),

  'huiqi, whole': (url) =>
    ours(url, (store) => createApp({ knowledge: readKnowledge(), store, clock: clockOn('2022-06-10') })),
};

async function ours(url: string, appOn: (store: Store) => MessageHandler): Promise<RequestListener> {
  const settings = telegramSettings.parse({
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  });
  const store = await openStore({ dataDir });
  const channel = telegramChannel(settings, { timing: realTiming(), log: silentLog });
  // Pace and rate limit are what Telegram and politeness ask for, not what the bot can do.
  const unpaced = { ...channel, capabilities: { ...channel.capabilities, pace: null } };
  const limits = { perSenderPerMinute: 1e9 };
  const gateway = createGateway({ store, app: appOn(store), channels: [unpaced], limits });
  await gateway.start();
  return getRequestListener((request) => channel.edge?.handle(request) as Promise<Response>);
}

const server = createServer((request, response) => listener(request, response));
// Longer than a round of the others, so that no connection is closed while it is being used again.
server.keepAliveTimeout = 120_000;
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
const listener = await (bots[kind] as (url: string) => Promise<RequestListener>)(url);

process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ url });
