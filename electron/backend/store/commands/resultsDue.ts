import { RESULTS_LOOKED_FOR_DAYS, resultsDueSince, type VisitWithTests } from '#core/domain/calls.ts';
import { addDays, inZone } from '#core/domain/dates.ts';
import { kindOf } from '#core/domain/handout/paper.ts';
import type { DatedPlan } from '#core/domain/nextDate.ts';
import { type PlanAnswers, planThatHolds } from '#core/domain/planned.ts';
import type { CivilDate } from '#core/domain/text.ts';
import type { Sql } from '../database.ts';
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
  packId: string;
  seq: number;
  visitDate: CivilDate;
}

const PLAN_KEYS = ['decision', 'hidden', 'nextDate', 'nextTime', 'visits', 'tests'] as const satisfies readonly (keyof PlanAnswers)[];

function planAnswers(sql: Sql, consultationId: string): PlanAnswers {
  const rows = sql.all<{ key: string; value: string | null }>(
    `SELECT key, value FROM answer WHERE seq IN (
       SELECT max(seq) FROM answer WHERE consultation_id = ? AND key IN (SELECT value FROM json_each(?)) GROUP BY key)`,
    consultationId,
    JSON.stringify(PLAN_KEYS.map((key) => `program.${key}`)),
  );
  const given = rows.flatMap(({ key, value }) => (value === null ? [] : [[key.slice('program.'.length), JSON.parse(value)]]));
  return Object.fromEntries(given) as PlanAnswers;
}

function drugLevels(sql: Sql, consultationId: string): ReadonlySet<string> {
  const levels = sql.all<{ test: string }>(
    `SELECT json_extract(t.value, '$.id') AS test
     FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash, json_each(k.content, '$.protocol.tests') t
     WHERE c.id = ? AND json_extract(t.value, '$.beforeDose')`,
    consultationId,
  );
  return new Set(levels.map(({ test }) => test));
}

/** What the plan of a visit says by its newest answers: the decision, and when she is expected. No day that isn't on its paper. */
export function planOf(sql: Sql, { id, visitDate }: { id: string; visitDate: CivilDate }): DatedPlan & Pick<PlanAnswers, 'decision'> {
  const answers = planAnswers(sql, id);
  const { decision } = answers;
  // A pack is long: it is read only where its drug levels make a difference.
  const levels = kindOf(decision) === 'none' ? drugLevels(sql, id) : new Set<string>();
  return { decision, ...planThatHolds(answers, { visitDate, drugLevels: levels }) };
}

function resultDays(sql: Sql, consultationId: string): CivilDate[] {
  return sql
    .all<{ day: CivilDate }>(
      `SELECT json_extract(value, '$.date') AS day FROM answer
       WHERE seq IN (SELECT max(seq) FROM answer WHERE consultation_id = ? AND key >= 'topic.' AND key < 'topic/' GROUP BY key)
         AND json_extract(value, '$.state') = 'known' AND json_extract(value, '$.date') IS NOT NULL`,
      consultationId,
    )
    .map(({ day }) => day);
}

/** Days of the calls about its results that reached her, and that nobody took back. */
function toldDays(sql: Sql, consultationId: string, timeZone: string): CivilDate[] {
  return sql
    .all<{ at: string }>(
      `SELECT t.at FROM call_list l JOIN call_try t ON t.seq = (SELECT max(seq) FROM call_try WHERE call_id = l.id)
       WHERE l.consultation_id = ? AND l.why = 'resultsDue' AND t.outcome = 'called'`,
      consultationId,
    )
    .map(({ at }) => inZone(at, timeZone).date);
}

/** A final visit and her later ones with its topic, as far as their results go. */
function fromIt(sql: Sql, { id, patientId, packId, seq, visitDate }: Candidate, timeZone: string): VisitWithTests[] {
  const later = sql.all<{ state: 'draft' | 'final'; visitDate: CivilDate }>(
    `SELECT c.state, c.visit_date AS visitDate FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
     WHERE c.patient_id = ? AND k.pack_id = ? AND c.seq > ? ORDER BY c.seq`,
    patientId,
    packId,
    seq,
  );
  const { decision = null, tests = [] } = planOf(sql, { id, visitDate });
  const visit: VisitWithTests = {
    state: 'final',
    visitDate,
    decision,
    testDays: tests.map(({ date }) => date),
    resultDays: resultDays(sql, id),
    toldDays: toldDays(sql, id, timeZone),
  };
  return [visit, ...later.map((each) => ({ ...each, decision: null, testDays: [], resultDays: [], toldDays: [] }))];
}

/**
 * The visits whose results are due, of one patient where she is named. What is asked for here only narrows the search: that
 * they are due is said by `core/domain/calls.ts`.
 */
export function resultsDue(sql: Sql, { today, timeZone }: Today, patientId: string | null = null): ResultsDue[] {
  const candidates = sql.all<Candidate>(
    `SELECT c.id, c.patient_id AS patientId, k.pack_id AS packId, c.seq, c.visit_date AS visitDate
     FROM consultation c JOIN pack_content k ON k.hash = c.pack_hash
     WHERE c.state = 'final' AND c.id IN (
         SELECT a.consultation_id FROM test_day t JOIN answer a ON a.seq = t.answer_seq WHERE t.day >= :from AND t.day < :today)
       AND (:patient IS NULL OR c.patient_id = :patient)
       AND NOT EXISTS (
         SELECT 1 FROM consultation n JOIN pack_content m ON m.hash = n.pack_hash
         WHERE n.patient_id = c.patient_id AND n.seq > c.seq AND n.state = 'final' AND m.pack_id = k.pack_id)
     ORDER BY c.seq`,
    { from: addDays(today, -RESULTS_LOOKED_FOR_DAYS), today, patient: patientId },
  );
  return candidates.flatMap((candidate) => {
    const since = resultsDueSince(fromIt(sql, candidate, timeZone), today);
    return since === null ? [] : [{ consultationId: candidate.id, patientId: candidate.patientId, since }];
  });
}
