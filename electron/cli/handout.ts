import { join } from 'node:path';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { handoutCommand } from './handoutCommand.ts';
import { processIo } from './io.ts';

const io = processIo(import.meta.url);
process.exitCode = await handoutCommand(process.argv.slice(2), io, () =>
  createPdfRenderer({ workerUrl: new URL('./pdf-worker.js', import.meta.url), fontsDir: join(io.resourcesDir, 'fonts') }),
);
