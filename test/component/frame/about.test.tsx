import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { memoryState } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(async () => {
  unmount();
  await page.viewport(1366, 768);
});

const faults = async () => (await axe.run(seen(), { resultTypes: ['violations'] })).violations.map(({ id }) => id);
const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

test('what the program is, and every licence in its own words: found by typing, and read by keys', async () => {
  renderWindow(memoryState(), '/about');
  await expect.element(page.getByRole('heading', { level: 1, name: 'About Consultleaf' })).toBeVisible();
  await expect.element(page.getByText(/Version 0\.1\.0/)).toBeVisible();
  await expect.element(page.getByText('81 parts.')).toBeVisible();
  const words = () => page.getByRole('region', { name: /^Licence of/ });
  await expect.element(words().getByText('MIT License of Consultleaf')).toBeVisible();
  expect(await faults()).toEqual([]);

  await page.getByRole('searchbox', { name: 'Find a part of the program or a licence' }).click();
  await userEvent.keyboard('part-7');
  await expect.element(page.getByText('11 parts.')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('option', { name: /^part-7 / })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(words().getByText('MIT License of part-70')).toBeVisible();
  await page.viewport(683, 384);
  expect(wider()).toBeLessThanOrEqual(0);
});

test('a report for support is made on demand, read whole, and saved as it was read', async () => {
  const state = memoryState();
  renderWindow(state, '/settings/support');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await expect.element(page.getByRole('heading', { name: 'The report' })).toHaveFocus();
  expect(state.calls.at(-1)).toEqual({ path: 'app.diagnostics', input: { agent: navigator.userAgent } });
  await expect.element(page.getByRole('region', { name: 'The report' })).toHaveTextContent('Consultleaf, report for support');
  const saved: { name: string; href: string }[] = [];
  const press = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.href });
  });
  await page.getByRole('button', { name: 'Save a report for support' }).click();
  await expect.element(page.getByText('Saved as Consultleaf-report-2026-12-02.txt.').first()).toBeVisible();
  press.mockRestore();
  expect(saved.map(({ name }) => name)).toEqual(['Consultleaf-report-2026-12-02.txt']);
  expect(await (await fetch(saved[0]?.href ?? '')).text()).toBe('Consultleaf, report for support\n');
  expect(await faults()).toEqual([]);
  await page.viewport(683, 384);
  expect(wider()).toBeLessThanOrEqual(0);
});
