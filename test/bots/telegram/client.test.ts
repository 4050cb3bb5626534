import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createBotApi, failedBeforeSending, refusalIn, wireFailure } from '../../../bots/telegram/client.ts';
import { telegramSettings } from '../../../bots/telegram/settings.ts';
import { startBotApiStub, TOKEN } from '../../support/bot-api-stub.ts';
import { settingsFor } from './world.ts';

test('with HTTPS_PROXY set the way to Telegram goes through the proxy', async () => {
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const api = createBotApi(telegramSettings.parse({ TELEGRAM_BOT_TOKEN: TOKEN, HTTPS_PROXY }));
  await expect(api.call('getMe', {}, 5_000)).rejects.toThrow();
  expect(asked).toEqual(['api.telegram.org:443']);
  proxy.closeAllConnections();
  proxy.close();
});

test('a call over its time limit ends, and is told from one that never left', async () => {
  const stub = await startBotApiStub();
  stub.fail('getMe', { kind: 'hang' });
  const error = await createBotApi(settingsFor(stub))
    .call('getMe', {}, 100)
    .catch((reason: unknown) => reason);
  expect(wireFailure(error)).toMatch(/abort/iu);
  expect(failedBeforeSending(error)).toBe(false);
  expect(refusalIn(error)).toBeNull();
  await stub.close();
});
