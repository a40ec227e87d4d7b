import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionSchema, type ProgramAnswers } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import { readBack } from '#core/domain/readBack.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import { printed } from '../../support/blocks.ts';
import { smallPack } from '../../support/smallPack.ts';
import { englishLabels, smallVisit, startProgram } from '../../support/smallVisit.ts';

const pack = smallPack();

const edgeDates = fc.constantFrom('0000-01-01', '0001-01-01', '1969-12-31', '2024-02-29', '2027-02-12', '2027-03-01', '9999-12-31');
const nearDates = fc.integer({ min: 0, max: 200 }).map((days) => new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10));
const date = fc.oneof({ weight: 1, arbitrary: edgeDates }, { weight: 4, arbitrary: nearDates });
const slot = fc.constantFrom('morning', 'noon', 'evening', 'bedtime');
const typed = fc.string({
  minLength: 1,
  maxLength: 40,
  unit: fc.constantFrom('a', 'B', ' ', '.', '\n', '{', '}', '$', '&', 'क', 'ि', '5', 'mg'),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Answers as they may be typed; what does not pass the checks is refused by `visitProblems`. */
const programs = fc.record(
  {
    decision: fc.constantFrom(...decisionSchema.options),
    why: typed,
    nextStep: typed,
    nextDate: date,
    form: fc.constantFrom('tablet', 'capsule'),
    strengthMg: fc.integer({ min: 1, max: 400 }).map((steps) => Math.round(steps * 5) / 100),
    units: fc.record({ morning: fc.nat(9), noon: fc.nat(9), evening: fc.nat(9), bedtime: fc.nat(9) }),
    doseLater: fc.constant(true),
    transferDate: date,
    start: fc.record({
      anchor: fc.constantFrom('transfer', 'date'),
      days: maybe(fc.integer({ min: -60, max: 60 })),
      date: maybe(date),
      slot: maybe(slot),
    }),
    stop: fc.record({
      anchor: fc.constantFrom('heartbeat', 'pregnancyWeek', 'date', 'doctor'),
      week: maybe(fc.integer({ min: 1, max: 42 })),
      date: maybe(date),
      slot: maybe(slot),
    }),
    tests: fc.array(fc.record({ test: fc.constantFrom('kidney', 'level'), date, time: fc.constantFrom('00:00', '08:30') }), {
      maxLength: 4,
    }),
    visits: fc.array(fc.record({ date, purpose: typed }), { maxLength: 4 }),
    asked: fc.array(fc.record({ question: typed }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('any visit that passes the checks', () => {
  test('becomes a paper, and no value is lost on the way into a sentence', () => {
    let built = 0;
    fc.assert(
      fc.property(programs, (answers) => {
        const program = withoutUndefined({ ...startProgram, ...answers });
        const { visit } = visitProblems(pack, { ...smallVisit(), answers: { program, topic: {} } });
        if (visit === undefined) return;
        built += 1;
        const model = buildHandout({ visit, pack }, englishLabels, { kind: 'draft' });
        expect(printed(model)).not.toMatch(/undefined|NaN|\[object|Invalid/);
        expect(readBack(visit.answers, englishLabels)).not.toMatch(/undefined|NaN/);
        evaluate({ pack, answers: visit.answers, today: '2027-02-12', opened: [], clinicReady: true, approved: true });
      }),
      { numRuns: 400 },
    );
    expect(built).toBeGreaterThan(100);
  });

  test('never gives a dose beside "do not start" or "keep taking it as now"', () => {
    fc.assert(
      fc.property(programs, (answers) => {
        const program = withoutUndefined({ ...startProgram, ...answers }) as ProgramAnswers;
        const { visit } = visitProblems(pack, { ...smallVisit(), answers: { program, topic: {} } });
        if (visit === undefined) return;
        const { act, calendar } = buildHandout({ visit, pack }, englishLabels, { kind: 'draft' });
        const plan = act.find((block) => block.kind === 'plan');
        const isWithheld = plan?.notice === englishLabels.dose.later || plan?.notice === englishLabels.dose.keepTaking;
        if (isWithheld)
          expect([plan.slots, plan.sum, calendar.some(({ kind }) => kind === 'calendar')]).toEqual([undefined, undefined, false]);
      }),
      { numRuns: 400 },
    );
  });
});
