import { parentPort } from 'node:worker_threads';

/** The word in a paper at which this worker stands still. */
const WORD = 'STANDSTILL';

/** The built PDF worker, which stands still on a paper with the word, as on one that can't be laid out in any time. */
if (!parentPort) throw new Error('This runs in a worker thread only.');
const listen = parentPort.on.bind(parentPort);
Object.assign(parentPort, {
  on: (event: string, listener: (value: unknown) => void) =>
    listen(event, (value: unknown) => {
      if (JSON.stringify(value).includes(WORD)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      listener(value);
    }),
});
await import(new URL('../../out/main/pdf-worker.js', import.meta.url).href);
