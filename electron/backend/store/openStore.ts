import type Database from 'better-sqlite3';
import { Audit, CHAIN_START, type ChainEnd } from './audit.ts';
import { commands } from './commands/commands.ts';
import { type CommandContext, Views } from './commands/context.ts';
import { openEncrypted, Sql } from './database.ts';
import { storeFault, withFaults } from './faults.ts';
import { Head } from './head.ts';
import { subkey, wipe } from './keys.ts';
import { type Migration, migrate, refuseNewer } from './migrate.ts';
import type { Actor, StoreCommands } from './store.ts';
import type { StoreFiles } from './storeFolder.ts';

/** How many rows before the sealed end are checked at every open; `audit.verify` walks all of them. */
const CHECKED_AT_OPEN = 1000;

interface Opening {
  files: StoreFiles;
  /** Id of the store, as its keyring has it. */
  store: string;
  masterKey: Buffer;
  migrations: readonly Migration[];
}

type Command = (context: CommandContext, input: unknown, actor: Actor) => unknown;

/** An open database with its keys. Everything here is synchronous: one call is one transaction, or nothing. */
export class OpenStore {
  readonly sql: Sql;
  readonly audit: Audit;
  readonly #db: Database.Database;
  readonly #head: Head;
  readonly #keys: Buffer[];
  readonly #views = new Views();

  private constructor(db: Database.Database, { files, store, masterKey }: Opening) {
    const auditKey = subkey(masterKey, 'audit');
    const headKey = subkey(masterKey, 'head');
    this.#db = db;
    this.#keys = [auditKey, headKey];
    this.sql = new Sql(db);
    this.audit = new Audit(this.sql, auditKey);
    this.#head = new Head(files, store, headKey);
  }

  /** Opens what is there: checks it against the head file, then brings it up to date. Throws every fault of a database. */
  static open(opening: Opening): OpenStore {
    return OpenStore.#with(opening, (opened, key) => {
      refuseNewer(opened.#db, opening.migrations);
      withFaults(() => opened.#checkEnd());
      migrate(opened.#db, opening.migrations, key);
    });
  }

  /** Makes the tables in an empty file and fills them with `first`, in one go; seals the first head. */
  static create(opening: Opening, first: (opened: OpenStore) => void): OpenStore {
    return OpenStore.#with(opening, (opened, key) => {
      migrate(opened.#db, opening.migrations, key);
      opened.change(() => first(opened));
      opened.#head.flush();
    });
  }

  static #with(opening: Opening, work: (opened: OpenStore, key: Buffer) => void): OpenStore {
    const key = subkey(opening.masterKey, 'database');
    try {
      const opened = new OpenStore(openEncrypted(opening.files.database, key), opening);
      try {
        work(opened, key);
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
    const result = this.change(() => (command === 'audit.verify' ? this.#verifyAll() : this.#handler(command)(context, input, actor)));
    return result as ReturnType<StoreCommands[K]>;
  }

  /** One immediate transaction; its end is noted for the head file. */
  change<T>(work: () => T): T {
    try {
      const result = withFaults(() => this.#db.transaction(work).immediate());
      this.#head.note(this.audit.end());
      return result;
    } catch (error) {
      this.#views.forget();
      throw error;
    }
  }

  /** Seals the head, closes the database, wipes the keys. */
  close(): void {
    try {
      this.#head.flush();
    } finally {
      this.#release();
    }
  }

  #release(): void {
    this.#head.stop();
    this.#db.close();
    wipe(...this.#keys);
  }

  #handler(command: keyof StoreCommands): Command {
    if (!Object.hasOwn(commands, command)) throw new Error('The store has no such command.');
    return commands[command as keyof typeof commands] as Command;
  }

  /** The database may be ahead of the sealed end, by rows that verify; never behind it. */
  #checkEnd(): void {
    const sealed = this.#head.read();
    if (this.audit.end().seq < sealed.seq) throw storeFault('behindHead');
    this.audit.verify(sealed);
    this.audit.verify(this.#before(sealed));
  }

  #before(end: ChainEnd): ChainEnd {
    const seq = end.seq - CHECKED_AT_OPEN;
    return this.sql.get<ChainEnd>('SELECT seq, mac FROM audit WHERE seq = ?', seq) ?? CHAIN_START;
  }

  #verifyAll(): { rows: number } {
    const end = this.audit.verify(CHAIN_START);
    this.audit.verify(this.#head.read());
    return { rows: end.seq };
  }
}
