import type { BackupProgress } from '#core/contract/backups.ts';
import type { Look, LookChange } from '#core/contract/look.ts';
import type { FoundPatient, NewPatient, Patient, PatientRow, SimilarPatient, Twins } from '#core/contract/patientShapes.ts';
import type { Approval, ClinicSettings, Consultation, HandoutVersion, Place, User } from '#core/contract/shapes.ts';
import type { Timeline, TimelineQuery } from '#core/contract/timeline.ts';
import type { UserRow } from '#core/contract/users.ts';
import type { AnswerChange } from '#core/domain/amendment.ts';
import type { AuditAction } from '#core/domain/auditActions.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { ProtocolPart, SavedProtocol } from '#core/domain/savedProtocol.ts';
import type { Language } from '#core/domain/text.ts';
import type { Clinic, Doctor } from '#core/domain/visit.ts';
import type { AuditCommands } from './auditCommands.ts';
import type { BackupManifest } from './backupManifest.ts';
import type { Conflict } from './conflict.ts';
import type { DeskCommands } from './deskCommands.ts';
import type { FrozenPaper, PaperCommands } from './paperCommands.ts';
import type { PeopleCalls } from './peopleCalls.ts';
import type { RightsCommands } from './rightsCommands.ts';
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
  | 'noClinicCopy'
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

/** How large the records are; nothing of what they hold. */
export interface StoreFacts {
  schemaVersion: number;
  databaseBytes: number;
  /** Rows of each table. */
  counts: { table: string; rows: number }[];
}

/**
 * The commands of an open store: each is one synchronous transaction in the store's worker, with its audit row in the
 * same transaction. No SQL outside `store/`.
 */
export interface StoreCommands extends PaperCommands, DeskCommands, RightsCommands, AuditCommands, SecondComputerCommands {
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
  'backups.notes': (input: null) => BackupNotes;
  /** Whether the log has a row after this one that isn't of a work on backups, or doesn't have this row. */
  'backups.changedSince': (input: { seq: number; mac: string }) => boolean;
  'backups.setSecondPlace': (input: { path: string | null }) => null;
  /** How a work came out, at the actor's instant; a fault goes to the log too. */
  'backups.note': (input: { kind: 'second' } | { kind: 'trial'; ok: boolean } | { kind: 'fault'; sentence: string | null }) => null;
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
