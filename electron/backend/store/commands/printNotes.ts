import { randomUUID } from 'node:crypto';
import type { AuditAction } from '#core/domain/auditActions.ts';
import { followedBy, type JobNow, jobAfter, mayHappen, type PrintEvent } from '#core/domain/printing.ts';
import type { Sql } from '../database.ts';
import type { StoredPrintJob } from '../deskCommands.ts';
import { type Actor, StoreRefusal } from '../store.ts';
import type { CommandContext } from './context.ts';
import { jobNow, readEvents, readJob } from './printRows.ts';

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

/** A job by its id. Refused as `notFound`. */
export function mustRead(sql: Sql, id: string): StoredPrintJob {
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
export function insertJob(sql: Sql, { versionId, why, id = randomUUID() }: NewJob, actor: Actor): string {
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

const HAS_CLINIC_COPY = `SELECT 1 FROM print_job j JOIN clinic_copy k ON k.version_id = j.version_id WHERE j.id = ?`;

/** Refused as `notNow` and `noClinicCopy` when it can't happen to the job as it is. */
function refuseImpossible(sql: Sql, id: string, job: JobNow, event: PrintEvent): void {
  if (!mayHappen(job, event))
    throw new StoreRefusal(
      'notNow',
      'Somebody else, or the printer, was faster with this paper. Look at it in the list, then choose again.',
    );
  if (event.kind === 'asked' && event.order.parts.includes('clinicCopy') && !sql.get(HAS_CLINIC_COPY, id))
    throw new StoreRefusal('noClinicCopy', 'This version has no clinic copy: it was made before they were kept. Print it without.');
}

/** Who asked last that a job is stopped. */
function stoppedBy(sql: Sql, id: string): string | null {
  return readEvents(sql, id).findLast(({ event }) => event.kind === 'cancelAsked')?.userId ?? null;
}

interface Happened {
  id: string;
  events: readonly PrintEvent[];
  by: 'person' | 'printer';
}

/** Writes what happened to a job, with what a person asked for beforehand and what now follows from it. */
export function note({ sql, audit }: Pick<CommandContext, 'sql' | 'audit'>, { id, events, by }: Happened, actor: Actor): void {
  let job = jobNow(readEvents(sql, id));
  const before = job.state;
  function write(event: PrintEvent, userId: string | null): void {
    refuseImpossible(sql, id, job, event);
    const next = followedBy(job, event);
    job = jobAfter(job, event);
    sql.run('INSERT INTO print_event (job_id, event, user_id, at) VALUES (?, ?, ?, ?)', id, JSON.stringify(event), userId, actor.at);
    const action = auditOf(event);
    if (action && userId !== null) audit.add(action, id, { userId, at: actor.at });
    if (next) write(next, stoppedBy(sql, id));
  }
  for (const event of events) write(event, by === 'person' ? actor.userId : null);
  const printer = job.order?.printer ?? null;
  sql.run('UPDATE print_job SET state = ?, printer = ? WHERE id = ?', job.state, printer, id);
  if (job.state !== before) sql.run('UPDATE print_job SET state_at = ? WHERE id = ?', actor.at, id);
}
