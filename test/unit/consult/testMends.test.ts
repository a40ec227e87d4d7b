import { expect, test } from 'vitest';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { daysForTest } from '../../../renderer/consult/forms/testMends.ts';

const early = { test: 'level', date: '2026-12-03' };
const FIRST = '2026-12-05';
const days = (program: ProgramAnswers) => daysForTest({ tests: [early], ...program }, 0, FIRST);

test('without another planned day no day is offered: none is worked out from the first dose', () => {
  expect(days({ transferDate: '2026-12-09', stop: { anchor: 'heartbeat', date: '2027-01-06' } })).toEqual([]);
});

test('days on which she comes anyway are offered in their order, each once', () => {
  const program: ProgramAnswers = {
    tests: [early, { test: 'kidney', date: '2026-12-14' }, { test: 'kidney', date: '2026-12-04' }],
    visits: [
      { date: '2026-12-26', purpose: 'Dr A' },
      { date: '2026-12-14', purpose: 'Dr A' },
    ],
    nextDate: '2026-12-10',
  };
  expect(days(program)).toEqual(['2026-12-10', '2026-12-14', '2026-12-26']);
});

test('the first day itself, earlier days, and days with the same test aren’t offered', () => {
  const program: ProgramAnswers = {
    tests: [early, { test: 'level', date: '2026-12-14' }],
    visits: [
      { date: FIRST, purpose: 'Dr A' },
      { date: '2026-12-14', purpose: 'Dr A' },
    ],
  };
  expect(days(program)).toEqual([]);
});

test('three days at most', () => {
  const visits = ['2026-12-20', '2026-12-21', '2026-12-22', '2026-12-23'].map((date) => ({ date, purpose: 'Dr A' }));
  expect(days({ visits })).toHaveLength(3);
});
