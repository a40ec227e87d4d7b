import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState, memoryVersion, patientRow } from '../../support/memoryBackend.ts';
import { memoryConsultation } from '../../support/memoryConsultation.ts';
import { memoryRightsState } from '../../support/memoryRights.ts';
import { renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

/** Her page: one final visit with its paper. */
async function herPage(change: Parameters<typeof memoryRightsState>[0] = {}, status: object = {}) {
  const visit = memoryConsultation();
  visit.consultation = { ...visit.consultation, state: 'final' };
  const { patient } = visit.consultation;
  const paper = memoryVersion(visit, 1);
  const summary = { ref: visit.consultation.pack, title: 'Examplin for tests', languages: ['en' as const], approvals: [], faults: [] };
  const state = memoryState({
    visit,
    versions: [paper],
    packs: [summary],
    patients: [patientRow({ ...patient })],
    rights: memoryRightsState(change),
  });
  state.status = { ...state.status, ...status };
  renderWindow(state, `/patients/${patient.id}`);
  await expect.element(page.getByRole('heading', { name: 'Data protection' })).toBeVisible();
  return { state, patient };
}
/** What axe finds. The announcer of react-aria names what is gone after some seconds. */
const looked = () => axe.run({ include: ['body'], exclude: ['[data-live-announcer]'] });
const inputOf = (state: { calls: { path: string; input: unknown }[] }, path: string) =>
  state.calls.filter((each) => each.path === path).at(-1)?.input;
const button = (name: string | RegExp) => page.getByRole('button', { name });

test('who was not asked yet is said calmly, and care goes on', async () => {
  await herPage();
  await expect.element(page.getByText('Not asked yet')).toBeVisible();
  await expect.element(page.getByText(/Her care does not wait for it/)).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect((await looked()).violations).toEqual([]);
});

test('her answer is written down by keys alone, with who read it to her and in which language', async () => {
  const { state, patient } = await herPage();
  await expect.element(button('Write down her answer…')).toBeVisible();
  button('Write down her answer…').element().focus();
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog', { name: 'Her answer to the notice' });
  await expect.element(dialog.getByRole('radio', { name: 'Yes' })).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.element(dialog.getByRole('radio', { name: /signed the paper/ })).toBeVisible();
  await expect.element(dialog.getByRole('radio', { name: 'She said so' })).not.toBeInTheDocument();
  await dialog.getByRole('button', { name: 'Keep her answer' }).click();
  await expect.element(dialog.getByText('Choose how she said it.')).toBeVisible();
  await dialog.getByText('Hindi and English').click();
  await expect.element(dialog.getByText(/9e40d2aa/)).toBeVisible();
  await dialog.getByText(/^It was read aloud/).click();
  await dialog.getByRole('textbox', { name: 'In which language was it read?' }).fill('Marwari');
  await dialog.getByRole('textbox', { name: 'Who read it to her?' }).fill('Meena');
  expect((await looked()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep her answer' }).click();
  await expect.element(page.getByText('She said yes')).toBeVisible();
  await expect.element(page.getByText(/^Read aloud in Marwari by Meena\./)).toBeVisible();
  expect(inputOf(state, 'rights.recordConsent')).toEqual({
    patientId: patient.id,
    state: 'given',
    how: { kind: 'readAloud', language: 'Marwari', by: 'Meena' },
    language: 'both',
  });
});

test('an answer to an older notice says so, and older answers stay in sight', async () => {
  const row = { id: crypto.randomUUID(), how: { kind: 'signed' as const }, by: 'Dr A. SAMPLE' };
  await herPage({
    consents: {
      notices: [{ version: '3f9a21c7', language: 'en' }],
      rows: [
        { ...row, state: 'withdrawn', notice: '00000000', at: '2026-12-01T05:00:00.000Z' },
        { ...row, id: crypto.randomUUID(), state: 'given', notice: '00000000', at: '2026-11-01T05:00:00.000Z' },
      ],
    },
  });
  await expect.element(page.getByText('She took her yes back')).toBeVisible();
  await expect.element(page.getByText('The notice has changed since. You may ask her again.')).toBeVisible();
  await page.getByText('One earlier answer').click();
  await expect.element(page.getByText('She said yes')).toBeVisible();
});

test('a notice that can’t be drawn says so where the button is', async () => {
  await herPage();
  await button('Print the notice').click();
  await expect.element(page.getByText('The notice could not be drawn. Try again.')).toBeVisible();
});

test('a copy of all is saved in one action', async () => {
  const { state, patient } = await herPage();
  await button('Save a copy of all').click();
  await expect.element(page.getByText('Saved as patient-export-2026-12-02.zip.').first()).toBeVisible();
  expect(inputOf(state, 'rights.exportPatient')).toEqual({ patientId: patient.id });
});

test('an erasure says the rule, asks why, for her number and the password, and keeps what is wrong at its field', async () => {
  const { state, patient } = await herPage();
  await button('Erase her records…').click();
  const dialog = page.getByRole('dialog', { name: 'Erase her records for good' });
  await expect.element(dialog.getByRole('radio', { name: 'She asks for it in writing' })).toHaveFocus();
  await expect.element(dialog.getByText(/may be erased from 30-Nov-2036 on/)).toBeVisible();
  await expect.element(dialog.getByText(/Backups that were made before still hold her/)).toBeVisible();
  await expect.element(dialog.getByRole('radio', { name: /The time for keeping/ })).not.toBeInTheDocument();
  expect((await looked()).violations).toEqual([]);
  const go = dialog.getByRole('button', { name: `Erase ${patient.name} for good` });
  await go.click();
  await expect.element(dialog.getByText('Choose why.')).toBeVisible();
  await dialog.getByText('She asks for it in writing').click();
  await dialog.getByRole('textbox', { name: 'The reason, for the record' }).fill('Her letter of 1 December.');
  await dialog.getByRole('textbox', { name: /Type her record number/ }).fill('SF-00-0000');
  await dialog.getByLabelText('Your own password').fill('wrong');
  await go.click();
  await expect.element(dialog.getByText(/^This is not her record number/)).toBeVisible();
  await dialog.getByRole('textbox', { name: /Type her record number/ }).fill(patient.recordNumber);
  await go.click();
  await expect.element(dialog.getByText('This password is wrong.')).toBeVisible();
  await dialog.getByLabelText('Your own password').fill('correct horse');
  await go.click();
  await expect.element(page.getByRole('heading', { name: 'No patients yet' })).toBeVisible();
  expect(inputOf(state, 'rights.erase')).toMatchObject({ because: { reason: 'herRequest', note: 'Her letter of 1 December.' } });
  await expect.element(page.getByText(patient.name)).not.toBeInTheDocument();
});

test('after the retention time no reason of its own is asked for', async () => {
  await herPage({ erasure: { visits: 1, papers: 1, lastVisit: '2016-11-30', years: 10, from: '2026-11-30', allowed: true } });
  await button('Erase her records…').click();
  await expect.element(page.getByRole('radio', { name: 'The time for keeping them is over' })).toBeChecked();
  await expect.element(page.getByRole('textbox', { name: 'The reason, for the record' })).not.toBeInTheDocument();
});

test('reception notes her answer, and neither exports nor erases', async () => {
  const user = { id: '00000000-0000-4000-8000-000000000003', name: 'RAVI (sample)', roles: ['reception' as const] };
  await herPage({}, { user });
  await expect.element(button('Write down her answer…')).toBeVisible();
  await expect.element(button('Save a copy of all')).not.toBeInTheDocument();
  await expect.element(button('Erase her records…')).not.toBeInTheDocument();
});

test('at twice the size nothing runs off the window', async () => {
  await page.viewport(683, 384);
  await herPage();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  await page.viewport(1366, 768);
});
