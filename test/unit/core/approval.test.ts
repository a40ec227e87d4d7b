import { expect, test } from 'vitest';
import { type ApprovalQuestion, approvalState } from '#core/domain/approval.ts';

const HASH = 'a'.repeat(64);
const given = (at: string, change: Partial<{ hash: string; language: 'en' | 'hi' }> = {}) => ({
  pack: { hash: change.hash ?? HASH },
  language: change.language ?? ('en' as const),
  at,
});
const asked = (change: Partial<ApprovalQuestion>): ApprovalQuestion => ({
  hash: HASH,
  reviewBy: '2027-11-22',
  language: 'en',
  approvals: [given('2026-11-23T06:00:00.000Z')],
  today: '2026-12-02',
  timeZone: 'Asia/Kolkata',
  ...change,
});

test.each([
  ['approved, and not past its review', {}, 'approved'],
  ['nobody has approved it', { approvals: [] }, 'missing'],
  ['another content was approved', { approvals: [given('2026-11-23T06:00:00.000Z', { hash: 'b'.repeat(64) })] }, 'missing'],
  ['another language was approved', { approvals: [given('2026-11-23T06:00:00.000Z', { language: 'hi' })] }, 'missing'],
  ['on the review date itself', { today: '2027-11-22' }, 'approved'],
  ['the day after it', { today: '2027-11-23' }, 'reviewDue'],
  ['past it, and never approved', { today: '2027-11-23', approvals: [] }, 'reviewDue'],
  ['approved again on the review date', { today: '2027-12-01', approvals: [given('2027-11-22T12:00:00.000Z')] }, 'reviewDue'],
  ['approved again after it', { today: '2027-12-01', approvals: [given('2027-11-23T06:00:00.000Z')] }, 'approved'],
  ['after it by the clinic’s clock, not yet in UTC', { today: '2027-12-01', approvals: [given('2027-11-22T19:00:00.000Z')] }, 'approved'],
  ['for both languages, in one only', { language: 'both' }, 'missing'],
  [
    'for both languages, in each',
    { language: 'both', approvals: [given('2026-11-23T06:00:00.000Z'), given('2026-11-24T06:00:00.000Z', { language: 'hi' })] },
    'approved',
  ],
  ['a pack that names no review', { today: '2030-01-01', reviewBy: undefined }, 'approved'],
] as const)('%s', (_what, change, state) => {
  expect(approvalState(asked(change))).toBe(state);
});
