import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

const three = () =>
  memoryState({
    patients: [
      patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-4821' }),
      patientRow({ name: 'FATIMA BEGUM (sample)', recordNumber: 'SF-00-4790' }),
      patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805', age: { kind: 'born', bornOn: '1988-03-14' } }),
    ],
  });
const search = () => page.getByRole('searchbox', { name: 'Name, phone or record number' });
const rows = () => page.getByRole('row');

test('the search has the focus, finds while it is typed and keeps every letter', async () => {
  renderWindow(three());
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('4790');
  await expect.element(rows()).toHaveLength(1);
  await expect.element(search()).toHaveValue('4790');
  await expect.element(search()).toHaveFocus();
  await expect.element(page.getByText('1 patient found.')).toBeVisible();
});

test('by keys alone: slash to the search, arrow to the list, Enter opens', async () => {
  renderWindow(three());
  await expect.element(search()).toHaveFocus();
  await page.getByRole('heading', { name: 'Recent' }).click();
  await userEvent.keyboard('/');
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(page.getByText('FATIMA BEGUM (sample)')).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Visits' })).toHaveFocus();
});

test('a patient’s name is never in the window’s title, which the system shows elsewhere', async () => {
  const state = three();
  renderWindow(state, `/patients/${state.patients[0]?.id}`);
  await expect.element(page.getByText('SUNITA DEVI (sample)')).toBeVisible();
  await expect.poll(() => document.title).toBe('Visits · Consultleaf');
});

test('adding warns of nearly the same name, says what is alike, and does not stop', async () => {
  const state = three();
  renderWindow(state);
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await userEvent.keyboard('सुनीता SAMPLE DEVI');
  await expect.element(page.getByText('One patient on record may be the same person.')).toBeVisible();
  await expect.element(page.getByText('(same name)')).toBeVisible();
  await page.getByLabelText('Record number').fill('SF-00-4900');
  await page.getByLabelText('Age in years').fill('29');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Visits' })).toBeVisible();
  expect(state.patients[0]).toMatchObject({ name: 'सुनीता SAMPLE DEVI', age: { kind: 'told', years: 29, toldOn: '2026-12-02' } });
});

test('name, age, phone, Enter: a patient is added by keys alone, with the next record number and the phone in its one form', async () => {
  const state = three();
  renderWindow(state);
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await userEvent.keyboard('MEENA{Tab}');
  await expect.element(page.getByLabelText('Age in years')).toHaveFocus();
  await userEvent.keyboard('31{Tab}');
  await expect.element(page.getByRole('textbox', { name: /^Phone/ })).toHaveFocus();
  await userEvent.keyboard('+91 98765-43210{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Visits' })).toBeVisible();
  expect(state.patients[0]).toMatchObject({ name: 'MEENA', recordNumber: 'P-0001', phone: '9876543210' });
  await expect.element(page.getByText('98765 43210')).toBeVisible();
});

test('what is typed of the first patient stays, and the focus in it, when another window adds one', async () => {
  const state = memoryState();
  renderWindow(state);
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toHaveFocus();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  const name = page.getByLabelText('Name', { exact: true });
  await expect.element(name).toHaveFocus();
  await userEvent.keyboard('MEE');
  state.patients.push(patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' }));
  state.events.emit({ kind: 'patients' });
  await expect.poll(() => document.querySelector('h1')?.textContent).toBe('Patients');
  await userEvent.keyboard('NA');
  await expect.element(name).toHaveValue('MEENA');
  await expect.element(name).toHaveFocus();
});

test('an age that was not given is asked for, never guessed', async () => {
  const state = three();
  renderWindow(state);
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  await page.getByLabelText('Name', { exact: true }).fill('MEENA');
  await page.getByLabelText('Record number').fill('SF-00-4833');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Write her age in whole years, from 10 to 99.')).toBeVisible();
  await expect.element(page.getByLabelText('Age in years')).toHaveFocus();
  expect(state.patients).toHaveLength(3);
});

test('with no patients the screen says what a visit is, and how to begin', async () => {
  renderWindow(memoryState());
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toHaveFocus();
  await expect.element(page.getByRole('heading', { name: '2. Go through the topic' })).toBeVisible();
  await page.getByRole('button', { name: /Add a patient/ }).click();
  await expect.element(page.getByRole('dialog', { name: 'Add a patient' })).toBeVisible();
});

test('the palette finds actions and patients, and gives the focus back', async () => {
  renderWindow(three());
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Find or do' }).getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('anit');
  await expect.element(page.getByRole('option', { name: /ANITA/ })).toBeVisible();
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Find or do' }).getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('add a{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Add a patient' })).toBeVisible();
});
