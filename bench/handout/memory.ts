import { Worker } from 'node:worker_threads';
import type { HandoutModel } from '#core/domain/handoutModel.ts';

const MB = 2 ** 20;

/** The heap of a worker in MB: see `heapOver`. */
export interface Heap {
  first: number;
  last: number;
  most: number;
}

/**
 * Renders `rounds` times in a worker of its own, and gives its heap in MB: the least that was in use in the first fifth,
 * in the last fifth (what is never given back grows it), and the most at all.
 */
export async function heapOver(
  worker: { workerUrl: URL; fontsDir: string },
  models: readonly HandoutModel[],
  rounds: number,
): Promise<Heap> {
  const running = new Worker(worker.workerUrl, {
    workerData: { fontsDir: worker.fontsDir },
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const used: number[] = [];
  try {
    for (let id = 0; id < rounds; id++) {
      await new Promise<void>((resolve, reject) => {
        running.once('error', reject);
        running.once('message', ({ kind }: { kind: string }) => {
          running.removeListener('error', reject);
          if (kind === 'done') resolve();
          else reject(new Error('A handout could not be laid out.'));
        });
        running.postMessage({ id, model: models[id % models.length] });
      });
      used.push((await running.getHeapStatistics()).used_heap_size / MB);
    }
  } finally {
    await running.terminate();
  }
  const fifth = Math.max(1, Math.floor(rounds / 5));
  // The very first ones fill the caches that are kept on purpose.
  return { first: Math.min(...used.slice(fifth, 2 * fifth)), last: Math.min(...used.slice(-fifth)), most: Math.max(...used) };
}
