import type { CallerCard, CardPaper } from '#core/contract/desk.ts';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { expectedOn } from '#core/domain/nextDate.ts';
import type { Sql } from '../database.ts';
import { namedFor, openCalls } from './callRows.ts';
import type { Handlers } from './context.ts';
import { readPatient } from './patients.ts';
import { plansOf } from './plans.ts';
import { lastPrinted, readJobs } from './printRows.ts';
import { todayOf } from './today.ts';
import { readVersions } from './versions.ts';

interface Visit {
  id: string;
  visitDate: string;
}

/** Her newest final visit with each topic, the newest first: earlier ones were replaced with it. */
export function standingVisits(sql: Sql, patientId: string): Visit[] {
  return sql.all<Visit>(
    `SELECT c.id, c.visit_date AS visitDate FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
     WHERE c.patient_id = ? AND c.state = 'final' AND NOT EXISTS (
       SELECT 1 FROM consultation n JOIN pack_content m ON m.hash = n.pack_hash
       WHERE n.patient_id = c.patient_id AND n.seq > c.seq AND n.state = 'final' AND m.pack_id = k.pack_id)
     ORDER BY c.seq DESC`,
    patientId,
  );
}

function paperOf(sql: Sql, { visitDate }: Visit, paper: HandoutVersion): CardPaper {
  const { id: versionId, version, language, madeAt, replaces, sameAs } = paper;
  const jobs = readJobs(sql, 'j.version_id = ?', versionId);
  const given = jobs.find(({ handedOver }) => handedOver !== null)?.handedOver;
  const queued = jobs.find(({ state }) => state !== 'done' && state !== 'removed');
  return {
    versionId,
    visitDate,
    version,
    language,
    since: madeAt,
    replaces: replaces?.version ?? null,
    sameAs,
    printedAt: lastPrinted(sql, versionId),
    handedOver: given ? { at: given.at, by: given.by, to: given.to } : null,
    queued: queued ? { jobId: queued.id, state: queued.state } : null,
  };
}

export const callerCardCommands: Handlers<'desk.card'> = {
  'desk.card': ({ sql, audit, views }, { patientId }, actor): CallerCard => {
    const today = todayOf(sql, actor);
    const { named, rev: _rev, addedAt: _addedAt, ...patient } = readPatient(sql, patientId);
    views.record(audit, 'patient.view', patientId, actor);
    const visits = standingVisits(sql, patientId);
    return {
      patient,
      mayCollect: namedFor(named, 'mayCollect'),
      mayBeCalled: namedFor(named, 'mayBeCalled'),
      ...expectedOn(plansOf(sql, visits), today.today),
      papers: visits.flatMap((visit) =>
        readVersions(sql, visit.id)
          .filter(({ replacedBy }) => replacedBy === null)
          .map((paper) => paperOf(sql, visit, paper)),
      ),
      calls: openCalls(sql, today, patientId),
    };
  },
};
