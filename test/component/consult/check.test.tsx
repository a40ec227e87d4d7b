import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storeAnswer, storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

async function violations(): Promise<string[]> {
  document.documentElement.lang = 'en';
  const { violations: found } = await axe.run(seen(), { resultTypes: ['violations'] });
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

test('what another screen stored while the last answer was saved comes in first, by its name, and nothing is made final', async () => {
  const { visit } = await openVisit('check', START);
  const button = page.getByRole('button', { name: /Make final for/ });
  await expect.element(button).not.toHaveAttribute('aria-disabled');
  storeAnswer(visit, 'program.food', 'Empty stomach, always');
  const [letter, make] = [page.getByRole('radio', { name: 'Letter' }).element(), button.element()];
  if (!(letter instanceof HTMLElement && make instanceof HTMLElement)) throw new TypeError('They can’t be pressed.');
  letter.click();
  make.click();
  await expect.element(page.getByText(/^It could not be made final. Another screen changed this just now.*: Food/)).toBeVisible();
  await expect.element(page.getByText('Empty stomach, always').first()).toBeVisible();
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

test('what may be switched off follows from the decision; what is switched off is stored, and can be printed again', async () => {
  const { visit } = await openVisit('check', START);
  const paper = page.getByRole('group', { name: 'Printed too' });
  await expect.element(paper).toBeVisible();
  const names = () =>
    paper
      .getByRole('checkbox')
      .elements()
      .map((each) => each.closest('label')?.textContent);
  expect(names()).toEqual(['Why this for you', 'Your options', 'What we know', 'Your questions', 'What we went over']);
  await paper.getByText('Your options').click();
  await expect.poll(() => storedAnswer(visit, 'program.hidden')).toEqual(['options']);
  await paper.getByText('Your options').click();
  await expect.poll(() => storedAnswer(visit, 'program.hidden')).toBeUndefined();
  await page.getByRole('radiogroup', { name: 'Size' }).getByText('Letter').click();
  await expect.poll(() => storedAnswer(visit, 'program.paper')).toBe('Letter');
});

test('a decision without the medicine lets other blocks be switched off', async () => {
  await openVisit('check', { ...START, 'program.decision': 'wait' });
  const paper = page.getByRole('group', { name: 'Printed too' });
  await expect.element(paper.getByText('Your blood tests')).toBeVisible();
  await expect.element(paper.getByText('Your calendar')).not.toBeInTheDocument();
});

test('what is still to check and what was not opened is worth a look, and stops nothing', async () => {
  await openVisit('check', { ...START, 'topic.scan': { state: 'notKnown', note: 'Scan on Monday' } });
  await expect.element(page.getByText('Worth a look. It does not stop you.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Scan on Monday' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Section 1, Words of section.about.' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Make final for/ })).not.toHaveAttribute('aria-disabled');
});

test('past the review date the gate says so and leads to the approval', async () => {
  const { state } = await openVisit('check', START, {}, { today: '2027-11-23' });
  const words = 'This content was to be reviewed by 22-Nov-2027. Read it again and approve it.';
  await expect.element(page.getByRole('link', { name: words }).first()).toBeVisible();
  await page.getByRole('link', { name: words }).first().click();
  await expect.element(page.getByRole('button', { name: 'Approve again: version 2.1 in English' })).toBeVisible();
  expect(state.calls.some(({ path }) => path === 'consultations.makeFinal')).toBe(false);
});

test('past the review date every section says so, and a doctor can read it again from there', async () => {
  await openVisit('fit', START, {}, { today: '2027-11-23' });
  await expect.element(page.getByText('This content was to be reviewed by 22-Nov-2027. Read it again and approve it.')).toBeVisible();
  await page.getByRole('link', { name: 'Read it' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /^Read and approve/ })).toBeVisible();
});

test('up to the review date nothing is said of it', async () => {
  await openVisit('fit', START, {}, { today: '2027-11-22' });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(page.getByText(/was to be reviewed/)).not.toBeInTheDocument();
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
