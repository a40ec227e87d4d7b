import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState } from '../../support/memoryBackend.ts';
import { RECOVERY_KEY } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

const first = () => {
  const state = memoryState();
  state.status = { ...state.status, state: 'first', clinicName: null, user: null, users: [] };
  return state;
};
const go = () => page.getByRole('button', { name: 'Make our clinic' });

const fields: [string, string][] = [
  ['Name of the clinic', 'LAKE CLINIC (sample)'],
  ['Address', '12 Lake Road, Pune'],
  ['Who answers in the day?', '+91 20 0000 0000'],
  ['Who answers at 2 am?', '+91 98 0000 0000'],
  ['Emergency numbers', '112, 108'],
  ['Name, as printed', 'Dr A. SAMPLE'],
  ['Registration number', '00000 (sample)'],
  ['Password', 'a short sentence'],
];

test('there are two ways to begin, and any address leads to them', async () => {
  renderWindow(first(), '/settings');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Welcome to Consultleaf' })).toHaveFocus();
  await expect.element(page.getByRole('button', { name: 'Set up our clinic' })).toBeVisible();
  await page.getByRole('button', { name: 'Try with a sample clinic' }).click();
  await expect.element(page.getByText(/Nothing here is real/)).toBeVisible();
});

test('what is missing is said at its field, and the first one has the focus', async () => {
  const state = first();
  renderWindow(state);
  await page.getByRole('button', { name: 'Set up our clinic' }).click();
  await go().click();
  await expect.element(page.getByLabelText('Name of the clinic')).toHaveFocus();
  await expect.element(page.getByLabelText('Name of the clinic')).toHaveAccessibleDescription('Fill this in.');
  await expect.element(page.getByText('Use at least 10 characters. A short sentence will do.')).toBeVisible();
  expect(state.calls.map(({ path }) => path)).not.toContain('app.setUp');
});

test('the recovery key is shown once and has to be kept before the clinic opens', async () => {
  const state = first();
  renderWindow(state);
  await page.getByRole('button', { name: 'Set up our clinic' }).click();
  for (const [label, value] of fields) await page.getByLabelText(label, { exact: true }).fill(value);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Your recovery key' })).toBeVisible();
  await expect.poll(() => document.body.textContent).toContain(RECOVERY_KEY);
  expect(state.settings.clinic.emergencyNumbers).toEqual(['112', '108']);

  const on = page.getByRole('button', { name: 'Go to the patients' });
  await on.click();
  await expect.element(page.getByLabelText('Last group, number 8')).toHaveAccessibleDescription(/not the last group/);
  await page.getByRole('button', { name: 'Save the page' }).click();
  await expect.element(page.getByText(/Saved as Consultleaf-recovery-key\.pdf/).last()).toBeVisible();
  expect(state.calls.find(({ path }) => path === 'users.recoveryKeyPdf')?.input).toEqual({ recoveryKey: RECOVERY_KEY });
  await page.getByLabelText('Last group, number 8').fill('yz567');
  await on.click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toHaveFocus();
  expect(document.body.textContent).not.toContain(RECOVERY_KEY);
});
