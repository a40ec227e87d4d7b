import type { Patient } from '#core/contract/patientShapes.ts';
import type { Identifier } from '#core/contract/printing.ts';
import { countsAsPrinted, type JobNow, jobAfter, NEW_JOB, type PrintEvent, type PrintEventKind } from '#core/domain/printing.ts';
import type { PaperLanguage } from '#core/domain/text.ts';
import type { Sql } from '../database.ts';
import type { StoredPrintJob } from '../deskCommands.ts';
import { StoreRefusal } from '../store.ts';
import { readPatient } from './patients.ts';

interface JobColumns {
  seq: number;
  id: string;
  versionId: string;
  why: 'final' | 'reprint';
  addedAt: string;
  stateAt: string;
  patientId: string;
  code: string;
  version: number;
  language: PaperLanguage;
  size: 'A4' | 'Letter';
  isLargePrint: number;
  pages: number;
  finalAt: string;
  doctor: string;
  hasClinicCopy: number;
  replacedBy: number | null;
}

/** What happened to a job, with who did it. */
export interface EventRow {
  seq: number;
  event: PrintEvent;
  userId: string | null;
  by: string | null;
  at: string;
}

/** Jobs with their paper: no column of it is clinical. */
export const JOB = `SELECT j.seq, j.id, j.version_id AS versionId, j.why, j.added_at AS addedAt, j.state_at AS stateAt,
    c.patient_id AS patientId, c.code, h.version, h.language, h.pages, h.made_at AS finalAt,
    json_extract(h.visit, '$.doctor.name') AS doctor,
    j.size, j.large_print AS isLargePrint,
    EXISTS (SELECT 1 FROM clinic_copy k WHERE k.version_id = h.id) AS hasClinicCopy,
    (SELECT n.version FROM replaced r JOIN handout_version n ON n.id = r.by_id WHERE r.version_id = h.id) AS replacedBy
  FROM print_job j JOIN handout_version h ON h.id = j.version_id JOIN consultation c ON c.id = h.consultation_id`;

/** Everything that happened to a job, the oldest first. */
export function readEvents(sql: Sql, id: string): EventRow[] {
  return sql
    .all<Omit<EventRow, 'event'> & { event: string }>(
      `SELECT e.seq, e.event, e.user_id AS userId, u.name AS "by", e.at
       FROM print_event e LEFT JOIN user u ON u.id = e.user_id WHERE e.job_id = ? ORDER BY e.seq`,
      id,
    )
    .map((row) => ({ ...row, event: JSON.parse(row.event) as PrintEvent }));
}

/** The job as its rows have made it. */
export function jobNow(rows: readonly EventRow[]): JobNow {
  return rows.reduce((job, { event }) => jobAfter(job, event), NEW_JOB);
}

/** When a paper of the same version first came out of an earlier job; null: never. */
function firstPrinted(sql: Sql, versionId: string, beforeSeq: number): string | null {
  const earlier = sql.all<{ id: string }>('SELECT id FROM print_job WHERE version_id = ? AND seq < ? ORDER BY seq', versionId, beforeSeq);
  for (const { id } of earlier) {
    const rows = readEvents(sql, id);
    if (!countsAsPrinted(jobNow(rows))) continue;
    let job = NEW_JOB;
    for (const { event, at } of rows) {
      job = jobAfter(job, event);
      if (job.mayBeOut) return at;
    }
  }
  return null;
}

/**
 * When a paper of a version last came out for certain, whatever became of it in the queue; null: never, or it was not
 * right.
 */
export function lastPrinted(sql: Sql, versionId: string): string | null {
  for (const { id } of sql.all<{ id: string }>('SELECT id FROM print_job WHERE version_id = ? ORDER BY seq DESC', versionId)) {
    const rows = readEvents(sql, id);
    if (jobNow(rows).cameOut === 'notRight') continue;
    let job = NEW_JOB;
    for (const { event, at } of rows) {
      job = jobAfter(job, event);
      if (event.kind === 'elsewhere' || job.partsDone.includes('paper')) return at;
    }
  }
  return null;
}

/** What can be asked of whoever collects, the best first. */
function identifiersOf({ phone, age, relative, village, recordNumber }: Patient): Identifier[] {
  return [
    ...(phone === undefined ? [] : [{ kind: 'phoneEnd' as const, value: phone.replace(/\D/g, '').slice(-4) }]),
    ...(age.kind === 'born' ? [{ kind: 'birthDate' as const, value: age.bornOn }] : []),
    ...(relative === undefined ? [] : [{ kind: 'relativeName' as const, value: relative }]),
    ...(village === undefined ? [] : [{ kind: 'village' as const, value: village }]),
    { kind: 'recordNumber' as const, value: recordNumber },
  ];
}

const lastOf = <K extends PrintEventKind>(rows: readonly EventRow[], kind: K) => {
  const row = rows.findLast(({ event }) => event.kind === kind);
  return row
    ? { event: row.event as Extract<PrintEvent, { kind: K }>, userId: row.userId, seq: row.seq, done: { by: row.by ?? '', at: row.at } }
    : null;
};

/** A row of the queue. */
function toJob(sql: Sql, { patientId, isLargePrint, hasClinicCopy, ...row }: JobColumns): StoredPrintJob {
  const patient = readPatient(sql, patientId);
  const rows = readEvents(sql, row.id);
  const now = jobNow(rows);
  const asked = lastOf(rows, 'asked');
  const cameOut = lastOf(rows, 'cameOut');
  const handedOver = lastOf(rows, 'handedOver');
  return {
    ...row,
    patient: { id: patientId, name: patient.name, recordNumber: patient.recordNumber, age: patient.age },
    largePrint: isLargePrint === 1,
    copyOf: firstPrinted(sql, row.versionId, row.seq),
    hasClinicCopy: hasClinicCopy === 1,
    mayCollect: (patient.named ?? []).filter(({ mayCollect }) => mayCollect).map(({ name, relation }) => ({ name, relation })),
    identifiers: identifiersOf(patient),
    state: now.state,
    order: now.order,
    reason: now.reason,
    partsDone: now.partsDone,
    cancelling: now.cancelling,
    on: now.on,
    asked: asked?.userId ? { userId: asked.userId, by: asked.done.by, seq: asked.seq } : null,
    cameOut: cameOut && { ...cameOut.done, answer: cameOut.event.answer },
    handedOver: handedOver && { ...handedOver.done, to: handedOver.event.to, checked: handedOver.event.checked },
    filed: lastOf(rows, 'filed')?.done ?? null,
  };
}

/** A job by its id. */
export function readJob(sql: Sql, id: string): StoredPrintJob | null {
  const row = sql.get<JobColumns>(`${JOB} WHERE j.id = ?`, id);
  return row ? toJob(sql, row) : null;
}

/**
 * Throws `notNow` while a paper of hers is at a printer, or may be: with her records would go what could stop it, or tell
 * somebody to fetch it.
 */
export function refuseAtPrinter(sql: Sql, patientId: string): void {
  const there = sql.get(
    `SELECT 1 FROM print_job j JOIN handout_version h ON h.id = j.version_id JOIN consultation c ON c.id = h.consultation_id
     WHERE c.patient_id = ? AND j.state IN ('sent', 'printing', 'unknown')`,
    patientId,
  );
  if (there)
    throw new StoreRefusal(
      'notNow',
      'A paper of hers is at a printer, or may be. Let the print desk cancel it, or look and say what came of it. Then erase her records.',
    );
}

/** Jobs that a condition finds, the newest first. */
export function readJobs(sql: Sql, where: string, ...values: unknown[]): StoredPrintJob[] {
  return sql.all<JobColumns>(`${JOB} WHERE ${where} ORDER BY j.seq DESC`, ...values).map((row) => toJob(sql, row));
}
