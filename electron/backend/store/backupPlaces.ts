import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a store. */
interface InFolder {
  folder: string;
}

const PARTIAL = '.partial';

export const isBackupName = (name: string) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name);

/** The name of a backup's folder, from the instant at which it was made. */
export const backupName = (at: string) => `${at.slice(0, 19).replaceAll(':', '-')}Z`;

/** What a backup's folder is called while it is written: nothing that counts. */
export const partialOf = (backup: string) => `${backup}${PARTIAL}`;

/** Where a store keeps its own backups. */
export const ownBackups = (storeFolder: string) => join(storeFolder, 'backups');

/** Where backups lie in a second place: a folder of their own, so that a stick keeps its order. */
export const secondBackups = (place: string) => join(place, 'Consultleaf backups');

/** The copy that a restore prepares, beside the records. */
export const restoringFolder = ({ folder }: InFolder) => join(folder, 'restoring');

/** Its presence says that the prepared copy is to take the place of the records. */
export const restoreJournal = ({ folder }: InFolder) => join(folder, 'restore.json');

/** Where a restore is tried. */
export const trialFolder = ({ folder }: InFolder) => join(folder, 'restore-trial');

/** Whether there is a finished backup in a place. */
export function holdsBackups(place: string): boolean {
  return existsSync(place) && readdirSync(place).some(isBackupName);
}

/** Takes away what interrupted works left in a place. */
export function clearPartial(place: string): void {
  if (!existsSync(place)) return;
  for (const name of readdirSync(place)) if (name.endsWith(PARTIAL)) rmSync(join(place, name), { recursive: true, force: true });
}

/**
 * What interrupted works left in a store's folder. A prepared restore goes too, unless its journal says that it is to be
 * finished. For a folder whose lock was just taken.
 */
export function clearInterrupted(files: InFolder): void {
  clearPartial(ownBackups(files.folder));
  rmSync(trialFolder(files), { recursive: true, force: true });
  rmSync(`${restoreJournal(files)}.new`, { force: true });
  if (!existsSync(restoreJournal(files))) rmSync(restoringFolder(files), { recursive: true, force: true });
}
