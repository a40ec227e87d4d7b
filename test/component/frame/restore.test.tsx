import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { StoreFaultKind } from '../../../electron/backend/store/store.ts';
import { FAULT_WAYS } from '../../../renderer/frame/faultWays.ts';
import { DOCTOR, type MemoryState, memoryState } from '../../support/memoryBackend.ts';
import { backup, OPENS_IT } from '../../support/memoryBackups.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const SECOND = { id: '00000000-0000-4000-8000-000000000002', name: 'R. SAMPLE' };
const title = () => page.getByRole('heading', { level: 1, name: 'Get the records back from a backup' });
const restores = (state: MemoryState) => state.calls.filter(({ path }) => path === 'backups.restore').map(({ input }) => input);
const password = () => page.getByLabelText('Password', { exact: true });

type Way = 'open' | 'locked' | 'first';
function window(way: Way, fault: string | null = null): MemoryState {
  const state = memoryState();
  if (way !== 'open') state.status = { ...state.status, state: way, user: null, users: way === 'first' ? [] : [OPENS_IT] };
  state.status.fault = fault === null ? null : { fault, message: `What is wrong with ${fault}. What to do about it.` };
  state.backups.state.backups = [backup('2026-12-02T04:00'), backup('2026-11-29T04:00', { place: 'second' })];
  return state;
}

async function nothingToMend() {
  document.documentElement.lang = 'en';
  // The voice of the controls' library points at buttons that are gone already.
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
}

test('axe finds nothing to mend in any step, and 320 pixels are enough', async () => {
  const state = window('locked');
  renderWindow(state, '/restore');
  await expect.element(page.getByRole('radio', { name: /the newest/ })).toBeVisible();
  await nothingToMend();
  await page.getByRole('button', { name: 'Open this backup' }).click();
  await expect.element(password()).toBeVisible();
  await nothingToMend();
  await password().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await nothingToMend();
  await page.getByRole('button', { name: 'Yes, go back to today, 09:30' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'The records are back' })).toBeVisible();
  await nothingToMend();
});

test('from the sign-in: what is lost is said before, where the old state lies after', async () => {
  const state = window('locked');
  renderWindow(state);
  await page.getByRole('link', { name: 'Get the records back from a backup' }).click();
  await expect.element(title()).toHaveFocus();
  await page.getByRole('radio', { name: /29-Nov-2026, 09:30.*On the stick or second disk.*630 MB.*3 days ago/ }).click({ force: true });
  await page.getByRole('button', { name: 'Open this backup' }).click();
  await expect.element(page.getByText('Backup of 29-Nov-2026, 09:30, 630 MB')).toBeVisible();
  await password().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog', { name: 'Go back to 29-Nov-2026, 09:30?' });
  await expect.element(dialog.getByText('Everything written after 29-Nov-2026, 09:30: patients, answers, papers of 3 days.')).toBeVisible();
  await expect.element(dialog.getByText(/moved to a folder beside/)).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(restores(state)).toEqual([]);
  await page.getByRole('button', { name: 'Get the records back' }).click();
  await page.getByRole('button', { name: 'Yes, go back to 29-Nov-2026, 09:30' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'The records are back' })).toHaveFocus();
  await expect.element(page.getByText('They are as they were on 29-Nov-2026, 09:30.')).toBeVisible();
  await expect.element(page.getByText('/home/clinic/consultleaf/before-2026-12-02T05-12-00Z')).toBeVisible();
  expect(restores(state)).toEqual([
    {
      source: { from: 'list', place: 'second', id: '2026-11-29T04-00-00Z' },
      with: { kind: 'password', userId: OPENS_IT.id, password: 'correct horse' },
    },
  ]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('of many backups the newest are offered first, and the others are one press away', async () => {
  const state = window('locked');
  state.backups.state.backups = Array.from({ length: 24 }, (_, hour) => backup(`2026-12-01T${String(hour).padStart(2, '0')}:00`));
  renderWindow(state, '/restore');
  await expect.element(page.getByRole('radio')).toHaveLength(6);
  await page.getByRole('button', { name: 'Show all 24' }).click();
  await expect.element(page.getByRole('radio')).toHaveLength(25);
});

test('a wrong password is said at its field; after several the button waits in words', async () => {
  const state = window('locked');
  renderWindow(state, '/restore');
  await page.getByRole('button', { name: 'Open this backup' }).click();
  for (const attempt of ['wrong', 'wrong again']) {
    await password().fill(attempt);
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: /^Yes, go back/ }).click();
    await expect.element(password()).toHaveAccessibleDescription('This password doesn’t open the backup. Check the capital letters.');
    await expect.element(password()).toHaveFocus();
  }
  await expect.element(page.getByText(/^Wait \d+ seconds, then try again\.$/)).toBeVisible();
  await password().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(restores(state)).toHaveLength(2);
});

test('on another computer: a folder on a stick, who one is, the recovery key, and the sign-in', async () => {
  const state = window('first');
  state.backups.state.backups = [];
  state.backups.keptAt = null;
  state.backups.folders['/media/stick/2026-12-01T04-00-00Z'] = {
    madeAt: '2026-12-01T04:00:00.000Z',
    bytes: 40_000_000,
    users: [OPENS_IT, SECOND],
  };
  let finish = () => {};
  state.backups.gate = new Promise((resolve) => {
    finish = resolve;
  });
  renderWindow(state);
  await page.getByRole('link', { name: 'I have a backup' }).click();
  await expect.element(title()).toHaveFocus();
  const folder = page.getByRole('textbox', { name: 'Folder of the backup' });
  await page.getByRole('button', { name: 'Open this backup' }).click();
  await expect.element(folder).toHaveFocus();
  await expect.element(folder).toHaveAccessibleDescription('Write the path of the folder.');
  await folder.fill('/media/stick');
  await userEvent.keyboard('{Enter}');
  await expect.element(folder).toHaveAccessibleDescription('There is no backup in this folder: keyring.json is missing.');
  await folder.fill('/media/stick/2026-12-01T04-00-00Z');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('radio', { name: 'R. SAMPLE' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring the records to this computer' }).click();
  await expect.element(page.getByText('Choose who you are.')).toBeVisible();
  await page.getByRole('button', { name: 'With the recovery key' }).click();
  await page.getByLabelText('Recovery key', { exact: true }).fill('AB12-CD34');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('progressbar', { name: 'The backup is opened, checked whole and put in place' })).toBeVisible();
  finish();
  await expect.element(page.getByRole('heading', { level: 1, name: 'The records are back' })).toBeVisible();
  await expect.element(page.getByText(/What was there before/)).not.toBeInTheDocument();
  expect(restores(state)).toEqual([
    { source: { from: 'folder', path: '/media/stick/2026-12-01T04-00-00Z' }, with: { kind: 'recoveryKey', recoveryKey: 'AB12-CD34' } },
  ]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('an administrator goes back to a backup of the list; the window is signed out and still says how it went', async () => {
  const state = window('open');
  let finish = () => {};
  state.backups.gate = new Promise((resolve) => {
    finish = resolve;
  });
  renderWindow(state, '/settings/backups');
  await page.getByRole('link', { name: 'Go back to it: backup of 29-Nov-2026, 09:30, in the second place' }).click();
  await expect.element(page.getByRole('radio', { name: /29-Nov-2026/ })).toBeChecked();
  await page.getByRole('button', { name: 'Open this backup' }).click();
  await password().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: /^Yes, go back/ }).click();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  state.backups.state = { ...state.backups.state, running: { phase: 'restore', done: 0.6 } };
  state.events.emit({ kind: 'backups' });
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '60 %');
  state.status = { ...state.status, state: 'locked', user: null, users: [OPENS_IT] };
  state.events.emit({ kind: 'status' });
  await expect.element(page.getByRole('button', { name: /Find or do/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  finish();
  await expect.element(page.getByRole('heading', { level: 1, name: 'The records are back' })).toHaveFocus();
});

test('who is no administrator can’t go back while signed in', async () => {
  const state = window('open');
  state.status = { ...state.status, user: { ...DOCTOR, roles: ['doctor'] } };
  renderWindow(state, '/restore');
  await expect.element(page.getByText(/only an administrator can put a backup/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Open this backup' })).not.toBeInTheDocument();
});

const KINDS: Record<StoreFaultKind, true> = {
  wrongPassword: true,
  keyringMissing: true,
  keyringDamaged: true,
  databaseMissing: true,
  databaseEmpty: true,
  databaseDamaged: true,
  newerVersion: true,
  lockedByOther: true,
  diskFull: true,
  readOnly: true,
  behindHead: true,
  auditBroken: true,
  alreadyExists: true,
  notOpen: true,
  backupIncomplete: true,
  backupDamaged: true,
  backupStopped: true,
};

test('every fault of the store has a way out', () => {
  expect(Object.keys(FAULT_WAYS).sort()).toEqual(Object.keys(KINDS).sort());
});

test.each(Object.keys(KINDS))('the fault %s says what happened, and the window has a way on', async (kind) => {
  const state = window('locked', kind);
  renderWindow(state);
  await expect.element(page.getByRole('alert').getByText(`What is wrong with ${kind}. What to do about it.`)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  const restore = page.getByRole('link', { name: 'Get the records back from a backup' });
  if (FAULT_WAYS[kind] === 'again') await expect.element(restore).not.toBeInTheDocument();
  else await expect.element(restore).toBeVisible();
  await expect.element(page.getByText('/home/clinic/consultleaf/clinic')).toBeVisible();
});

test('a fault that was mended outside is gone with “Try again”; one that was not says so', async () => {
  const state = window('locked', 'lockedByOther');
  renderWindow(state);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Another copy of Consultleaf is open' })).toHaveFocus();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('It is still so. Nothing has changed.')).toBeVisible();
  state.status = { ...state.status, fault: null };
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('from a fault the records come back', async () => {
  const state = window('locked', 'databaseDamaged');
  renderWindow(state);
  await expect.element(page.getByText(/2 backups are there\. The newest is of today, 09:30/)).toBeVisible();
  await nothingToMend();
  await page.getByRole('link', { name: 'Get the records back from a backup' }).click();
  await page.getByRole('button', { name: 'Open this backup' }).click();
  await password().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: /^Yes, go back/ }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'The records are back' })).toBeVisible();
});

test('damage that is only seen once a password opens the records has the same ways out', async () => {
  const state = window('locked');
  state.backups.opensWith = { fault: 'behindHead', message: 'The newest changes are missing. Restore the newest backup.' };
  renderWindow(state);
  await expect.element(password()).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(page.getByRole('alert').getByText('The newest changes are missing. Restore the newest backup.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Get the records back from a backup' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(password()).toBeVisible();
});
