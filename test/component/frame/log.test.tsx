import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { User } from '#core/contract/shapes.ts';
import { AUDIT_ACTIONS, AUDIT_GROUPS } from '#core/domain/auditActions.ts';
import { en } from '../../../renderer/text/en.ts';
import { auditRow } from '../../support/memoryAudit.ts';
import { DOCTOR, type MemoryState, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const SUNITA = patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-4821' });
const heading = () => page.getByRole('heading', { level: 1, name: 'Who did what' });
const rows = () => page.getByRole('main').getByRole('listitem');
const filters = (state: MemoryState) =>
  state.calls.filter(({ path }) => path === 'audit.list').map(({ input }) => (input as { filter: unknown }).filter);

/** A clinic whose log has `count` rows, all of one doctor. */
function withLog(count: number): MemoryState {
  const state = memoryState({ patients: [SUNITA] });
  state.audit.rows = Array.from({ length: count }, (_, index) => auditRow(index + 1, { who: DOCTOR.id }));
  return state;
}

test('axe finds nothing to mend, and 320 pixels are enough', async () => {
  const state = withLog(60);
  state.audit.firstBad = 7;
  renderWindow(state, '/settings/log');
  document.documentElement.lang = 'en';
  await page.getByRole('button', { name: 'Check the whole log' }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  // The voice of the controls' library points at buttons that are gone already.
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});

test('every action and every group of the log is told in plain words', () => {
  const texts: Record<string, string> = en;
  const words = Object.keys(AUDIT_ACTIONS).map((action) => texts[`log.action.${action}`]);
  expect(words.filter((text) => !text || /\.|_/.test(text))).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
  expect(AUDIT_GROUPS.filter((group) => !texts[`log.group.${group}`])).toEqual([]);
});

test('the newest row comes first, under its day, with who did what to what', async () => {
  const state = memoryState();
  state.audit.rows = [
    auditRow(1, { action: 'signIn', at: '2026-12-01T05:00:00.000Z', by: 'R. SAMPLE' }),
    auditRow(2, { action: 'patient.view', at: '2026-12-02T05:12:00.000Z', subject: 'SF-00-4821' }),
    auditRow(3, { action: 'backup.make', at: '2026-12-02T06:00:00.000Z', by: null }),
  ];
  renderWindow(state, '/settings/log');
  await expect.element(page.getByRole('heading', { name: 'Today, Wed 02-Dec-2026' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Tue 01-Dec-2026' })).toBeVisible();
  await expect
    .poll(() =>
      rows()
        .elements()
        .map(({ textContent }) => textContent),
    )
    .toEqual([
      '11:30The programMade a backupRow 3',
      '10:42Dr A. SAMPLELooked at a patient’s recordSF-00-4821Row 2',
      '10:30R. SAMPLESigned inRow 1',
    ]);
});

test('what a newer version wrote is said so, and never hidden', async () => {
  const state = memoryState();
  state.audit.rows = [{ ...auditRow(1), action: 'thing.of.tomorrow', group: 'store' }];
  renderWindow(state, '/settings/log');
  await expect.element(page.getByText('Did something that a newer version of Consultleaf knows')).toBeVisible();
});

test('the rows are narrowed by kind, patient and days, and the address keeps it', async () => {
  const state = withLog(3);
  renderWindow(state, '/settings/log');
  await expect.element(heading()).toHaveFocus();
  await page.getByRole('button', { name: /Kind/ }).click();
  await page.getByRole('option', { name: 'Backups' }).click();
  await expect.poll(() => filters(state).at(-1)).toEqual({ group: 'backup' });
  await page.getByRole('combobox', { name: 'Patient' }).fill('4821');
  await page.getByRole('option', { name: /SUNITA DEVI/ }).click();
  await expect.poll(() => filters(state).at(-1)).toEqual({ group: 'backup', patientId: SUNITA.id });
  await expect.element(page.getByText('Shown: SUNITA DEVI (sample), SF-00-4821')).toBeVisible();
  await page.getByRole('spinbutton', { name: /day, From/ }).click();
  await userEvent.keyboard('01122026');
  await expect.poll(() => filters(state).at(-1)).toEqual({ group: 'backup', patientId: SUNITA.id, from: '2026-12-01' });
  await expect.element(page.getByText('Nothing fits. Show everything, or choose other days.')).toBeVisible();
  expect(location.hash).toContain('2026-12-01');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(() => filters(state).at(-1)).toEqual({});
  await expect.element(page.getByText('3 rows, the newest first.')).toBeVisible();
});

test('one person’s rows, or those of the program itself', async () => {
  const state = withLog(2);
  state.audit.rows.push(auditRow(3, { by: null, who: 'system' }));
  renderWindow(state, '/settings/log');
  await page.getByRole('button', { name: /Person/ }).click();
  await page.getByRole('option', { name: 'The program itself' }).click();
  await expect.element(page.getByText('1 row, the newest first.')).toBeVisible();
  await page.getByRole('button', { name: /Person/ }).click();
  await page.getByRole('option', { name: 'Dr A. SAMPLE' }).click();
  await expect.element(page.getByText('2 rows, the newest first.')).toBeVisible();
});

test('a last day before the first is said at its field, and nothing is asked for', async () => {
  const state = withLog(1);
  renderWindow(state, '/settings/log?from=2026-12-02&to=2026-12-01');
  await expect.element(page.getByText('This day lies before the first one. Choose a later day.')).toBeVisible();
  expect(filters(state)).toEqual([]);
});

test('older rows come by the button, which leads to the first of them, and by scrolling', async () => {
  const state = withLog(500);
  renderWindow(state, '/settings/log');
  await expect.element(page.getByText('The newest 200 rows. There are older ones.')).toBeVisible();
  const more = page.getByRole('button', { name: 'Show older rows' });
  (more.element() as HTMLElement).focus();
  await expect.element(more).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('The newest 400 rows. There are older ones.')).toBeVisible();
  await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('300');
  window.scrollTo(0, document.documentElement.scrollHeight);
  await expect.element(page.getByText('500 rows, the newest first.')).toBeVisible();
  await expect.element(more).not.toBeInTheDocument();
});

test('a sound log says how many rows it has; while it is checked a bar says so', async () => {
  const state = withLog(3);
  let open = () => {};
  state.audit.gate = new Promise((resolve) => {
    open = resolve;
  });
  renderWindow(state, '/settings/log');
  await page.getByRole('button', { name: 'Check the whole log' }).click();
  await expect.element(page.getByRole('progressbar', { name: 'Every row is checked against the one before it' })).toBeVisible();
  open();
  await expect.element(page.getByRole('main').getByText('The log is whole: 3 rows, none changed and none missing.')).toBeVisible();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
});

test('a broken log names the first bad row, what is still sound, and what can be done', async () => {
  const state = withLog(9);
  state.audit.firstBad = 5;
  renderWindow(state, '/settings/log');
  await page.getByRole('button', { name: 'Check the whole log' }).click();
  await expect.element(page.getByRole('alert').getByText('Row 5 was changed or is missing. The 4 rows before it are sound.')).toBeVisible();
  await expect.element(page.getByRole('alert').getByText(/Keep a copy of the data folder as it is/)).toBeVisible();
  await expect.element(page.getByRole('alert').getByRole('link', { name: 'Go to the backups' })).toBeVisible();
});

test('the shown rows are saved as a CSV whose name holds no person’s name', async () => {
  const state = withLog(3);
  const saved: { name: string; url: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, url: this.href });
  });
  renderWindow(state, '/settings/log');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.element(page.getByRole('main').getByText('3 rows are saved in consultleaf-log-2026-12-02.csv.')).toBeVisible();
  expect(saved.map(({ name }) => name)).toEqual(['consultleaf-log-2026-12-02.csv']);
  const file = await (await fetch(saved[0]?.url ?? '')).text();
  expect(file.split('\n')).toHaveLength(3);
  click.mockRestore();
});

test('from a patient’s page an administrator sees who looked at her record', async () => {
  const state = withLog(2);
  state.audit.rows.push(auditRow(3, { action: 'patient.view', whom: SUNITA.id, subject: SUNITA.recordNumber }));
  renderWindow(state, `/patients/${SUNITA.id}`);
  await page.getByRole('link', { name: 'Who looked at this record' }).click();
  await expect.element(page.getByText('1 row, the newest first.')).toBeVisible();
  await expect.element(page.getByText('Shown: SUNITA DEVI (sample), SF-00-4821')).toBeVisible();
  await page.getByRole('button', { name: 'Show all patients' }).click();
  await expect.element(page.getByText('3 rows, the newest first.')).toBeVisible();
});

test('who is no administrator finds neither the log nor the way to it', async () => {
  const state = withLog(2);
  const doctor: User = { ...DOCTOR, roles: ['doctor'] };
  state.status = { ...state.status, user: doctor };
  renderWindow(state, `/patients/${SUNITA.id}`);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Visits' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Who looked at this record' })).not.toBeInTheDocument();
  location.hash = '#/settings/log';
  await expect.element(heading()).toBeVisible();
  await expect.element(page.getByText(/An administrator/)).toBeVisible();
  expect(filters(state)).toEqual([]);
});
