import { randomUUID } from 'node:crypto';
import type { HerPaper, PrintSettings } from '#core/contract/printing.ts';
import type { AuditAction } from '#core/domain/auditActions.ts';
import { jobAfter, mayHappen, type PrintEvent } from '#core/domain/printing.ts';
import type { Sql } from '../database.ts';
import type { StoredPrintJob } from '../deskCommands.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { CommandContext, Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { jobNow, readEvents, readJob, readJobs } from './printRows.ts';

/** What of a job stands in the log; that a paper went to the printer stands there with its own action. */
function auditOf(event: PrintEvent): AuditAction | null {
  switch (event.kind) {
    case 'asked':
      return 'print.ask';
    case 'withdrawn':
    case 'cancelAsked':
      return 'print.cancel';
    case 'looked':
      return 'print.looked';
    case 'elsewhere':
      return 'print.elsewhere';
    case 'removed':
      return 'print.remove';
    case 'cameOut':
      return event.answer === 'wrongPrinter' ? 'print.wrongPrinter' : 'print.cameOut';
    case 'handedOver':
      return 'print.handOver';
    case 'filed':
      return 'print.filed';
    default:
      return null;
  }
}

function mustRead(sql: Sql, id: string): StoredPrintJob {
  const job = readJob(sql, id);
  if (!job) throw new StoreRefusal('notFound', 'This paper isn’t in the queue any more.');
  return job;
}

interface NewJob {
  versionId: string;
  why: 'final' | 'reprint';
  id?: string | undefined;
}

/** Puts a version into the queue; gives the job's id. */
function insertJob(sql: Sql, { versionId, why, id = randomUUID() }: NewJob, actor: Actor): string {
  sql.run(
    `INSERT INTO print_job (id, version_id, why, size, large_print, user_id, added_at, state_at)
     SELECT ?, id, ?, coalesce(json_extract(model, '$.paper'), 'A4'), coalesce(json_extract(model, '$.print'), '') = 'large', ?, ?, ?
     FROM handout_version WHERE id = ?`,
    id,
    why,
    actor.userId,
    actor.at,
    actor.at,
    versionId,
  );
  return id;
}

function note(
  { sql, audit }: Pick<CommandContext, 'sql' | 'audit'>,
  { id, events, by }: { id: string; events: readonly PrintEvent[]; by: 'person' | 'printer' },
  actor: Actor,
): void {
  let job = jobNow(readEvents(sql, id));
  const before = job.state;
  for (const event of events) {
    if (!mayHappen(job, event))
      throw new StoreRefusal('notNow', 'This paper stands otherwise by now. Look at it in the list, and choose again.');
    job = jobAfter(job, event);
    const json = JSON.stringify(event);
    sql.run(
      'INSERT INTO print_event (job_id, event, user_id, at) VALUES (?, ?, ?, ?)',
      id,
      json,
      by === 'person' ? actor.userId : null,
      actor.at,
    );
    const action = by === 'person' ? auditOf(event) : null;
    if (action) audit.add(action, id, actor);
  }
  const printer = job.order?.printer ?? null;
  sql.run('UPDATE print_job SET state = ?, printer = ? WHERE id = ?', job.state, printer, id);
  if (job.state !== before) sql.run('UPDATE print_job SET state_at = ? WHERE id = ?', actor.at, id);
}

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

  'printing.ofPatient': ({ sql }, { patientId }) => {
    readPatient(sql, patientId);
    const papers = sql.all<Omit<HerPaper, 'jobs'>>(
      `SELECT h.id AS versionId, c.code, h.version, h.language, h.pages, h.made_at AS finalAt,
         (SELECT n.version FROM replaced r JOIN handout_version n ON n.id = r.by_id WHERE r.version_id = h.id) AS replacedBy
       FROM handout_version h JOIN consultation c ON c.id = h.consultation_id WHERE c.patient_id = ? ORDER BY h.seq DESC`,
      patientId,
    );
    return papers.map((paper) => ({ ...paper, jobs: readJobs(sql, 'j.version_id = ?', paper.versionId) }));
  },

  'printing.reprint': ({ sql, audit }, { versionId, id: wanted }, actor) => {
    if (!sql.get('SELECT 1 FROM handout_version WHERE id = ?', versionId))
      throw new StoreRefusal('notFound', 'This paper isn’t in the clinic’s records.');
    const newer = sql.get<{ version: number }>(
      'SELECT n.version FROM replaced r JOIN handout_version n ON n.id = r.by_id WHERE r.version_id = ?',
      versionId,
    );
    if (newer) throw new StoreRefusal('replaced', `Version ${newer.version} replaces this paper. Open that one and use it.`);
    const id = insertJob(sql, { versionId, why: 'reprint', id: wanted }, actor);
    audit.add('print.reprint', id, actor);
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

  'printing.settings': ({ sql }) => readSettings(sql),

  'printing.saveSettings': ({ sql, audit }, { rev, ...settings }, actor) => {
    const now = readSettings(sql);
    if (now.rev !== rev) return { conflict: true, rev: now.rev, theirs: now };
    sql.run('UPDATE print_settings SET rev = rev + 1, settings = ?', JSON.stringify(settings));
    audit.add('print.settings', null, actor);
    return readSettings(sql);
  },
};
