import type {
  Approval,
  Call,
  CallOutcome,
  ClinicSettings,
  Consultation,
  HandoutVersion,
  NewPatient,
  Patient,
  PatientRow,
  Place,
  User,
} from '#core/contract/shapes.ts';
import type { AnswerChange } from '#core/domain/amendment.ts';
import type { AuditAction } from '#core/domain/auditActions.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { PackRef } from '#core/domain/pack.ts';
import type { ProtocolPart, SavedProtocol } from '#core/domain/savedProtocol.ts';
import type { Language } from '#core/domain/text.ts';
import type { Clinic, Doctor, Visit } from '#core/domain/visit.ts';

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
  | 'notOpen';

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
  | 'protocolNameTaken';

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
export type { AuditAction };

export interface AuditRow {
  seq: number;
  at: string;
  userId: string;
  action: AuditAction;
  /** Id of what it was done to; never a name or an answer. */
  subject: string | null;
}

/**
 * The commands of an open store: each is one synchronous transaction in the store's worker, with its audit row in the
 * same transaction. No SQL outside `store/`.
 */
export interface StoreCommands {
  'clinic.read': (input: null) => ClinicSettings;
  /** Throws the conflict `{ conflict: true }` shape below when `rev` is stale. */
  'clinic.save': (input: ClinicSettings) => ClinicSettings | Conflict;
  'users.list': (input: null) => User[];
  'patients.recent': (input: { limit: number }) => { rows: PatientRow[]; total: number };
  /** By name (Latin or Devanagari, a prefix of any word), record number (prefix), end of the phone number. */
  'patients.search': (input: { text: string; limit: number }) => PatientRow[];
  'patients.similar': (input: { name: string; recordNumber: string }) => PatientRow[];
  'patients.add': (input: NewPatient) => Patient;
  'patients.read': (input: { id: string }) => PatientRow | null;
  /** Stores the pack's content on first use. */
  'consultations.start': (input: { patientId: string; code: string; pack: PackRef; packJson: string; visitDate: string }) => Consultation;
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
  /** Who is to be called, the longest waiting first, then who was called since `calledSince`, the newest first. */
  'calls.list': (input: { calledSince: string }) => Call[];
  'calls.record': (input: { id: string; outcome: CallOutcome }) => Call;
  'audit.add': (input: { action: AuditAction; subject: string | null }) => null;
  'audit.list': (input: { afterSeq: number; limit: number }) => AuditRow[];
  /** Walks the whole chain; throws `auditBroken` with the first bad row's number. */
  'audit.verify': (input: null) => { rows: number };
}

/** A paper as it is stored: what it was made from, its bytes and their hash. */
export interface FrozenPaper {
  consultationId: string;
  /** The revision of the answers that it was made from. */
  rev: number;
  visit: Visit;
  model: HandoutModel;
  language: Language;
  pdf: Uint8Array;
  sha256: string;
  pages: number;
  madeBy: string;
}

/** A save that saw an old revision. */
export interface Conflict {
  conflict: true;
  rev: number;
  /** Which answer it was, where several were saved together. */
  key?: string;
  theirs: unknown;
}

/** What a folder holds, seen without a password. `fault` is set when there is a store that can't be used. */
export interface StoreState {
  state: 'absent' | 'closed' | 'open';
  /** People with a slot in the keyring. */
  users: { id: string; name: string }[];
  fault: { fault: StoreFaultKind; message: string } | null;
}

/** A store in its folder, living in one worker. Asynchronous from outside. */
export interface Store {
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
  /** Opens with the recovery key and sets a new password for the first administrator. */
  recover(input: { recoveryKey: string; newPassword: string; at: string }): Promise<User>;
  run<K extends keyof StoreCommands>(
    command: K,
    input: Parameters<StoreCommands[K]>[0],
    actor: Actor,
  ): Promise<ReturnType<StoreCommands[K]>>;
  /** Closes the database and wipes the key from memory. The worker stays for the next unlock. */
  lock(): Promise<void>;
  /** Ends the worker. */
  close(): Promise<void>;
}
