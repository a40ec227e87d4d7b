import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const nextStep = () => page.getByLabelText('Next step', { exact: true });

test('what is typed is stored without a key to store it', async () => {
  const { visit } = await openVisit('decide', START);
  await nextStep().fill('Scan, then call');
  await expect.poll(() => storedAnswer(visit, 'program.nextStep')).toBe('Scan, then call');
  await expect.element(page.getByText('Saved 10:42')).toBeVisible();
});

test('a save that fails says so, keeps what was typed, and stores it when it is tried again', async () => {
  const { visit } = await openVisit('decide', START, { refuses: 'The disk is full. Free some space.' });
  await nextStep().fill('Scan');
  await expect.element(page.getByText(/The disk is full\. Free some space\./)).toBeVisible();
  await expect.element(page.getByText('Not saved')).toBeVisible();
  await expect.element(nextStep()).toHaveValue('Scan');
  visit.refuses = null;
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect.poll(() => storedAnswer(visit, 'program.nextStep')).toBe('Scan');
  await expect.element(page.getByText('Not saved')).not.toBeInTheDocument();
});

test('changed elsewhere: both values are shown, and the one that is kept is stored', async () => {
  const { visit } = await openVisit('decide', START, { meanwhile: { key: 'program.nextStep', value: 'Theirs' } });
  await nextStep().fill('Mine');
  await expect.element(page.getByText('Yours: Mine')).toBeVisible();
  await expect.element(page.getByText('Theirs: Theirs')).toBeVisible();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => storedAnswer(visit, 'program.nextStep')).toBe('Mine');
});

test('undo takes the last answer back, and redo gives it again', async () => {
  const { visit } = await openVisit('decide', { 'program.decision': 'wait' });
  await expect.element(page.getByRole('radiogroup', { name: 'What was decided' })).toBeVisible();
  await page.getByText('Wait for results').click();
  await userEvent.keyboard('1');
  await expect.poll(() => storedAnswer(visit, 'program.decision')).toBe('start');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => storedAnswer(visit, 'program.decision')).toBe('wait');
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await expect.poll(() => storedAnswer(visit, 'program.decision')).toBe('start');
});

test('a text that can’t be printed is not stored, stays in the field, and says why', async () => {
  const { visit } = await openVisit('decide', START);
  await nextStep().fill('Scan 🙂');
  await expect.element(page.getByText('Emoji can’t be printed. Use words instead.')).toBeVisible();
  await expect.element(nextStep()).toHaveValue('Scan 🙂');
  expect(storedAnswer(visit, 'program.nextStep')).toBe('Blood test');
});

test('a visit opens again in the field where it was left', async () => {
  const { visit } = await openVisit('decide', START);
  await nextStep().click();
  await expect.poll(() => visit.consultation.place).toEqual({ section: 'decide', field: 'program.nextStep' });
  const { place } = visit.consultation;
  await openVisit('decide', START, { consultation: { ...visit.consultation, place } });
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('program.nextStep');
});

test('a paper that can’t be drawn says so, and the visit goes on', async () => {
  const { visit } = await openVisit('decide', START, { paper: null });
  await expect.element(page.getByText(/The handout can’t be shown now/)).toBeVisible();
  await nextStep().fill('Scan');
  await expect.poll(() => storedAnswer(visit, 'program.nextStep')).toBe('Scan');
});
