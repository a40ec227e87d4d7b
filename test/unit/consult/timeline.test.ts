import { expect, test } from 'vitest';
import { layOut } from '../../../renderer/consult/protocol/timeline.ts';

const mark = (date: string) => ({ kind: 'test' as const, date, label: 'Kidney', bad: false });

test('without any date there is no picture', () => {
  expect(layOut({ today: '2026-12-02', firstDay: undefined, lastDay: undefined, marks: [] })).toBeUndefined();
});

test('a course without a planned last day has an open end', () => {
  const line = layOut({ today: '2026-12-02', firstDay: '2026-12-05', lastDay: undefined, marks: [] });
  expect(line?.bar?.open).toBe(true);
});

test('a course with its last day ends there', () => {
  const line = layOut({ today: '2026-12-02', firstDay: '2026-12-05', lastDay: '2026-12-20', marks: [] });
  expect(line?.bar?.open).toBe(false);
  expect(line?.to).toBe('2026-12-20');
});

test('an end before the beginning is no bar', () => {
  expect(layOut({ today: '2026-12-02', firstDay: '2026-12-05', lastDay: '2026-12-03', marks: [] })?.bar).toBeNull();
});

test('marks on neighbouring days stand in rows of their own, so that their words don’t overlap', () => {
  const line = layOut({
    today: '2026-12-02',
    firstDay: '2026-12-05',
    lastDay: '2027-01-05',
    marks: [mark('2026-12-09'), mark('2026-12-10')],
  });
  expect(line?.marks.map(({ row }) => row)).toEqual([0, 1]);
});
