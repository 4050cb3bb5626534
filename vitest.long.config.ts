import { defineConfig } from 'vitest/config';

/** The kills: minutes of traffic, and processes that end in the middle of it. `npm test` has the same in small. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', 'test/reminders/workers.test.ts'],
    env: { HUIQI_TEST_LONG: '1' },
    isolate: false,
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
