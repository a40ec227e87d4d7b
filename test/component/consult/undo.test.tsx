import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const field = (key: string) => page.elementLocator(document.querySelector(`[data-field="${key}"]`) ?? document.body);
const box = (key: string) => field(key).getByRole('textbox').first();
const say = (key: string, words: string) => () => field(key).getByText(words, { exact: true }).click();
const write = (key: string, words: string) => () => box(key).fill(words);
const enter =
  (key: string, digits: string, part: RegExp = /^(day|hour)/) =>
  async () => {
    await field(key).getByRole('spinbutton', { name: part }).first().click();
    await userEvent.keyboard(digits);
  };
const pick = (key: string, entry: string) => async () => {
  await field(key).getByRole('button').first().click();
  await page.getByRole('option', { name: entry, exact: true }).click();
};

/** Presses a button of the strip without the way of the mouse to it: that is not what is tried here. */
const press = (name: string) => (page.getByRole('button', { name, exact: true }).element() as HTMLElement).click();

/**
 * One control of each kind: the answer that it changes, how a hand changes it, and what the answer holds in the end where it
 * is stored on the way there too.
 */
const CONTROLS: [kind: string, key: string, change: () => Promise<unknown>, holds?: string][] = [
  ['a number of the topic', 'topic.count', write('topic.count', '3')],
  ['yes or no', 'topic.scan', say('topic.scan', 'No')],
  ['a doctor’s decision against a no', 'program.criterionDecisions', say('program.criterionDecisions.clear', 'Discussed and accepted')],
  ['ticks of the topic', 'topic.signs', () => field('topic.signs').getByText(/fever/).click()],
  ['words of the topic', 'topic.remark', write('topic.remark', 'Nothing new')],
  ['a day of the topic', 'topic.when', enter('topic.when', '14102026'), '2026-10-14'],
  ['a decision', 'program.decision', say('program.decision', 'Continue')],
  ['a text', 'program.nextStep', write('program.nextStep', 'Scan')],
  ['a day', 'program.nextDate', enter('program.nextDate', '06122026'), '2026-12-06'],
  ['a time', 'program.nextTime', enter('program.nextTime', '0830'), '08:30'],
  ['a list that opens', 'program.form', pick('program.form', 'Tablet')],
  ['a number with decimals', 'program.strengthMg', write('program.strengthMg', '1')],
  ['a counter', 'program.units', () => page.getByRole('button', { name: 'One more Noon' }).click()],
  [
    'an alternative of the source',
    'program.chosen',
    () =>
      field('program.chosen.dose')
        .getByText(/dose-one/)
        .click(),
  ],
  ['a tick', 'program.doseLater', say('program.doseLater', 'Dose later')],
  ['one of two names', 'program.supervisors', write('program.supervisors.kidney', 'Dr B. SAMPLE')],
  [
    'a row of a test',
    'program.tests',
    async () => {
      await pick('program.tests.0', 'Kidney')();
      await enter('program.tests.0', '06122026')();
    },
    '2026-12-06',
  ],
  [
    'a row of a visit',
    'program.visits',
    async () => {
      await write('program.visits.0', 'Dr B. SAMPLE')();
      await enter('program.visits.0', '07122026')();
    },
    '2026-12-07',
  ],
  ['none of a list', 'program.medicines', say('program.medicines', 'None, I asked')],
  ['a question of hers', 'program.asked', write('program.asked.0', 'May I fly?')],
  ['what she said back', 'program.teachBack', () => field('program.teachBack').getByText('Explained again').first().click()],
  ['what was said to her', 'program.acknowledged', () => field('program.acknowledged').getByText('Cost').click()],
  ['the private note', 'program.privateNote', write('program.privateNote', 'Anxious')],
];

/** Some at a time, for a busy machine. */
const AT_A_TIME = 4;

test.each([0, 1, 2, 3, 4, 5])('every kind of control is undone and done again, and stored each time (%i)', async (part) => {
  const { visit } = await openVisit('all', START);
  await expect.element(page.getByRole('heading', { level: 1, name: 'All questions' })).toBeVisible();
  for (const [kind, key, change, holds] of CONTROLS.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME)) {
    const before = storedAnswer(visit, key);
    await change();
    await expect.poll(() => storedAnswer(visit, key), { message: kind }).not.toEqual(before);
    if (holds) await expect.poll(() => JSON.stringify(storedAnswer(visit, key)), { message: kind }).toContain(holds);
    const changed = storedAnswer(visit, key);
    press('Undo');
    await expect.poll(() => storedAnswer(visit, key), { message: `${kind}, undone` }).toEqual(before);
    press('Redo');
    await expect.poll(() => storedAnswer(visit, key), { message: `${kind}, done again` }).toEqual(changed);
  }
});

test('what is typed in a new row is saved while it is typed, and a row in the middle can’t be left empty', async () => {
  const { visit } = await openVisit('ask');
  await box('program.asked.0').fill('May I fly?');
  await expect.poll(() => storedAnswer(visit, 'program.asked')).toEqual([{ question: 'May I fly?' }]);
  await box('program.asked.1').fill('Does it hurt?');
  await expect.poll(() => storedAnswer(visit, 'program.asked')).toEqual([{ question: 'May I fly?' }, { question: 'Does it hurt?' }]);
  await box('program.asked.0').fill('');
  await expect.element(box('program.asked.0')).toHaveAccessibleDescription('Write the question, or take it out.');
  expect(storedAnswer(visit, 'program.asked')).toEqual([{ question: 'May I fly?' }, { question: 'Does it hurt?' }]);
  await page.getByRole('button', { name: 'Remove question 1' }).click();
  await expect.poll(() => storedAnswer(visit, 'program.asked')).toEqual([{ question: 'Does it hurt?' }]);
});

test('dates in the wrong order are said at their field at once, and mended in one press', async () => {
  const { visit } = await openVisit('plan', {
    ...START,
    'program.start': { anchor: 'date', date: '2026-12-20' },
    'program.stop': { anchor: 'date', date: '2026-12-05' },
  });
  await expect
    .element(field('program.stop.date').getByRole('group').first())
    .toHaveAccessibleDescription(/The end lies before the first day/);
  await page.getByRole('button', { name: 'Swap the two days' }).click();
  await expect.poll(() => storedAnswer(visit, 'program.start')).toEqual({ anchor: 'date', date: '2026-12-05' });
  await expect.poll(() => storedAnswer(visit, 'program.stop')).toEqual({ anchor: 'date', date: '2026-12-20' });
  await expect.poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('program.stop');
});
