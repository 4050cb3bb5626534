/** A full disk, and files that are not what they were: what was acknowledged stays, and the sentence says what to do. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { beginTraffic, createWorld, reckon, settled, type World } from './traffic.ts';

const PATIENCE = { timeout: 30_000, interval: 100 };

function smallDisk(): string | null {
  const path = mkdtempSync(join(tmpdir(), 'huiqi-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', path], { stdio: 'pipe' });
    return path;
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
}

test('a full disk: health says so, nothing acknowledged is lost, and with room again all is answered', {
  timeout: 240_000,
}, async (context) => {
  const disk = smallDisk();
  if (!disk) {
    console.log('skipped: this process may not mount a small disk');
    return context.skip();
  }
  const world = await createWorld(join(disk, 'data'));
  try {
    const served = await world.start();
    const health = async () => (await fetch(`http://127.0.0.1:${world.port}/healthz`)).status;
    expect(await health()).toBe(200);
    const traffic = beginTraffic(world, 20);
    await sleep(1_000);
    // The rest of the disk is taken by somebody else.
    fillUp(disk);
    await expect.poll(health, PATIENCE).toBe(503);
    await sleep(2_000);
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    await expect.poll(health, PATIENCE).toBe(200);
    await sleep(1_000);
    await traffic.stop();
    await settled(world, 180_000);
    const sums = await reckon(world, traffic);
    console.log(`full disk: ${JSON.stringify(sums)}`);
    expect(sums.telegram.twice).toBe(0);
    expect(sums.waiting).toBe(0);
    expect(sums.telegram.said - sums.telegram.answered).toBeLessThanOrEqual(sums.unsure);
    expect(sums.web.shown).toBeGreaterThanOrEqual(sums.web.acknowledged);
    expect(await served.end('SIGTERM')).toBe(0);
  } finally {
    await world.close().catch(() => {});
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});

/** Until not a byte goes in any more. */
function fillUp(disk: string): void {
  for (const size of [262_144, 16_384, 1_024])
    for (let n = 0; ; n++) {
      try {
        writeFileSync(join(disk, `filler-${size}-${n}`), Buffer.alloc(size));
      } catch {
        break;
      }
    }
}

/** A bot that was at work and has ended, with its files as it left them. */
async function used(how: 'SIGTERM' | 'SIGKILL'): Promise<{ world: World; file(name: string): string }> {
  const world = await createWorld();
  const served = await world.start();
  const traffic = beginTraffic(world, 50);
  await sleep(1_500);
  await served.end(how);
  await traffic.stop();
  return { world, file: (name) => join(world.dataDir, name) };
}

test.each<[string, string, (file: string) => void]>([
  [
    'the database is another kind of file',
    'huiqi.sqlite',
    (file) => writeFileSync(file, '这不是数据库'.repeat(500)),
  ],
  [
    'the database is cut off',
    'huiqi.sqlite',
    (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  ],
  [
    'the database is broken in its middle',
    'huiqi.sqlite',
    (file) => {
      const content = readFileSync(file);
      content.fill(3, 100, content.length);
      writeFileSync(file, content);
    },
  ],
  ['the key of the web page is cut off', 'web.key', (file) => truncateSync(file, 5)],
])(
  '%s: one sentence that says what to do, and the file is left as it is',
  { timeout: 60_000 },
  async (_how, name, spoil) => {
    const { world, file } = await used('SIGTERM');
    spoil(file(name));
    const before = readFileSync(file(name));
    const served = await world.start();
    expect(await served.ended).toBe(1);
    expect(served.out()).toBe('');
    expect(served.err().trim().split('\n')).toHaveLength(1);
    expect(served.err()).toMatch(/请|huiqi restore/u);
    expect(readFileSync(file(name))).toEqual(before);
    await world.close();
  },
);

test('the write-ahead log is cut off in the middle: the start goes on with what is whole', {
  timeout: 60_000,
}, async () => {
  const { world, file } = await used('SIGKILL');
  const log = file('huiqi.sqlite-wal');
  truncateSync(log, Math.max(0, statSync(log).size - 2_000));
  const served = await world.start();
  expect(served.out()).toContain('网页：http');
  expect(await served.end('SIGTERM')).toBe(0);
  await world.close();
});
