import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { readNetLog } from '../support/netLog.ts';
import { StartedProgram } from '../support/startedProgram.ts';
import { makeFinal, openSample, startVisit } from './shortVisit.ts';

test('over a whole visit neither the window nor the program behind it reaches for anything but each other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-network-'));
  const [netLog, connections] = [join(folder, 'net.json'), join(folder, 'connections.txt')];
  const recorder = pathToFileURL(join(import.meta.dirname, '../support/recordConnections.mjs')).href;
  const program = new StartedProgram();
  try {
    const { page } = await program.start({
      also: [`--log-net-log=${netLog}`],
      env: { NODE_OPTIONS: `--import=${recorder}`, CONNECTIONS_FILE: connections },
    });
    const { origin, host } = new URL(page.url());
    await openSample(page);
    await startVisit(page);
    await expect(page.getByText('Page 1 of').first()).toBeVisible();
    await makeFinal(page);
    // A page that tries gets no further than its own policy.
    await page.evaluate(() => new Image().setAttribute('src', 'https://names.example/x'));
    await program.close();

    const { reached, asked } = readNetLog(readFileSync(netLog, 'utf8'), origin);
    expect([...new Set(reached)]).toEqual([host]);
    expect([...new Set(asked.map((url) => new URL(url).origin))]).toEqual([origin]);

    // The program's own processes and threads listen here, start the browser and ask this machine for printers: no more.
    const own = /^(watching|spawn|lookup "127\.0\.0\.1"|(lookup|connect) .*("localhost"|"127\.0\.0\.1"|"host":"\/))/;
    const lines = readFileSync(connections, 'utf8').trim().split('\n');
    expect(lines.filter((line) => line.startsWith('watching')).length).toBeGreaterThan(1);
    expect(lines.filter((line) => !own.test(line))).toEqual([]);
  } finally {
    await program.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
