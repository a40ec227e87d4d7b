import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

test('saving says so, keeps the place, and can be done again', async () => {
  const state = memoryState();
  renderWindow(state, '/settings');
  const address = page.getByLabelText('Address', { exact: true });
  await address.fill('14 Lake Road, Pune');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  await expect.element(address).toHaveFocus();
  await address.fill('15 Lake Road, Pune');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => state.settings).toMatchObject({ rev: 3, clinic: { address: '15 Lake Road, Pune' } });
});

test('what somebody else has saved in between is not written over', async () => {
  const state = memoryState();
  renderWindow(state, '/settings');
  const address = page.getByLabelText('Address', { exact: true });
  await address.fill('14 Lake Road, Pune');
  state.settings = { ...state.settings, rev: 2, clinic: { ...state.settings.clinic, address: '99 Hill Road, Pune' } };
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Yours are not saved/)).toBeVisible();
  await expect.element(address).toHaveValue('14 Lake Road, Pune');
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await expect.element(address).toHaveValue('99 Hill Road, Pune');
});

test('without the administrator’s role the clinic can’t be changed', async () => {
  const state = memoryState();
  const { user } = state.status;
  state.status = { ...state.status, user: user && { ...user, roles: ['doctor'] } };
  renderWindow(state, '/settings');
  await expect.element(page.getByText(/An administrator changes/)).toBeVisible();
  await expect.element(page.getByRole('navigation', { name: 'Settings' }).getByRole('link').first()).toHaveTextContent('Topics');
  await expect.element(page.getByLabelText('Address', { exact: true })).not.toBeInTheDocument();
});

test('the idle time and how long records are kept are the clinic’s, and have their bounds', async () => {
  const state = memoryState();
  renderWindow(state, '/settings');
  const idle = page.getByRole('textbox', { name: 'Cover a window after' });
  await idle.fill('99');
  await userEvent.keyboard('{Enter}');
  await expect.element(idle).toHaveAccessibleDescription('Write whole minutes, from 1 to 60.');
  expect(state.settings.rev).toBe(1);
  await idle.fill('5');
  await page.getByRole('textbox', { name: 'Keep records for' }).fill('12');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => state.settings.program).toEqual({ idleMinutes: 5, retentionYears: 12 });
});
