/** The machine's clock jumps while messages come in: forward by days, back by hours, as a machine's clock does that is set anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { beginTraffic, createWorld, reckon, settled } from './traffic.ts';

/** Loaded before the program: Date as a clock shows it that somebody sets. The offset in milliseconds stands in a file. */
const clockOf = (file: string): string =>
  `data:text/javascript,
  import { readFileSync } from 'node:fs';
  const now = Date.now; let offset = 0;
  setInterval(() => { try { offset = Number(readFileSync('${file}', 'utf8')) || 0; } catch {} }, 20).unref();
  Date = class extends Date {
    constructor(...given) { if (given.length === 0) super(now() + offset); else super(...given); }
    static now() { return now() + offset; }
  };`.replaceAll('\n', ' ');

const HOUR = 3_600_000;
const JUMPS = [3 * 24 * HOUR, -5 * HOUR, 0, 10 * 60_000, -2 * 24 * HOUR, 90_000, 0];

test('every message is answered once, whatever the clock does', { timeout: 180_000 }, async () => {
  const world = await createWorld();
  const file = join(world.dataDir, 'clock');
  writeFileSync(file, '0');
  const served = await world.start({ NODE_OPTIONS: `--import="${clockOf(file)}"` });
  const traffic = beginTraffic(world, 80);
  for (const jump of JUMPS) {
    await sleep(1_500);
    writeFileSync(file, String(jump));
  }
  await sleep(1_500);
  await traffic.stop();
  await settled(world);
  const sums = await reckon(world, traffic);
  console.log(`${JUMPS.length} jumps of the clock: ${JSON.stringify(sums)}`);
  expect(sums.telegram.said).toBeGreaterThan(50);
  expect(sums.telegram.answered).toBe(sums.telegram.said);
  expect(sums.telegram.twice).toBe(0);
  expect(sums.web.shown).toBe(sums.web.acknowledged);
  expect(sums.web.answered).toBe(sums.web.shown);
  expect(await served.end('SIGTERM')).toBe(0);
  await world.close();
});
