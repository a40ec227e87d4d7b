import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { inCallingOrder, type ListedCall, RESULTS_LOOKED_FOR_DAYS, resultsDueSince, type VisitWithTests } from '#core/domain/calls.ts';
import { addDays, daysBetween, formatDate } from '#core/domain/dates.ts';
import { comingDays, expectedOn } from '#core/domain/nextDate.ts';
import { drugLevelsOf, type PlanAnswers, planThatHolds } from '#core/domain/planned.ts';
import { smallPack } from '../../support/smallPack.ts';
import { englishLabels, smallVisit, withAnswers } from '../../support/smallVisit.ts';

const TODAY = '2026-12-20';
const visit = (change: Partial<VisitWithTests> = {}): VisitWithTests => ({
  state: 'final',
  visitDate: '2026-12-02',
  decision: 'start',
  testDays: ['2026-12-10', '2026-12-15'],
  resultDays: [],
  toldDays: [],
  ...change,
});
const later = (visitDate: string, change: Partial<VisitWithTests> = {}) => visit({ visitDate, testDays: [], ...change });

describe('results are due', () => {
  test.each<[string, string | null, VisitWithTests[], string?]>([
    ['since the first test that is over', '2026-12-10', [visit()]],
    ['not before there is a final visit', null, [visit({ state: 'draft' })]],
    ['not without a test', null, [visit({ testDays: [] })]],
    ['not on the day of the test: she is at the laboratory', null, [visit()], '2026-12-10'],
    ['from the day after it', '2026-12-10', [visit()], '2026-12-11'],
    ['not for a test to come', null, [visit({ testDays: ['2026-12-24'] })]],
    ['not for one that a recorded result settles', null, [visit({ resultDays: ['2026-12-15'] })]],
    ['for the one that an earlier result leaves open', '2026-12-15', [visit({ resultDays: ['2026-12-10'] })]],
    ['not once she was reached about them', null, [visit({ toldDays: ['2026-12-16'] })]],
    ['for a test on the day of that call or after it', '2026-12-15', [visit({ toldDays: ['2026-12-15'] })]],
    ['not while she is here: a draft of today', null, [visit(), later(TODAY, { state: 'draft' })]],
    ['though a draft was begun after them and left', '2026-12-10', [visit(), later('2026-12-16', { state: 'draft' })]],
    [
      'not where a draft that was left holds their result',
      null,
      [visit(), later('2026-12-12', { state: 'draft', resultDays: ['2026-12-15'] })],
    ],
    [
      'for the one that such a result leaves open',
      '2026-12-15',
      [visit(), later('2026-12-12', { state: 'draft', resultDays: ['2026-12-10'] })],
    ],
    ['not for what an earlier visit planned', null, [visit(), later('2026-12-03')]],
    [
      'not for a day before the visit: a stop leaves what is planned for later',
      null,
      [visit({ visitDate: '2026-12-16', decision: 'stop' })],
    ],
    ['for a test that was planned with the stop', '2026-12-15', [visit({ visitDate: '2026-12-12', decision: 'stop' })]],
    ['not for somebody who does not take it', null, [visit({ decision: 'notTaking' })]],
    ['not for ever', null, [visit()], '2027-02-14'],
  ])('%s', (_name, expected, visits, today = TODAY) => {
    expect(resultsDueSince(visits, today)).toBe(expected);
  });

  const day = fc.integer({ min: -90, max: 30 }).map((days) => addDays(TODAY, days));
  const anyVisit = fc.record<VisitWithTests>({
    state: fc.constantFrom('draft', 'final'),
    visitDate: day,
    decision: fc.constantFrom('start', 'continue', 'change', 'stop', 'wait', 'notTaking', null),
    testDays: fc.array(day, { maxLength: 4 }),
    resultDays: fc.array(day, { maxLength: 2 }),
    toldDays: fc.array(day, { maxLength: 2 }),
  });

  test('whatever her visits are: for a day that the newest final one plans, that is over, and that nothing has settled', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 4 }), (visits) => {
        const since = resultsDueSince(visits, TODAY);
        if (since === null) return;
        found += 1;
        const at = visits.findLastIndex(({ state }) => state === 'final');
        const newest = visits[at];
        expect(newest?.testDays).toContain(since);
        expect(newest?.decision).not.toBe('notTaking');
        expect(since >= (newest?.visitDate ?? '') && since < TODAY).toBe(true);
        expect(daysBetween(since, TODAY)).toBeLessThanOrEqual(RESULTS_LOOKED_FOR_DAYS);
        // A result, a visit or a call of today settles everything, and a newer paper takes the place of what it said.
        const changed = (change: Partial<VisitWithTests>) => visits.map((each, index) => (index === at ? { ...each, ...change } : each));
        expect(resultsDueSince(changed({ resultDays: [TODAY] }), TODAY)).toBeNull();
        expect(resultsDueSince(changed({ toldDays: [TODAY] }), TODAY)).toBeNull();
        expect(resultsDueSince(changed({ testDays: [] }), TODAY)).toBeNull();
        expect(resultsDueSince([...visits, later(TODAY, { state: 'draft' })], TODAY)).toBeNull();
        expect(resultsDueSince([...visits, later(TODAY)], TODAY)).toBeNull();
        // By every day that was ever planned, and without a result, it is due all the more: the store asks for that first.
        const everPlanned = [...(newest?.testDays ?? []), ...visits.flatMap(({ testDays }) => testDays)];
        expect(resultsDueSince(changed({ decision: null, testDays: everPlanned, resultDays: [] }), TODAY)).not.toBeNull();
      }),
      { numRuns: 3_000 },
    );
    expect(found).toBeGreaterThan(20);
  });
});

test('the day’s calls: who was tried today comes last, then a wrong paper first, then who waits longest', () => {
  const call = (why: ListedCall['why'], day: string, tried?: string) => ({ why, day, tries: tried ? [{ at: tried }] : [] });
  const paper = call('paperChanged', '2026-12-19');
  const asked = call('asked', '2026-12-18');
  const [older, newer] = [call('resultsDue', '2026-12-10'), call('resultsDue', '2026-12-15')];
  const yesterday = call('asked', '2026-12-17', '2026-12-19T10:00:00Z');
  // 01:30 of the 20th in Kolkata.
  const tried = call('paperChanged', '2026-12-01', '2026-12-19T20:00:00Z');
  expect(inCallingOrder([newer, tried, asked, older, yesterday, paper], TODAY, 'Asia/Kolkata')).toEqual([
    ...[paper, yesterday, asked, older, newer, tried],
  ]);
});

test('she is expected on the first day to come of everything that was planned; the transfer is none of it', () => {
  const tests = [{ test: 'kidney', date: '2026-12-21', time: '08:00' }];
  const plan = { nextDate: '2026-12-21', nextTime: '07:30', visits: [{ date: '2026-12-18', purpose: 'Dr B' }], tests };
  expect(expectedOn([plan], TODAY)).toEqual({ next: { date: '2026-12-21', time: '07:30' }, passed: '2026-12-18' });
  expect(expectedOn([plan, { visits: [{ date: TODAY, purpose: 'x' }] }], TODAY).next).toEqual({ date: TODAY, time: null });
  expect(expectedOn([plan], '2026-12-22')).toEqual({ next: null, passed: '2026-12-21' });
  expect(expectedOn([], TODAY)).toEqual({ next: null, passed: null });
});

describe('no day is told that is not on her paper', () => {
  const kinds = ['start', 'continue', 'change', 'stop', 'wait', 'notTaking', undefined] as const;
  const pack = smallPack();
  const hidden = [undefined, ['tests'], ['calendar']] as NonNullable<PlanAnswers['hidden']>[];
  const plan: PlanAnswers = {
    nextDate: '2027-02-24',
    nextTime: '08:00',
    tests: [
      { test: 'kidney', date: '2027-02-10' },
      { test: 'kidney', date: '2027-02-25' },
      { test: 'level', date: '2027-03-08', time: '08:00' },
      { test: 'other', name: 'Sugar', date: '2027-05-01' },
    ],
    visits: [
      { date: '2027-02-09', purpose: 'Dr B. Sample' },
      { date: '2027-04-10', time: '17:00', purpose: 'Dr B. Sample' },
    ],
  };

  test.each(kinds.flatMap((decision) => hidden.map((off) => [decision, off] as const)))('%s, without %s', (decision, off) => {
    const program = withAnswers({ ...plan, decision, hidden: off });
    const paper = JSON.stringify(buildHandout({ visit: smallVisit(program), pack }, englishLabels, { kind: 'none' }));
    const held = planThatHolds(program, { visitDate: '2027-02-12', drugLevels: drugLevelsOf(pack) });
    const told = comingDays([held], '2000-01-01', 99).map(({ date }) => date);
    const called = (held.tests ?? []).map(({ date }) => date);
    for (const date of [...told, ...called]) expect(paper).toContain(formatDate(date, englishLabels));
    // What it does name is told: nothing is left out to be safe.
    const days = [...new Set([plan.nextDate, ...[...(plan.tests ?? []), ...(plan.visits ?? [])].map(({ date }) => date)])];
    const named = days.flatMap((date) => (date !== undefined && paper.includes(formatDate(date, englishLabels)) ? [date] : []));
    expect([...new Set(told)]).toEqual(named.toSorted());
  });
});
