import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BackupReminder } from '#core/contract/backups.ts';
import type { Role } from '#core/contract/shapes.ts';
import { DOCTOR, type MemoryState, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { backup } from '../../support/memoryBackups.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const heading = () => page.getByRole('heading', { level: 1, name: 'Backups' });
const inputs = (state: MemoryState, path: string) => state.calls.filter((call) => call.path === path).map(({ input }) => input);

/** A clinic with two backups here and one on a stick. */
function kept(reminders: BackupReminder[] = [], roles: Role[] = DOCTOR.roles): MemoryState {
  const state = memoryState({ patients: [patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' })] });
  state.status = { ...state.status, user: { ...DOCTOR, roles } };
  state.backups.state = {
    ...state.backups.state,
    backups: [
      backup('2026-12-02T04:00'),
      backup('2026-11-30T04:00', { verifiedAt: null, why: 'byHand', bytes: 1_240_000_000 }),
      backup('2026-12-01T04:00', { place: 'second' }),
    ],
    secondPlace: '/media/stick',
    secondPlaceThere: true,
    lastTrial: { at: '2026-12-01T09:00:00.000Z', ok: true },
    reminders,
  };
  return state;
}

test('axe finds nothing to mend on the page with everything open, and 320 pixels are enough', async () => {
  const state = kept(['tooOld', 'secondPlaceMissing']);
  state.backups.state.running = { phase: 'copy', done: 0.4 };
  state.backups.drives = [{ path: '/media/stick', label: 'STICK', freeBytes: 12_000_000_000 }];
  renderWindow(state, '/settings/backups');
  document.documentElement.lang = 'en';
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect.element(page.getByRole('radio', { name: /STICK/ })).toBeVisible();
  // The voice of the controls' library points at buttons that are gone already.
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});

test('one look says how safe the records are', async () => {
  renderWindow(kept(), '/settings/backups');
  await expect.element(page.getByText('The records are safe: a copy here, and one in the second place.')).toBeVisible();
  const facts = page.getByRole('region', { name: 'Are the records safe?' }).getByRole('definition');
  await expect
    .poll(() => facts.elements().map(({ textContent }) => textContent))
    .toEqual(['today, 09:30checked today, 09:30', 'newest copy 01-Dec-2026, 09:30 (yesterday)Is there', '01-Dec-2026, 14:30All came back']);
});

const verdicts: [string, (state: MemoryState) => void, string][] = [
  [
    'no backup at all',
    ({ backups }) => (backups.state = { ...backups.state, backups: [], reminders: ['none'] }),
    'The records are not safe now. Back them up.',
  ],
  [
    'a clinic of the first hour',
    ({ backups }) => (backups.state.backups = []),
    'The first backup is made within the first hour. It can be made now too.',
  ],
  ['an old one', ({ backups }) => (backups.state.reminders = ['tooOld']), 'The records are not safe now. Back them up.'],
  [
    'no second place',
    ({ backups }) => (backups.state = { ...backups.state, secondPlace: null, reminders: ['noSecondPlace'] }),
    'There are copies, on this computer only.',
  ],
  ['a failed trial', ({ backups }) => (backups.state.reminders = ['trialFailed']), 'There are copies. Something is still to be done.'],
];
test.each(verdicts)('%s is told apart', async (_name, change, sentence) => {
  const state = kept();
  change(state);
  renderWindow(state, '/settings/backups');
  await expect.element(page.getByText(sentence)).toBeVisible();
});

test('the sample clinic says that it has no backups', async () => {
  const state = kept();
  state.status = { ...state.status, sample: true };
  renderWindow(state, '/settings/backups');
  await expect.element(page.getByText(/The sample clinic isn’t backed up/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Back up now' })).not.toBeInTheDocument();
});

test('backing up shows how far it is in words, and says when it is done', async () => {
  const state = kept(['tooOld']);
  let finish = () => {};
  state.backups.gate = new Promise((resolve) => {
    finish = resolve;
  });
  renderWindow(state, '/settings/backups');
  await expect.element(heading()).toHaveFocus();
  await page.getByRole('region', { name: 'Are the records safe?' }).getByRole('button', { name: 'Back up now' }).click();
  await expect.element(page.getByRole('progressbar', { name: 'The records are being copied' })).toBeVisible();
  state.backups.state = { ...state.backups.state, running: { phase: 'verify', done: 0.4 } };
  state.events.emit({ kind: 'backups' });
  const bar = page.getByRole('progressbar', { name: 'The copy is being opened and checked' });
  await expect.element(bar).toHaveAttribute('aria-valuenow', '40');
  await expect.element(bar).toHaveAttribute('aria-valuetext', '40 %');
  finish();
  await expect.element(page.getByRole('main').getByText('Backed up and checked')).toBeVisible();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'today, 10:42' })).toBeVisible();
});

test('a backup that somebody else has started is shown too', async () => {
  const state = kept();
  state.backups.state.running = { phase: 'secondPlace', done: 0.5 };
  renderWindow(state, '/settings/backups');
  await expect.element(page.getByRole('progressbar', { name: 'The copy is being written to the second place' })).toBeVisible();
});

test('a backup that failed says why, once', async () => {
  const state = kept(['lastFailed']);
  state.backups.state.lastFault = 'The disk is full. Free some space on this disk and do it again.';
  renderWindow(state, '/settings/backups');
  await expect.element(page.getByText(/The disk is full/)).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).last().click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.poll(() => page.getByText(/The disk is full/).elements().length).toBe(1);
});

test('each reminder says what to do', async () => {
  const reminders: BackupReminder[] = [
    'lastFailed',
    'none',
    'tooOld',
    'noSecondPlace',
    'secondPlaceMissing',
    'secondPlaceOld',
    'trialFailed',
  ];
  renderWindow(kept(reminders), '/settings/backups');
  const list = page.getByRole('region', { name: 'To do' });
  await expect.element(list.getByText('There is no backup yet.')).toBeVisible();
  expect(list.getByRole('button').elements()).toHaveLength(reminders.length);
  await list.getByRole('button', { name: 'Choose a second place' }).click();
  await expect.element(page.getByText(/No USB stick or other disk is found/)).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Folder' })).toHaveFocus();
});

test('the second place is chosen among the disks that are there, by keys alone', async () => {
  const state = kept(['noSecondPlace']);
  state.backups.state.secondPlace = null;
  state.backups.drives = [
    { path: '/media/stick', label: 'STICK', freeBytes: 12_000_000_000 },
    { path: '/media/disk', label: 'DISK', freeBytes: 500_000_000 },
  ];
  renderWindow(state, '/settings/backups');
  const choose = page.getByRole('button', { name: 'Choose it' });
  await expect.element(choose).toBeVisible();
  (choose.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('radio', { name: /STICK.*12 GB free/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('radio', { name: /DISK.*500 MB free/ })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('main').getByText('The second place is chosen. The next backup is copied there.')).toBeVisible();
  expect(inputs(state, 'backups.setSecondPlace')).toEqual([{ path: '/media/disk' }]);
  await expect.element(page.getByRole('button', { name: 'Change it' })).toHaveFocus();
});

test('a folder that can’t be the second place says so at its field, and what was typed stays', async () => {
  const state = kept();
  state.backups.state.secondPlace = null;
  renderWindow(state, '/settings/backups');
  await page.getByRole('button', { name: 'Choose it' }).click();
  const folder = page.getByRole('textbox', { name: 'Folder' });
  await expect.element(folder).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(folder).toHaveAccessibleDescription('Choose a disk, or write the path of a folder.');
  await userEvent.keyboard('/nowhere/backups{Enter}');
  await expect.element(folder).toHaveAccessibleDescription('This folder isn’t there. Plug in the stick, or check the path.');
  await expect.element(folder).toHaveValue('/nowhere/backups');
  await folder.fill('/media/stick');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('/media/stick', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Use no second place' }).click();
  await expect.element(page.getByRole('main').getByText(/The copies that lie there stay/)).toBeVisible();
});

test('the list says of each backup its place, age, size and why it was made; one of them is checked', async () => {
  const state = kept();
  renderWindow(state, '/settings/backups');
  const own = page.getByRole('region', { name: 'Beside the records' });
  await expect
    .poll(() =>
      own
        .getByRole('listitem')
        .elements()
        .map(({ textContent }) => textContent?.replace(/Check it.*/, '')),
    )
    .toEqual([
      'today, 09:30630 MB · made by itselfchecked today, 09:30',
      '30-Nov-2026, 09:302 days ago · 1.2 GB · made by handNever checked',
    ]);
  await page.getByRole('button', { name: 'Check it: backup of 30-Nov-2026, 09:30, beside the records' }).click();
  await expect.element(own.getByText('checked today, 10:42')).toBeVisible();
  await expect
    .element(page.getByRole('region', { name: 'In the second place' }).getByText('01-Dec-2026, 09:30', { exact: true }))
    .toBeVisible();
});

test('a backup that is gone says so in its row', async () => {
  const state = kept();
  renderWindow(state, '/settings/backups');
  const check = page.getByRole('button', { name: 'Check it: backup of today, 09:30, beside the records' });
  await expect.element(check).toBeVisible();
  state.backups.state = { ...state.backups.state, backups: [] };
  await check.click();
  await expect.element(page.getByText('This backup is not there any more. Choose another one.')).toBeVisible();
});

test('reception may back up, and neither chooses the place nor goes back', async () => {
  renderWindow(kept([], ['reception']), '/settings/backups');
  await expect.element(page.getByRole('button', { name: 'Back up now' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'today, 09:30' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Change it' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /^Go back to/ })).not.toBeInTheDocument();
});

test.each<[string, Role[], BackupReminder[], string]>([
  ['an administrator', ['administrator'], ['noSecondPlace'], 'Choose a second place for backups'],
  ['a doctor', ['doctor'], ['secondPlaceMissing'], 'Plug in the backup stick'],
  ['reception, of what is urgent alone,', ['reception'], ['secondPlaceMissing', 'tooOld'], 'Back up: the last one is old'],
])('on the patients’ screen %s is reminded calmly', async (_name, roles, reminders, line) => {
  renderWindow(kept(reminders, roles));
  const waits = page.getByRole('complementary', { name: 'Waits for you' });
  await expect.element(waits.getByRole('link', { name: line })).toBeVisible();
  await expect.element(waits.getByRole('link')).toHaveLength(1);
  await waits.getByRole('link', { name: line }).click();
  await expect.element(heading()).toBeVisible();
});

test('reception hears nothing of what is not urgent, also once it was and is mended', async () => {
  const state = kept(['tooOld', 'secondPlaceMissing'], ['reception']);
  renderWindow(state);
  const waits = page.getByRole('complementary', { name: 'Waits for you' });
  await expect.element(waits.getByRole('link', { name: 'Back up: the last one is old' })).toBeVisible();
  state.backups.state = { ...state.backups.state, reminders: ['secondPlaceMissing'] };
  state.events.emit({ kind: 'backups' });
  await expect.element(waits.getByText(/^Nothing waits\./)).toBeVisible();
  await expect.element(waits.getByRole('link')).not.toBeInTheDocument();
});
