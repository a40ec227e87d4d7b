import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { storeFault, withFaults } from './faults.ts';
import { KEY_BYTES } from './keys.ts';

/** What this build of SQLite adds to better-sqlite3's types. */
interface Keyed {
  key(key: Buffer): number;
}

/** The key as SQLCipher takes raw keys, `x'<64 hex digits>'`, in bytes that can be wiped. */
function rawKey(key: Buffer): Buffer {
  if (key.length !== KEY_BYTES) throw new RangeError('The database key has 32 bytes.');
  const raw = Buffer.alloc(KEY_BYTES * 2 + 3);
  raw.write("x'", 'latin1');
  for (const [index, byte] of key.entries()) {
    raw[2 + index * 2] = hexDigit(byte >> 4);
    raw[3 + index * 2] = hexDigit(byte & 15);
  }
  raw.write("'", raw.length - 1, 'latin1');
  // Any other form would silently be taken as a passphrase.
  if (!isRawKey(raw)) throw new RangeError('The database key is malformed.');
  return raw;
}

const hexDigit = (value: number) => (value < 10 ? 48 : 87) + value;

function isRawKey(raw: Buffer): boolean {
  const hex = raw.subarray(2, -1);
  return raw[0] === 120 && raw[1] === 39 && raw.at(-1) === 39 && hex.every((c) => (c >= 48 && c <= 57) || (c >= 97 && c <= 102));
}

/**
 * Opens an encrypted database file with every setting made explicit. The file must exist; an empty one becomes a new
 * database, so whoever opens an existing store checks its size first. Throws `databaseDamaged` when the key opens nothing.
 */
export function openEncrypted(file: string, key: Buffer): Database.Database {
  return openKeyed(file, key, { fileMustExist: true }, configure);
}

/** Opens a copy that nobody writes, such as a backup's, without changing a byte of it or beside it. Throws as above. */
export function openToRead(file: string, key: Buffer): Database.Database {
  return openKeyed(file, key, { readonly: true }, (db) => db.pragma('temp_store = 2'));
}

function openKeyed(file: string, key: Buffer, options: Database.Options, set: (db: Database.Database) => void): Database.Database {
  return withFaults(() => {
    const db = new Database(file, options);
    try {
      db.pragma("cipher = 'sqlcipher'");
      db.pragma('legacy = 4');
      const raw = rawKey(key);
      (db as Database.Database & Keyed).key(raw);
      raw.fill(0);
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      set(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Settings of a connection, each checked: SQLite passes over a pragma that it doesn't know. */
const SETTINGS: Record<string, string | number> = {
  journal_mode: 'wal',
  // This build's own default in WAL loses acknowledged commits in a power cut; 2 is FULL.
  synchronous: 2,
  foreign_keys: 1,
  // Without it INSERT OR REPLACE walks past a trigger that refuses deletions.
  recursive_triggers: 1,
  // 2 is MEMORY: no temporary file ever holds a patient's data.
  temp_store: 2,
  secure_delete: 1,
  // Negative: in KiB.
  cache_size: -16_000,
};

function configure(db: Database.Database): void {
  for (const [name, value] of Object.entries(SETTINGS)) {
    db.pragma(`${name} = ${value}`);
    if (db.pragma(name, { simple: true }) !== value) throw new Error(`SQLite doesn't accept ${name} = ${value}.`);
  }
}

/** Up to this size all pages are read after a crash, in about a second; those of a larger one are read by the next backup. */
const CHECKED_AFTER_CRASH_BYTES = 64_000_000;

/** Whether the last connection was not closed: SQLite takes its log of changes away when it is. To be asked before opening. */
export function wasLeftOpen(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** After a crash: throws `databaseDamaged` unless every page can be read and is where it belongs. */
export function checkPages(db: Database.Database): void {
  if (statSync(db.name).size > CHECKED_AFTER_CRASH_BYTES) return;
  const result = withFaults(() => db.pragma('quick_check(1)', { simple: true }));
  if (result !== 'ok') throw storeFault('databaseDamaged');
}

/** Throws `databaseDamaged` unless every page can be read and every index agrees with its table. */
export function checkIntegrity(db: Database.Database): void {
  const result = withFaults(() => db.pragma('integrity_check(1)', { simple: true }));
  if (result !== 'ok') throw storeFault('databaseDamaged');
}

/** A connection whose statements are prepared once. */
export class Sql {
  readonly db: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(db: Database.Database) {
    this.db = db;
  }

  run(sql: string, ...values: unknown[]): Database.RunResult {
    return this.#statement(sql).run(...values);
  }

  /** The first row; the caller names the shape that its columns have. */
  get<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  each<Row>(sql: string, ...values: unknown[]): IterableIterator<Row> {
    return this.#statement(sql).iterate(...values) as IterableIterator<Row>;
  }

  #statement(sql: string): Database.Statement<unknown[], unknown> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare<unknown[], unknown>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
