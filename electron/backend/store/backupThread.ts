import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Job, JobMessage, JobStart, Phase } from './backupJobs.ts';
import type { BackupManifest } from './backupManifest.ts';
import { backupName, ownBackups, partialOf } from './backupPlaces.ts';
import { unpackError } from './protocol.ts';
import { storeFiles } from './storeFolder.ts';

/** Beside the source of this file, or in the folder of the built workers. */
function workerUrl(): URL {
  const places = ['./backupWorker.ts', './backup-worker.js', '../backup-worker.js'].map((place) => new URL(place, import.meta.url));
  const url = places.find((place) => existsSync(place));
  if (!url) throw new Error('The worker that makes backups is missing from the program.');
  return url;
}

/** How often the growing copy is looked at. */
const LOOK_MS = 200;

export type Tell = (progress: { phase: Phase; done: number }) => void;

/** A work that goes on in a thread of its own. */
export interface RunningJob {
  done: Promise<{ name: string; manifest: BackupManifest }>;
  /** Asks it to end at its next step; `done` then fails with `backupStopped`. */
  stop(): void;
}

/**
 * Starts a work in a thread of its own, with its own connection, so that the store writes on. The keys are handed over:
 * the caller's block is empty afterwards.
 */
export function startJob(job: Job, keys: Uint8Array<ArrayBuffer> | null, tell: Tell): RunningJob {
  const stop = new SharedArrayBuffer(4);
  const start: JobStart = { job, keys, stop };
  const worker = new Worker(workerUrl(), { workerData: start, transferList: keys ? [keys.buffer] : [] });
  const looking = job.kind === 'make' ? setInterval(() => tell({ phase: 'copy', done: copied(job) }), LOOK_MS) : undefined;
  const done = new Promise<{ name: string; manifest: BackupManifest }>((resolve, reject) => {
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'done') return resolve({ name: message.name, manifest: message.manifest });
      if (message.kind === 'failed') return reject(unpackError(message.error));
      if (message.phase !== 'copy') clearInterval(looking);
      tell({ phase: message.phase, done: message.done });
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearInterval(looking);
      reject(new Error('The thread that works on backups has ended early.'));
    });
  });
  return { done, stop: () => void Atomics.store(new Int32Array(stop), 0, 1) };
}

/** How much of the copy is written, 0 to 1, by the size of the growing file beside that of the database. */
function copied({ folder, at }: { folder: string; at: string }): number {
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const written = size(storeFiles(partialOf(join(ownBackups(folder), backupName(at)))).database);
  return Math.min(0.99, written / Math.max(1, size(storeFiles(folder).database)));
}
