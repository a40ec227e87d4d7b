import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ShellBridge } from '#core/contract/shellBridge.ts';
import { closeScreenDialog } from '../../../renderer/patientScreen/dialogState.ts';
import { unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';
import { openVisit } from '../consult/visit.tsx';

afterEach(() => {
  closeScreenDialog();
  unmount();
  delete window.consultleaf;
});

const screens = [
  { id: '7', label: 'Laptop', width: 1366, height: 768, here: true },
  { id: '8', label: 'Wall TV', width: 1920, height: 1080, here: false },
  { id: '9', label: '', width: 1024, height: 768, here: false },
];

test('in the shell she gets a screen that is chosen by its number, never the doctor’s own; then it is tried, and follows', async () => {
  const asked: string[] = [];
  let found = screens.slice(0, 1);
  const { state } = await openVisit('about');
  window.consultleaf = {
    connect: () => undefined,
    displays: async () => found,
    numberDisplays: async () => void asked.push('numbers'),
    openPatientWindow: async (id) => {
      asked.push(`open ${id}`);
      state.display = { ...state.display, open: true };
      state.events.emit({ kind: 'display' });
    },
    closePatientWindow: async () => void asked.push('close'),
  } satisfies ShellBridge;
  await page.getByRole('button', { name: 'Patient’s screen', exact: true }).click();
  await expect.element(page.getByText(/^This computer has one screen only/)).toBeVisible();
  found = screens;
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.element(page.getByRole('radio', { name: 'Screen 2: Wall TV, 1920 × 1080' })).toBeChecked();
  expect(page.getByRole('radio').elements()).toHaveLength(2);
  await page.getByRole('button', { name: 'Show the numbers on the screens' }).click();
  await page.getByText('Screen 3: 1024 × 768').click();
  const { violations } = await axe.run(seen());
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const reads = page.getByRole('button', { name: /^She can read it/ });
  await expect.element(reads).toBeVisible();
  expect(asked).toEqual(['numbers', 'open 9']);
  await expect.poll(() => state.display.mode).toBe('test');
  await reads.click();
  await expect.poll(() => state.display).toMatchObject({ mode: 'follow', part: { section: 'about', evidence: null } });
  await expect.element(page.getByRole('button', { name: 'Patient’s screen: following' })).toBeVisible();

  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await expect.poll(() => state.display.part?.section).toBe('fit');
  await page.getByRole('button', { name: 'Patient’s screen: following' }).click();
  await page.getByRole('menuitem', { name: 'Close' }).click();
  await expect.poll(() => asked.at(-1)).toBe('close');
  expect(state.display.open).toBe(false);
});

test('in a narrow window the role menu says how it is, and leads to all that can be done with it', async () => {
  await page.viewport(683, 384);
  const { state } = await openVisit('about');
  state.display = { ...state.display, open: true };
  state.events.emit({ kind: 'display' });
  await page.getByRole('button', { name: /^Dr A. SAMPLE/ }).click();
  await page.getByRole('menuitem', { name: 'Patient’s screen: blank' }).click();
  const dialog = page.getByRole('dialog', { name: 'Patient’s screen' });
  await expect.element(dialog).toBeVisible();
  const { violations } = await axe.run(seen());
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Hold' }).click();
  await expect.poll(() => state.display).toMatchObject({ mode: 'held', part: { section: 'about' } });
  await expect.element(dialog.getByRole('status')).toHaveTextContent('Patient’s screen: held');
  await page.viewport(1366, 768);
});
