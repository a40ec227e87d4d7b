import type { Call, CallOutcome } from '#core/contract/calls.ts';
import type { CallerCard } from '#core/contract/desk.ts';
import type { PrintHistoryRow } from '#core/contract/printHistory.ts';
import type { HerPaper, PrintJob, PrintSettings } from '#core/contract/printing.ts';
import type { ExpectedOn } from '#core/domain/nextDate.ts';
import type { JobNow, PrintEvent, PrintEventKind, PrintOrder } from '#core/domain/printing.ts';
import type { PaperLanguage } from '#core/domain/text.ts';
import type { PatientOnPaper } from '#core/domain/visit.ts';
import type { Conflict } from './conflict.ts';

/** Which rows of the history of printing; what is left out is not filtered by. Instants are UTC, `until` is not included. */
export interface PrintHistoryQuery {
  kinds?: readonly PrintEventKind[];
  patientId?: string;
  from?: string;
  until?: string;
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

/** What reception works with: calls, the queue of papers, slips and labels. */
export interface DeskCommands {
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
  /** The final papers of a patient, the newest first, each with every time it was in the queue. Counts as a view of her. */
  'printing.ofPatient': (input: { patientId: string }) => (Omit<HerPaper, 'jobs'> & { jobs: StoredPrintJob[] })[];
  /**
   * Puts a version into the queue once more, and into a line where there is an `order`; as the job `id` where it is given,
   * and when that is there already it is found as it stands. Refused as `replaced`, `notFound` and `noClinicCopy`.
   */
  'printing.reprint': (input: { versionId: string; id?: string | undefined; order?: PrintOrder | null }) => StoredPrintJob;
  /**
   * A window prints a version by itself: the job of it that waits and that nobody has asked for is done elsewhere, or one
   * is added that is. Its `copyOf` says whether the pages need the mark.
   */
  'printing.outside': (input: { versionId: string }) => StoredPrintJob;
  /**
   * Adds what happened to a job, all of it or nothing; `by`: a person, or what the printer told. Refused as `notNow` when it
   * can't happen to the job as it is, and as `noClinicCopy`.
   */
  'printing.note': (input: { id: string; events: readonly PrintEvent[]; by: 'person' | 'printer' }) => StoredPrintJob;
  /**
   * Asks for those of some jobs that wait, that nobody has asked for and that nothing replaces, the oldest first, each with
   * those of the parts that it has; gives how many.
   */
  'printing.askAll': (input: { ids: readonly string[]; order: Pick<PrintOrder, 'printer' | 'parts'> }) => { asked: number };
  /**
   * Everything in the line of a printer, in its order, is asked for at another one. What is on its way is to be stopped
   * first; when it is certain that nothing of it came out, it is asked for there in the same person's name.
   */
  'printing.move': (input: { from: string; to: string }) => null;
  /** What happened to the papers of the queue, the newest first, before row `before`. Of one patient it counts as a view of her. */
  'printing.history': (input: { filter: PrintHistoryQuery; before: number | null; limit: number }) => {
    rows: PrintHistoryRow[];
    more: boolean;
  };
  /** What an appointment slip and labels are made from: who she is, when she is expected next, the language of her paper. Counts as a view of her. */
  'slips.of': (input: { patientId: string }) => { patient: PatientOnPaper; days: ExpectedOn[]; language: PaperLanguage | null };
  'printing.settings': (input: null) => PrintSettings;
  /** A stale `rev` is a conflict. */
  'printing.saveSettings': (input: PrintSettings) => PrintSettings | Conflict;
}
