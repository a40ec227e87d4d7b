import { createHmac } from 'node:crypto';
import { canonical } from './canonical.ts';
import type { Sql } from './database.ts';
import { storeFault } from './faults.ts';
import type { Actor, AuditAction, AuditRow } from './store.ts';

/** The end of an audit chain: the number of its last row and that row's MAC. */
export interface ChainEnd {
  seq: number;
  mac: string;
}

interface StoredRow {
  seq: number;
  at: string;
  user_id: string;
  action: AuditAction;
  subject: string | null;
  prev: string;
  mac: string;
}

/** What the first row follows. */
export const CHAIN_START: ChainEnd = { seq: 0, mac: '0'.repeat(64) };

/**
 * The append-only log: each row's HMAC covers the row and the MAC of the row before, so that an edited, removed or
 * inserted row breaks the chain. A cut end is seen by the head file only.
 */
export class Audit {
  readonly #sql: Sql;
  readonly #key: Buffer;

  constructor(sql: Sql, key: Buffer) {
    this.#sql = sql;
    this.#key = key;
  }

  end(): ChainEnd {
    return this.#sql.get<ChainEnd>('SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1') ?? CHAIN_START;
  }

  /** Appends a row inside the caller's transaction and gives its number. `subject` is an id, never a name or an answer. */
  add(action: AuditAction, subject: string | null, actor: Actor): number {
    const last = this.end();
    const row = { seq: last.seq + 1, at: actor.at, user_id: actor.userId, action, subject, prev: last.mac };
    this.#sql.run(
      'INSERT INTO audit (seq, at, user_id, action, subject, prev, mac) VALUES (?, ?, ?, ?, ?, ?, ?)',
      row.seq,
      row.at,
      row.user_id,
      row.action,
      row.subject,
      row.prev,
      this.#mac(row),
    );
    return row.seq;
  }

  list(afterSeq: number, limit: number): AuditRow[] {
    return this.#sql.all<AuditRow>(
      'SELECT seq, at, user_id AS userId, action, subject FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
      afterSeq,
      limit,
    );
  }

  /**
   * Walks the chain after `from`, whose MAC must be the stored one. Throws `auditBroken` with the number of the first
   * bad row; gives the end that was reached. `tell` hears the number of every thousandth row.
   */
  verify(from: ChainEnd, tell: (seq: number) => void = () => undefined): ChainEnd {
    let last = from;
    if (from.seq > 0 && this.#macOfRow(from.seq) !== from.mac) throw broken(from.seq);
    for (const row of this.#sql.each<StoredRow>('SELECT * FROM audit WHERE seq > ? ORDER BY seq', from.seq)) {
      const { mac, ...fields } = row;
      if (row.seq !== last.seq + 1 || row.prev !== last.mac || mac !== this.#mac(fields)) throw broken(last.seq + 1);
      last = { seq: row.seq, mac };
      if (row.seq % 1000 === 0) tell(row.seq);
    }
    return last;
  }

  #macOfRow(seq: number): string | undefined {
    return this.#sql.get<{ mac: string }>('SELECT mac FROM audit WHERE seq = ?', seq)?.mac;
  }

  #mac(row: Omit<StoredRow, 'mac'>): string {
    return createHmac('sha256', this.#key).update(canonical(row)).digest('hex');
  }
}

const broken = (seq: number) =>
  storeFault('auditBroken', `The log of who did what has been changed outside the program, first at row ${seq}.`);
