import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEncrypted, Sql } from '#backend/store/database.ts';
import { subkey } from '#backend/store/keys.ts';
import type { Actor, Store } from '#backend/store/store.ts';
import { createPrivateFile, storeFiles } from '#backend/store/storeFolder.ts';
import { openedKeyring } from '../parts/clinic.ts';

/** What the parts of this benchmark are given. */
export interface Bench {
  store: Store;
  actor: Actor;
  peer: BarePeer;
}

/**
 * The same work at its barest, in this thread: SQLite with the same key and settings, one table for what is written, and
 * the clinic's own tables for what is read.
 */
export class BarePeer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'consultleaf-bench-'));
  readonly #reading: Sql;
  readonly #writing: Sql;

  private constructor(database: string, key: Buffer) {
    this.#reading = new Sql(openEncrypted(database, key));
    const own = join(this.#folder, 'peer.db');
    createPrivateFile(own);
    this.#writing = new Sql(openEncrypted(own, key));
    this.#writing.db.exec('CREATE TABLE written (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT');
  }

  static async beside(folder: string): Promise<BarePeer> {
    const { masterKey } = await openedKeyring(folder);
    return new BarePeer(storeFiles(folder).database, subkey(masterKey, 'database'));
  }

  /** One row in a transaction of its own. */
  write(content: Uint8Array): void {
    this.#writing.db.transaction(() => this.#writing.run('INSERT INTO written (content) VALUES (?)', content)).immediate();
  }

  get<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return this.#reading.get<Row>(sql, ...values);
  }

  all<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.#reading.all<Row>(sql, ...values);
  }

  /** SQLite's own check of every page and index. */
  check(): void {
    this.#reading.db.pragma('integrity_check(1)');
  }

  close(): void {
    this.#reading.db.close();
    this.#writing.db.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
