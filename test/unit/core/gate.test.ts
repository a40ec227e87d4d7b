import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProgramAnswers, type ProgramQuestionId, SLOTS } from '#core/domain/answers.ts';
import { type EvaluateInput, evaluate } from '#core/domain/evaluate.ts';
import type { Evaluation } from '#core/domain/evaluation.ts';
import { smallPack } from '../../support/smallPack.ts';
import { smallTopic, startProgram, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
const TODAY = '2027-02-12';

function evaluated(program: ProgramAnswers, more: Partial<EvaluateInput> = {}): Evaluation {
  return evaluate({ pack, answers: { program, topic: smallTopic }, today: TODAY, opened: [], clinicReady: true, approved: true, ...more });
}
const missing = (result: Evaluation) =>
  result.gate.filter(({ state }) => state !== 'ready').map(({ id, field, state }) => `${id} ${field} ${state}`);

describe('the gate for start', () => {
  test('is open when all is there, with no section opened and no criterion answered', () => {
    expect(evaluated(startProgram).ready).toBe(true);
    expect(evaluated(startProgram, { answers: { program: startProgram, topic: {} } }).ready).toBe(true);
  });

  test.each<[ProgramQuestionId, string]>([
    ['nextStep', 'nextStep program.nextStep missing'],
    ['nextDate', 'nextStep program.nextDate missing'],
    ['form', 'dose program.form missing'],
    ['strengthMg', 'dose program.strengthMg missing'],
    ['units', 'dose program.units missing'],
    ['start', 'firstDay program.start missing'],
    ['stop', 'stopRule program.stop missing'],
    ['allergies', 'safety program.allergies missing'],
    ['medicines', 'safety program.medicines missing'],
    ['supervisors', 'supervision program.supervisors missing'],
    ['ifTransferMoves', 'whatIf program.ifTransferMoves missing'],
    ['ifNegative', 'whatIf program.ifNegative missing'],
    ['ifBleeding', 'whatIf program.ifBleeding missing'],
    ['ifVomiting', 'whatIf program.ifVomiting missing'],
  ])('asks for %s and names its field', (id, line) => {
    const result = evaluated(withAnswers({ [id]: undefined }));
    expect(missing(result)).toEqual([line]);
    expect(result.ready).toBe(false);
  });

  test('asks for nothing else', () => {
    const needed = new Set([
      'decision',
      'nextStep',
      'nextDate',
      'form',
      'strengthMg',
      'units',
      'start',
      'stop',
      'allergies',
      'medicines',
      'supervisors',
      'ifTransferMoves',
      'ifNegative',
      'ifBleeding',
      'ifVomiting',
    ]);
    const rest = Object.keys(startProgram).filter((id) => !needed.has(id) && id !== 'transferDate');
    expect(rest.length).toBeGreaterThan(5);
    for (const id of rest) expect([id, missing(evaluated(withAnswers({ [id]: undefined })))]).toEqual([id, []]);
  });

  test('needs a unit in the day, both supervisors, the days or the date of the start, and the date or week of the stop', () => {
    const none = { morning: 0, noon: 0, evening: 0, bedtime: 0 };
    expect(missing(evaluated(withAnswers({ units: none })))).toEqual(['dose program.units missing']);
    expect(missing(evaluated(withAnswers({ supervisors: { fertility: 'Dr A' } })))).toEqual(['supervision program.supervisors missing']);
    expect(missing(evaluated(withAnswers({ start: { anchor: 'transfer' } })))).toEqual(['firstDay program.start missing']);
    expect(missing(evaluated(withAnswers({ stop: { anchor: 'date' } })))).toEqual(['stopRule program.stop missing']);
    expect(missing(evaluated(withAnswers({ stop: { anchor: 'pregnancyWeek' } })))).toEqual(['stopRule program.stop missing']);
  });

  test('is open with "dose later", with a rule whose date is not known yet, and until the heartbeat', () => {
    expect(evaluated(withAnswers({ doseLater: true, form: undefined, strengthMg: undefined, units: undefined })).ready).toBe(true);
    expect(evaluated(withAnswers({ transferDate: undefined })).ready).toBe(true);
    expect(evaluated(withAnswers({ stop: { anchor: 'heartbeat' } })).ready).toBe(true);
  });

  test.each([0.25, 1.5])('asks for a reason at %s mg twice a day, outside the sources, and for none in their range', (strengthMg) => {
    const outside = withAnswers({ strengthMg });
    expect(missing(evaluated(outside))).toEqual(['doseReason program.doseReason missing']);
    expect(evaluated(outside).conflicts).toEqual([
      { id: 'doseOutsideRange', field: 'program.doseReason', value: String(strengthMg * 2), blocks: true },
    ]);
    expect(evaluated({ ...outside, doseReason: 'Level was low' }).ready).toBe(true);
    expect(evaluated(withAnswers({ strengthMg: 1 })).ready).toBe(true);
  });

  test('is shut without the clinic’s numbers and without an approved pack', () => {
    expect(missing(evaluated(startProgram, { clinicReady: false }))).toEqual(['clinic clinic missing']);
    expect(missing(evaluated(startProgram, { approved: false }))).toEqual(['approval approval missing']);
  });

  test('finds a first or last slot in which nothing is taken', () => {
    expect(missing(evaluated(withAnswers({ start: { anchor: 'transfer', days: -2, slot: 'noon' } })))).toEqual([
      'firstDay program.start conflict',
    ]);
    expect(missing(evaluated(withAnswers({ stop: { anchor: 'date', date: '2027-03-15', slot: 'evening' } })))).toEqual([
      'stopRule program.stop conflict',
    ]);
  });
});

describe('the gate for the other decisions', () => {
  const bare: ProgramAnswers = { nextStep: 'Visit', nextDate: '2027-03-01' };
  test.each(['continue', 'change', 'wait', 'notTaking'] as const)('%s asks for the next step and its date only', (decision) => {
    expect(evaluated({ ...bare, decision }).ready).toBe(true);
    expect(missing(evaluated({ decision }))).toEqual(['nextStep program.nextStep missing']);
  });

  test('stop asks for the last dose too', () => {
    expect(missing(evaluated({ ...bare, decision: 'stop' }))).toEqual(['stopRule program.stop missing']);
    expect(evaluated({ ...bare, decision: 'stop', stop: { anchor: 'date', date: '2027-02-10' } }).ready).toBe(true);
  });

  test('without a decision it is shut', () => {
    expect(missing(evaluated(bare))).toEqual(['decision program.decision missing']);
  });

  test('no answer to a question of the topic ever changes it', () => {
    const scan = fc.oneof(
      fc.boolean().map((value) => ({ state: 'known' as const, value })),
      fc.constant({ state: 'notKnown' as const }),
    );
    fc.assert(
      fc.property(
        fc.record({ scan, count: fc.nat(20).map((value) => ({ state: 'known' as const, value })) }, { requiredKeys: [] }),
        (topic) => {
          const { gate } = evaluated(startProgram, { answers: { program: startProgram, topic } });
          expect(gate).toEqual(evaluated(startProgram).gate);
        },
      ),
    );
  });
});

describe('conflicts', () => {
  const ids = (program: ProgramAnswers) =>
    evaluated(program).conflicts.map(({ id, field, blocks }) => `${id} ${field} ${blocks ? 'blocks' : 'to see'}`);

  test.each<[string, ProgramAnswers, string[]]>([
    ['the first day has passed', { start: { anchor: 'date', date: '2027-02-11' } }, ['startInPast program.start blocks']],
    ['the last day lies before the first', { stop: { anchor: 'date', date: '2027-02-27' } }, ['endBeforeStart program.stop blocks']],
    [
      'the last slot lies before the first on the only day',
      {
        start: { anchor: 'date', date: '2027-02-28', slot: 'bedtime' },
        stop: { anchor: 'date', date: '2027-02-28', slot: 'morning' },
        tests: [],
      },
      ['endBeforeStart program.stop blocks'],
    ],
    ['the course is too long to be meant', { stop: { anchor: 'date', date: '2028-02-28' } }, ['courseTooLong program.stop blocks']],
    ['the next date has passed', { nextDate: '2027-02-11' }, ['nextDateInPast program.nextDate blocks']],
    [
      'the drug level is measured before the first dose',
      {
        tests: [
          { test: 'kidney', date: '2027-02-20' },
          { test: 'level', date: '2027-02-27' },
        ],
      },
      ['testBeforeFirstDose program.tests.1 to see'],
    ],
    [
      'the drug level is measured after the last dose',
      { tests: [{ test: 'level', date: '2027-03-16' }] },
      ['testAfterLastDose program.tests.0 to see'],
    ],
    ['a test has passed', { tests: [{ test: 'kidney', date: '2027-02-11' }] }, ['testInPast program.tests.0 to see']],
    ['a visit has passed', { visits: [{ date: '2027-02-01', purpose: 'Dr B' }] }, ['visitInPast program.visits.0 to see']],
    ['nothing is wrong', {}, []],
  ])('%s', (_, changes, expected) => {
    expect(ids(withAnswers(changes))).toEqual(expected);
    expect(evaluated(withAnswers(changes)).ready).toBe(!expected.some((line) => line.endsWith('blocks')));
  });

  test('of the dose count only where the paper gives one', () => {
    const wrong = { strengthMg: 5, start: { anchor: 'date', date: '2027-01-01' }, tests: [{ test: 'level', date: '2026-12-01' }] } as const;
    expect(ids(withAnswers({ ...wrong, tests: [...wrong.tests], decision: 'wait' }))).toEqual(['testInPast program.tests.0 to see']);
    expect(ids(withAnswers({ ...wrong, tests: [...wrong.tests], decision: 'continue' })).length).toBeGreaterThan(0);
  });

  test('a course that goes on may have begun before today', () => {
    expect(ids(withAnswers({ decision: 'continue', start: { anchor: 'date', date: '2027-02-01' } }))).toEqual([]);
  });

  test('never keep final shut for what is only worth a look', () => {
    const slot = fc.option(fc.constantFrom(...SLOTS), { nil: undefined });
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), slot, (days, from) => {
        const result = evaluated(withAnswers({ start: { anchor: 'transfer', days, ...(from ? { slot: from } : {}) } }));
        const blocked =
          result.conflicts.some(({ blocks }) => blocks) || result.gate.some(({ state, id }) => state !== 'ready' && id !== 'dates');
        expect(result.ready).toBe(!blocked);
      }),
    );
  });
});

describe('sections', () => {
  const states = (program: ProgramAnswers, opened: string[], topic = smallTopic) =>
    Object.fromEntries(
      evaluated(program, { opened, answers: { program, topic } }).sections.map(({ id, state, count }) => [
        id,
        count > 0 ? `${state} ${count}` : state,
      ]),
    );

  test('are not opened at first, and nothing is called missing before a decision', () => {
    expect(new Set(Object.values(states({}, [], {})))).toEqual(new Set(['notOpened']));
  });

  test('are done when opened and everything in them is answered, also with "not known"', () => {
    const all = {
      ...smallTopic,
      signs: { state: 'notKnown' as const },
      remark: { state: 'notKnown' as const },
      when: { state: 'notKnown' as const },
    };
    const opened = pack.sections.map(({ id }) => id);
    expect(states({ ...startProgram, asked: [] }, opened, all)).toEqual({
      about: 'done',
      fit: 'done',
      plan: 'done',
      tests: 'done',
      safe: 'done',
      decide: 'done',
      ask: 'done',
    });
    expect(states(startProgram, ['fit', 'ask'])).toMatchObject({ fit: 'opened', ask: 'opened', about: 'notOpened' });
  });

  test('say how many things are missing once the decision needs them, and where the conflict is', () => {
    expect(states(withAnswers({ allergies: undefined }), [])).toMatchObject({ safe: 'missing 1' });
    expect(states(withAnswers({ units: undefined, ifNegative: undefined }), ['plan'])).toMatchObject({ plan: 'missing 2' });
    expect(states(withAnswers({ nextDate: '2027-01-01' }), ['decide'])).toMatchObject({ decide: 'conflict 1' });
    expect(states(withAnswers({ tests: [{ test: 'level', date: '2027-02-20' }] }), [])).toMatchObject({ tests: 'conflict 1' });
  });
});
