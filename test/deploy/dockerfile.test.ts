import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { playDockerfile, runIn, stagesOf } from '../support/play-dockerfile.ts';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const image = playDockerfile(packages);
afterAll(() => rmSync(image.root, { recursive: true, force: true }));

const place = { PORT: '38615', HOST: '127.0.0.1' };

describe('the Dockerfile', () => {
  test('what it copies is enough: the bot starts, is healthy, and ends with 0 at SIGTERM', async () => {
    const bot = runIn(image, [...image.entrypoint, ...image.command], place);
    try {
      await bot.ready;
      expect(bot.ran.err.split('\n').filter((line) => line.includes('"level":50'))).toEqual([]);
      expect(bot.ran.out).toContain('网页：http://127.0.0.1:38615');
      const health = await runIn(image, image.healthcheck, place).ended;
      expect(health.out).toContain('✓ 运行');
      expect(health.code).toBe(0);
      const page = await fetch('http://127.0.0.1:38615/');
      expect(page.status).toBe(200);
    } finally {
      bot.child.kill('SIGTERM');
    }
    expect((await bot.ended).code).toBe(0);
    expect(readdirSync(join(image.root, 'data'))).toContain('huiqi.sqlite');
  });

  test('without a bot the health check fails', async () => {
    expect((await runIn(image, image.healthcheck, place).ended).code).toBe(1);
  });

  test('it runs as nobody special, and writes nothing but data', () => {
    expect(image.user).toBeGreaterThan(0);
    expect(readdirSync(join(image.root, image.workdir)).sort()).toEqual(
      [
        'api',
        'bin',
        'bots',
        'cli',
        'cli.ts',
        'knowledge',
        'node_modules',
        'office',
        'package.json',
        'src',
      ].sort(),
    );
  });
});

test('continued lines and comments are read as one step', () => {
  expect(stagesOf('# a\nFROM x\nRUN a \\\n  && b\n# c\nCMD ["d"]\nFROM y\nUSER 1\n')).toEqual([
    [
      { word: 'RUN', rest: 'a    && b' },
      { word: 'CMD', rest: '["d"]' },
    ],
    [{ word: 'USER', rest: '1' }],
  ]);
});
