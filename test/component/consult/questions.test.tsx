import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit } from './visit.tsx';

afterEach(unmount);

const KNOWN_COUNT = { 'topic.count': { state: 'known', value: 3 } };

test('the cursor stands in the first question without an answer', async () => {
  await openVisit('fit', KNOWN_COUNT);
  await expect.element(page.getByRole('heading', { level: 2, name: 'Was the scan clear?' })).toBeVisible();
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('topic.scan');
});

test.each([
  ['1', { state: 'known', value: true }, 'Met'],
  ['2', { state: 'known', value: false }, 'Not met'],
  ['3', { state: 'notKnown' }, 'Not known'],
])('the key %s answers the question being asked, and it is stored', async (key, answer, result) => {
  const { visit } = await openVisit('fit', KNOWN_COUNT);
  await expect.element(page.getByRole('radiogroup', { name: 'Was the scan clear?' })).toBeVisible();
  await userEvent.keyboard(key);
  await expect.poll(() => storedAnswer(visit, 'topic.scan')).toEqual(answer);
  await expect.element(page.getByText(result, { exact: true }).last()).toBeVisible();
});

test('“does not apply” counts only with its reason, and says so', async () => {
  const { visit } = await openVisit('fit', KNOWN_COUNT);
  await expect.element(page.getByRole('radiogroup', { name: 'Was the scan clear?' })).toBeVisible();
  await userEvent.keyboard('4');
  await expect.element(page.getByText('Say why. Until then this counts as not asked.')).toBeVisible();
  expect(storedAnswer(visit, 'topic.scan')).toBeUndefined();
  await page.getByLabelText('Why it does not apply to her').fill('No womb scan was needed');
  await expect.poll(() => storedAnswer(visit, 'topic.scan')).toEqual({ state: 'doesNotApply', because: 'No womb scan was needed' });
});

test('a “no” offers the doctor’s decision, one tap gives its reason, and nothing has to be said', async () => {
  const { visit } = await openVisit('fit', KNOWN_COUNT);
  await expect.element(page.getByRole('radiogroup', { name: 'Was the scan clear?' })).toBeVisible();
  await userEvent.keyboard('2');
  await page.getByText('Discussed and accepted').click();
  await expect.poll(() => storedAnswer(visit, 'program.criterionDecisions')).toEqual({ clear: { reason: 'accepted' } });
});

test('what is not known gathers under “Still needed”, with the words given for it', async () => {
  await openVisit('fit', { 'topic.scan': { state: 'notKnown', note: 'Scan on Monday' } });
  await expect.element(page.getByRole('heading', { name: 'Still needed: 1' })).toBeVisible();
  expect(page.getByRole('region', { name: 'Still needed: 1' }).element().textContent).toContain('Scan on Monday');
});

test('in a question for a number the digits are the number, never an answer', async () => {
  const { visit } = await openVisit('fit');
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('topic.count');
  await userEvent.keyboard('3{Enter}');
  await expect.poll(() => storedAnswer(visit, 'topic.count')).toEqual({ state: 'known', value: 3 });
});

test('Alt and an arrow go to the next section, Alt 0 to the page that holds everything', async () => {
  await openVisit('fit', KNOWN_COUNT);
  await expect.element(page.getByRole('radiogroup', { name: 'Was the scan clear?' })).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Words of section.plan.' })).toBeVisible();
  await userEvent.keyboard('{Alt>}0{/Alt}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Check everything' })).toBeVisible();
});
