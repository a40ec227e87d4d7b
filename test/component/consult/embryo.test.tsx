import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit } from './visit.tsx';

afterEach(unmount);

const BEFORE = { 'topic.count': { state: 'known', value: 3 }, 'topic.scan': { state: 'known', value: true } };
const EMBRYO = { name: 'What did the embryo test show?' };

test('the embryo test has its four results and no field for a karyotype', async () => {
  await openVisit('fit', BEFORE);
  const group = page.getByRole('radiogroup', EMBRYO);
  await expect.element(group).toBeVisible();
  const names = group
    .getByRole('radio')
    .elements()
    .map((each) => each.closest('label')?.textContent?.replace(/\d$/, ''));
  expect(names.slice(0, 4)).toEqual([
    'Normal',
    'Words of question.result.option.notNormal.',
    'Words of question.result.option.mosaic.',
    'Not tested',
  ]);
});

test.each([
  ['Normal', 'normal', 'Met'],
  ['Words of question.result.option.mosaic.', 'mosaic', 'Not met'],
  ['Not tested', 'notTested', 'Not known'],
])('%s counts as it is: %s, %s', async (label, value, result) => {
  const { visit } = await openVisit('fit', BEFORE);
  await page.getByRole('radiogroup', EMBRYO).getByText(label, { exact: true }).click();
  await expect.poll(() => storedAnswer(visit, 'topic.result')).toEqual({ state: 'known', value });
  await expect.poll(() => document.querySelector('[data-now]')?.textContent).toContain(`A normal embryo${result}`);
});

test.each(['46,XX', 'it is a girl', 'लड़का'])(
  '“%s” in a note is refused at once with the reason, and is neither stored nor lost',
  async (words) => {
    const { visit } = await openVisit('fit', { 'topic.count': { state: 'known', value: 3 } });
    await page.getByRole('radiogroup', { name: 'Was the scan clear?' }).getByText('Yes').click();
    const note = page.getByRole('textbox', { name: 'Words of question.scan.note.' });
    await note.fill(words);
    await expect
      .element(note)
      .toHaveAccessibleDescription(/can’t be printed: it may tell the sex of an embryo, and telling it is an offence \(PCPNDT Act\)/);
    await expect.element(note).toHaveValue(words);
    await expect.element(page.getByText(/1 answer isn’t saved yet/)).toBeVisible();
    await note.fill('Clear, read by two');
    await expect.poll(() => storedAnswer(visit, 'topic.scan')).toEqual({ state: 'known', value: true, note: 'Clear, read by two' });
    await expect.element(page.getByText(/1 answer isn’t saved yet/)).not.toBeInTheDocument();
  },
);

test('a “no” with a reason that may not be printed is refused at its own field', async () => {
  const { visit } = await openVisit('fit', { ...BEFORE, 'topic.scan': { state: 'known', value: false } });
  await page.getByRole('button', { name: 'Change: Was the scan clear?' }).click();
  await page.getByText('In own words').click();
  const words = page.getByRole('textbox', { name: 'In words, for the paper' });
  await words.fill('she wants a boy');
  await expect.element(words).toHaveAccessibleDescription(/“boy” can’t be printed/);
  expect(storedAnswer(visit, 'program.criterionDecisions')).toBeUndefined();
  await words.fill('Talked over with both');
  await expect
    .poll(() => storedAnswer(visit, 'program.criterionDecisions'))
    .toEqual({ clear: { reason: 'own', text: 'Talked over with both' } });
});
