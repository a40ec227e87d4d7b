import type { HerPaper, PrintSettings } from '#core/contract/printing.ts';
import type { JobNow, PrintEvent } from '#core/domain/printing.ts';
import type { Sql } from '../database.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { CommandContext, Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { insertJob, mustRead, note } from './printNotes.ts';
import { jobNow, readEvents, readJob, readJobs } from './printRows.ts';

/**
 * Puts a version that was just made into the queue, in the transaction that makes it. What is still waiting of the
 * versions that it replaces leaves the queue.
 */
export function queueFinal(context: Pick<CommandContext, 'sql' | 'audit'>, versionId: string, actor: Actor): void {
  const { sql } = context;
  const replaced = sql.all<{ id: string }>(
    `SELECT j.id FROM print_job j JOIN replaced r ON r.version_id = j.version_id
     WHERE r.by_id = ? AND j.state IN ('waiting', 'failed')`,
    versionId,
  );
  for (const { id } of replaced) note(context, { id, events: [{ kind: 'removed' }], by: 'printer' }, actor);
  insertJob(sql, { versionId, why: 'final' }, actor);
}

/** Of some jobs those that wait and that nobody has asked for, the oldest first. */
function freeOf(sql: Sql, ids: readonly string[]): { id: string; hasClinicCopy: number }[] {
  return sql.all(
    `SELECT j.id, EXISTS (SELECT 1 FROM clinic_copy k WHERE k.version_id = j.version_id) AS hasClinicCopy FROM print_job j
     WHERE j.id IN (SELECT value FROM json_each(?)) AND j.state = 'waiting' AND j.printer IS NULL
       AND NOT EXISTS (SELECT 1 FROM replaced r WHERE r.version_id = j.version_id) ORDER BY j.seq`,
    JSON.stringify(ids),
  );
}

/** What is at a printer or waits for it, in the order in which it was asked for. */
function lineOf(sql: Sql, printer: string): { id: string; job: JobNow }[] {
  return sql
    .all<{ id: string }>("SELECT id FROM print_job WHERE printer = ? AND state IN ('waiting', 'sent', 'printing')", printer)
    .map(({ id }) => {
      const rows = readEvents(sql, id);
      return { id, job: jobNow(rows), asked: rows.findLast(({ event }) => event.kind === 'asked')?.seq ?? 0 };
    })
    .sort((one, other) => one.asked - other.asked);
}

function readSettings(sql: Sql): PrintSettings {
  const row = sql.get<{ rev: number; settings: string }>('SELECT rev, settings FROM print_settings');
  if (!row) throw new Error('The printing settings are gone.');
  return { ...(JSON.parse(row.settings) as Omit<PrintSettings, 'rev'>), rev: row.rev };
}

type PrintingCommand =
  | 'printing.list'
  | 'printing.inLine'
  | 'printing.read'
  | 'printing.ofPatient'
  | 'printing.reprint'
  | 'printing.outside'
  | 'printing.note'
  | 'printing.askAll'
  | 'printing.move'
  | 'printing.settings'
  | 'printing.saveSettings';

export const printingCommands: Handlers<PrintingCommand> = {
  'printing.list': ({ sql }, { openSince, doneSince }) =>
    [
      ...readJobs(sql, "j.state NOT IN ('done', 'removed') AND j.added_at >= ?", openSince),
      ...readJobs(sql, "j.state = 'done' AND j.state_at >= ?", doneSince),
    ].sort((one, other) => other.seq - one.seq),

  'printing.inLine': ({ sql }) => readJobs(sql, "j.printer IS NOT NULL AND j.state NOT IN ('done', 'failed', 'removed')"),

  'printing.read': ({ sql }, { id }) => readJob(sql, id),

  'printing.ofPatient': ({ sql, audit, views }, { patientId }, actor) => {
    readPatient(sql, patientId);
    views.record(audit, 'patient.view', patientId, actor);
    const papers = sql.all<Omit<HerPaper, 'jobs'>>(
      `SELECT h.id AS versionId, c.code, h.version, h.language, h.pages, h.made_at AS finalAt,
         (SELECT n.version FROM replaced r JOIN handout_version n ON n.id = r.by_id WHERE r.version_id = h.id) AS replacedBy
       FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE c.patient_id = ? ORDER BY h.seq DESC`,
      patientId,
    );
    return papers.map((paper) => ({ ...paper, jobs: readJobs(sql, 'j.version_id = ?', paper.versionId) }));
  },

  'printing.reprint': (context, { versionId, id: wanted, order }, actor) => {
    const { sql, audit } = context;
    const there = wanted === undefined ? null : readJob(sql, wanted);
    if (there) return there;
    if (!sql.get('SELECT 1 FROM handout_version WHERE id = ?', versionId))
      throw new StoreRefusal('notFound', 'This paper isn’t in the clinic’s records.');
    const newer = sql.get<{ version: number }>(
      'SELECT n.version FROM replaced r JOIN handout_version n ON n.id = r.by_id WHERE r.version_id = ?',
      versionId,
    );
    if (newer) throw new StoreRefusal('replaced', `Version ${newer.version} replaces this paper. Open that one and use it.`);
    const id = insertJob(sql, { versionId, why: 'reprint', id: wanted }, actor);
    audit.add('print.reprint', id, actor);
    if (order) note(context, { id, events: [{ kind: 'asked', order }], by: 'person' }, actor);
    return mustRead(sql, id);
  },

  'printing.outside': (context, { versionId }, actor) => {
    const { sql } = context;
    const waiting = sql.get<{ id: string }>(
      "SELECT id FROM print_job WHERE version_id = ? AND state = 'waiting' AND printer IS NULL ORDER BY seq LIMIT 1",
      versionId,
    );
    const id = waiting?.id ?? insertJob(sql, { versionId, why: 'reprint' }, actor);
    note(context, { id, events: [{ kind: 'elsewhere' }], by: 'person' }, actor);
    return mustRead(sql, id);
  },

  'printing.note': (context, input, actor) => {
    mustRead(context.sql, input.id);
    note(context, input, actor);
    return mustRead(context.sql, input.id);
  },

  'printing.askAll': (context, { ids, order: { printer, parts } }, actor) => {
    let asked = 0;
    for (const { id, hasClinicCopy } of freeOf(context.sql, ids)) {
      const order = { printer, copies: 1, parts: parts.filter((part) => part !== 'clinicCopy' || hasClinicCopy === 1) };
      if (order.parts.length === 0) continue;
      note(context, { id, events: [{ kind: 'asked', order }], by: 'person' }, actor);
      asked += 1;
    }
    return { asked };
  },

  'printing.move': (context, { from, to }, actor) => {
    for (const { id, job } of lineOf(context.sql, from)) {
      if (job.cancelling || !job.order) continue;
      const event: PrintEvent =
        job.state === 'waiting' ? { kind: 'asked', order: { ...job.order, printer: to } } : { kind: 'cancelAsked', moveTo: to };
      note(context, { id, events: [event], by: 'person' }, actor);
    }
    return null;
  },

  'printing.settings': ({ sql }) => readSettings(sql),

  'printing.saveSettings': ({ sql, audit }, { rev, ...settings }, actor) => {
    const now = readSettings(sql);
    if (now.rev !== rev) return { conflict: true, rev: now.rev, theirs: now };
    sql.run('UPDATE print_settings SET rev = rev + 1, settings = ?', JSON.stringify(settings));
    audit.add('print.settings', null, actor);
    return readSettings(sql);
  },
};
