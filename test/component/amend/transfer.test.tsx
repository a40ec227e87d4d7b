import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryVersion } from '../../support/memoryBackend.ts';
import type { MemoryConsultation } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';
import { openVisit, START } from '../consult/visit.tsx';

afterEach(unmount);

const PLAN = {
  ...START,
  'program.stop': { anchor: 'date', date: '2026-12-20' },
  'program.visits': [{ date: '2026-12-16', purpose: 'Dr K. SAMPLE' }],
};

/** The final screen of a visit whose transfer is on 09-Dec-2026, with its one stored paper. */
async function openFinal(answers: Record<string, unknown> = PLAN, versions = (visit: MemoryConsultation) => [memoryVersion(visit, 1)]) {
  const opened = await openVisit('check', answers);
  const { visit, state } = opened;
  visit.consultation = { ...visit.consultation, state: 'final' };
  state.versions = versions(visit);
  location.hash = `#/consult/${visit.consultation.id}/final`;
  await expect.element(page.getByRole('heading', { name: 'Final', exact: true })).toBeVisible();
  return opened;
}
async function openDialog(answers?: Record<string, unknown>) {
  const opened = await openFinal(answers);
  await page.getByRole('button', { name: 'Transfer date changed…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Transfer date changed' });
  await expect.element(dialog.getByRole('spinbutton', { name: /^day,/ }).first()).toHaveFocus();
  return opened;
}
/** The cells of a row of "What changes on the paper". */
const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
/** Types a day into the part that has the focus: the new transfer date is where the dialog begins. */
const typeDay = (day: string) => userEvent.keyboard(day);
const make = () => page.getByRole('button', { name: 'Make version 2' });

test('a new date shows old and new, and Enter makes the next version and shows it', async () => {
  const { state, visit } = await openDialog();
  await expect.element(make()).toHaveAttribute('aria-disabled', 'true');
  await expect.element(make()).toHaveAccessibleDescription('Change the transfer date first.');
  await typeDay('12');
  await expect.element(row('Transfer')).toHaveTextContent('TransferWed 09-Dec-2026Sat 12-Dec-2026');
  await expect.element(row('First day')).toHaveTextContent('First daySat 05-Dec-2026Tue 08-Dec-2026');
  await expect.element(row('Last day')).toHaveTextContent('Last daySun 20-Dec-2026as before');
  await expect.element(row('Calendar')).toHaveTextContent('Calendar16 days13 days');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Reason: Transfer date changed')).toBeVisible();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(state.calls.find(({ path }) => path === 'consultations.amend')?.input).toEqual({
    consultationId: visit.consultation.id,
    rev: 1,
    reason: 'Transfer date changed',
    changes: [{ key: 'program.transferDate', value: '2026-12-12' }],
  });
});

test('dates that stand for themselves are listed, each in a field, and move only by hand', async () => {
  const { state } = await openDialog();
  await typeDay('23');
  for (const label of ['Last day', 'Next step: Blood test', 'Visit: Dr K. SAMPLE'])
    await expect.element(page.getByRole('group', { name: label })).toBeVisible();
  await expect.element(page.getByText('Outside the new course.').first()).toBeVisible();
  await page.getByRole('group', { name: 'Last day' }).getByRole('spinbutton').first().click();
  await typeDay('31');
  await page.getByRole('group', { name: 'Visit: Dr K. SAMPLE' }).getByRole('spinbutton').first().click();
  await typeDay('28');
  await make().click();
  await expect.element(page.getByText('Reason: Transfer date changed')).toBeVisible();
  expect(state.calls.find(({ path }) => path === 'consultations.amend')?.input).toMatchObject({
    changes: [
      { key: 'program.transferDate', value: '2026-12-23' },
      { key: 'program.stop', value: { anchor: 'date', date: '2026-12-31' } },
      { key: 'program.visits', value: [{ date: '2026-12-28', purpose: 'Dr K. SAMPLE' }] },
    ],
  });
});

test('a date that can’t be right stops it at its own field', async () => {
  const { state } = await openDialog();
  await typeDay('28');
  await expect.element(page.getByText('The end lies before the first day. Change one of the two dates.')).toBeVisible();
  await expect.element(make()).toHaveAccessibleDescription('Mend the dates marked above first.');
  await userEvent.keyboard('{Enter}');
  expect(state.calls.some(({ path }) => path === 'consultations.amend')).toBe(false);
});

test('when she may have begun by the old paper, the dialog says so before a new one is made', async () => {
  const { 'program.transferDate': _, ...rest } = PLAN;
  await openDialog({ ...rest, 'program.transferDate': '2026-12-05' });
  await typeDay('09');
  await expect.element(page.getByText(/By the old paper she may have begun on Tue 01-Dec-2026/)).toBeVisible();
});

test('an older version says what replaces it, and is neither printed nor amended', async () => {
  await openFinal(PLAN, (visit) => {
    const first = memoryVersion(visit, 1, { replacedBy: 2 });
    const replaces = { version: 1, madeAt: first.madeAt, reason: 'Transfer date changed', changed: ['transfer date', 'first day'] };
    return [first, memoryVersion(visit, 2, { replaces })];
  });
  await expect.element(page.getByText('Replaces version 1. Changed: transfer date, first day.')).toBeVisible();
  await page.getByRole('button', { name: /^Version 1/ }).click();
  await expect.element(page.getByText('Version 2 replaces it.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Print' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Transfer date changed…' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show version 2' }).click();
  await expect.element(page.getByRole('button', { name: 'Print' })).toBeVisible();
});

test('the dialog has no axe finding, and fits a window of 320 pixels', async () => {
  await openDialog();
  await typeDay('28');
  document.documentElement.lang = 'en';
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});
