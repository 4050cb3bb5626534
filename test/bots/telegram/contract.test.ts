import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGateway } from '../../../bots/gateway/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { startBotApiStub } from '../../support/bot-api-stub.ts';
import { describeChannel } from '../../support/channel-contract.ts';
import { stubApp } from '../../support/stub-app.ts';
import { webhookWorldOn, worldOn } from './world.ts';

describeChannel('telegram by long polling', async () => worldOn(await startBotApiStub()));
describeChannel('telegram by webhook', async () => webhookWorldOn(await startBotApiStub()));

test('a webhook is answered before the work: a slow answer is not delivered twice', async () => {
  const stub = await startBotApiStub({ webhookLimitMs: 500 });
  const world = await webhookWorldOn(stub);
  const store = await openStore({ memory: true });
  const app = stubApp(store, async (message) => {
    await wait(1_200);
    return `收到：${message.text}`;
  });
  const gateway = createGateway({ store, app, channels: [world.channel] });
  await gateway.start();
  try {
    await world.say('你好');
    await expect.poll(world.seen, { timeout: 5_000 }).toEqual(['收到：你好']);
    expect(stub.deliveries.map(({ status }) => status)).toEqual([200]);
  } finally {
    await gateway.stop();
    await store.close();
    await world.close();
  }
});
