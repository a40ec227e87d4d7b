import type { AuditAction } from '#core/domain/auditActions.ts';

export interface AuditRow {
  seq: number;
  at: string;
  userId: string;
  action: AuditAction;
  /** Id of what it was done to; never a name or an answer. */
  subject: string | null;
}

/** The end of an audit chain: the number of its last row and that row's MAC. */
export interface ChainEnd {
  seq: number;
  mac: string;
}

/** The first row at which the chain doesn't hold, and in which way. */
export interface ChainBreak {
  seq: number;
  how: 'changed' | 'missing' | 'added';
}

/** Which rows of the log; what is left out is not filtered by. Instants are UTC, `until` is not included. */
export interface AuditQuery {
  userId?: string;
  actions?: readonly AuditAction[];
  /** Hers: about her, her consultations, handouts and calls. */
  patientId?: string;
  from?: string;
  until?: string;
}

/** A row of the log as a person reads it. */
export interface AuditEntry {
  seq: number;
  at: string;
  /** A person's name; null for the program. */
  by: string | null;
  action: AuditAction;
  /** Record number, record code and version, or a person's name. */
  subject: string | null;
}

/** Commands on the log of who did what. */
export interface AuditCommands {
  'audit.add': (input: { action: AuditAction; subject: string | null }) => null;
  'audit.list': (input: { afterSeq: number; limit: number }) => AuditRow[];
  /** The newest rows before row `before` that match. `view` writes that the log was looked at, once in ten minutes. */
  'audit.page': (input: { filter: AuditQuery; before: number | null; limit: number; purpose: 'view' | 'export' }) => {
    rows: AuditEntry[];
    more: boolean;
  };
  /** The latest instant among the last rows, whichever clock wrote them. */
  'audit.latest': (input: null) => string | null;
  /**
   * Walks a part of the chain: after `after` (null: from its first row), or from where the check that goes on from opening to
   * opening stands. `held`: rows that wait in memory because the disk is full.
   */
  'audit.walk': (input: { after: ChainEnd | null | 'kept'; rows: number }) => {
    end: ChainEnd;
    broken: ChainBreak | null;
    done: boolean;
    held: number;
  };
  /** Walks the whole chain; throws `auditBroken` with the first bad row's number. */
  'audit.verify': (input: null) => { rows: number };
}
