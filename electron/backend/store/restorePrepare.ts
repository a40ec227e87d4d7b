import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFile, readManifest } from './backupFormat.ts';
import type { Job } from './backupJobs.ts';
import { packKeys, wipeKeys, workKeys } from './backupKeys.ts';
import { BACKED_UP, type BackupManifest } from './backupManifest.ts';
import { backupName, restoringFolder } from './backupPlaces.ts';
import { storeFault } from './faults.ts';
import { openRecoverySlot, openUserSlot } from './keyring.ts';
import { checkKeyring, readKeyring } from './keyringFile.ts';
import type { Keyring, RecoverySlot, UserSlot } from './keyringFormat.ts';
import { wipe } from './keys.ts';
import type { Migration } from './migrate.ts';
import { OpenStore } from './openStore.ts';
import { readRecoveryKey } from './recoveryKey.ts';
import { type RestoreWith, StoreFault } from './store.ts';
import { type StoreFiles, storeFiles, syncFile, syncFolder } from './storeFolder.ts';

interface Preparing {
  files: StoreFiles;
  migrations: readonly Migration[];
  /** Folder of the backup. */
  backup: string;
  with: RestoreWith;
  at: string;
  /** Copies and checks in a thread of its own. */
  stage: (job: Job & { kind: 'stage' }, keys: Uint8Array<ArrayBuffer>) => Promise<unknown>;
}

/**
 * Opens a backup with a password or the recovery key of its own keyring, copies it beside the records, checks the copy
 * whole, brings it up to date and writes into its log that it was restored. The records stay as they are; `swapIn` then
 * puts the copy in their place. Throws `wrongPassword`, and what keeps a backup from being used; then no copy is left.
 */
export async function prepareRestore(preparing: Preparing): Promise<{ madeAt: string }> {
  const { files, migrations, backup, at, stage } = preparing;
  const manifest = readManifest(backup);
  const keyring = readBackupKeyring(backup, manifest);
  const { masterKey, userId } = await openKeyring(keyring, preparing.with);
  const target = restoringFolder(files);
  try {
    checkKeyring(keyring, masterKey);
    const keys = workKeys(masterKey);
    const handedOver = packKeys(keys);
    wipeKeys(keys);
    await stage({ kind: 'stage', backup, target }, handedOver);
    noteRestore(OpenStore.open({ files: storeFiles(target), store: manifest.store, masterKey, migrations, at: null }), {
      backup: backupName(manifest.madeAt),
      userId,
      at,
    });
    rmSync(manifestFile(target));
    for (const name of BACKED_UP) syncFile(join(target, name));
    syncFolder(target);
    return { madeAt: manifest.madeAt };
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw error;
  } finally {
    wipe(masterKey);
  }
}

/** The first row after the backup's own: it went back to this one. */
function noteRestore(copy: OpenStore, { backup, userId, at }: { backup: string; userId: string; at: string }): void {
  try {
    copy.change(() => copy.audit.add('backup.restore', backup, { userId, at }));
  } finally {
    copy.close();
  }
}

/** The keyring inside a backup. Throws `backupDamaged` when it is another clinic's or can't be read. */
export function readBackupKeyring(backup: string, { store }: BackupManifest): Keyring {
  const damaged = (what: string) => storeFault('backupDamaged', what);
  let keyring: Keyring;
  try {
    keyring = readKeyring(storeFiles(backup));
  } catch (error) {
    if (error instanceof StoreFault && error.fault === 'keyringDamaged')
      throw damaged('The file keyring.json of this backup has been damaged or changed.');
    throw error;
  }
  if (keyring.store !== store) throw damaged('The files of this backup belong to different clinics.');
  return keyring;
}

async function openKeyring(keyring: Keyring, by: RestoreWith): Promise<{ masterKey: Buffer; userId: string }> {
  if (by.kind === 'password') {
    const slot = keyring.slots.find((found): found is UserSlot => found.kind === 'user' && found.id === by.userId);
    if (!slot) throw storeFault('wrongPassword');
    return { masterKey: await openUserSlot(keyring.store, slot, by.password), userId: slot.id };
  }
  const reading = readRecoveryKey(by.recoveryKey);
  if (!reading.ok) throw new StoreFault('wrongPassword', reading.message);
  const slot = keyring.slots.find((found): found is RecoverySlot => found.kind === 'recovery');
  try {
    if (!slot) throw storeFault('keyringDamaged');
    return { masterKey: await openRecoverySlot(keyring.store, slot, reading.secret), userId: 'system' };
  } finally {
    wipe(reading.secret);
  }
}
