/** A Telegram channel against the Bot API stub, for the tests of this folder. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { silentLog } from '../../../bots/log.ts';
import { type TelegramSettings, telegramSettings } from '../../../bots/telegram/settings.ts';
import { telegramChannel } from '../../../bots/telegram/telegram-channel.ts';
import { realTiming } from '../../../bots/timing.ts';
import { BOT, type BotApiStub, TOKEN } from '../../support/bot-api-stub.ts';
import type { ContractWorld } from '../../support/channel-contract.ts';

export const SECRET = 'webhook-secret_1';

export function settingsFor(stub: BotApiStub, more: Partial<TelegramSettings> = {}): TelegramSettings {
  return telegramSettings.parse({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: stub.root, ...more });
}

export const tools = { timing: realTiming(), log: silentLog };

export const PRIVATE_CHAT = 42;
export const GROUP_CHAT = -100_500;

/** '@huiqi_bot ' in front, marked as Telegram marks it. */
export const mention = (text: string) => ({
  text: `@${BOT.username} ${text}`,
  extra: { entities: [{ type: 'mention', offset: 0, length: BOT.username.length + 1 }] },
});

export function worldOn(
  stub: BotApiStub,
  channel = telegramChannel(settingsFor(stub), tools),
): ContractWorld {
  let last: Record<string, unknown> = {};
  let lastId = 0;
  const send = (message: Record<string, unknown>) => {
    last = { message };
    lastId = stub.push(last);
  };
  return {
    // Pacing has its own tests on simulated time.
    channel: { ...channel, capabilities: { ...channel.capabilities, pace: null } },
    say: (text) => send(stub.message({ text })),
    seen: () => stub.textsIn(PRIVATE_CHAT),
    choose: (index) => {
      const shown = stub.shown.filter((one) => one.chatId === PRIVATE_CHAT).at(-1);
      stub.press(shown?.messageId ?? 0, index);
    },
    group: {
      say: (text, named) =>
        send(stub.message({ chatId: GROUP_CHAT, group: true, ...(named ? mention(text) : { text }) })),
      seen: () => stub.textsIn(GROUP_CHAT),
    },
    repeat: () => void stub.push(last, lastId),
    sendVoice: () => send(stub.message({ extra: { voice: { file_id: 'f', duration: 2 } } })),
    close: () => stub.close(),
  };
}

/** The same by webhook, its edge mounted in an HTTP server as the bot's own does. */
export async function webhookWorldOn(stub: BotApiStub): Promise<ContractWorld> {
  let handle: ((request: Request) => Promise<Response>) | undefined;
  const nothing = new Response(null, { status: 404 });
  const server = createServer(getRequestListener(async (request) => (await handle?.(request)) ?? nothing));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`;
  const settings = settingsFor(stub, { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: SECRET });
  const channel = telegramChannel(settings, tools);
  handle = channel.edge?.handle;
  const world = worldOn(stub, channel);
  return {
    ...world,
    async close() {
      await world.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
