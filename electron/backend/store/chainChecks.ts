import { type Audit, brokenChain, CHAIN_START } from './audit.ts';
import type { ChainBreak, ChainEnd } from './auditCommands.ts';
import type { Sql } from './database.ts';
import { storeFault } from './faults.ts';
import type { Head } from './head.ts';
import type { StoreCommands } from './store.ts';

/** How many rows before the sealed end are checked at every opening; `audit.walk` goes on with the rest after it. */
const CHECKED_AT_OPEN = 500;

type Walk = StoreCommands['audit.walk'];

/** The log against its own chain and against the sealed head file beside it. */
export class ChainChecks {
  readonly #sql: Sql;
  readonly #audit: Audit;
  readonly #head: Head;

  constructor(sql: Sql, audit: Audit, head: Head) {
    this.#sql = sql;
    this.#audit = audit;
    this.#head = head;
  }

  /** At opening: the database may be ahead of the sealed end, by rows that verify; never behind it. */
  atOpening(): void {
    const sealed = this.#head.read();
    this.#head.setWalked(sealed.walked);
    const end = this.#audit.end();
    if (end.seq < sealed.seq) throw storeFault('behindHead', this.#whatIsMissing(end.seq, sealed.seq));
    const before = this.#sql.get<ChainEnd>('SELECT seq, mac FROM audit WHERE seq = ?', sealed.seq - CHECKED_AT_OPEN);
    const { broken } = this.#audit.walk(before ?? CHAIN_START, Number.MAX_SAFE_INTEGER);
    // What is past the sealed end and doesn't verify was never the program's.
    if (broken) throw brokenChain(broken.seq > sealed.seq && broken.how === 'changed' ? { ...broken, how: 'added' } : broken);
    if (!this.#audit.holds(sealed))
      throw storeFault('behindHead', 'The files clinic.db and head.json don’t belong together: one of them is of another time.');
  }

  /** A part of the chain; where `after` is `kept`, the place that was reached goes into the head file. */
  walk({ after, rows }: Parameters<Walk>[0]): ReturnType<Walk> {
    const walked = this.#audit.walk((after === 'kept' ? this.#head.walked : after) ?? CHAIN_START, rows);
    const broken = walked.broken ?? (walked.done ? this.#cutAfter(walked.end) : null);
    if (after === 'kept') this.#head.setWalked((walked.done && !broken) || walked.end.seq === 0 ? null : walked.end);
    return { ...walked, broken, held: this.#audit.heldAfter };
  }

  /** The whole chain at once; throws `auditBroken`. */
  whole(): { rows: number } {
    const end = this.#audit.verify(CHAIN_START);
    const broken = this.#cutAfter(end);
    if (broken) throw brokenChain(broken);
    return { rows: end.seq };
  }

  /** What the head file knows and the log, whole in itself up to `end`, doesn't. */
  #cutAfter(end: ChainEnd): ChainBreak | null {
    const sealed = this.#head.read();
    if (end.seq < sealed.seq) return { seq: end.seq + 1, how: 'missing' };
    return this.#audit.holds(sealed) ? null : { seq: sealed.seq, how: 'changed' };
  }

  /** Patients whose last work is a row after the end are newer than the log: its end was cut off, and they weren't put back. */
  #whatIsMissing(end: number, sealed: number): string {
    const one = sealed === end + 1;
    const rows = one ? `row ${sealed}` : `rows ${end + 1} to ${sealed}`;
    const touched = this.#sql.get<{ seq: number | null }>('SELECT max(touched) AS seq FROM patient')?.seq ?? 0;
    return touched > end
      ? `The end of the log of who did what was cut off outside the program: ${rows} ${one ? 'is' : 'are'} missing.`
      : `The records are older than the last state that was sealed: ${rows} of the log, and what was done then, ${one ? 'is' : 'are'} missing.`;
  }
}
