import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const EXPLAIN = { criteria: 'Why this for you', options: 'Your options', evidence: 'What we know' };
const TALK = { questions: 'Your questions', teachBack: 'What we went over' };
const DOSE = { ...EXPLAIN, ...TALK };
const STOP = { calendar: 'Your calendar', ...EXPLAIN, sideEffects: 'Side effects', medicines: 'Medicines and food', ...TALK };
const NONE = { tests: 'Your blood tests', ...EXPLAIN, sideEffects: 'Side effects', ...TALK };

test.each([
  ['start', DOSE],
  ['continue', DOSE],
  ['change', DOSE],
  ['stop', STOP],
  ['wait', NONE],
  ['notTaking', NONE],
])('with %s every block that it doesn’t need can be switched off, and no other', async (decision, blocks) => {
  const { visit } = await openVisit('check', { ...START, 'program.decision': decision });
  const group = page.getByRole('group', { name: 'Printed too' });
  await expect.element(group).toBeVisible();
  const offered = group.getByRole('checkbox').elements();
  expect(offered.map((box) => box.closest('label')?.textContent)).toEqual(Object.values(blocks));
  for (const name of Object.values(blocks)) await expect.element(group.getByRole('checkbox', { name, exact: true })).toBeChecked();
  const off: string[] = [];
  for (const [id, name] of Object.entries(blocks)) {
    await group.getByText(name, { exact: true }).click();
    off.push(id);
    await expect.poll(() => storedAnswer(visit, 'program.hidden')).toEqual(off);
  }
});

test('large print is one tap beside the language, and is taken back', async () => {
  const { visit } = await openVisit('check', START);
  const print = page.getByRole('radiogroup', { name: 'Print', exact: true });
  await expect.element(print.getByRole('radio', { name: 'Standard' })).toBeChecked();
  await print.getByText('Large').click();
  await expect.poll(() => storedAnswer(visit, 'program.largePrint')).toBe(true);
  await print.getByText('Standard').click();
  await expect.poll(() => storedAnswer(visit, 'program.largePrint')).toBeUndefined();
});
