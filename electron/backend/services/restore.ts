import { isAbsolute } from 'node:path';
import type { BackupSource, FoundBackup } from '#core/contract/backups.ts';
import { readManifest } from '../store/backupFormat.ts';
import { backupIn } from '../store/backupList.ts';
import { bytesOf } from '../store/backupManifest.ts';
import { keyringUsers } from '../store/keyringFile.ts';
import { readBackupKeyring } from '../store/restorePrepare.ts';
import { type RestoreWith, type Store, StoreFault } from '../store/store.ts';
import { type BackupShelf, isInterruption } from './backupShelf.ts';
import { actorOf } from './context.ts';
import type { Door } from './door.ts';
import { fault } from './faults.ts';
import type { SignIns } from './signIns.ts';

export interface RestoringOptions {
  shelf: BackupShelf;
  store: Store;
  door: Door;
  signIns: SignIns;
  now: () => Date;
}

const WRONG_PASSWORD = 'This password doesn’t open the backup. It is the one from when the backup was made.';
const WRONG_KEY = 'This recovery key doesn’t open the backup. Check each group against the printed key.';

/** Getting records back, with or without somebody signed in. */
export class Restoring {
  readonly #options: RestoringOptions;

  constructor(options: RestoringOptions) {
    this.#options = options;
  }

  /** What a backup says of itself without a password. NOT_FOUND with what is missing. */
  async look(source: BackupSource): Promise<FoundBackup> {
    const folder = await this.#folderOf(source);
    try {
      const manifest = readManifest(folder);
      return { madeAt: manifest.madeAt, bytes: bytesOf(manifest), users: keyringUsers(readBackupKeyring(folder, manifest)) };
    } catch (error) {
      if (error instanceof StoreFault && error.fault === 'backupIncomplete') throw fault('NOT_FOUND', error.message);
      throw error;
    }
  }

  /**
   * Opens a backup, checks a copy of it whole, then signs everybody out and puts it in the place of the records. Wrong
   * passwords wait as at the sign-in. Everything that can fail fails before anybody is signed out, but the last renames.
   */
  async restore(windowId: string, source: BackupSource, by: RestoreWith): Promise<{ restoredFrom: string; keptAt: string | null }> {
    this.#refuseOthers(windowId);
    const { shelf, store, door, now } = this.#options;
    const at = now().toISOString();
    return shelf.inTurn(async () => {
      const backup = await this.#folderOf(source);
      await this.look(source);
      const who = by.kind === 'password' ? by.userId : 'recovery';
      const wrong = by.kind === 'password' ? WRONG_PASSWORD : WRONG_KEY;
      const { madeAt } = await shelf.watched('restore', (tell) =>
        door.guard.trying([who], wrong, () => store.work('restore.prepare', { backup, with: by, at }, tell)),
      );
      await this.#backUpPresent(windowId);
      const { keptAt } = await door.clearClinic(
        () => this.#refuseOthers(windowId),
        () => store.work('restore.commit', { at }),
      );
      return { restoredFrom: madeAt, keptAt };
    });
  }

  /** Where somebody is signed in to the clinic, covered or not, only an administrator of it may put another state there. */
  #refuseOthers(windowId: string): void {
    const { signIns, store } = this.#options;
    if (!signIns.inUse(store)) return;
    const signIn = signIns.of(windowId);
    if (signIn?.store === store && signIn.user.roles.includes('administrator')) return;
    throw fault('NOT_ALLOWED', 'Somebody is signed in to the clinic. Ask an administrator to restore, or sign out everywhere first.');
  }

  /** The present state as a backup of its own, where it is open and sound. Its files are kept as they are in any case. */
  async #backUpPresent(windowId: string): Promise<void> {
    const { shelf, store, signIns, now } = this.#options;
    const signIn = signIns.of(windowId);
    if (signIn?.store !== store) return;
    try {
      await shelf.make('beforeRestore', actorOf(signIn, now));
    } catch (error) {
      if (!(error instanceof StoreFault) || isInterruption(error)) throw error;
    }
  }

  async #folderOf(source: BackupSource): Promise<string> {
    if (source.from === 'list') {
      const folder = await this.#options.shelf.folderOf(source.place, source.id);
      if (folder === null) throw fault('NOT_FOUND', 'This backup is not there any more. Choose another one.');
      return folder;
    }
    if (!isAbsolute(source.path)) throw fault('NOT_FOUND', 'Give the whole path of the folder, from the drive on.');
    return backupIn(source.path);
  }
}
