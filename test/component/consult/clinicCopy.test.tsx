import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { memoryState, memoryVersion, patientRow } from '../../support/memoryBackend.ts';
import { memoryConsultation, storedAnswer } from '../../support/memoryConsultation.ts';
import { COUNSELLOR, memoryPerson } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const counsellor = { state: { people: [memoryPerson(COUNSELLOR)] }, status: { user: COUNSELLOR } };
const box = (name: string) => page.getByRole('checkbox', { name });

test('the doctor ticks what was said, in the order of the page, and takes it back', async () => {
  const { visit } = await openVisit('ask', START);
  await page.getByText('Cost', { exact: true }).click();
  await expect.poll(() => storedAnswer(visit, 'program.acknowledged')).toEqual(['cost']);
  await page.getByText('Not officially approved for this use (off-label)').click();
  await expect.poll(() => storedAnswer(visit, 'program.acknowledged')).toEqual(['offLabel', 'cost']);
  await page.getByText('Cost', { exact: true }).click();
  await page.getByText('Not officially approved for this use (off-label)').click();
  await expect.poll(() => storedAnswer(visit, 'program.acknowledged')).toBeUndefined();
  await page.getByRole('textbox', { name: /^Language of the talk/ }).fill('Marwari');
  await expect.poll(() => storedAnswer(visit, 'program.talkLanguage')).toBe('Marwari');
});

test('a counsellor sees what was said and doesn’t tick it, and writes the language', async () => {
  const { visit } = await openVisit('ask', { ...START, 'program.acknowledged': ['cost'] }, {}, {}, counsellor);
  await expect.element(page.getByText('A doctor ticks what was said.')).toBeVisible();
  await expect.element(box('Cost')).toBeChecked();
  await page.getByText('Risks and side effects', { exact: true }).click();
  await page.getByRole('textbox', { name: /^Language of the talk/ }).fill('Hindi');
  await expect.poll(() => storedAnswer(visit, 'program.talkLanguage')).toBe('Hindi');
  expect(storedAnswer(visit, 'program.acknowledged')).toEqual(['cost']);
});

/** Presses the button of a version that has no clinic copy. */
async function askForCopy(calls: { path: string; input: unknown }[], id: string) {
  await page.getByRole('button', { name: 'Print the clinic copy' }).click();
  await expect.poll(() => calls.filter(({ path }) => path === 'handouts.clinicCopy').map(({ input }) => input)).toEqual([{ id }]);
  await expect.element(page.getByText('This version was made before clinic copies were kept.')).toBeVisible();
  expect((await axe.run({ include: ['body'], exclude: ['[data-live-announcer]'] })).violations).toEqual([]);
}

test('the final screen prints the clinic copy of the version that is shown, and says why it can’t', async () => {
  const visit = memoryConsultation(START);
  visit.consultation = { ...visit.consultation, state: 'final' };
  const version = memoryVersion(visit, 1);
  const { state } = await openVisit('final', START, { consultation: visit.consultation }, {}, { state: { versions: [version] } });
  await askForCopy(state.calls, version.id);
});

test('so does her page, for the newest version', async () => {
  const visit = memoryConsultation();
  visit.consultation = { ...visit.consultation, state: 'final' };
  const { patient } = visit.consultation;
  const version = memoryVersion(visit, 1);
  const state = memoryState({ visit, versions: [version], patients: [patientRow({ ...patient })] });
  renderWindow(state, `/patients/${patient.id}`);
  await askForCopy(state.calls, version.id);
});
