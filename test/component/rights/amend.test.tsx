import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryVersion } from '../../support/memoryBackend.ts';
import { memoryConsultation } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from '../consult/visit.tsx';

afterEach(unmount);

/** The amend screen of a final visit, reached from its final screen. */
async function openAmend() {
  const final = memoryConsultation(START);
  final.consultation = { ...final.consultation, state: 'final' };
  const { consultation } = final;
  const opened = await openVisit('final', START, { consultation }, {}, { state: { versions: [memoryVersion(final, 1)] } });
  await page.getByRole('button', { name: 'Amend…' }).click();
  await expect.element(page.getByRole('heading', { name: 'Amend the paper' })).toHaveFocus();
  return opened;
}
const make = () => page.getByRole('button', { name: 'Make version 2' });
const side = () => page.getByRole('complementary', { name: 'What changes' });

async function choose(section: string) {
  await page.getByRole('button', { name: /What can be changed/ }).click();
  await page.getByRole('option', { name: new RegExp(`^${section}`) }).click();
}
/** Names of the sections, as the list offers them. */
async function sections(): Promise<string[]> {
  await page.getByRole('button', { name: /What can be changed/ }).click();
  await expect.element(page.getByRole('option').first()).toBeVisible();
  const names = page
    .getByRole('option')
    .elements()
    .map(({ textContent }) => textContent ?? '');
  await userEvent.keyboard('{Escape}');
  return names;
}
/** Goes to the section that holds the doctor's decision and its next step. */
async function toDecision() {
  for (const name of await sections()) {
    await choose(name);
    if (page.getByRole('textbox', { name: /Next step/ }).elements().length > 0) return;
  }
  throw new Error('No section holds the next step.');
}

test('nothing is stored until the version is made; what changes stands old and new', async () => {
  const { state, visit } = await openAmend();
  await expect.element(make()).toHaveAccessibleDescription('Change an answer first.');
  await toDecision();
  await page.getByRole('textbox', { name: /Next step/ }).fill('Scan');
  await expect.element(side().getByText('Until now: Blood test')).toBeVisible();
  await expect.element(side().getByText('New: Scan')).toBeVisible();
  expect(state.calls.map(({ path }) => path)).not.toContain('consultations.saveAnswers');
  expect((await axe.run({ include: ['body'], exclude: ['[data-live-announcer]'] })).violations).toEqual([]);
  await make().click();
  await expect.element(page.getByText('Say in a few words why.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason, for the record' }).fill('Wrong test written');
  await make().click();
  await expect.element(page.getByRole('heading', { name: 'Final', exact: true })).toBeVisible();
  expect(state.calls.find(({ path }) => path === 'consultations.amend')?.input).toEqual({
    consultationId: visit.consultation.id,
    rev: 1,
    reason: 'Wrong test written',
    changes: [{ key: 'program.nextStep', value: 'Scan' }],
  });
});

test('a change can be taken back by itself', async () => {
  await openAmend();
  await toDecision();
  await page.getByRole('textbox', { name: /Next step/ }).fill('Scan');
  await page.getByRole('button', { name: /^Take this change back/ }).click();
  await expect.element(side().getByText('Nothing is changed yet.')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: /Next step/ })).toHaveValue('Blood test');
});

test('what the gate misses is named, and leads to its field', async () => {
  await openAmend();
  await toDecision();
  await page.getByRole('textbox', { name: /Next step/ }).fill('');
  await expect.element(page.getByText('Still in the way')).toBeVisible();
  await expect.element(make()).toHaveAccessibleDescription('Mend what is in the way first.');
  await choose((await sections())[0] ?? '');
  await side()
    .getByRole('button', { name: /next step/i })
    .first()
    .click();
  await expect.element(page.getByRole('textbox', { name: /Next step/ })).toHaveFocus();
});

test('leaving with changes asks first', async () => {
  await openAmend();
  await page.getByRole('button', { name: 'Don’t amend' }).click();
  await expect.element(page.getByRole('heading', { name: 'Final', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Amend…' }).click();
  await expect.element(page.getByRole('heading', { name: 'Amend the paper' })).toHaveFocus();
  await toDecision();
  await page.getByRole('textbox', { name: /Next step/ }).fill('Scan');
  await page.getByRole('button', { name: 'Don’t amend' }).click();
  await expect.element(page.getByRole('button', { name: 'Go on amending' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(side().getByText('New: Scan')).toBeVisible();
});
