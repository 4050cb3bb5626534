/** A whole bot in a process of its own, to be killed: a store in a folder, the gateway, Telegram on the stub, few words. */
import { setTimeout as wait } from 'node:timers/promises';
import { createGateway } from '../../bots/gateway/index.ts';
import { silentLog } from '../../bots/log.ts';
import { configuredChannels } from '../../bots/registry.ts';
import { realTiming } from '../../bots/timing.ts';
import { openStore } from '../../src/store/index.ts';
import { stubApp } from './stub-app.ts';

const [dataDir = '', slowMs = '0'] = process.argv.slice(2);
const timing = realTiming();
const store = await openStore({ dataDir });
const app = stubApp(store, async (message) => {
  if (message.text === '毒') process.kill(process.pid, 'SIGKILL');
  await wait(Number(slowMs));
  return `收到：${message.text}`;
});
const channels = await Promise.all(
  configuredChannels(process.env).map((channel) => channel.create({ timing, log: silentLog })),
);
const gateway = createGateway({ store, app, channels, timing });
process.on('SIGTERM', async () => {
  await gateway.stop();
  await store.close();
  process.exit(0);
});
await gateway.start();
process.stdout.write('started\n');
