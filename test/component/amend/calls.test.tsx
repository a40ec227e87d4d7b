import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Call } from '#core/contract/calls.ts';
import type { User } from '#core/contract/shapes.ts';
import { DOCTOR, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const RECEPTION: User = { id: DOCTOR.id, name: 'R. SAMPLE', roles: ['reception'] };
const { id, name, recordNumber, age } = patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-4821' });
const call: Call = {
  id: '00000000-0000-4000-8000-0000000000e1',
  patient: { id, name, recordNumber, age, phone: '98450 12345' },
  why: 'paperChanged',
  state: 'waiting',
  addedAt: '2026-12-02T05:00:00.000Z',
  tries: [],
};
function atReception(callList: Call[], path = '/calls') {
  const state = memoryState({ callList, patients: [patientRow({ name, recordNumber })] });
  state.status = { ...state.status, user: RECEPTION };
  renderWindow(state, path);
  return state;
}

test('a patient without a number says so; axe finds nothing; 320 pixels are enough', async () => {
  const { phone: _, ...patient } = call.patient;
  atReception([{ ...call, patient }]);
  await expect.element(page.getByText('No phone number in the record')).toBeVisible();
  document.documentElement.lang = 'en';
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});

test('reception sees whom to call and why, and records how it went', async () => {
  const state = atReception([call]);
  await expect.element(page.getByText('98450 12345')).toBeVisible();
  await expect.element(page.getByText('32 years, told on 02-Dec-2026 · SF-00-4821')).toBeVisible();
  await expect.element(page.getByText('The paper has changed: call her, and ask her to throw the old one away.')).toBeVisible();
  await page.getByRole('button', { name: 'Not reached: SUNITA DEVI (sample)' }).click();
  await expect.element(page.getByText(/^Not reached: .*, Dr A. SAMPLE$/)).toBeVisible();
  await page.getByRole('button', { name: 'Called: SUNITA DEVI (sample)' }).click();
  await expect.element(page.getByRole('heading', { name: 'Called in the last two weeks' })).toBeVisible();
  await expect.element(page.getByText(/^Nobody is to be called\./)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Called:/ })).not.toBeInTheDocument();
  expect(state.callList[0]?.tries.map(({ outcome }) => outcome)).toEqual(['notReached', 'called']);
});

test('the list is found from the patients, and from “Find or do”', async () => {
  atReception([call], '/');
  await page.getByRole('link', { name: 'Call one patient' }).click();
  await expect.element(page.getByRole('heading', { name: 'Call list', level: 1 })).toBeVisible();
  location.hash = '#/';
  await expect.element(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Find or do' }).getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('call list');
  await expect.element(page.getByRole('option', { name: /Call list/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Call list', level: 1 })).toBeVisible();
});
