import { createHash } from 'node:crypto';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { builtPdfWorker } from './pdfWorker.ts';
import { sampleModel } from './sampleModel.ts';

/** Renders the sample in a process of its own and prints the SHA-256 of the bytes. */
const renderer = createPdfRenderer(await builtPdfWorker());
const { pdf } = await renderer.render(sampleModel);
await renderer.close();
process.stdout.write(createHash('sha256').update(pdf).digest('hex'));
