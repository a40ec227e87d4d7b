import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKED_UP, type BackupBody, type BackupManifest, laterManifestSchema, manifestSchema } from './backupManifest.ts';
import { canonical } from './canonical.ts';
import { storeFault } from './faults.ts';
import { writeDurably } from './storeFolder.ts';

export const manifestFile = (backup: string) => join(backup, 'backup.json');

const macOf = (body: BackupBody, key: Buffer) => createHmac('sha256', key).update(canonical(body)).digest('hex');

/** Writes `backup.json`, sealed with the backup key. */
export function writeManifest(backup: string, body: BackupBody, key: Buffer): BackupManifest {
  const manifest = { ...body, mac: macOf(body, key) };
  writeDurably(manifestFile(backup), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

export function bodyOfManifest({ mac: _mac, ...body }: BackupManifest): BackupBody {
  return body;
}

/** What a text of `backup.json` says; null when it isn't one. Its seal is not looked at. */
export function parseManifest(text: string): BackupManifest | null {
  const parsed = manifestSchema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

/** undefined for what isn't JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads `backup.json` without a key. Throws `backupIncomplete` naming what is missing, `newerVersion`, and
 * `backupDamaged` when it can't be read.
 */
export function readManifest(backup: string): BackupManifest {
  if (!existsSync(backup)) throw storeFault('backupIncomplete', 'This folder isn’t there.');
  const missing = ['backup.json', ...BACKED_UP].filter((name) => !existsSync(join(backup, name)));
  if (missing.length > 0) throw storeFault('backupIncomplete', `This folder holds no whole backup: ${missing.join(', ')} is missing.`);
  const text = readFileSync(manifestFile(backup), 'utf8');
  if (laterManifestSchema.safeParse(jsonOf(text)).success)
    throw storeFault('newerVersion', 'This backup was written by a newer version of Consultleaf.');
  const manifest = parseManifest(text);
  if (!manifest) throw storeFault('backupDamaged', 'The file backup.json of this backup can’t be read.');
  return manifest;
}

/** Throws `backupDamaged` unless `backup.json` is exactly what was written with this key. */
export function checkManifest(manifest: BackupManifest, key: Buffer): void {
  const expected = Buffer.from(macOf(bodyOfManifest(manifest), key), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(manifest.mac, 'hex')))
    throw storeFault('backupDamaged', 'The file backup.json of this backup has been changed outside the program.');
}
