import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProgramAnswers, SLOTS } from '#core/domain/answers.ts';
import { conflictsOf } from '#core/domain/conflicts.ts';
import { addDays } from '#core/domain/dates.ts';
import { type Mend, mendsOf } from '#core/domain/mends.ts';
import { parseAnswer } from '#core/domain/parseAnswer.ts';
import { smallPack } from '../../support/smallPack.ts';
import { startProgram, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
const TODAY = '2027-02-12';
const inputOf = (program: ProgramAnswers) => ({ pack, answers: { program, topic: {} }, today: TODAY });

/** The ways out of the first conflict, in short. */
function waysOut(changes: ProgramAnswers): string[] {
  const input = inputOf(withAnswers({ tests: undefined, visits: undefined, nextDate: undefined, ...changes }));
  const [conflict] = conflictsOf(pack, input.answers, TODAY);
  return conflict ? mendsOf(conflict, input).map(({ id, date }) => [id, date].filter(Boolean).join(' ')) : ['no conflict'];
}
const level = (date: string) => ({ test: 'level', date });

describe('the ways out that a button takes', () => {
  test.each<[string, ProgramAnswers, string[]]>([
    [
      'a first day that has passed: today, or she takes it already',
      { start: { anchor: 'transfer', days: -30 } },
      ['beginToday 2027-02-12', 'continueInstead'],
    ],
    [
      'a first day with the year that has passed: the same day of this one',
      { start: { anchor: 'date', date: '2026-03-01' } },
      ['moveTo 2027-03-01', 'beginToday 2027-02-12', 'continueInstead'],
    ],
    [
      'two days in the wrong order: the other way round, or no last day',
      { start: { anchor: 'date', date: '2027-03-20' }, stop: { anchor: 'date', date: '2027-03-05' } },
      ['swap', 'clear'],
    ],
    ['a last day with the year that has passed', { stop: { anchor: 'date', date: '2026-03-15' } }, ['moveTo 2027-03-15', 'clear']],
    ['a last day a year too late', { stop: { anchor: 'date', date: '2028-03-15' } }, ['moveTo 2027-03-15', 'clear']],
    [
      'the last dose before the first on the only day',
      { start: { anchor: 'date', date: '2027-02-28', slot: 'bedtime' }, stop: { anchor: 'date', date: '2027-02-28', slot: 'morning' } },
      ['toLastDose', 'clear'],
    ],
    ['a first dose at a time without one', { start: { anchor: 'transfer', days: -2, slot: 'noon' } }, ['fromFirstDose']],
    ['a next step that has passed: days that are planned', { nextDate: '2027-02-01', tests: [level('2027-03-08')] }, ['moveTo 2027-03-08']],
    ['a drug level before the first dose: without another planned day none is worked out', { tests: [level('2027-02-20')] }, ['remove']],
    [
      'a drug level before the first dose: days on which she comes anyway, in the course, where it isn’t planned yet',
      {
        tests: [level('2027-02-20'), level('2027-03-10'), { test: 'kidney', date: '2027-03-04' }],
        visits: [
          { date: '2027-03-10', purpose: 'Dr A' },
          { date: '2027-04-10', purpose: 'Dr A' },
        ],
        nextDate: '2027-03-02',
      },
      ['moveTo 2027-03-02', 'moveTo 2027-03-04', 'remove'],
    ],
    ['a drug level after the last dose', { tests: [level('2027-03-20')], nextDate: '2027-03-05' }, ['moveTo 2027-03-05', 'remove']],
    ['a visit that has passed', { visits: [{ date: '2026-02-28', purpose: 'Dr A' }] }, ['moveTo 2027-02-28', 'remove']],
    [
      'a test that has passed',
      { tests: [{ test: 'kidney', date: '2027-02-11' }], nextDate: '2027-02-20' },
      ['moveTo 2027-02-20', 'remove'],
    ],
    ['a dose outside the sources: another dose is never proposed', { strengthMg: 5 }, []],
  ])('%s', (_, changes, expected) => {
    expect(waysOut(changes)).toEqual(expected);
  });

  test('three days at most', () => {
    const visits = ['2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'].map((date) => ({ date, purpose: 'Dr A' }));
    expect(waysOut({ tests: [level('2027-02-20')], visits })).toEqual([
      'moveTo 2027-03-02',
      'moveTo 2027-03-03',
      'moveTo 2027-03-04',
      'remove',
    ]);
  });
});

test('each settles its conflict, makes no other, and is an answer that can be stored', () => {
  const day = fc.integer({ min: -420, max: 420 }).map((days) => addDays(TODAY, days));
  const slot = fc.option(fc.constantFrom(...SLOTS), { nil: undefined });
  const start = fc.oneof(
    fc.record({ anchor: fc.constant('date' as const), date: day, slot }),
    fc.record({ anchor: fc.constant('transfer' as const), days: fc.integer({ min: -60, max: 60 }), slot }),
  );
  const stop = fc.record({ anchor: fc.constantFrom('date' as const, 'heartbeat' as const), date: day, slot });
  const tests = fc.array(fc.record({ test: fc.constantFrom('level', 'kidney'), date: day }), { maxLength: 4 });
  const visits = fc.array(fc.record({ date: day, purpose: fc.constantFrom('Dr A', 'Dr B') }), { maxLength: 3 });
  const decision = fc.constantFrom('start' as const, 'continue' as const, 'stop' as const, 'wait' as const);
  const answers = fc.record({ decision, start, stop, tests, visits, nextDate: day, transferDate: day });
  const after = (program: ProgramAnswers, { changes }: Mend): ProgramAnswers => ({
    ...program,
    ...Object.fromEntries(changes.map(({ key, value }) => [key.slice('program.'.length), value ?? undefined])),
  });
  let offered = 0;
  fc.assert(
    fc.property(answers, (changes) => {
      const program: ProgramAnswers = { ...startProgram, ...changes };
      const count = (of: ProgramAnswers, id: string) =>
        conflictsOf(pack, inputOf(of).answers, TODAY).filter((each) => each.id === id).length;
      for (const conflict of conflictsOf(pack, inputOf(program).answers, TODAY))
        for (const mend of mendsOf(conflict, inputOf(program))) {
          offered += 1;
          const mended = after(program, mend);
          expect(count(mended, conflict.id)).toBe(count(program, conflict.id) - 1);
          for (const { id } of conflictsOf(pack, inputOf(mended).answers, TODAY))
            expect(count(mended, id)).toBeLessThanOrEqual(count(program, id));
          for (const { key, value } of mend.changes) if (value !== null) expect(parseAnswer(pack, key, value).ok).toBe(true);
          expect(mend.changes.map(({ key }) => key)).not.toContain('program.units');
        }
    }),
    { numRuns: 300 },
  );
  expect(offered).toBeGreaterThan(300);
});
