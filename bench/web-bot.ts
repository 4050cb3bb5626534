/**
 * The web page in a process of its own, for bench/web.ts: the whole bot with its store in DATA_DIR, and beside it a bare hono
 * page of the same content. `node --expose-gc web-bot.ts DATA_DIR` tells both addresses on the IPC channel, and its memory and
 * CPU time whenever it is asked.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createGateway } from '../bots/gateway/index.ts';
import { silentLog } from '../bots/log.ts';
import { webChannel } from '../bots/web/index.ts';
import { clockOn } from '../src/contract/index.ts';
import { createApp, readKnowledge } from '../src/service/index.ts';
import { openStore } from '../src/store/index.ts';

const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir });
const app = createApp({ knowledge: readKnowledge(), store, clock: clockOn('2022-06-20') });
const web = webChannel({
  app,
  settings: { HOST: '127.0.0.1', PORT: 0, PUBLIC_URL: undefined, HUIQI_DATA_DIR: dataDir },
  log: silentLog,
  edges: [],
  health: () => gateway.health(),
  // Everybody in the bench comes from one address.
  limits: { postsPerMinute: 1e6, requestsPerMinute: 1e6 },
});
const gateway = createGateway({ store, app, channels: [web] });
await gateway.start();

/** The same words and looks in one answer: the style inside, no script, nothing else. */
const textAt = async (path: string): Promise<string> =>
  (await web.request(new Request(`http://bench${path}`))).text();
const page = await textAt('/');
const style = await textAt('/static/style.css');
const plain = page
  .replace(/<link rel="stylesheet"[^>]*>/u, () => `<style>${style}</style>`)
  .replace(/<script[^>]*><\/script>|<link rel="(?:icon|manifest|modulepreload)"[^>]*>/gu, '');
const bare = serve({
  fetch: new Hono().get('/', (c) => c.html(plain)).fetch,
  port: 0,
  hostname: '127.0.0.1',
});
await once(bare, 'listening');

process.send?.({
  address: web.address(),
  plain: `http://127.0.0.1:${(bare.address() as AddressInfo).port}`,
});
process.on('message', () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ heapUsed, rss, cpuMs: (user + system) / 1_000 });
});
process.on('disconnect', async () => {
  bare.close();
  await gateway.stop();
  await store.close();
  process.exit(0);
});
