import { randomUUID } from 'node:crypto';
import type { User } from '#core/contract/shapes.ts';
import { insertUser } from './commands/users.ts';
import { faultBehind, storeFault } from './faults.ts';
import { sealRecoverySlot, sealUserSlot } from './keyring.ts';
import { sealKeyring } from './keyringFile.ts';
import { newMasterKey, wipe } from './keys.ts';
import type { Migration } from './migrate.ts';
import { OpenStore } from './openStore.ts';
import { formatRecoveryKey, newRecoverySecret } from './recoveryKey.ts';
import type { Store } from './store.ts';
import { clearUnfinished, createPrivateFile, isAbsent, presence, renameDurably, type StoreFiles, writeDurably } from './storeFolder.ts';

export type CreateInput = Parameters<Store['create']>[0];
export interface Created {
  opened: OpenStore;
  user: User;
  recoveryKey: string;
}

/**
 * Creates a store in a locked folder. The keyring gets its name as the last step: an interrupted creation leaves
 * nothing that counts as a store. Throws `alreadyExists` when anything of a store is there.
 */
export async function createStore(files: StoreFiles, migrations: readonly Migration[], input: CreateInput): Promise<Created> {
  if (!isAbsent(presence(files))) throw storeFault('alreadyExists');
  const masterKey = newMasterKey();
  const secret = newRecoverySecret();
  const store = randomUUID();
  const { doctor } = input.user;
  const user: User = { id: randomUUID(), name: input.user.name, roles: [...new Set(input.user.roles)], ...(doctor ? { doctor } : {}) };
  try {
    const slots = [await sealUserSlot(store, user, input.password, masterKey), await sealRecoverySlot(store, secret, masterKey)];
    const keyring = sealKeyring({ format: 'consultleaf-keyring', version: 1, store, createdAt: input.at, slots }, masterKey);
    const opened = writeFiles(files, keyring, () =>
      OpenStore.create({ files, store, masterKey, migrations, at: null }, (fresh) => firstRows(fresh, store, user, input)),
    );
    return { opened, user, recoveryKey: formatRecoveryKey(secret) };
  } finally {
    wipe(masterKey, secret);
  }
}

function writeFiles(files: StoreFiles, keyring: string, openDatabase: () => OpenStore): OpenStore {
  let opened: OpenStore | undefined;
  try {
    clearUnfinished(files);
    writeDurably(files.keyringCreating, keyring);
    createPrivateFile(files.database);
    opened = openDatabase();
    renameDurably(files.keyringCreating, files.keyring);
    return opened;
  } catch (error) {
    opened?.close();
    clearUnfinished(files);
    throw faultBehind(error) ?? error;
  }
}

/** What a new store holds: its id, the clinic, the first user, and the first rows of the audit. */
export function firstRows({ sql, audit }: OpenStore, store: string, user: User, input: CreateInput): void {
  const actor = { userId: user.id, at: input.at };
  sql.run('INSERT INTO meta (id, store_id, sample, created_at) VALUES (1, ?, ?, ?)', store, input.sample ? 1 : 0, input.at);
  sql.run('INSERT INTO clinic (id, rev, time_zone, details) VALUES (1, 1, ?, ?)', input.timeZone, JSON.stringify(input.clinic));
  insertUser(sql, user, input.at);
  audit.add('store.create', store, actor);
  audit.add('signIn', user.id, actor);
}
