import { parentPort, threadId } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest } from '#templates/handout/workerMessages.ts';

/**
 * Stands in for the PDF worker where it has to fail on command: the model's title says how. An answer holds the number
 * of the thread, so that a test sees whether a new one was started.
 */
parentPort?.on('message', ({ id, model }: WorkerRequest) => {
  if (model.title === 'hang') return;
  if (model.title === 'crash') throw new Error(`words of ${model.identity.name}`);
  if (model.title === 'exit') process.exit(3);
  const broken: WorkerReply = { id, kind: 'broken', trace: 'TypeError\n    at nowhere' };
  const done: WorkerReply = { id, kind: 'done', pdf: new Uint8Array(new TextEncoder().encode(model.title)), pages: threadId };
  parentPort?.postMessage(model.title === 'broken' ? broken : done);
});
