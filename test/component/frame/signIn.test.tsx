import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState, patientRow } from '../../support/memoryBackend.ts';
import { COUNSELLOR, memoryPerson, RECEPTION } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

const locked = () => {
  const state = memoryState();
  state.status = { ...state.status, state: 'locked', user: null };
  return state;
};

test('one person only has to type the password', async () => {
  renderWindow(locked(), '/patients/00000000-0000-4000-8000-000000000099');
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible();
});

test('a wrong password says so at the field, and is ready to be typed over', async () => {
  renderWindow(locked());
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('wrong{Enter}');
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveAccessibleDescription(/not right/);
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible();
});

test('after several tries the button says how long to wait, and does nothing', async () => {
  const state = locked();
  renderWindow(state);
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('wrong{Enter}');
  await expect.element(page.getByText(/not right/)).toBeVisible();
  await userEvent.keyboard('wrong again{Enter}');
  await expect.element(page.getByText(/^Wait \d+ seconds, then try again\.$/)).toBeVisible();
  await userEvent.keyboard('correct horse{Enter}');
  expect(state.calls.filter(({ path }) => path === 'app.signIn')).toHaveLength(2);
});

test('signing out covers the window at once', async () => {
  renderWindow(memoryState());
  await page.getByRole('button', { name: /Dr A\. SAMPLE/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('who signs in next sees nothing of what the last person had read', async () => {
  const state = memoryState({ patients: [patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' })] });
  renderWindow(state);
  await expect.element(page.getByText('ANITA (sample)')).toBeVisible();
  await page.getByRole('button', { name: /Dr A\. SAMPLE/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  state.patients = [];
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible();
});

test('among several people one chooses a name and types a password', async () => {
  const state = locked();
  state.people = [...state.people, memoryPerson(COUNSELLOR, {}, 'another password'), memoryPerson(RECEPTION)];
  state.status = { ...state.status, users: state.people.map(({ row: { id, name } }) => ({ id, name })) };
  renderWindow(state);
  await expect.element(page.getByRole('button', { name: 'Dr A. SAMPLE' })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('another password{Enter}');
  await expect.poll(() => state.status.user?.id).toBe(COUNSELLOR.id);
});
