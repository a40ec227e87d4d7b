import { expect, test } from 'vitest';
import { todayIn } from '#backend/services/clock.ts';
import { newRecordCode } from '#backend/services/recordCode.ts';
import { visitSchema } from '#core/domain/visit.ts';

test('today is the date on the clinic’s wall, not the machine’s', () => {
  const instant = new Date('2026-11-20T20:00:00Z');
  expect(todayIn('Asia/Kolkata', instant)).toBe('2026-11-21');
  expect(todayIn('America/Los_Angeles', instant)).toBe('2026-11-20');
});

test('a record code has the form that a visit asks for, and is new each time', () => {
  const codes = new Set(Array.from({ length: 1000 }, newRecordCode));
  expect(codes.size).toBe(1000);
  for (const code of codes) expect(visitSchema.shape.code.safeParse(code).success).toBe(true);
});
