import { RESULTS_LOOKED_FOR_DAYS, resultsDueSince, type VisitWithTests } from '#core/domain/calls.ts';
import { addDays, inZone } from '#core/domain/dates.ts';
import type { CivilDate } from '#core/domain/text.ts';
import type { Sql } from '../database.ts';
import { plansOf } from './plans.ts';
import type { Today } from './today.ts';

/** A visit whose results are due. */
export interface ResultsDue {
  consultationId: string;
  patientId: string;
  since: CivilDate;
}

interface Candidate {
  id: string;
  patientId: string;
  visitDate: CivilDate;
  /** Days of tests that its papers have planned, as far as they are looked at. */
  testDays: readonly CivilDate[];
}

interface OnDay {
  /** Of the visit. */
  id: string;
  day: CivilDate;
}

type DaysOfVisits = ReadonlyMap<string, OnDay[]>;

interface Draft {
  id: string;
  visitDate: CivilDate;
}

/** The answers that have ever planned a test for a day that is looked at: everybody's by their days, hers by her visits. */
const PLANNED = {
  everybody: 'SELECT answer_seq, group_concat(day) AS days FROM test_day WHERE day >= :from AND day < :today GROUP BY answer_seq',
  hers: `SELECT t.answer_seq, group_concat(t.day) AS days
    FROM consultation v JOIN answer w ON w.consultation_id = v.id AND w.key = 'program.tests' JOIN test_day t ON t.answer_seq = w.seq
    WHERE v.patient_id = :patientId AND t.day >= :from AND t.day < :today GROUP BY t.answer_seq`,
};

/** Newest final visits with a topic that have ever planned such a test, the oldest first. Answers are read as they lie in the file. */
function readCandidates(sql: Sql, today: CivilDate, patientId: string | null): Candidate[] {
  const days = { from: addDays(today, -RESULTS_LOOKED_FOR_DAYS), today };
  return sql
    .all<Omit<Candidate, 'testDays'> & { days: string }>(
      `WITH planned AS MATERIALIZED (${patientId === null ? PLANNED.everybody : PLANNED.hers})
       SELECT c.id, c.patient_id AS patientId, c.visit_date AS visitDate, group_concat(p.days) AS days
       FROM planned p JOIN answer a ON a.seq = p.answer_seq JOIN consultation c ON c.id = a.consultation_id
         JOIN pack_content k ON k.hash = c.pack_hash
       WHERE c.state = 'final' AND NOT EXISTS (
         SELECT 1 FROM consultation n JOIN pack_content m ON m.hash = n.pack_hash
         WHERE n.patient_id = c.patient_id AND n.seq > c.seq AND n.state = 'final' AND m.pack_id = k.pack_id)
       GROUP BY c.id ORDER BY c.seq`,
      patientId === null ? days : { ...days, patientId },
    )
    .map(({ days: planned, ...visit }) => ({ ...visit, testDays: planned.split(',') }));
}

/** Her drafts since with the same topic, by the id of the visit: no final one comes after a newest. */
function draftsSince(sql: Sql, ids: string): ReadonlyMap<string, Draft[]> {
  const rows = sql.all<Draft & { of: string }>(
    `SELECT c.id AS of, n.id, n.visit_date AS visitDate
     FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
       JOIN consultation n ON n.patient_id = c.patient_id AND n.seq > c.seq
       JOIN pack_content m ON m.hash = n.pack_hash AND m.pack_id = k.pack_id
     WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY n.seq`,
    ids,
  );
  return Map.groupBy(rows, ({ of }) => of);
}

/** Days of the calls about their results that reached her, and that nobody took back, by the id of the visit. */
function toldDays(sql: Sql, ids: string, timeZone: string): DaysOfVisits {
  const rows = sql.all<{ id: string; at: string }>(
    `SELECT l.consultation_id AS id, t.at
     FROM call_list l JOIN call_try t ON t.seq = (SELECT max(seq) FROM call_try WHERE call_id = l.id)
     WHERE l.consultation_id IN (SELECT value FROM json_each(?)) AND l.why = 'resultsDue' AND t.outcome = 'called'`,
    ids,
  );
  const told = rows.map(({ id, at }) => ({ id, day: inZone(at, timeZone).date }));
  return Map.groupBy(told, ({ id }) => id);
}

/** Days of the results that are recorded in visits, by the id of the visit. */
function resultDays(sql: Sql, ids: string): DaysOfVisits {
  const rows = sql.all<OnDay>(
    `SELECT consultation_id AS id, json_extract(value, '$.date') AS day FROM answer
     WHERE seq IN (
         SELECT max(seq) FROM answer
         WHERE consultation_id IN (SELECT value FROM json_each(?)) AND key >= 'topic.' AND key < 'topic/'
         GROUP BY consultation_id, key)
       AND json_extract(value, '$.state') = 'known' AND json_extract(value, '$.date') IS NOT NULL`,
    ids,
  );
  return Map.groupBy(rows, ({ id }) => id);
}

const idsOf = (visits: readonly { id: string }[]) => JSON.stringify(visits.map(({ id }) => id));
const daysOf = (rows: readonly OnDay[] = []) => rows.map(({ day }) => day);

/**
 * The visits whose results are due, of one patient where she is named, the oldest first. That they are due is said by
 * `core/domain/calls.ts`, which is asked twice: what isn't due by every day that was ever planned and without any result
 * isn't due by what holds either, so only of the others the answers are read.
 */
export function resultsDue(sql: Sql, { today, timeZone }: Today, patientId: string | null = null): ResultsDue[] {
  const candidates = readCandidates(sql, today, patientId);
  const draftsOf = draftsSince(sql, idsOf(candidates));
  const told = toldDays(sql, idsOf(candidates), timeZone);
  const sinceOf = ({ id, visitDate }: Candidate, plan: Pick<VisitWithTests, 'decision' | 'testDays'>, results: DaysOfVisits) => {
    const drafts = (draftsOf.get(id) ?? []).map((draft): VisitWithTests => {
      const nothing = { decision: null, testDays: [], toldDays: [] };
      return { ...nothing, state: 'draft', visitDate: draft.visitDate, resultDays: daysOf(results.get(draft.id)) };
    });
    const known = { ...plan, resultDays: daysOf(results.get(id)), toldDays: daysOf(told.get(id)) };
    return resultsDueSince([{ ...known, state: 'final', visitDate }, ...drafts], today);
  };
  const open = candidates.filter((visit) => sinceOf(visit, { decision: null, testDays: visit.testDays }, new Map()) !== null);
  const plans = plansOf(sql, open);
  const results = resultDays(sql, idsOf(open.flatMap((visit) => [visit, ...(draftsOf.get(visit.id) ?? [])])));
  return open.flatMap((visit, at) => {
    const { decision = null, tests = [] } = plans[at] ?? {};
    const since = sinceOf(visit, { decision, testDays: tests.map(({ date }) => date) }, results);
    return since === null ? [] : [{ consultationId: visit.id, patientId: visit.patientId, since }];
  });
}
