import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createBackend } from '#backend/createBackend.ts';
import { dataFolder } from '#backend/dataFolder.ts';
import { createLog } from '#backend/log.ts';
import { startHost } from './startHost.ts';

/**
 * Entry of the local host: prints `listening <address>` with the launch token of its first window, and serves until it
 * is ended.
 */
const here = import.meta.dirname;
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')));
const dataDir = dataFolder(process.env);
const backend = createBackend({
  dataDir,
  resourcesDir: join(here, '../resources'),
  workers: { store: new URL('./store-worker.js', import.meta.url), pdf: new URL('./pdf-worker.js', import.meta.url) },
  now: () => new Date(),
  version,
  log: createLog({ file: join(dataDir, 'log', 'host.log') }),
});
const host = await startHost({ backend, rendererDir: join(here, '../renderer') });
console.log(`listening ${host.newWindowUrl()}`);
backend.warm();

let ending = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    await host.close();
    await backend.close();
    process.exit(0);
  });
}
