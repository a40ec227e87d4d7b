import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupPlace } from '#core/contract/backups.ts';
import { manifestFile, parseManifest } from './backupFormat.ts';
import { bytesOf } from './backupManifest.ts';
import { isBackupName, ownBackups, partialOf, secondBackups } from './backupPlaces.ts';

/** A backup as a list shows it, with what the program goes by. */
export interface ListedBackup extends Backup {
  /** Its folder. */
  folder: string;
  store: string;
  /** The last row of the log in it. */
  audit: { seq: number; mac: string };
}

/**
 * The finished backups of a folder, the newest first; none when it isn't there. What has no readable `backup.json` isn't
 * listed, and so never thinned. No key is needed: what a list says is proved when a backup is opened.
 */
export async function listBackups(folder: string, place: BackupPlace): Promise<ListedBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const listed = await Promise.all(names.filter(isBackupName).map((name) => readListed(join(folder, name), name, place)));
  return listed.filter((backup) => backup !== null).sort((a, b) => (a.id < b.id ? 1 : -1));
}

async function readListed(folder: string, id: string, place: BackupPlace): Promise<ListedBackup | null> {
  const text = await readFile(manifestFile(folder), 'utf8').catch(() => null);
  const manifest = text === null ? null : parseManifest(text);
  if (!manifest) return null;
  const { madeAt, verifiedAt, why, store, audit } = manifest;
  return { id, place, madeAt, bytes: bytesOf(manifest), verifiedAt, why, folder, store, audit };
}

/**
 * The backup that a person means by a folder: the folder itself, or the newest in it, in the one that the program makes on
 * a stick, or beside a clinic's records. Where there is none, the folder itself, so that reading it says what is missing.
 */
export async function backupIn(path: string): Promise<string> {
  if (existsSync(manifestFile(path))) return path;
  const inside = await Promise.all([path, secondBackups(path), ownBackups(path)].map((folder) => listBackups(folder, 'second')));
  return newestOf(inside.flat())?.folder ?? path;
}

const newestOf = (backups: ListedBackup[]) => backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];

/** Takes a backup away: first its name, so that what an interruption leaves counts for nothing. */
export async function removeBackup({ folder }: Pick<ListedBackup, 'folder'>): Promise<void> {
  await rename(folder, partialOf(folder));
  await rm(partialOf(folder), { recursive: true, force: true });
}
