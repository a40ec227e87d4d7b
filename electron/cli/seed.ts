import { join } from 'node:path';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { processIo } from './io.ts';
import { seedCommand } from './seedCommand.ts';

const io = processIo(import.meta.url);
process.exitCode = await seedCommand(process.argv.slice(2), io, () =>
  createPdfRenderer({ workerUrl: new URL('./pdf-worker.js', import.meta.url), fontsDir: join(io.resourcesDir, 'fonts') }),
);
