import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const strength = () => page.getByRole('textbox', { name: 'Strength, mg' });
const stored = (visit: Parameters<typeof storedAnswer>[0], id: string) => expect.poll(() => storedAnswer(visit, `program.${id}`));

test('a number is stored while it is typed: the field need not be left', async () => {
  const { visit } = await openVisit('plan');
  await strength().click();
  await userEvent.keyboard('0.5');
  await stored(visit, 'strengthMg').toBe(0.5);
  await expect.element(strength()).toHaveFocus();
  await expect.element(strength()).toHaveValue('0.5');
});

test('a half-typed number is no error and no answer, and stays as it was typed', async () => {
  const { visit } = await openVisit('plan', START);
  await strength().fill('0.');
  await stored(visit, 'strengthMg').toBeUndefined();
  await expect.element(strength()).toHaveValue('0.');
  expect(strength().element().getAttribute('aria-invalid')).not.toBe('true');
  await userEvent.keyboard('75');
  await expect.element(strength()).toHaveValue('0.75');
  await stored(visit, 'strengthMg').toBe(0.75);
});

test('a field that is left with nought says what is wrong and stores nothing', async () => {
  const { visit } = await openVisit('plan', START);
  await strength().fill('0');
  await userEvent.keyboard('{Tab}');
  await expect.element(strength()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('Not saved', { exact: true })).toBeVisible();
  expect(storedAnswer(visit, 'program.strengthMg')).toBeUndefined();
});

test('days before the transfer are stored while they are typed; too many are said, never cut to fit', async () => {
  const { visit } = await openVisit('plan', START);
  const days = page.getByRole('textbox', { name: 'Days', exact: true });
  await days.fill('7');
  await stored(visit, 'start').toEqual({ anchor: 'transfer', days: -7 });
  await days.fill('75');
  await expect.element(days).toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Tab}');
  await expect.element(days).toHaveValue('75');
  await days.fill('');
  await stored(visit, 'start').toEqual({ anchor: 'transfer' });
  await expect.element(days).toBeVisible();
});

test('units follow each digit, and an emptied time of the day is none', async () => {
  const { visit } = await openVisit('plan', START);
  const morning = page.getByRole('textbox', { name: 'Morning', exact: true });
  await morning.fill('2');
  await stored(visit, 'units').toEqual({ morning: 2, noon: 0, evening: 1, bedtime: 0 });
  await morning.fill('');
  await stored(visit, 'units').toEqual({ morning: 0, noon: 0, evening: 1, bedtime: 0 });
  await expect.element(morning).toHaveValue('');
  await userEvent.keyboard('{Tab}');
  await expect.element(morning).toHaveValue('0');
});

test('one typed number is one step to take back', async () => {
  const { visit } = await openVisit('plan', START);
  await strength().fill('');
  await userEvent.keyboard('1.25{Tab}');
  await stored(visit, 'strengthMg').toBe(1.25);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await stored(visit, 'strengthMg').toBe(0.5);
  await expect.element(strength()).toHaveValue('0.5');
});

test('what was typed is stored on going to the next section at once', async () => {
  const { visit } = await openVisit('plan');
  await strength().click();
  await userEvent.keyboard('0.5{Alt>}{ArrowRight}{/Alt}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Words of section.tests.' })).toBeVisible();
  await stored(visit, 'strengthMg').toBe(0.5);
});

test('a count that answers a question is stored while it is typed', async () => {
  const { visit } = await openVisit('fit');
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('topic.count');
  await userEvent.keyboard('0');
  await expect.poll(() => storedAnswer(visit, 'topic.count')).toEqual({ state: 'known', value: 0 });
});
