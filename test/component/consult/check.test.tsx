import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

async function violations(): Promise<string[]> {
  document.documentElement.lang = 'en';
  const { violations: found } = await axe.run(document, { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test('ready: the button names the patient, and nothing is left', async () => {
  await openVisit('check', START);
  await expect.element(page.getByText('Ready. All that start needs is here.')).toBeVisible();
  const button = page.getByRole('button', { name: 'Make final for SUNITA DEVI (sample), 32, …4821' });
  await expect.element(button).toBeVisible();
  await expect.element(button).not.toHaveAttribute('aria-disabled');
});

test('not ready: the first thing on the right leads to its field; the button says why and can be reached', async () => {
  const { 'program.ifVomiting': _, ...rest } = START;
  const { state } = await openVisit('check', rest);
  await expect.element(page.getByText('One thing is left.')).toBeVisible();
  const button = page.getByRole('button', { name: /Make final for/ });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button).toHaveAccessibleDescription('It opens when the list above is complete.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(state.calls.some(({ path }) => path === 'consultations.makeFinal')).toBe(false);
  await page.getByRole('link', { name: 'What she does: Vomits a dose' }).first().click();
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('program.ifVomiting');
});

test('“Change” opens the question with its present answer', async () => {
  await openVisit('check', { ...START, 'topic.scan': { state: 'known', value: true } });
  await page.getByRole('link', { name: 'Change: A clear scan' }).click();
  await expect.element(page.getByRole('radio', { name: 'Yes' }).first()).toBeChecked();
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('topic.scan');
});

test('a decision without the medicine shows no protocol', async () => {
  await openVisit('check', { ...START, 'program.decision': 'notTaking' });
  await expect.element(page.getByRole('heading', { name: 'Decision' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Protocol' })).not.toBeInTheDocument();
});

test.each(['about', 'fit', 'plan', 'tests', 'safe', 'decide', 'ask', 'check'])('%s: axe finds nothing to mend', async (section) => {
  await openVisit(section, { ...START, 'topic.scan': { state: 'known', value: false } });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test.each([683, 320])('nothing is wider than a window of %i pixels', async (width) => {
  await page.viewport(width, 640);
  for (const section of ['fit', 'plan', 'tests', 'safe', 'decide', 'ask', 'check']) {
    await openVisit(section, { ...START, 'topic.scan': { state: 'known', value: false } });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(document.documentElement.scrollWidth, section).toBeLessThanOrEqual(width);
  }
  await page.viewport(1366, 768);
});
