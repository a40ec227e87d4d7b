import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const planLink = () =>
  page
    .getByRole('link', { name: /Words of section.plan/ })
    .first()
    .element().textContent;

test('nothing is filled in for the doctor', async () => {
  const { visit } = await openVisit('plan');
  await expect.element(page.getByText('Form, strength and how many at each time give the dose of a day.')).toBeVisible();
  for (const field of document.querySelectorAll<HTMLInputElement>('main input[type="text"], main textarea')) expect(field.value).toBe('');
  expect(document.querySelectorAll('main input:checked')).toHaveLength(0);
  expect(visit.consultation.answers).toEqual([]);
});

test('units are counted, and the sum says in words what they come to', async () => {
  const { visit } = await openVisit('plan', { 'program.form': 'capsule', 'program.strengthMg': 0.5 });
  const more = page.getByRole('button', { name: 'One more Morning' });
  await more.click();
  await page.getByRole('button', { name: 'One more Bedtime' }).click();
  await expect.poll(() => storedAnswer(visit, 'program.units')).toEqual({ morning: 1, noon: 0, evening: 0, bedtime: 1 });
  await expect.element(page.getByText('1\u00a0mg = two 0.5\u00a0mg capsules.')).toBeVisible();
});

test('the protocol is read back in one sentence, with the first day counted from the transfer', async () => {
  await openVisit('plan', START);
  await expect
    .poll(() => page.getByRole('region', { name: 'Read back' }).element().textContent.replaceAll('\u00a0', ' '))
    .toBe(
      'Read backExamplin 0.5 mg capsules: one in the morning, one in the evening; 1 mg a day. ' +
        'First on Sat 05-Dec-2026, 4 days before the transfer. Go on until the doctor sees the heartbeat and says stop.',
    );
});

test('a dose outside the sources’ range asks for a reason, and the reason settles it', async () => {
  const { visit } = await openVisit('plan', { ...START, 'program.strengthMg': 5 });
  await expect.element(page.getByText(/The sources name 1\s?mg to 2\s?mg a day\. 10\s?mg lies outside\./)).toBeVisible();
  await expect.poll(planLink).toContain('1 conflict');
  await page.getByLabelText('Why this dose').fill('Level stayed low');
  await expect.poll(() => storedAnswer(visit, 'program.doseReason')).toBe('Level stayed low');
  await expect.poll(planLink).not.toContain('conflict');
});

test('a test before the first dose is named at its line, and on the picture of the course', async () => {
  await openVisit('tests', { ...START, 'program.tests': [{ test: 'level', date: '2026-12-03' }] });
  await expect.element(page.getByText(/Thu 03-Dec-2026 is before the first dose/)).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await expect.element(page.getByText('Test too early')).toBeVisible();
});

test('“one less” of nothing stays nothing: it never jumps to the most that is allowed', async () => {
  const { visit } = await openVisit('plan');
  await expect.element(page.getByRole('button', { name: 'One less Morning' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Morning', exact: true }).click();
  await userEvent.keyboard('{ArrowDown}{Tab}');
  expect(storedAnswer(visit, 'program.units')).toBeUndefined();
});

test('a test before the first dose moves in one press to a day that is planned already; no day is worked out', async () => {
  const planned = { 'program.tests': [{ test: 'level', date: '2026-12-03', time: '08:30' }], 'program.nextDate': '2026-12-03' };
  await openVisit('tests', { ...START, ...planned });
  await expect.element(page.getByRole('button', { name: 'Remove the test' })).toBeVisible();
  expect(page.getByRole('button', { name: /^Move to/ }).elements()).toEqual([]);
  const visits = [{ date: '2026-12-14', purpose: 'Dr A. SAMPLE' }];
  const { visit } = await openVisit('tests', { ...START, ...planned, 'program.visits': visits });
  await page.getByRole('button', { name: 'Move to Mon 14-Dec-2026' }).click();
  await expect.poll(() => storedAnswer(visit, 'program.tests')).toEqual([{ test: 'level', date: '2026-12-14', time: '08:30' }]);
  await expect.element(page.getByRole('button', { name: 'Remove the test' })).not.toBeInTheDocument();
});
