/** 30 kill -9 under traffic from Telegram and the web page: nothing twice, nothing lost but what is named as unsure. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { beginTraffic, createWorld, reckon, settled } from './traffic.ts';

const KILLS = 30;

test(`${KILLS} kills under traffic: 0 doubled, 0 silently lost`, { timeout: 600_000 }, async () => {
  const world = await createWorld();
  let served = await world.start();
  const traffic = beginTraffic(world, 150);
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(200 + Math.random() * 800);
    await served.end('SIGKILL');
    served = await world.start();
  }
  await traffic.stop();
  await settled(world);
  const sums = await reckon(world, traffic);
  console.log(`${KILLS} kills: ${JSON.stringify(sums)}`);
  expect(sums.telegram.said).toBeGreaterThan(100);
  expect(sums.web.acknowledged).toBeGreaterThan(20);
  expect(sums.telegram.twice).toBe(0);
  expect(sums.waiting).toBe(0);
  // What was acknowledged is kept; what was cut off in the middle may have been kept too. What has no answer is named.
  expect(sums.web.shown).toBeGreaterThanOrEqual(sums.web.acknowledged);
  const missing = sums.telegram.said - sums.telegram.answered + (sums.web.shown - sums.web.answered);
  expect(missing).toBeLessThanOrEqual(sums.unsure);
  expect(await served.end('SIGTERM')).toBe(0);
  await world.close();
});
