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
  expect(sums.telegram.said).toBeGreaterThan(200);
  expect(sums.web.acknowledged).toBeGreaterThan(50);
  expect(sums.telegram.twice).toBe(0);
  expect(sums.waiting).toBe(0);
  expect(sums.unsure).toBeLessThanOrEqual(KILLS);
  expect(sums.telegram.said - sums.telegram.answered).toBeLessThanOrEqual(sums.unsure);
  // What was acknowledged is kept and answered; what was cut off in the middle may have been kept too.
  expect(sums.web.shown).toBeGreaterThanOrEqual(sums.web.acknowledged);
  expect(sums.web.answered).toBe(sums.web.shown);
  expect(await served.end('SIGTERM')).toBe(0);
  await world.close();
});
