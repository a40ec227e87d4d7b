import { test as base } from '@playwright/test';
import { RunningHost } from '../support/host.ts';

interface Hosts {
  /** The built host on a data folder of its own. */
  host: RunningHost;
  /** One more, on the data folder that is given or its own. */
  anotherHost: (dataDir?: string) => RunningHost;
}

/** Playwright's `test` with hosts that are ended, and their data deleted, however the test ends. */
export const test = base.extend<Hosts>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  anotherHost: async ({}, use) => {
    const hosts: RunningHost[] = [];
    await use((dataDir) => {
      const host = new RunningHost(dataDir);
      hosts.push(host);
      return host;
    });
    // The first first: those on its folder end with it.
    for (const host of hosts) await host.close();
  },
  host: async ({ anotherHost }, use) => use(anotherHost()),
});
