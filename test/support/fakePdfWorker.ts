import { parentPort } from 'node:worker_threads';
import type { HandoutRequest, WorkerReply } from '#templates/handout/workerMessages.ts';

/**
 * Stands in for the PDF worker where it has to fail on command: the model's title says how. An answer says as its
 * pages how many this worker has made, so that a test sees whether it is a new one and what it was spared.
 */
let made = 0;
parentPort?.on('message', ({ id, model }: HandoutRequest) => {
  if (model.title === 'hang') return;
  if (model.title === 'crash') throw new Error(`words of ${model.identity.name}`);
  if (model.title === 'exit') process.exit(3);
  made += 1;
  const broken: WorkerReply = { id, kind: 'broken', trace: 'TypeError\n    at nowhere' };
  const done: WorkerReply = { id, kind: 'done', pdf: new Uint8Array(new TextEncoder().encode(model.title)), pages: made };
  parentPort?.postMessage(model.title === 'broken' ? broken : done);
});
