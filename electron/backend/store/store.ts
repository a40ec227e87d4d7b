import type { BackupProgress } from '#core/contract/backups.ts';
import type { Call, CallOutcome } from '#core/contract/calls.ts';
import type { CallerCard } from '#core/contract/desk.ts';
import type { Look, LookChange } from '#core/contract/look.ts';
import type { FoundPatient, NewPatient, Patient, PatientRow, SimilarPatient, Twins } from '#core/contract/patientShapes.ts';
import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import type { HerPaper, PrintJob, PrintSettings } from '#core/contract/printing.ts';
import type { Consent, ErasureReason, NewConsent, PaperOut, Tombstone } from '#core/contract/rights.ts';
import type { Approval, ClinicSettings, Consultation, HandoutVersion, Place, User } from '#core/contract/shapes.ts';
import type { Timeline, TimelineQuery } from '#core/contract/timeline.ts';
import type { UserRow } from '#core/contract/users.ts';
import type { AnswerChange } from '#core/domain/amendment.ts';
import type { AuditAction } from '#core/domain/auditActions.ts';
import type { ExpectedOn } from '#core/domain/nextDate.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { JobNow, PrintEvent, PrintEventKind } from '#core/domain/printing.ts';
import type { ProtocolPart, SavedProtocol } from '#core/domain/savedProtocol.ts';
import type { Language, PaperLanguage } from '#core/domain/text.ts';
import type { Clinic, Doctor, PatientOnPaper } from '#core/domain/visit.ts';
import type { BackupManifest } from './backupManifest.ts';
import type { Conflict } from './conflict.ts';
import type { FrozenPaper, PaperCommands } from './paperCommands.ts';
import type { PeopleCalls } from './peopleCalls.ts';
import type { SecondComputerCommands } from './secondComputerCommands.ts';

/** Each fault of a store by its own name; `store/faults.ts` has the words and the way out. */
export type StoreFaultKind =
  | 'wrongPassword'
  | 'keyringMissing'
  | 'keyringDamaged'
  | 'databaseMissing'
  | 'databaseEmpty'
  | 'databaseDamaged'
  | 'newerVersion'
  | 'lockedByOther'
  | 'diskFull'
  | 'readOnly'
  | 'behindHead'
  | 'auditBroken'
  | 'alreadyExists'
  | 'notOpen'
  | 'backupIncomplete'
  | 'backupDamaged'
  | 'backupStopped';

/** A fault of the store. `message` is for a person; it never holds a value. */
export class StoreFault extends Error {
  readonly fault: StoreFaultKind;
  constructor(fault: StoreFaultKind, message: string) {
    super(message);
    this.name = 'StoreFault';
    this.fault = fault;
  }
}

export type StoreRefusalKind =
  | 'notFound'
  | 'recordNumberTaken'
  | 'codeTaken'
  | 'alreadyFinal'
  | 'notFinal'
  | 'replaced'
  | 'hasLanguage'
  | 'otherPhone'
  | 'protocolNameTaken'
  | 'userNameTaken'
  | 'lastAdministrator'
  | 'notNow';

/** A command that a sound store refuses, such as a record number used twice. `message` is for a person; it never holds a value. */
export class StoreRefusal extends Error {
  readonly refusal: StoreRefusalKind;
  constructor(refusal: StoreRefusalKind, message: string) {
    super(message);
    this.name = 'StoreRefusal';
    this.refusal = refusal;
  }
}

/** Who does it, for the audit; `system` before anybody is signed in. */
export interface Actor {
  userId: string | 'system';
  /** The instant of the action, UTC; given by the caller, so that the store has no clock of its own. */
  at: string;
}

/** `core/domain/auditActions.ts` has the list. */
export type { AuditAction, Conflict, FrozenPaper };

export interface AuditRow {
  seq: number;
  at: string;
  userId: string;
  action: AuditAction;
  /** Id of what it was done to; never a name or an answer. */
  subject: string | null;
}

/** How large the records are; nothing of what they hold. */
export interface StoreFacts {
  schemaVersion: number;
  databaseBytes: number;
  /** Rows of each table. */
  counts: { table: string; rows: number }[];
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

/** Which rows of the history of printing; what is left out is not filtered by. Instants are UTC, `until` is not included. */
export interface PrintHistoryQuery {
  kinds?: readonly PrintEventKind[];
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

/**
 * The commands of an open store: each is one synchronous transaction in the store's worker, with its audit row in the
 * same transaction. No SQL outside `store/`.
 */
export interface StoreCommands extends PaperCommands, SecondComputerCommands {
  'clinic.read': (input: null) => ClinicSettings;
  /** Throws the conflict `{ conflict: true }` shape below when `rev` is stale. */
  'clinic.save': (input: ClinicSettings) => ClinicSettings | Conflict;
  /** Everybody who ever signed in here, in the order in which they were added; retired ones too. */
  'users.list': (input: null) => UserRow[];
  /** Numbers of the records, with a row in the audit. */
  'support.facts': (input: null) => StoreFacts;
  /** How whoever acts wants to see the program. */
  'users.look': (input: null) => Look;
  'users.setLook': (input: LookChange) => Look;
  /** Name, roles and what a doctor has on paper. Refused as `notFound`, `userNameTaken` and `lastAdministrator`. */
  'users.save': (input: User & { rev: number }) => UserRow | Conflict;
  'patients.recent': (input: { limit: number }) => { rows: PatientRow[]; total: number };
  /** By name, relative, record number or end of the phone number (`commands/patientSearch.ts`), the best fit first. */
  'patients.search': (input: { text: string; limit: number }) => FoundPatient[];
  'patients.similar': (input: {
    name: string;
    recordNumber: string;
    phone?: string | undefined;
    relative?: string | undefined;
  }) => SimilarPatient[];
  /** Without a record number the clinic's next free one is given. */
  'patients.add': (input: Omit<NewPatient, 'recordNumber'> & { recordNumber?: string | undefined }) => Patient;
  /** A stale `rev` is a conflict. */
  'patients.save': (input: NewPatient & { id: string; rev: number }) => Patient | Conflict;
  'patients.twins': (input: { id: string }) => Twins;
  'patients.read': (input: { id: string }) => PatientRow | null;
  /** `clinical` false leaves out what is clinical; at most `limit` entries, from `before` on. Refused as `notFound`. */
  'patients.timeline': (input: TimelineQuery & { clinical: boolean; limit: number }) => Timeline;
  /**
   * Stores the pack's content on first use. `from` is the final visit that it goes on from, refused as `notFinal` when it
   * isn't one of this patient and topic; `answers` stand in the new one from the start.
   */
  'consultations.start': (input: {
    patientId: string;
    code: string;
    pack: PackRef;
    packJson: string;
    visitDate: string;
    from?: string | undefined;
    answers?: readonly { key: string; value: unknown }[];
  }) => Consultation;
  'consultations.read': (input: { id: string }) => Consultation | null;
  'consultations.ofPatient': (input: { patientId: string }) => Omit<Consultation, 'answers'>[];
  /**
   * Appends answer rows (null takes an answer back), all or none. Refused with the present value when one of the keys was
   * saved by somebody after `rev`; a save of other keys does not clash.
   */
  'consultations.saveAnswers': (input: {
    id: string;
    changes: readonly { key: string; value: unknown }[];
    rev: number;
  }) => { rev: number; savedAt: string } | Conflict;
  /** Where the doctor stands; also marks the section as opened. No audit row. */
  'consultations.savePlace': (input: { id: string; place: Place }) => null;
  'packs.content': (input: { hash: string }) => string | null;
  'approvals.list': (input: null) => Approval[];
  'approvals.add': (input: { pack: PackRef; language: Language; by: string }) => Approval;
  /** The actor's own protocols of a topic that are in use, by name. Nobody sees another person's. */
  'protocols.mine': (input: { packId: string }) => SavedProtocol[];
  'protocols.save': (input: { name: string; pack: PackRef; part: ProtocolPart }) => SavedProtocol;
  /** A stale `rev` is a conflict; a protocol that isn't the actor's own is refused as not found. So with the next two. */
  'protocols.rename': (input: { id: string; name: string; rev: number }) => SavedProtocol | Conflict;
  /** Notes that its doctor has read it again with this content of the pack. */
  'protocols.reapprove': (input: { id: string; pack: PackRef; part: ProtocolPart; rev: number }) => SavedProtocol | Conflict;
  'protocols.retire': (input: { id: string; rev: number }) => Conflict | null;
  /** Freezes the consultation: model, bytes, hash and the final state in one transaction. Stale `rev` is a conflict. */
  'handouts.makeFinal': (input: FrozenPaper) => HandoutVersion | Conflict;
  /**
   * Adds the next version of a final paper: its answers, why it was made, what it replaces and the call to her, in one
   * transaction. Stale `rev` is a conflict.
   */
  'handouts.amend': (input: FrozenPaper & { changes: AnswerChange[]; reason: string; changed: string[] }) => HandoutVersion | Conflict;
  'handouts.ofConsultation': (input: { consultationId: string }) => HandoutVersion[];
  /**
   * The stored bytes; their hash is checked before they are given. Writes the audit row of `purpose`. A version that was
   * replaced is given to be viewed, and refused for anything else.
   */
  'handouts.pdf': (input: { id: string; purpose: 'view' | 'print' | 'save' }) => { version: HandoutVersion; pdf: Uint8Array } | null;
  /**
   * The stored clinic copy of a version; its hash is checked before it is given. Writes its audit row. `copy` is null for a
   * version that was made before clinic copies were kept; that of a replaced version is refused.
   */
  'handouts.clinicCopy': (input: { id: string }) => {
    version: HandoutVersion;
    copy: { pdf: Uint8Array; pages: number } | null;
  } | null;
  /** Who is to be called, in the order of the day, then who was called since `calledSince`, the newest first. */
  'calls.list': (input: { calledSince: string }) => Call[];
  /** `id` of an entry; of a visit whose results are due and that nobody has called about yet. Refused as `notFound`. */
  'calls.record': (input: { id: string; outcome: CallOutcome }) => Call;
  /** Puts her on the list, once. Refused as `notFound`. */
  'calls.add': (input: { patientId: string }) => Call;
  'calls.spoke': (input: { patientId: string }) => Call;
  /** Counts as a view of her. Refused as `notFound`. */
  'desk.card': (input: { patientId: string }) => CallerCard;
  /** Reception's papers, the newest first: open ones added since `openSince`, and those that were done since `doneSince`. */
  'printing.list': (input: { openSince: string; doneSince: string }) => StoredPrintJob[];
  /** What was asked for and isn't finished: waiting in a line, on its way, or unknown. */
  'printing.inLine': (input: null) => StoredPrintJob[];
  'printing.read': (input: { id: string }) => StoredPrintJob | null;
  /** The final papers of a patient, the newest first, each with every time it was in the queue. */
  'printing.ofPatient': (input: { patientId: string }) => (Omit<HerPaper, 'jobs'> & { jobs: StoredPrintJob[] })[];
  /** Puts a version into the queue once more. Refused as `replaced` and `notFound`. */
  'printing.reprint': (input: { versionId: string }) => StoredPrintJob;
  /**
   * A window prints a version by itself: the job of it that waits and that nobody has asked for is done elsewhere, or one
   * is added that is. Its `copyOf` says whether the pages need the mark.
   */
  'printing.outside': (input: { versionId: string }) => StoredPrintJob;
  /**
   * Adds what happened to a job, all of it or nothing; `by`: a person, or what the printer told. Refused as `notNow` when it
   * can't happen to the job as it is.
   */
  'printing.note': (input: { id: string; events: readonly PrintEvent[]; by: 'person' | 'printer' }) => StoredPrintJob;
  /** What happened to the papers of the queue, the newest first, before row `before`. */
  'printing.history': (input: { filter: PrintHistoryQuery; before: number | null; limit: number }) => {
    rows: PrintHistoryRow[];
    more: boolean;
  };
  /** What an appointment slip and labels are made from: who she is, when she is expected next, the language of her paper. */
  'slips.of': (input: { patientId: string }) => { patient: PatientOnPaper; days: ExpectedOn[]; language: PaperLanguage | null };
  'printing.settings': (input: null) => PrintSettings;
  /** A stale `rev` is a conflict. */
  'printing.saveSettings': (input: PrintSettings) => PrintSettings | Conflict;
  'rights.consents': (input: { patientId: string }) => Consent[];
  /** Adds what she said to a notice, and keeps its words when they are new. */
  'rights.recordConsent': (input: Omit<NewConsent, 'language'> & { notice: NoticeWords }) => Consent[];
  /** Printed and saved papers, the newest first. */
  'rights.papersOut': (input: { patientId: string }) => PaperOut[];
  /** Everything that is kept of her, with the bytes of her papers; writes the audit row of an export. */
  'rights.gather': (input: { patientId: string }) => PatientRecord;
  /** What erasing her would take away, and the day of her last visit; null when there was none. */
  'rights.extent': (input: { patientId: string }) => { patient: Patient; visits: number; papers: number; lastVisit: string | null };
  /** Takes her and all that is hers out of the database, in one go, and leaves a tombstone. */
  'rights.erase': (input: { patientId: string; reason: ErasureReason; note: string | null }) => Tombstone;
  'rights.tombstones': (input: null) => Tombstone[];
  'backups.notes': (input: null) => BackupNotes;
  /** Whether the log has a row after this one that isn't of a work on backups, or doesn't have this row. */
  'backups.changedSince': (input: { seq: number; mac: string }) => boolean;
  'backups.setSecondPlace': (input: { path: string | null }) => null;
  /** How a work came out, at the actor's instant; a fault goes to the log too. */
  'backups.note': (input: { kind: 'second' } | { kind: 'trial'; ok: boolean } | { kind: 'fault'; sentence: string | null }) => null;
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

/** A job as it is kept: what the printer told last, and its place in a line, are not. */
export interface StoredPrintJob extends Omit<PrintJob, 'place' | 'now'> {
  /** Order in which jobs were added. */
  seq: number;
  /** What is on its way, and its number in the printing system. */
  on: JobNow['on'];
  /** Who asked for it last, and the number of that event: jobs stand in their printer's line in this order. */
  asked: { userId: string; by: string; seq: number } | null;
}

/** What the records hold of their own backups. */
export interface BackupNotes {
  /** Id of the store. */
  store: string;
  secondPlace: string | null;
  /** When a backup last came to the second place. */
  secondAt: string | null;
  lastTrial: { at: string; ok: boolean } | null;
  lastFault: string | null;
  /** When the clinic was made. */
  clinicSince: string;
}

/** The notice as it was put to a patient; the hash is over its words. */
export interface NoticeWords {
  hash: string;
  language: PaperLanguage;
  words: string;
}

/** Everything that the records hold of one patient. Users are named, and every instant is UTC. */
export interface PatientRecord {
  patient: Patient;
  visits: {
    code: string;
    /** The consultation: topic, pack, date, state, sections that were opened. */
    visit: Record<string, unknown>;
    /** Every row that was ever saved, in that order; a null value took an answer back. */
    answers: Record<string, unknown>[];
    papers: {
      version: HandoutVersion;
      visit: unknown;
      pdf: Uint8Array;
      clinicCopy: Uint8Array | null;
      /** Pages of it that were given out again, with a mark. */
      marked: { mark: unknown; madeAt: string; by: string; pdf: Uint8Array }[];
    }[];
    approvals: Record<string, unknown>[];
  }[];
  calls: Record<string, unknown>[];
  consents: Record<string, unknown>[];
  /** The notices that she was asked about, word for word. */
  notices: Record<string, unknown>[];
  /** Rows of other tables that are hers, by table. */
  further: Record<string, Record<string, unknown>[]>;
  /** Rows of the log that are about her or what is hers. */
  log: Record<string, unknown>[];
}

/** What a folder holds, seen without a password. `fault` is set when there is a store that can't be used. */
export interface StoreState {
  state: 'absent' | 'closed' | 'open';
  /** People who may sign in: by the records where they are open, otherwise those with a slot in the keyring. */
  users: { id: string; name: string }[];
  fault: { fault: StoreFaultKind; message: string } | null;
}

/** What a person opens a backup's own keyring with. */
export type RestoreWith = { kind: 'password'; userId: string; password: string } | { kind: 'recoveryKey'; recoveryKey: string };

/** The long works of a store; `backup` and `target` are full paths of a backup's folder. */
export interface StoreWorks {
  /** Makes a backup of the open store beside it and checks it whole. */
  'backup.make': (input: { why: BackupManifest['why']; actor: Actor }) => { name: string; manifest: BackupManifest };
  /** Checks a backup of the open store whole, and notes in it when that was, or that it is damaged. */
  'backup.verify': (input: { backup: string; actor: Actor }) => BackupManifest;
  /** Restores a backup of the open store into a folder for a try, checks that whole and takes it away. */
  'backup.trial': (input: { backup: string; actor: Actor }) => BackupManifest;
  /** Copies a backup to another place and compares the copy. Needs no open store. */
  'backup.copy': (input: { backup: string; target: string }) => BackupManifest;
  /** Opens a backup, copies it beside the records and checks the copy whole. The records stay as they are. */
  'restore.prepare': (input: { backup: string; with: RestoreWith; at: string }) => { madeAt: string };
  /** Puts the prepared copy in the place of the records of a locked store; gives the folder with what was there before. */
  'restore.commit': (input: { at: string }) => { keptAt: string | null };
}

/** A store in its folder, living in one worker. Asynchronous from outside. */
export interface Store extends PeopleCalls {
  state(): Promise<StoreState>;
  /** Creates keyring, database and head file; fails with `alreadyExists` if anything of a store is there. Leaves it open. */
  create(input: {
    clinic: Clinic;
    timeZone: string;
    sample: boolean;
    user: { name: string; roles: User['roles']; doctor?: Doctor };
    password: string;
    at: string;
  }): Promise<{ user: User; recoveryKey: string }>;
  /** Checks the password; opens the database if it is closed. Fails with `wrongPassword` and every fault of the store. */
  unlock(input: { userId: string; password: string; at: string }): Promise<User>;
  /** Opens with the recovery key and sets a new password for the first administrator whom the records name. */
  recover(input: { recoveryKey: string; newPassword: string; at: string }): Promise<User>;
  run<K extends keyof StoreCommands>(
    command: K,
    input: Parameters<StoreCommands[K]>[0],
    actor: Actor,
  ): Promise<ReturnType<StoreCommands[K]>>;
  /**
   * Starts a long work with backups in a thread of its own; commands go on meanwhile. One at a time. Fails with
   * `backupStopped` when the store is locked or closed before it is done.
   */
  work<K extends keyof StoreWorks>(
    work: K,
    input: Parameters<StoreWorks[K]>[0],
    tell?: (progress: { phase: BackupProgress['phase']; done: number }) => void,
  ): Promise<ReturnType<StoreWorks[K]>>;
  /** Closes the database and wipes the key from memory. The worker stays for the next unlock. */
  lock(): Promise<void>;
  /** Ends the worker. */
  close(): Promise<void>;
}
