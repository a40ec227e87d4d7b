import { join } from 'node:path';
import { createBackend } from '#backend/createBackend.ts';
import { createLog } from '#backend/log.ts';
import { systemPrinters } from '#backend/printing/systemPrinters.ts';
import type { BackendAsk } from './messages.ts';
import { serveParent } from './serveParent.ts';

/** Entry of the backend's own process, a utilityProcess of Electron. Arguments: the data folder and the version. */
const [, , dataDir, version] = process.argv;
if (dataDir === undefined || version === undefined) throw new Error('The backend needs a data folder and a version.');

const backend = createBackend({
  dataDir,
  resourcesDir: join(import.meta.dirname, '../resources'),
  workers: { store: new URL('./store-worker.js', import.meta.url), pdf: new URL('./pdf-worker.js', import.meta.url) },
  now: () => new Date(),
  version,
  log: createLog({ file: join(dataDir, 'log', 'backend.log') }),
  printers: systemPrinters(),
  rendererDir: join(import.meta.dirname, '../renderer'),
  secondComputer: { allowLoopback: process.env.CONSULTLEAF_LOOPBACK === '1' },
  startInstaller: (file) => process.parentPort.postMessage({ kind: 'install', file } satisfies BackendAsk),
});
serveParent(process.parentPort, backend, () => process.exit(0));
backend.warm();
