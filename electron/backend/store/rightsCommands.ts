import type { Patient } from '#core/contract/patientShapes.ts';
import type { Consent, ErasureReason, NewConsent, PaperOut, Tombstone } from '#core/contract/rights.ts';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { PaperLanguage } from '#core/domain/text.ts';

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

/** Commands on a patient's rights: what she consented to, what is kept of her, and its erasure. */
export interface RightsCommands {
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
}
