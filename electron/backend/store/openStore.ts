import type Database from 'better-sqlite3';
import { Audit, type HeldRow } from './audit.ts';
import { NOBODY_WATCHES } from './backupFiles.ts';
import { packKeys, type WorkKeys, wipeKeys, workKeys } from './backupKeys.ts';
import { makeBackup } from './backupMake.ts';
import { ChainChecks } from './chainChecks.ts';
import { commands } from './commands/commands.ts';
import { type CommandContext, Views } from './commands/context.ts';
import { comeBack, eraseAgain, erasedPatients } from './commands/erase.ts';
import { checkPages, openEncrypted, Sql, wasLeftOpen } from './database.ts';
import { ErasedList } from './erasedList.ts';
import { faultBehind, withFaults } from './faults.ts';
import { Head } from './head.ts';
import { checkMac, putBack, writeSlots } from './keyringFile.ts';
import type { Keyring, Slot } from './keyringFormat.ts';
import { subkey, wipe } from './keys.ts';
import { type Migration, migrate, refuseNewer } from './migrate.ts';
import { keepReserve, releaseReserve } from './reserve.ts';
import { refreshSearch } from './searchRules.ts';
import { type Actor, type StoreCommands, StoreFault } from './store.ts';
import { removeOldCopies, type StoreFiles } from './storeFolder.ts';

/** How many rows of the log may wait in memory while the disk is full; then nothing more is read. */
const HELD_AT_MOST = 10_000;

/** Commands that change nothing but the log: they go on while the disk is full. */
const READING: ReadonlySet<keyof StoreCommands> = new Set([
  'patients.read',
  'consultations.read',
  'handouts.pdf',
  'handouts.clinicCopy',
  'audit.add',
  'audit.page',
  'audit.walk',
]);

interface Opening {
  files: StoreFiles;
  /** Id of the store, as its keyring has it. */
  store: string;
  masterKey: Buffer;
  migrations: readonly Migration[];
  /** Rows of the log that an earlier opening could not write; those of this one are added to them. */
  held?: HeldRow[];
  /** The instant of opening, for the backup before an update; null: a copy, which needs none. */
  at: string | null;
}

type Command = (context: CommandContext, input: unknown, actor: Actor) => unknown;

/** An open database with its keys. Everything here is synchronous: one call is one transaction, or nothing. */
export class OpenStore {
  readonly sql: Sql;
  readonly audit: Audit;
  readonly #db: Database.Database;
  readonly #head: Head;
  readonly #chain: ChainChecks;
  readonly #erased: ErasedList;
  readonly #keys: Buffer[];
  readonly #files: StoreFiles;
  /** Lets a slot be taken out without a password; it opens nothing. */
  readonly #keyringKey: Buffer;
  readonly #workKeys: WorkKeys;
  readonly #views = new Views();
  /** Id of the store, as its keyring has it. */
  readonly store: string;

  private constructor(db: Database.Database, { files, store, masterKey, held }: Opening) {
    const auditKey = subkey(masterKey, 'audit');
    const headKey = subkey(masterKey, 'head');
    const erasedKey = subkey(masterKey, 'erased');
    this.#db = db;
    this.store = store;
    this.#workKeys = workKeys(masterKey);
    this.#files = files;
    this.#keyringKey = subkey(masterKey, 'keyring');
    this.#keys = [auditKey, headKey, erasedKey, this.#keyringKey];
    this.sql = new Sql(db);
    this.audit = new Audit(this.sql, auditKey, held);
    this.#head = new Head(files, store, headKey);
    this.#chain = new ChainChecks(this.sql, this.audit, this.#head);
    this.#erased = new ErasedList(files, store, erasedKey);
  }

  /** Opens what is there: checks it against the head file, then brings it up to date. Throws every fault of a database. */
  static open(opening: Opening): OpenStore {
    try {
      const opened = OpenStore.#open(opening);
      keepReserve(opening.files);
      return opened;
    } catch (error) {
      if (faultBehind(error)?.fault !== 'diskFull' || !releaseReserve(opening.files)) throw error;
      return OpenStore.#open(opening);
    }
  }

  static #open(opening: Opening): OpenStore {
    const crashed = wasLeftOpen(opening.files.database);
    return OpenStore.#with(opening, (opened) => {
      refuseNewer(opened.#db, opening.migrations);
      if (crashed) checkPages(opened.#db);
      withFaults(() => opened.#chain.atOpening());
      migrate(opened.#db, opening.migrations, () => opened.#backUpBefore(opening.at));
      opened.change(() => refreshSearch(opened.sql));
    });
  }

  /** Makes the tables in an empty file and fills them with `first`, in one go; seals the first head. */
  static create(opening: Opening, first: (opened: OpenStore) => void): OpenStore {
    return OpenStore.#with(opening, (opened) => {
      migrate(opened.#db, opening.migrations, () => undefined);
      opened.change(() => first(opened));
      opened.#head.flush();
      keepReserve(opening.files);
    });
  }

  static #with(opening: Opening, work: (opened: OpenStore) => void): OpenStore {
    const key = subkey(opening.masterKey, 'database');
    try {
      const opened = new OpenStore(openEncrypted(opening.files.database, key), opening);
      try {
        work(opened);
        return opened;
      } catch (error) {
        opened.#release();
        throw error;
      }
    } finally {
      wipe(key);
    }
  }

  /** Runs a command in one transaction, its audit row inside. */
  run<K extends keyof StoreCommands>(command: K, input: Parameters<StoreCommands[K]>[0], actor: Actor): ReturnType<StoreCommands[K]> {
    const context: CommandContext = { sql: this.sql, audit: this.audit, views: this.#views };
    const work = () => this.#handler(command)(context, input, actor);
    const result = READING.has(command) ? this.reading(work) : this.change(work);
    if (command === 'rights.erase') this.#afterErasing();
    return result as ReturnType<StoreCommands[K]>;
  }

  /** Erases those again whom an older backup that was put back has brought back; for right after opening. */
  keepErased(actor: Actor): void {
    const sealed = this.#erased.read();
    const back = comeBack(this.sql, sealed);
    // Nothing is written where nobody has come back: on a full disk too one can sign in.
    if (back.length > 0) this.change(() => eraseAgain(this, back, actor));
    if (back.length > 0 || erasedPatients(this.sql).length > sealed.length) this.#afterErasing();
  }

  /**
   * Notes who was erased outside of the database too, and leaves nothing of her in the log of changes and in copies from
   * before an update. What fails here, as on a full disk, is done at the next opening: she is out of the records already.
   */
  #afterErasing(): void {
    try {
      removeOldCopies(this.#files);
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
      this.#erased.keep(erasedPatients(this.sql));
    } catch {
      // The list is behind the tombstones, so that the next opening comes here again.
    }
  }

  /** One immediate transaction; its end is noted for the head file. Rows of the log that wait are written before it. */
  change<T>(work: () => T): T {
    try {
      const waiting = this.audit.held;
      const all = () => {
        this.audit.appendHeld();
        return work();
      };
      const result = withFaults(() => this.#db.transaction(all).immediate());
      this.audit.forgetHeld(waiting);
      this.#head.note(this.audit.end());
      return result;
    } catch (error) {
      this.#views.forget();
      throw error;
    }
  }

  /**
   * One transaction that also replaces the slots of the keyring, as its last step. `work` that gives a conflict changes
   * neither; when the transaction fails after the keyring was written, the keyring before is put back.
   * Throws `keyringDamaged` when the keyring was changed outside.
   */
  changeWithKeyring<T>(keyring: Keyring, slots: Slot[], work: () => T): T {
    checkMac(keyring, this.#keyringKey);
    let written = false;
    try {
      return this.change(() => {
        const result = work();
        if (typeof result === 'object' && result !== null && 'conflict' in result) return result;
        writeSlots(this.#files, keyring, slots, this.#keyringKey);
        written = true;
        return result;
      });
    } catch (error) {
      if (written) putBack(this.#files, keyring);
      throw error;
    }
  }

  /**
   * As `change`, for what changes nothing but the log: on a full disk `onFull` is done, and its rows wait in memory until the
   * disk takes them. Records can be read while they can't be written.
   */
  reading<T>(work: () => T, onFull: () => T = work): T {
    try {
      return this.change(work);
    } catch (error) {
      if (!(error instanceof StoreFault) || error.fault !== 'diskFull' || this.audit.held >= HELD_AT_MOST) throw error;
      return this.audit.hold(() => withFaults(() => this.#db.transaction(onFull).deferred()));
    }
  }

  /** Seals the head, closes the database, wipes the keys. On a full disk the sealed end stays behind, which is allowed. */
  close(): void {
    try {
      if (this.audit.held > 0) unlessFull(() => this.change(() => null));
      unlessFull(() => this.#head.flush());
    } finally {
      this.#release();
    }
  }

  #release(): void {
    this.#head.stop();
    this.#db.close();
    wipe(...this.#keys);
    wipeKeys(this.#workKeys);
  }

  /** A copy of the keys that work on backups needs, for another thread. */
  keysToHandOver(): Uint8Array<ArrayBuffer> {
    return packKeys(this.#workKeys);
  }

  /** Empties the log of changes, which grows while a backup reads. */
  checkpoint(): void {
    withFaults(() => this.#db.pragma('wal_checkpoint(TRUNCATE)'));
  }

  #backUpBefore(at: string | null): void {
    if (at === null) return;
    makeBackup({ files: this.#files, store: this.store, keys: this.#workKeys, why: 'beforeUpdate', at }, NOBODY_WATCHES);
  }

  #handler(command: keyof StoreCommands): Command {
    if (command === 'audit.verify') return () => this.#chain.whole();
    if (command === 'audit.walk') return (_context, input) => this.#chain.walk(input as Parameters<StoreCommands['audit.walk']>[0]);
    if (!Object.hasOwn(commands, command)) throw new Error('The store has no such command.');
    return commands[command as keyof typeof commands] as Command;
  }
}

/** Does what may stay undone on a full disk. */
function unlessFull(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (faultBehind(error)?.fault !== 'diskFull') throw error;
  }
}
