import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFile, readManifest } from './backupFormat.ts';
import { BACKED_UP, type BackupManifest, bytesOf } from './backupManifest.ts';
import { storeFault } from './faults.ts';
import { readJson, syncFolder, writeDurably } from './storeFolder.ts';

const CHUNK = 1024 * 1024;
/** Room that a copy leaves free, bytes: a backup must never be what keeps a consultation from being saved. */
const LEFT_FREE = 64 * CHUNK;

/** Where a long work tells how far it is, and hears that it is no longer wanted. */
export interface Watch {
  /** `done` of the present phase, 0 to 1. */
  tell(phase: 'copy' | 'verify' | 'secondPlace' | 'trial' | 'restore', done: number): void;
  /** Throws when the work is to stop. */
  check(): void;
}
export const NOBODY_WATCHES: Watch = { tell: () => undefined, check: () => undefined };

function* chunksOf(file: string): Generator<Buffer> {
  const fd = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK);
  try {
    for (;;) {
      const length = readSync(fd, chunk, 0, CHUNK, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(fd);
  }
}

/** SHA-256 of a file; `each` is told the bytes of every chunk. Never for a `clinic.db` that SQLite has open. */
export function hashFile(file: string, each: (bytes: number) => void = () => undefined): string {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(file)) {
    hash.update(chunk);
    each(chunk.length);
  }
  return hash.digest('hex');
}

/** Size and hash of a file, as `backup.json` names them. */
export const describeFile = (file: string) => ({ bytes: statSync(file).size, sha256: hashFile(file) });

function copyFile(from: string, to: string, each: (bytes: number) => void): void {
  const fd = openSync(to, 'wx', 0o600);
  try {
    for (const chunk of chunksOf(from)) {
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
      each(chunk.length);
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Throws `diskFull` where a copy of so many bytes would leave too little room for the records themselves. */
export function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + LEFT_FREE) throw storeFault('diskFull', 'There isn’t enough room on this disk for a backup.');
}

/** Throws `backupDamaged` naming the first file whose bytes aren't those that `backup.json` names. */
export function checkFiles(folder: string, manifest: BackupManifest, watch: Watch, tell: (done: number) => void): void {
  const total = bytesOf(manifest);
  let seen = 0;
  for (const name of BACKED_UP) {
    const { bytes, sha256 } = manifest.files[name];
    const file = join(folder, name);
    const found =
      statSync(file).size === bytes &&
      hashFile(file, (length) => {
        seen += length;
        tell(seen / total);
        watch.check();
      });
    if (found !== sha256) throw storeFault('backupDamaged', `The file ${name} of this backup has been damaged or changed.`);
  }
}

/**
 * Copies a backup into a new folder, whole and safe from a power cut, and reads the copy back against `backup.json`.
 * Throws `backupDamaged` when it differs, `diskFull` and `readOnly`; then nothing of the copy is left.
 */
export function copyBackup(backup: string, target: string, watch: Watch, tell: (done: number) => void): BackupManifest {
  const manifest = readManifest(backup);
  const total = bytesOf(manifest);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { mode: 0o700 });
  try {
    assertRoom(target, total);
    let written = 0;
    for (const name of BACKED_UP)
      copyFile(join(backup, name), join(target, name), (length) => {
        written += length;
        tell((written / total) * 0.7);
        watch.check();
      });
    writeDurably(manifestFile(target), `${JSON.stringify(readJson(manifestFile(backup)), null, 2)}\n`);
    syncFolder(target);
    checkFiles(target, manifest, watch, (done) => tell(0.7 + done * 0.3));
    return manifest;
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw error;
  }
}
