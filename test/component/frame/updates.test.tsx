import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryState, memoryState } from '../../support/memoryBackend.ts';
import { foundUpdate } from '../../support/memoryUpdates.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const inputs = (state: MemoryState, path: string) => state.calls.filter((call) => call.path === path).map(({ input }) => input);
const STRANGE = 'This update does not come from the makers of Consultleaf, or it was changed on the way. Don’t use it.';

function withStick(): MemoryState {
  const state = memoryState();
  state.updates.found = [
    foundUpdate('0.2.0'),
    foundUpdate('0.3.0', { release: null, direction: null, madeAt: null, notes: { en: [], hi: [] }, problem: STRANGE }),
  ];
  return state;
}
async function expectClean(): Promise<void> {
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

test('an update is found on a stick, checked, and installed after a word on what happens to whom', async () => {
  const state = withStick();
  let open = () => {};
  state.updates.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  renderWindow(state, '/settings/updates');
  document.documentElement.lang = 'en';
  await expect.element(page.getByText(STRANGE)).toBeVisible();
  await expect.element(page.getByText('Printing is faster.')).toBeVisible();
  await expectClean();
  await page.getByRole('button', { name: 'Check and take over 0.2.0' }).click();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  open();
  await page.getByRole('button', { name: 'Install 0.2.0…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Install Consultleaf 0.2.0?' });
  await expect.element(dialog.getByText(/The program closes for everybody/)).toBeVisible();
  await expectClean();
  expect(inputs(state, 'updates.install')).toEqual([]);
  await dialog.getByRole('button', { name: 'Close and install' }).click();
  await expect.element(dialog.getByRole('status')).toHaveTextContent('The installer starts now.');
  expect(inputs(state, 'updates.prepare')).toEqual([{ path: '/media/stick/Consultleaf 0.2.0' }]);
  expect(inputs(state, 'updates.install')).toEqual([{ release: '0.2.0' }]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});

test('the way back says what it costs, and a window that can’t start an installer names the file', async () => {
  const state = memoryState();
  state.updates.state = { ...state.updates.state, present: '0.2.0', kept: ['0.2.0', '0.1.0'], startsInstaller: false };
  renderWindow(state, '/settings/updates');
  await page.getByRole('button', { name: 'Go back to 0.1.0…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Go back to Consultleaf 0.1.0?' });
  await expect.element(dialog.getByText(/restore the backup from before the update/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Show the file' }).click();
  await expect.element(dialog.getByText('/home/clinic/consultleaf/updates/0.1.0/Consultleaf-0.1.0.deb')).toBeVisible();
});

test('a folder can be named; an empty name is refused at its field', async () => {
  const state = memoryState();
  renderWindow(state, '/settings/updates');
  await page.getByRole('button', { name: 'Look there' }).click();
  const field = page.getByRole('textbox', { name: 'Folder of the update' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAccessibleDescription(/Write the folder first/);
  await userEvent.type(field, '/srv/update{Enter}');
  await expect.element(page.getByRole('button', { name: 'Check and take over 9.0.0' })).toBeVisible();
  expect(inputs(state, 'updates.look')).toEqual([{ path: '/srv/update' }]);
});

test('a program without its makers’ keys says so', async () => {
  const state = memoryState();
  state.updates.state = { ...state.updates.state, hasKeys: false };
  renderWindow(state, '/settings/updates');
  await expect.element(page.getByText(/built without its makers’ keys/)).toBeVisible();
});
