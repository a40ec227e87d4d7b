import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amendmentGate, differences, withChanges } from '#core/domain/amendment.ts';
import type { Answers, ProgramAnswers } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { courseOf } from '#core/domain/course.ts';
import { addDays } from '#core/domain/dates.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import { datesToLookAt, transferChanges } from '#core/domain/transferMove.ts';
import type { Final } from '#core/domain/visit.ts';
import { smallPack } from '../../support/smallPack.ts';
import { englishLabels, smallTopic, smallVisit, startProgram, withAnswers } from '../../support/smallVisit.ts';

const answersOf = (changes: ProgramAnswers = {}): Answers => ({ program: withAnswers(changes), topic: smallTopic });
const before = answersOf();
const moveTo = (transferDate: string, dates: Record<string, string> = {}, from = before) =>
  withChanges(from, transferChanges(from, { transferDate, dates }));
const civil = fc.integer({ min: -200, max: 200 }).map((days) => addDays('2027-03-02', days));

describe('a moved transfer', () => {
  test('recalculates what counts from it, and moves no date that stands for itself', () => {
    const after = moveTo('2027-03-05');
    expect(courseOf(after)).toMatchObject({ firstDay: '2027-03-03', lastDay: '2027-03-15', tabletDays: 13 });
    expect({ ...after.program, transferDate: undefined }).toEqual({ ...before.program, transferDate: undefined });
    expect(differences(before, after)).toEqual([
      { fact: 'transfer', before: '2027-03-02', after: '2027-03-05' },
      { fact: 'firstDay', before: '2027-02-28', after: '2027-03-03' },
      { fact: 'days', before: 16, after: 13 },
    ]);
  });

  test('lists the dates to look at, and says which lie outside the new course; what is over is left out', () => {
    const dates = datesToLookAt(moveTo('2027-03-12'), '2027-03-01');
    expect(dates.map(({ id, kind, date, outside, past }) => [id, kind, date, outside, past])).toEqual([
      ['stop', 'lastDay', '2027-03-15', false, false],
      ['nextDate', 'next', '2027-02-24', true, true],
      ['tests.1', 'test', '2027-03-08', true, false],
      ['visits.0', 'visit', '2027-03-10', false, false],
    ]);
  });

  test('takes the dates that the doctor moves along, each in its place', () => {
    const after = moveTo('2027-03-05', { stop: '2027-03-18', 'tests.1': '2027-03-11', nextDate: '2027-03-01' });
    expect(courseOf(after)).toMatchObject({ lastDay: '2027-03-18', tabletDays: 16 });
    expect(after.program.tests).toEqual([startProgram.tests?.[0], { test: 'level', date: '2027-03-11', time: '08:00' }]);
    expect(differences(before, after).map(({ fact }) => fact)).toEqual(['transfer', 'firstDay', 'lastDay', 'tests', 'nextStep']);
  });

  test('moved back again gives the same answers, the same course and no difference', () => {
    fc.assert(
      fc.property(civil, civil, civil, (transferDate, lastDay, testDate) => {
        const there = moveTo(transferDate, { stop: lastDay, 'tests.0': testDate });
        const back = moveTo('2027-03-02', { stop: '2027-03-15', 'tests.0': '2027-02-24' }, there);
        expect(back).toEqual(before);
        expect(courseOf(back)).toEqual(courseOf(before));
        expect(differences(before, back)).toEqual([]);
        expect(differences(before, there).length > 0).toBe(
          transferDate !== '2027-03-02' || lastDay !== '2027-03-15' || testDate !== '2027-02-24',
        );
      }),
    );
  });
});

describe('differences', () => {
  test.each<[string, ProgramAnswers, string[]]>([
    ['a dose', { units: { morning: 1, noon: 1, evening: 0, bedtime: 1 } }, ['dose']],
    ['an open stop rule', { stop: { anchor: 'heartbeat' } }, ['lastDay', 'days']],
    ['the slot that ends it', { stop: { anchor: 'date', date: '2027-03-15', slot: 'morning' } }, ['howLong']],
    ['two of the what-ifs', { ifNegative: 'Come', ifVomiting: 'Call' }, ['whatIf']],
    ['something of the later pages', { asked: [{ question: 'Why?' }] }, ['other']],
    ['a note that is never printed', { privateNote: 'x' }, []],
    ['what only the clinic copy says', { acknowledged: ['cost'], talkLanguage: 'Hindi' }, []],
    ['an answer that is taken back', { food: undefined }, ['food']],
  ])('names %s', (_, changes, facts) => {
    expect(differences(before, answersOf(changes)).map(({ fact }) => fact)).toEqual(facts);
  });

  test('names an answer to a question of the topic, whatever the order of its keys', () => {
    const topic = { ...smallTopic, count: { date: '2026-10-14', note: 'good embryos', value: 3, state: 'known' as const } };
    expect(differences(before, { ...before, topic })).toEqual([]);
    expect(differences(before, { ...before, topic: { ...topic, scan: { state: 'notKnown' } } })).toEqual([{ fact: 'other' }]);
  });
});

describe('the gate of an amendment', () => {
  const gateOn = (today: string, after: Answers) =>
    amendmentGate(evaluate({ pack: smallPack(), answers: after, today, opened: [], clinicReady: true, approved: true }), before).map(
      ({ id }) => id,
    );
  const later = { nextDate: '2027-03-20' };

  test('lets a course go on that had begun by the old paper', () => {
    expect(gateOn('2027-03-01', answersOf({ ...later, start: { anchor: 'date', date: '2027-02-28' } }))).toEqual([]);
  });

  test('refuses a first day that only the change puts into the past, and every other date that can’t be right', () => {
    expect(gateOn('2027-03-01', moveTo('2027-03-01', { nextDate: '2027-03-20' }))).toEqual(['dates']);
    expect(gateOn('2027-03-01', moveTo('2027-03-20', { nextDate: '2027-03-20' }))).toEqual(['dates']);
    expect(gateOn('2027-03-01', answersOf(later))).toEqual([]);
    expect(gateOn('2027-03-01', answersOf())).toEqual(['dates']);
  });

  test('asks for whatever a first paper would need', () => {
    expect(gateOn('2027-02-20', answersOf({ ifVomiting: undefined }))).toEqual(['whatIf']);
  });
});

describe('the amended paper', () => {
  const final: Final = {
    version: 2,
    madeAt: '2027-02-20T06:00:00Z',
    madeBy: 'Dr A. Sample',
    replaces: { version: 1, madeAt: '2027-02-12T20:00:00Z', changed: ['transfer', 'firstDay', 'lastDay'] },
  };
  const note = (made: Final) =>
    buildHandout({ visit: smallVisit(), pack: smallPack(), final: made }, englishLabels, { kind: 'none' }).replaces;

  test('says which paper it replaces, by the clinic’s wall, and what is changed', () => {
    expect(note(final)).toBe('*Replaces the paper of 13-Feb-2027. Throw that away.* Changed: transfer date, first day, last day.');
  });

  test('tells two papers of one day apart by the version', () => {
    expect(note({ ...final, madeAt: '2027-02-12T21:00:00Z' })).toContain('Replaces version 1 of 13-Feb-2027');
  });

  test('is the only one that says so', () => {
    const { replaces: _, ...first } = final;
    expect(note(first)).toBeUndefined();
  });
});
