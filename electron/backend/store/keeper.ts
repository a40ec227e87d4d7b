import { existsSync } from 'node:fs';
import type { User } from '#core/contract/shapes.ts';
import type { HeldRow } from './audit.ts';
import { clearInterrupted } from './backupPlaces.ts';
import { BackupWorks } from './backupWorks.ts';
import { activeUsers, noteSignIn, passwordSet, readActiveUser } from './commands/users.ts';
import { type CreateInput, createStore } from './createStore.ts';
import { faultBehind, storeFault, withFaults } from './faults.ts';
import { type FolderLock, lockFolder } from './folderLock.ts';
import { openRecoverySlot, openUserSlot, sealUserSlot } from './keyring.ts';
import { checkKeyring, keyringUsers, readKeyring, slotOf, withSlot } from './keyringFile.ts';
import type { Keyring, RecoverySlot } from './keyringFormat.ts';
import { wipe } from './keys.ts';
import { mendKeyring } from './mendKeyring.ts';
import type { Migration } from './migrate.ts';
import { OpenStore } from './openStore.ts';
import { People } from './people.ts';
import { readRecoveryKey } from './recoveryKey.ts';
import { finishRestore, restoreWaits } from './restoreSwap.ts';
import { type Actor, type Store, type StoreCommands, StoreFault, type StoreState } from './store.ts';
import { isAbsent, makeFolder, presence, type StoreFiles, storeFiles } from './storeFolder.ts';

type UnlockInput = Parameters<Store['unlock']>[0];
type RecoverInput = Parameters<Store['recover']>[0];

/** How many failed sign-ins are remembered until a database is open to hold them. */
const FAILURES_KEPT = 100;

/** The store inside its worker: holds the folder's lock for as long as it lives, and the keys only while it is open. */
export class Keeper {
  readonly #files: StoreFiles;
  readonly #migrations: readonly Migration[];
  readonly people: People;
  readonly works: BackupWorks;
  #folderLock: FolderLock | null = null;
  #open: OpenStore | null = null;
  #failures: { subject: string | null; at: string }[] = [];
  /** Rows of the log that a full disk did not take; they outlast the locked clinic, not the program. */
  readonly #held: HeldRow[] = [];

  constructor(folder: string, migrations: readonly Migration[]) {
    this.#files = storeFiles(folder);
    this.#migrations = migrations;
    this.people = new People({
      files: this.#files,
      opened: () => {
        if (!this.#open) throw storeFault('notOpen');
        return this.#open;
      },
      failed: (error, userId, at) => this.#failed(error, userId, at),
    });
    this.works = new BackupWorks({
      files: this.#files,
      migrations,
      opened: () => this.#open,
      hold: () =>
        withFaults(() => {
          makeFolder(this.#files.folder);
          this.#hold();
        }),
    });
  }

  /** What the folder holds. Never creates anything in a folder without a store. */
  state(): StoreState {
    if (!this.#open && isAbsent(presence(this.#files))) return { state: 'absent', users: [], fault: null };
    const state = this.#open ? 'open' : 'closed';
    let users: StoreState['users'] = [];
    try {
      withFaults(() => {
        if (restoreWaits(this.#files)) this.#hold();
        users = this.#signsIn(readKeyring(this.#files));
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
    const slot = slotOf(keyring, userId);
    if (!slot) throw this.#failed(storeFault('wrongPassword'), userId, at);
    const masterKey = await openUserSlot(keyring.store, slot, password).catch((error: unknown) => {
      throw this.#failed(error, userId, at);
    });
    try {
      checkKeyring(keyring, masterKey);
      const user = this.#signIn(keyring, masterKey, { userId, at });
      if (this.#open) await mendKeyring(this.#open, keyring, { slot, user, password, masterKey });
      return user;
    } finally {
      wipe(masterKey);
    }
  }

  async recover({ recoveryKey, newPassword, at }: RecoverInput): Promise<User> {
    const reading = readRecoveryKey(recoveryKey);
    if (!reading.ok) throw this.#failed(new StoreFault('wrongPassword', reading.message), null, at);
    const keyring = this.#ready();
    const slot = keyring.slots.find((found): found is RecoverySlot => found.kind === 'recovery');
    if (!slot) throw storeFault('keyringDamaged');
    const masterKey = await openRecoverySlot(keyring.store, slot, reading.secret).catch((error: unknown) => {
      throw this.#failed(error, null, at);
    });
    try {
      checkKeyring(keyring, masterKey);
      return await this.#opening(keyring, masterKey, { userId: 'system', at }, async (opened) => {
        const admin = activeUsers(opened.sql).find(({ roles }) => roles.includes('administrator'));
        if (!admin) throw storeFault('keyringDamaged', 'The records name no administrator.');
        const fresh = await sealUserSlot(keyring.store, admin, newPassword, masterKey);
        opened.changeWithKeyring(keyring, withSlot(keyring, fresh), () => {
          this.#writeFailures(opened);
          passwordSet(opened.sql, admin.id, 'herself');
          noteSignIn(opened.sql, admin.id, at);
          opened.audit.add('recover', admin.id, { userId: admin.id, at });
        });
        this.#failures = [];
        return admin;
      });
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
    this.works.stop();
    opened?.close();
  }

  async close(): Promise<void> {
    try {
      this.lock();
      await this.works.stopAndWait();
    } finally {
      this.#folderLock?.release();
      this.#folderLock = null;
    }
  }

  /** Takes the folder's lock; with it comes what an interrupted backup or restore left, to be cleared or finished. */
  #hold(): void {
    if (!this.#folderLock) {
      this.#folderLock = lockFolder(this.#files.lock);
      clearInterrupted(this.#files);
    }
    if (restoreWaits(this.#files)) finishRestore(this.#files);
  }

  /** The keyring of a store that can be opened; throws what stands in the way before a password is looked at. */
  #ready(): Keyring {
    return withFaults(() => {
      if (!existsSync(this.#files.folder)) throw storeFault('databaseMissing');
      if (restoreWaits(this.#files)) this.#hold();
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
    const opened = OpenStore.open({
      files: this.#files,
      store: keyring.store,
      masterKey,
      migrations: this.#migrations,
      held: this.#held,
      at: actor.at,
    });
    try {
      opened.reading(() => opened.audit.add('store.open', keyring.store, actor));
      opened.keepErased(actor);
    } catch (error) {
      opened.close();
      throw error;
    }
    this.#open = opened;
    return opened;
  }

  /** Opens the database if it is closed and does `work`. What fails leaves it as it was. */
  async #opening<T>(keyring: Keyring, masterKey: Buffer, actor: Actor, work: (opened: OpenStore) => Promise<T>): Promise<T> {
    const wasOpen = this.#open !== null;
    const opened = this.#openWith(keyring, masterKey, actor);
    try {
      return await work(opened);
    } catch (error) {
      if (!wasOpen) this.lock();
      throw error;
    }
  }

  /**
   * Opens the database if it is closed and writes who came in. Somebody whom the records don't let in any more has a slot
   * only in a keyring that was put back: her password is a wrong one.
   */
  #signIn(keyring: Keyring, masterKey: Buffer, actor: Actor): User {
    const wasOpen = this.#open !== null;
    const opened = this.#openWith(keyring, masterKey, actor);
    try {
      const enter = (note: typeof noteSignIn | null) => () => {
        const known = readActiveUser(opened.sql, actor.userId);
        if (!known) throw storeFault('wrongPassword');
        this.#writeFailures(opened);
        note?.(opened.sql, known.id, actor.at);
        opened.audit.add('signIn', known.id, actor);
        return known;
      };
      // On a full disk she comes in all the same, to read.
      const user = opened.reading(enter(noteSignIn), enter(null));
      this.#failures = [];
      return user;
    } catch (error) {
      try {
        throw this.#failed(error, actor.userId, actor.at);
      } finally {
        if (!wasOpen) this.lock();
      }
    }
  }

  #signsIn(keyring: Keyring): StoreState['users'] {
    return this.#open ? activeUsers(this.#open.sql).map(({ id, name }) => ({ id, name })) : keyringUsers(keyring);
  }

  /** Failed sign-ins from while there was no key to write them with; the caller forgets them once they are stored. */
  #writeFailures(opened: OpenStore): void {
    for (const { subject, at } of this.#failures) opened.audit.add('signIn.failed', subject, { userId: 'system', at });
  }

  /** Writes a failed sign-in to the audit, now or as soon as the database is open; gives the error back. */
  #failed(error: unknown, subject: string | null, at: string): unknown {
    const fault = faultBehind(error);
    if (fault?.fault !== 'wrongPassword') return error;
    const opened = this.#open;
    if (opened) opened.reading(() => opened.audit.add('signIn.failed', subject, { userId: 'system', at }));
    else this.#failures = [...this.#failures, { subject, at }].slice(-FAILURES_KEPT);
    return fault;
  }
}
