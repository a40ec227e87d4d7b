import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { mendPdfEngine } from './scripts/mendPdfEngine.ts';
import { launchOptions } from './test/support/chromium.ts';

// React and the PDF engine as the program ships them: their checks for developers cost a fifth of a screen's test.
process.env.NODE_ENV = 'production';

/** Mostly waits for ten real seconds: begun last it would do so alone, begun first beside the start of all browsers. */
const WAITS = /services\/slowPaper\.test\.ts$/;

class WaitingBeforeTheEnd extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification) => WAITS.test(moduleId);
    const sorted = await super.sort(files);
    const others = sorted.filter((file) => !waits(file));
    return others.toSpliced(Math.floor(others.length * 0.75), 0, ...sorted.filter(waits));
  }
}

/** Rules of values that touch nothing outside of themselves. */
const PURE = ['core', 'packs', 'consult', 'frame'].map((folder) => `test/unit/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    sequence: { sequencer: WaitingBeforeTheEnd },
    // Most tests wait for threads and processes of their own: three at a time fill two cores.
    maxWorkers: 3,
    projects: [
      {
        // What draws in the test's own process draws with the engine as the build mends it.
        plugins: [mendPdfEngine()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: PURE,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: { deps: { inline: [/@react-pdf\//] } },
        },
      },
      {
        test: {
          name: 'pure',
          environment: 'node',
          include: PURE,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Loading what they try costs as much as trying it: a worker loads it once for all.
          isolate: false,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          // On a busy machine a second is too short for what a screen shows after a save.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          include: ['test/component/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
    ],
  },
});
