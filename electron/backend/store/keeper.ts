import { existsSync } from 'node:fs';
import type { User } from '#core/contract/shapes.ts';
import { readUser } from './commands/clinic.ts';
import { type CreateInput, createStore } from './createStore.ts';
import { faultBehind, storeFault, withFaults } from './faults.ts';
import { type FolderLock, lockFolder } from './folderLock.ts';
import { openRecoverySlot, openUserSlot } from './keyring.ts';
import { checkKeyring, keyringUsers, readKeyring, replacePassword } from './keyringFile.ts';
import type { Keyring, RecoverySlot, UserSlot } from './keyringFormat.ts';
import { wipe } from './keys.ts';
import type { Migration } from './migrate.ts';
import { OpenStore } from './openStore.ts';
import { readRecoveryKey } from './recoveryKey.ts';
import { type Actor, type AuditAction, type Store, type StoreCommands, StoreFault, type StoreState } from './store.ts';
import { isAbsent, makeFolder, presence, type StoreFiles, storeFiles } from './storeFolder.ts';

type UnlockInput = Parameters<Store['unlock']>[0];
type RecoverInput = Parameters<Store['recover']>[0];

/** How many failed sign-ins are remembered until a database is open to hold them. */
const FAILURES_KEPT = 100;

/** The store inside its worker: holds the folder's lock for as long as it lives, and the keys only while it is open. */
export class Keeper {
  readonly #files: StoreFiles;
  readonly #migrations: readonly Migration[];
  #folderLock: FolderLock | null = null;
  #open: OpenStore | null = null;
  #failures: { subject: string | null; at: string }[] = [];

  constructor(folder: string, migrations: readonly Migration[]) {
    this.#files = storeFiles(folder);
    this.#migrations = migrations;
  }

  /** What the folder holds. Never creates anything in a folder without a store. */
  state(): StoreState {
    if (!this.#open && isAbsent(presence(this.#files))) return { state: 'absent', users: [], fault: null };
    const state = this.#open ? 'open' : 'closed';
    let users: StoreState['users'] = [];
    try {
      withFaults(() => {
        users = keyringUsers(readKeyring(this.#files));
        this.#hold();
        this.#checkDatabaseFile();
      });
      return { state, users, fault: null };
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      return { state, users, fault: { fault: error.fault, message: error.message } };
    }
  }

  async create(input: CreateInput): Promise<{ user: User; recoveryKey: string }> {
    withFaults(() => {
      makeFolder(this.#files.folder);
      this.#hold();
    });
    const { opened, user, recoveryKey } = await createStore(this.#files, this.#migrations, input);
    this.#open = opened;
    return { user, recoveryKey };
  }

  async unlock({ userId, password, at }: UnlockInput): Promise<User> {
    const keyring = this.#ready();
    const slot = keyring.slots.find((found): found is UserSlot => found.kind === 'user' && found.id === userId);
    if (!slot) throw this.#failed(storeFault('wrongPassword'), userId, at);
    const masterKey = await openUserSlot(keyring.store, slot, password).catch((error: unknown) => {
      throw this.#failed(error, userId, at);
    });
    try {
      checkKeyring(keyring, masterKey);
      return await this.#signIn(keyring, masterKey, { userId, at }, 'signIn');
    } finally {
      wipe(masterKey);
    }
  }

  async recover({ recoveryKey, newPassword, at }: RecoverInput): Promise<User> {
    const reading = readRecoveryKey(recoveryKey);
    if (!reading.ok) throw this.#failed(new StoreFault('wrongPassword', reading.message), null, at);
    const keyring = this.#ready();
    const slot = keyring.slots.find((found): found is RecoverySlot => found.kind === 'recovery');
    const admin = keyring.slots.find((found): found is UserSlot => found.kind === 'user' && found.roles.includes('administrator'));
    if (!slot || !admin) throw storeFault('keyringDamaged');
    const masterKey = await openRecoverySlot(keyring.store, slot, reading.secret).catch((error: unknown) => {
      throw this.#failed(error, null, at);
    });
    try {
      checkKeyring(keyring, masterKey);
      return await this.#signIn(keyring, masterKey, { userId: admin.id, at }, 'recover', () =>
        replacePassword(this.#files, keyring, admin, newPassword, masterKey),
      );
    } finally {
      wipe(masterKey, reading.secret);
    }
  }

  run<K extends keyof StoreCommands>(command: K, input: Parameters<StoreCommands[K]>[0], actor: Actor): ReturnType<StoreCommands[K]> {
    if (!this.#open) throw storeFault('notOpen');
    return this.#open.run(command, input, actor);
  }

  lock(): void {
    const opened = this.#open;
    this.#open = null;
    opened?.close();
  }

  close(): void {
    try {
      this.lock();
    } finally {
      this.#folderLock?.release();
      this.#folderLock = null;
    }
  }

  #hold(): void {
    this.#folderLock ??= lockFolder(this.#files.lock);
  }

  /** The keyring of a store that can be opened; throws what stands in the way before a password is looked at. */
  #ready(): Keyring {
    return withFaults(() => {
      if (!existsSync(this.#files.folder)) throw storeFault('databaseMissing');
      const keyring = readKeyring(this.#files);
      this.#hold();
      this.#checkDatabaseFile();
      return keyring;
    });
  }

  #checkDatabaseFile(): void {
    const { databaseBytes } = presence(this.#files);
    if (databaseBytes === null) throw storeFault('databaseMissing');
    if (databaseBytes === 0) throw storeFault('databaseEmpty');
  }

  #openWith(keyring: Keyring, masterKey: Buffer, actor: Actor): OpenStore {
    if (this.#open) return this.#open;
    const opened = OpenStore.open({ files: this.#files, store: keyring.store, masterKey, migrations: this.#migrations });
    try {
      opened.change(() => opened.audit.add('store.open', keyring.store, actor));
    } catch (error) {
      opened.close();
      throw error;
    }
    this.#open = opened;
    return opened;
  }

  /** Opens the database if it is closed, does `before`, and writes who came in. What fails leaves it as it was. */
  async #signIn(keyring: Keyring, masterKey: Buffer, actor: Actor, action: AuditAction, before?: () => Promise<void>): Promise<User> {
    const wasOpen = this.#open !== null;
    const opened = this.#openWith(keyring, masterKey, actor);
    try {
      await before?.();
      return opened.change(() => {
        for (const { subject, at } of this.#failures) opened.audit.add('signIn.failed', subject, { userId: 'system', at });
        const user = readUser(opened.sql, actor.userId);
        if (!user) throw storeFault('keyringDamaged', 'The keyring names a person whom the records don’t know.');
        opened.audit.add(action, user.id, actor);
        this.#failures = [];
        return user;
      });
    } catch (error) {
      if (!wasOpen) this.lock();
      throw error;
    }
  }

  /** Writes a failed sign-in to the audit, now or as soon as the database is open; gives the error back. */
  #failed(error: unknown, subject: string | null, at: string): unknown {
    const fault = faultBehind(error);
    if (fault?.fault !== 'wrongPassword') return error;
    const opened = this.#open;
    if (opened) opened.change(() => opened.audit.add('signIn.failed', subject, { userId: 'system', at }));
    else this.#failures = [...this.#failures, { subject, at }].slice(-FAILURES_KEPT);
    return fault;
  }
}
