import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run torture`: a run of its own, one file after the other, for it kills, fills and cuts off what it works on. */
export default defineConfig({
  test: {
    name: 'torture',
    environment: 'node',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/torture/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
