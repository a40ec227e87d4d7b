import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:system`: a run of its own, one file after the other, on a CUPS and printers that it starts. */
export default defineConfig({
  test: {
    name: 'system',
    environment: 'node',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/system/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
