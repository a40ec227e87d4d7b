import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const two = () =>
  memoryState({
    patients: [
      patientRow({
        name: 'SUNITA DEVI (sample)',
        recordNumber: 'SF-00-4821',
        phone: '9876543210',
        relative: 'RAMESH',
        relativeIs: 'husband',
        age: { kind: 'told', years: 32, toldOn: '2025-11-22' },
      }),
      patientRow({
        name: 'सुनीता देवी SAMPLE',
        recordNumber: 'SF-00-1107',
        village: 'Namoonapur',
        age: { kind: 'told', years: 41, toldOn: '2026-12-02' },
      }),
      patientRow({ name: 'REKHA (sample)', recordNumber: 'SF-00-0001' }),
    ],
  });
const search = () => page.getByRole('searchbox', { name: 'Name, phone or record number' });
const row = (name: string) => page.getByRole('row', { name });

test('two of one name are marked in the list, with what tells them apart; nobody else is', async () => {
  renderWindow(two());
  await expect.element(row('SUNITA DEVI (sample)').getByText('Same name')).toBeVisible();
  await expect.element(row('SUNITA DEVI (sample)').getByText(/husband: RAMESH/)).toBeVisible();
  await expect.element(row('सुनीता देवी SAMPLE').getByText('Namoonapur')).toBeVisible();
  await expect.element(row('REKHA (sample)').getByText('Same name')).not.toBeInTheDocument();
});

test('a row says why it was found when it isn’t by her name', async () => {
  renderWindow(two());
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('ramesh');
  await expect.element(page.getByText(/husband: RAMESH/)).toBeVisible();
  await search().fill('3210');
  await expect.element(page.getByText(/phone …3210/)).toBeVisible();
});

test('the strip says calmly that another has her name, and by what the two are told apart', async () => {
  const state = two();
  renderWindow(state, `/patients/${state.patients[0]?.id}`);
  await expect.element(page.getByText('Another सुनीता देवी SAMPLE is on record: 41, …1107, Namoonapur')).toBeVisible();
});

test('an age that was told more than a year ago says that it is only about right', async () => {
  const state = two();
  renderWindow(state, `/patients/${state.patients[0]?.id}`);
  await expect.element(page.getByText('about 33 (told 32 on 22-Nov-2025)').first()).toBeVisible();
});

test('her details are changed, whom she names too; the age keeps the day on which it was told', async () => {
  const state = two();
  renderWindow(state, `/patients/${state.patients[0]?.id}`);
  await page.getByRole('button', { name: 'Change her details' }).click();
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await page.getByRole('textbox', { name: /^Phone/ }).fill('98765');
  await page.getByRole('button', { name: 'She names somebody' }).click();
  await expect.element(page.getByLabelText('Name of person 1')).toHaveFocus();
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await expect.element(page.getByText(/5 digits are missing/)).toBeVisible();
  await expect.element(page.getByText('Choose who this person is to her.')).toBeVisible();
  await page.getByRole('textbox', { name: /^Phone/ }).fill('098765 11111');
  await page.getByLabelText('Name of person 1').fill('KAMLA');
  await page.getByRole('button', { name: /Who person 1 is to her/ }).click();
  await page.getByRole('option', { name: 'mother' }).click();
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await expect.element(page.getByText('98765 11111')).toBeVisible();
  await expect.element(page.getByText('KAMLA (mother)')).toBeVisible();
  expect(state.patients[0]).toMatchObject({
    rev: 2,
    phone: '9876511111',
    age: { kind: 'told', years: 32, toldOn: '2025-11-22' },
    named: [{ name: 'KAMLA', relation: 'mother', mayCollect: true, mayBeCalled: false }],
  });
});

test('when somebody saved in between both are shown, nothing is lost, and mine is saved on top of theirs', async () => {
  const state = two();
  renderWindow(state, `/patients/${state.patients[0]?.id}`);
  await page.getByRole('button', { name: 'Change her details' }).click();
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await page.getByRole('textbox', { name: /^Phone/ }).fill('98765 11111');
  state.patients = state.patients.map((each, at) => (at === 0 ? { ...each, rev: 2, phone: '9876522222', village: 'Testnagar' } : each));
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await expect.element(page.getByRole('row', { name: 'Phone 98765 22222 98765 11111' })).toBeVisible();
  await page.getByRole('button', { name: 'Save mine' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(state.patients[0]).toMatchObject({ rev: 3, phone: '9876511111', village: 'Testnagar' });
});

test('a visit that can’t be started from her row says so in the row', async () => {
  const pack = { id: 'topic', version: '1.0', hash: 'a'.repeat(64) };
  const state = memoryState({
    patients: [patientRow({ name: 'REKHA (sample)', recordNumber: 'SF-00-0001' })],
    packs: [{ ref: pack, title: 'Topic', languages: ['en'], approvals: [], faults: [] }],
    refusesStart: 'The topic can’t be opened. Look at the settings.',
  });
  renderWindow(state);
  await page.getByRole('button', { name: 'Start: REKHA (sample)' }).click();
  await expect.element(row('REKHA (sample)').getByRole('alert')).toBeVisible();
});

test('axe finds nothing in the list, the strip and the whole form; 320 pixels are enough', async () => {
  const violations = async () =>
    (await axe.run(seen(), { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  await page.viewport(320, 640);
  const state = two();
  renderWindow(state);
  await expect.element(row('SUNITA DEVI (sample)').getByText('Same name')).toBeVisible();
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  renderWindow(state, `/patients/${state.patients[0]?.id}`);
  await page.getByRole('button', { name: 'Change her details' }).click();
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await page.getByRole('button', { name: 'She names somebody' }).click();
  await expect.element(page.getByLabelText('Name of person 1')).toHaveFocus();
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});
