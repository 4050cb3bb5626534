import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Importing zod once instead of once a file: 12 s → 1 s (measured on 60 files).
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
