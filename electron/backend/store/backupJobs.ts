import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { copyBackup, type Watch } from './backupFiles.ts';
import { readManifest } from './backupFormat.ts';
import { unpackKeys, type WorkKeys, wipeKeys } from './backupKeys.ts';
import { makeBackup } from './backupMake.ts';
import type { BackupManifest } from './backupManifest.ts';
import { clearPartial, partialOf } from './backupPlaces.ts';
import { verifyAndMark, verifyBackup } from './backupVerify.ts';
import { openEncrypted } from './database.ts';
import { faultBehind, storeFault } from './faults.ts';
import { type CrossedError, packError } from './protocol.ts';
import { renameDurably, storeFiles } from './storeFolder.ts';

/** One long work with backups, as it is given to a thread of its own. Paths are full; `backup` is a backup's folder. */
export type Job =
  | { kind: 'make'; folder: string; store: string; why: BackupManifest['why']; at: string }
  | { kind: 'verify'; backup: string; store: string; at: string }
  | { kind: 'trial'; backup: string; store: string; target: string }
  | { kind: 'stage'; backup: string; target: string }
  | { kind: 'copy'; backup: string; target: string };
export type Phase = Parameters<Watch['tell']>[0];

/** What such a thread is started with. */
export interface JobStart {
  job: Job;
  /** Handed over, not shared; null for a work that opens nothing. */
  keys: Uint8Array<ArrayBuffer> | null;
  /** One number: not 0 means stop. */
  stop: SharedArrayBuffer;
}
export type JobMessage =
  | { kind: 'progress'; phase: Phase; done: number }
  | { kind: 'done'; name: string; manifest: BackupManifest }
  | { kind: 'failed'; error: CrossedError };

/** Least step of progress that is told. */
const STEP = 0.01;

function watching(stop: Int32Array): Watch {
  let told = { phase: '', done: -1 };
  return {
    tell(phase, done) {
      if (phase === told.phase && done < told.done + STEP && done < 1) return;
      told = { phase, done };
      parentPort?.postMessage({ kind: 'progress', phase, done } satisfies JobMessage);
    },
    check() {
      if (Atomics.load(stop, 0) !== 0) throw storeFault('backupStopped');
    },
  };
}

/** Does one work and gives what the backup holds. Throws a fault of the store. */
function perform(job: Job, keys: WorkKeys | null, watch: Watch): { name: string; manifest: BackupManifest } {
  if (job.kind === 'copy') {
    return { name: basename(job.backup), manifest: copyToPlace(job, watch) };
  }
  if (!keys) throw new TypeError('This work needs keys.');
  switch (job.kind) {
    case 'make':
      return makeBackup({ ...job, files: storeFiles(job.folder), keys }, watch);
    case 'verify':
      return { name: basename(job.backup), manifest: ofStore(job, () => verifyAndMark(job.backup, keys, job.at, watch)) };
    case 'trial':
      return { name: basename(job.backup), manifest: ofStore(job, () => restoreTrial(job, keys, watch)) };
    case 'stage':
      return { name: basename(job.backup), manifest: stage(job, keys, watch, 'restore') };
  }
}

function ofStore(job: { backup: string; store: string }, work: () => BackupManifest): BackupManifest {
  if (readManifest(job.backup).store !== job.store) throw storeFault('backupDamaged', 'This is a backup of another clinic.');
  return work();
}

/** Copies a backup and checks the copy whole; what is checked is what will be used. */
function stage(job: { backup: string; target: string }, keys: WorkKeys, watch: Watch, phase: Phase): BackupManifest {
  try {
    copyBackup(job.backup, job.target, watch, (done) => watch.tell(phase, done * 0.4));
    return verifyBackup(job.target, keys, watch, (done) => watch.tell(phase, 0.4 + done * 0.6));
  } catch (error) {
    rmSync(job.target, { recursive: true, force: true });
    throw error;
  }
}

/** Restores a backup for a try: it has to open for writing as the records do. Leaves nothing. */
function restoreTrial(job: { backup: string; target: string }, keys: WorkKeys, watch: Watch): BackupManifest {
  try {
    const manifest = stage(job, keys, watch, 'trial');
    openEncrypted(storeFiles(job.target).database, keys.database).close();
    return manifest;
  } finally {
    rmSync(job.target, { recursive: true, force: true });
  }
}

/** Copies a backup to another place under its own name, which it gets as the last step. One that is there stays. */
function copyToPlace({ backup, target }: { backup: string; target: string }, watch: Watch): BackupManifest {
  if (existsSync(target)) return readManifest(target);
  const place = dirname(target);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  clearPartial(place);
  const partial = partialOf(target);
  const manifest = copyBackup(backup, partial, watch, (done) => watch.tell('secondPlace', done));
  renameDurably(partial, target);
  return manifest;
}

/** The entry of the thread: does its one work, says how it ended, and overwrites the keys. */
export function runJob(): void {
  const { job, keys: packed, stop } = workerData as JobStart;
  const keys = packed && unpackKeys(packed);
  let message: JobMessage;
  try {
    message = { kind: 'done', ...perform(job, keys, watching(new Int32Array(stop))) };
  } catch (error) {
    message = { kind: 'failed', error: packError(faultBehind(error) ?? error) };
  } finally {
    if (keys) wipeKeys(keys);
  }
  parentPort?.postMessage(message);
}
