import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { telegramChannel } from '../../../bots/telegram/index.ts';
import { startBotApiStub } from '../../support/bot-api-stub.ts';
import { describeChannel } from '../../support/channel-contract.ts';
import { SECRET, settingsFor, tools, worldOn } from './world.ts';

describeChannel('telegram by long polling', async () => worldOn(await startBotApiStub()));

describeChannel('telegram by webhook', async () => {
  const stub = await startBotApiStub();
  let handle: ((request: Request) => Promise<Response>) | undefined;
  const server = createServer(
    getRequestListener(async (request) => (await handle?.(request)) ?? new Response(null, { status: 404 })),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`;
  const channel = telegramChannel(
    settingsFor(stub, { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: SECRET }),
    tools,
  );
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
});
