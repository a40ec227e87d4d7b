import { createHmac } from 'node:crypto';
import type { AuditRow, ChainBreak, ChainEnd } from './auditCommands.ts';
import { canonical } from './canonical.ts';
import type { Sql } from './database.ts';
import { storeFault } from './faults.ts';
import type { Actor, AuditAction, StoreFault } from './store.ts';

interface StoredRow {
  seq: number;
  at: string;
  user_id: string;
  action: AuditAction;
  subject: string | null;
  prev: string;
  mac: string;
}

/** A row that the disk did not take yet. */
export interface HeldRow {
  action: AuditAction;
  subject: string | null;
  actor: Actor;
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
  readonly #held: HeldRow[];
  #holding = false;

  /** `held`: rows that wait to be written, in their order; they are in memory only. */
  constructor(sql: Sql, key: Buffer, held: HeldRow[] = []) {
    this.#sql = sql;
    this.#key = key;
    this.#held = held;
  }

  end(): ChainEnd {
    return this.#sql.get<ChainEnd>('SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1') ?? CHAIN_START;
  }

  /** Appends a row inside the caller's transaction and gives its number. `subject` is an id, never a name or an answer. */
  add(action: AuditAction, subject: string | null, actor: Actor): number {
    if (this.#holding) {
      this.#held.push({ action, subject, actor });
      return this.end().seq;
    }
    return this.#append({ action, subject, actor });
  }

  /** How many rows wait to be written. */
  get held(): number {
    return this.#held.length;
  }

  /** How many will wait when the present transaction is stored: one that writes has written all of them. */
  get heldAfter(): number {
    return this.#holding ? this.#held.length : 0;
  }

  /** Does `work`, whose rows are kept in memory instead of written: the disk is full, and reading goes on. */
  hold<T>(work: () => T): T {
    const before = this.#held.length;
    this.#holding = true;
    try {
      return work();
    } catch (error) {
      this.#held.length = before;
      throw error;
    } finally {
      this.#holding = false;
    }
  }

  /** Appends what waits, inside the caller's transaction; the caller forgets it once that is stored. Gives how many. */
  appendHeld(): number {
    for (const row of this.#held) this.#append(row);
    return this.#held.length;
  }

  forgetHeld(count: number): void {
    this.#held.splice(0, count);
  }

  #append({ action, subject, actor }: HeldRow): number {
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
    let walked = this.walk(from, 1000);
    while (!walked.done) {
      tell(walked.end.seq);
      walked = this.walk(walked.end, 1000);
    }
    if (walked.broken) throw brokenChain(walked.broken);
    return walked.end;
  }

  /** Walks up to `rows` rows after `from`: how far all is sound, the first row that isn't, and whether it was the last walk. */
  walk(from: ChainEnd, rows: number): { end: ChainEnd; broken: ChainBreak | null; done: boolean } {
    if (from.seq > 0 && !this.holds(from)) return { end: from, broken: { seq: from.seq, how: 'changed' }, done: true };
    let end = from;
    const next = this.#sql.all<StoredRow>('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', from.seq, rows);
    for (const row of next) {
      const { mac, ...fields } = row;
      const sound = row.seq === end.seq + 1 && row.prev === end.mac && mac === this.#mac(fields);
      if (!sound) return { end, broken: { seq: end.seq + 1, how: this.#howBroken(row, end) }, done: true };
      end = { seq: row.seq, mac };
    }
    return { end, broken: null, done: next.length < rows };
  }

  /** Whether the row is there with this MAC. */
  holds({ seq, mac }: ChainEnd): boolean {
    return this.#macOfRow(seq) === mac;
  }

  /** A row that was put between two others has the same one before it as the row after it. */
  #howBroken(row: StoredRow, before: ChainEnd): ChainBreak['how'] {
    if (row.seq !== before.seq + 1) return 'missing';
    const after = this.#sql.get<{ prev: string }>('SELECT prev FROM audit WHERE seq = ?', row.seq + 1);
    return row.prev === before.mac && after?.prev === row.prev ? 'added' : 'changed';
  }

  #macOfRow(seq: number): string | undefined {
    return this.#sql.get<{ mac: string }>('SELECT mac FROM audit WHERE seq = ?', seq)?.mac;
  }

  #mac(row: Omit<StoredRow, 'mac'>): string {
    return createHmac('sha256', this.#key).update(canonical(row)).digest('hex');
  }
}

const HOW: Record<ChainBreak['how'], string> = {
  changed: 'was changed outside the program',
  missing: 'is missing: it was removed outside the program',
  added: 'was not written by the program',
};

/** The fault of a chain that doesn't hold, with the first row at which it shows. */
export function brokenChain({ seq, how }: ChainBreak): StoreFault {
  return storeFault('auditBroken', `In the log of who did what, row ${seq} ${HOW[how]}.`);
}
