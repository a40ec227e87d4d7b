import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { createPdfRenderer } from '#backend/documents/createPdfRenderer.ts';
import { markedModels } from './markedModels.ts';
import { builtPdfWorker } from './pdfWorker.ts';
import { sampleModel } from './sampleModel.ts';

/** Renders the sample and a paper with each mark in a process of its own; prints the day that its threads see, and the SHA-256 of each. */
const seen = await new Promise((resolve) => {
  new Worker("require('worker_threads').parentPort.postMessage(String(new Date()))", { eval: true }).once('message', resolve);
});
const renderer = createPdfRenderer(await builtPdfWorker());
const hashes: string[] = [];
for (const model of [sampleModel, ...markedModels()]) {
  const { pdf } = await renderer.render(model);
  hashes.push(createHash('sha256').update(pdf).digest('hex'));
}
await renderer.close();
process.stdout.write(JSON.stringify({ seen, hashes }));
