import { kindOf } from '#core/domain/handout/paper.ts';
import type { DatedPlan } from '#core/domain/nextDate.ts';
import { type PlanAnswers, planThatHolds } from '#core/domain/planned.ts';
import type { CivilDate } from '#core/domain/text.ts';
import type { Sql } from '../database.ts';

/** What the plan of a visit says: the decision, and when she is expected. No day that isn't on its paper. */
export type Plan = DatedPlan & Pick<PlanAnswers, 'decision'>;

const PLAN_KEYS = ['decision', 'hidden', 'nextDate', 'nextTime', 'visits', 'tests'] as const satisfies readonly (keyof PlanAnswers)[];
const PROGRAM = 'program.';

const idsOf = (visits: readonly { id: string }[]) => visits.map(({ id }) => id);

/** The newest answers of visits, by the id of the visit. */
function readAnswers(sql: Sql, ids: readonly string[]): ReadonlyMap<string, PlanAnswers> {
  const rows = sql.all<{ id: string; key: string; value: string }>(
    `SELECT consultation_id AS id, key, value FROM answer WHERE value IS NOT NULL AND seq IN (
       SELECT max(seq) FROM answer
       WHERE consultation_id IN (SELECT value FROM json_each(?)) AND key IN (SELECT value FROM json_each(?))
       GROUP BY consultation_id, key)`,
    JSON.stringify(ids),
    JSON.stringify(PLAN_KEYS.map((key) => PROGRAM + key)),
  );
  const ofVisits = [...Map.groupBy(rows, ({ id }) => id)];
  const read = ({ key, value }: { key: string; value: string }) => [key.slice(PROGRAM.length), JSON.parse(value)] as const;
  return new Map(ofVisits.map(([id, answers]) => [id, Object.fromEntries(answers.map(read)) as PlanAnswers]));
}

/** Ids of the drug levels of each visit’s pack, by the id of the visit. A pack is long: each is read once. */
function drugLevels(sql: Sql, ids: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  if (ids.length === 0) return new Map();
  const packs = sql.all<{ id: string; hash: string }>(
    'SELECT id, pack_hash AS hash FROM consultation WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  const levels = sql.all<{ hash: string; test: string }>(
    `SELECT k.hash, json_extract(t.value, '$.id') AS test FROM pack_content k, json_each(k.content, '$.protocol.tests') t
     WHERE k.hash IN (SELECT value FROM json_each(?)) AND json_extract(t.value, '$.beforeDose')`,
    JSON.stringify([...new Set(packs.map(({ hash }) => hash))]),
  );
  const ofPacks = Map.groupBy(levels, ({ hash }) => hash);
  return new Map(packs.map(({ id, hash }) => [id, new Set(ofPacks.get(hash)?.map(({ test }) => test))]));
}

/** What holds of the plans of visits, in the order of the visits. */
export function plansOf(sql: Sql, visits: readonly { id: string; visitDate: CivilDate }[]): Plan[] {
  const answers = readAnswers(sql, idsOf(visits));
  const answersOf = (id: string): PlanAnswers => answers.get(id) ?? {};
  // Drug levels make a difference only where no medicine is given.
  const withoutMedicine = visits.filter(({ id }) => kindOf(answersOf(id).decision) === 'none');
  const levels = drugLevels(sql, idsOf(withoutMedicine));
  return visits.map(({ id, visitDate }) => ({
    decision: answersOf(id).decision,
    ...planThatHolds(answersOf(id), { visitDate, drugLevels: levels.get(id) ?? new Set() }),
  }));
}
