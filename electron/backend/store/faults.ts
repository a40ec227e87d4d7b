import { StoreFault, type StoreFaultKind } from './store.ts';

interface FaultWords {
  /** What is wrong. */
  what: string;
  /** What a person can do about it. */
  wayOut: string;
}

/** Each fault in plain words, with the way out. No sentence holds a value from the store. */
export const faultWords: Record<StoreFaultKind, FaultWords> = {
  wrongPassword: { what: 'This password doesn’t open the clinic.', wayOut: 'Type it again, or use the printed recovery key.' },
  keyringMissing: {
    what: 'The file keyring.json is missing, and without it the records can’t be opened.',
    wayOut: 'Put it back from the newest backup, beside clinic.db. Nothing has been changed or created.',
  },
  keyringDamaged: {
    what: 'The file keyring.json has been damaged or changed outside the program.',
    wayOut: 'Put it back from the newest backup. Nothing has been changed.',
  },
  databaseMissing: {
    what: 'The file clinic.db is missing where the clinic’s records were kept.',
    wayOut: 'If the folder was moved, move it back; otherwise restore the newest backup. No empty store has been created.',
  },
  databaseEmpty: {
    what: 'The file clinic.db is empty: its contents were lost outside the program.',
    wayOut: 'Restore the newest backup. Nothing has been written to the file.',
  },
  databaseDamaged: {
    what: 'The clinic’s records are damaged on the disk.',
    wayOut: 'Close the program, keep a copy of the folder as it is, and restore the newest backup. Have the disk checked.',
  },
  newerVersion: {
    what: 'The clinic’s records were written by a newer version of Consultleaf.',
    wayOut: 'Start that newer version, or install it on this computer. Nothing has been changed.',
  },
  lockedByOther: {
    what: 'Another running copy of Consultleaf has these records open.',
    wayOut: 'Go to the window that is already open, or close it and try again.',
  },
  diskFull: { what: 'The disk is full, so the last change was not saved.', wayOut: 'Free some space on this disk and do it again.' },
  readOnly: {
    what: 'The folder with the clinic’s records can’t be written.',
    wayOut: 'Give your account the right to write in this folder, or unlock the disk, and try again.',
  },
  behindHead: {
    what: 'The newest changes are missing: the records are older than the last state that was sealed.',
    wayOut: 'Don’t go on working with them. Keep a copy of the folder as it is and restore the newest backup.',
  },
  auditBroken: {
    what: 'The log of who did what has been changed outside the program.',
    wayOut: 'Keep a copy of the folder as it is, tell whoever answers for the records, and compare with a backup.',
  },
  alreadyExists: {
    what: 'This folder already holds a clinic’s records.',
    wayOut: 'Open them with a password, or choose another folder. Nothing has been overwritten.',
  },
  notOpen: { what: 'The clinic’s records are locked.', wayOut: 'Sign in first.' },
  backupIncomplete: { what: 'This folder holds no whole backup.', wayOut: 'Choose another one.' },
  backupDamaged: { what: 'This backup is damaged.', wayOut: 'Choose an older or a newer one. The records have not been changed.' },
  backupStopped: { what: 'The backup was stopped because the clinic was locked.', wayOut: 'The next one is made after signing in.' },
};

/** The fault with its words. `what` and `wayOut` take the place of the usual ones where more is known; they never hold a value. */
export function storeFault(kind: StoreFaultKind, what?: string, wayOut?: string): StoreFault {
  const words = faultWords[kind];
  return new StoreFault(kind, `${what ?? words.what} ${wayOut ?? words.wayOut}`);
}

const byFileCode: Record<string, StoreFaultKind> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
};

const bySqliteCode: Record<string, StoreFaultKind> = {
  SQLITE_FULL: 'diskFull',
  SQLITE_READONLY: 'readOnly',
  SQLITE_CANTOPEN: 'readOnly',
  SQLITE_PERM: 'readOnly',
  SQLITE_BUSY: 'lockedByOther',
  SQLITE_LOCKED: 'lockedByOther',
  SQLITE_NOTADB: 'databaseDamaged',
  SQLITE_CORRUPT: 'databaseDamaged',
  SQLITE_IOERR: 'databaseDamaged',
};

/** Codes of SQLite that mean something else than their family. */
const byWholeCode: Record<string, () => StoreFault> = {
  SQLITE_IOERR_SHMSIZE: () => storeFault('diskFull'),
  SQLITE_IOERR_WRITE: notTaken,
  SQLITE_IOERR_FSYNC: notTaken,
  SQLITE_IOERR_DIR_FSYNC: notTaken,
  SQLITE_IOERR_TRUNCATE: notTaken,
};

function notTaken(): StoreFault {
  return storeFault(
    'readOnly',
    'The disk did not take what was to be saved.',
    'Check that it is plugged in and that your account has room left on it, and do it again.',
  );
}

/** The fault behind an error of the file system or of SQLite; null when the error is none of the known faults. */
export function faultBehind(error: unknown): StoreFault | null {
  if (error instanceof StoreFault) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = byWholeCode[code];
  if (known) return known();
  const [, family = ''] = /^(SQLITE_[A-Z]+)/.exec(code) ?? [];
  const kind = byFileCode[code] ?? bySqliteCode[family];
  return kind ? storeFault(kind) : null;
}

/** Runs `work`; an error that is a known fault comes out as that fault, any other as it is. */
export function withFaults<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw faultBehind(error) ?? error;
  }
}
