import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertAnswer } from '#backend/store/commands/answerRows.ts';
import type { Call } from '#core/contract/calls.ts';
import type { Decision } from '#core/domain/answers.ts';
import { resultsDueSince } from '#core/domain/calls.ts';
import { addDays } from '#core/domain/dates.ts';
import { testsThatHold } from '#core/domain/planned.ts';
import { type Direct, directStore } from './direct.ts';
import { AT, sunita } from './folder.ts';

const TODAY = '2026-12-05';
/** Two topics; each has a test for the level of its medicine. */
const PACKS = ['first', 'second'].map((id) => {
  const packJson = JSON.stringify({ id, protocol: { tests: [{ id: 'kidney' }, { beforeDose: true, id: 'level' }] } });
  return { packJson, pack: { id, version: '1.0', hash: createHash('sha256').update(packJson).digest('hex') } };
});
const drugLevels = new Set(['level']);

const day = fc.integer({ min: -63, max: 3 }).map((days) => addDays(TODAY, days));
const plannedTest = fc.record({ test: fc.constantFrom('kidney', 'level'), date: day });
const anyVisit = fc.record({
  topic: fc.constantFrom(0, 0, 0, 1),
  state: fc.constantFrom<'draft' | 'final'>('final', 'final', 'draft'),
  visitDate: fc.oneof(
    { weight: 15, arbitrary: fc.integer({ min: -70, max: -30 }).map((days) => addDays(TODAY, days)) },
    fc.constant(TODAY),
  ),
  decision: fc.constantFrom<Decision>('start', 'continue', 'stop', 'wait', 'notTaking'),
  hidden: fc.constantFrom<'tests'[]>([], [], ['tests']),
  /** Each save of the tests; the last one holds. */
  saves: fc.array(fc.array(plannedTest, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
  results: fc.oneof(fc.constant([]), fc.array(day, { maxLength: 1 })),
  /** What came of calls about them: she was reached, it was taken back, nobody was there. */
  tries: fc.array(fc.record({ day, outcomes: fc.constantFrom(['called'], ['called', 'notReached'], ['notReached']) }), { maxLength: 1 }),
});
type AnyVisit = typeof anyVisit extends fc.Arbitrary<infer Visit> ? Visit : never;

function addPatient(store: Direct): string {
  return store.run('patients.add', { ...sunita, recordNumber: undefined }).id;
}

function addVisit({ run, opened, actor }: Direct, patientId: string, visit: AnyVisit): string {
  const topic = PACKS[visit.topic];
  if (!topic) throw new RangeError('There is no such topic.');
  const code = randomUUID();
  const { id } = run('consultations.start', { patientId, code, ...topic, visitDate: visit.visitDate });
  const save = (key: string, value: unknown) => insertAnswer(opened.sql, { consultationId: id, key, value, rev: 2 }, actor);
  save('program.decision', visit.decision);
  save('program.hidden', visit.hidden);
  for (const tests of visit.saves) save('program.tests', tests);
  for (const [at, date] of visit.results.entries()) save(`topic.result${at}`, { state: 'known', value: true, date });
  save('topic.notYet', { state: 'notKnown', date: TODAY });
  opened.sql.run('UPDATE consultation SET state = ? WHERE id = ?', visit.state, id);
  for (const { day: calledOn, outcomes } of visit.tries) {
    const call = randomUUID();
    const add = "INSERT INTO call_list (id, patient_id, why, consultation_id, user_id, added_at) VALUES (?, ?, 'resultsDue', ?, ?, ?)";
    opened.sql.run(add, call, patientId, id, actor.userId, AT);
    for (const outcome of outcomes)
      opened.sql.run(
        'INSERT INTO call_try (call_id, outcome, user_id, at) VALUES (?, ?, ?, ?)',
        ...[call, outcome, actor.userId, `${calledOn}T06:00:00.000Z`],
      );
  }
  return id;
}

/** Since when each topic's results are due by the rule, and how often somebody tried to call about them in vain. */
function expected(visits: readonly AnyVisit[]) {
  return PACKS.flatMap((_, topic) => {
    const hers = visits.filter((visit) => visit.topic === topic);
    const facts = hers.map((visit) => {
      const { state, visitDate, decision, hidden, saves, results, tries } = visit;
      const testDays = testsThatHold({ decision, hidden, tests: saves.at(-1) ?? [] }, { visitDate, drugLevels }).map(({ date }) => date);
      const toldDays = tries.filter(({ outcomes }) => outcomes.at(-1) === 'called').map((each) => each.day);
      return { state, visitDate, decision, testDays, resultDays: results, toldDays };
    });
    const since = resultsDueSince(facts, TODAY);
    const tried = hers.findLast(({ state }) => state === 'final')?.tries.some(({ outcomes }) => outcomes.at(-1) === 'notReached');
    return since === null ? [] : [`${since} ${tried ? 'notReached' : 'waiting'}`];
  }).toSorted();
}

test('the list calls about exactly those results that the rule says are due, whatever her visits are; her card says the same', () => {
  const store = directStore();
  // Nothing here outlives the test: the disk isn’t waited for.
  store.opened.sql.db.pragma('synchronous = OFF');
  const due = new Map<string, string[]>();
  fc.assert(
    fc.property(fc.array(anyVisit, { minLength: 1, maxLength: 4 }), (visits) => {
      const patientId = addPatient(store);
      for (const visit of visits) addVisit(store, patientId, visit);
      due.set(patientId, expected(visits));
      const said = (calls: readonly Call[]) => calls.map((call) => `${call.day} ${call.state}`);
      const onHerCard = said(store.run('desk.card', { patientId }).calls);
      expect(onHerCard.toSorted()).toEqual(due.get(patientId));
      const listed = store.run('calls.list', { calledSince: AT }).filter(({ state }) => state !== 'called');
      expect(said(listed.filter(({ patient }) => patient.id === patientId))).toEqual(onHerCard);
      expect(said(listed).toSorted()).toEqual([...due.values()].flat().toSorted());
    }),
    { numRuns: 60 },
  );
  expect([...due.values()].flat().length).toBeGreaterThan(5);
});
