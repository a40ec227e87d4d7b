import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { COUNSELLOR, memoryPerson } from '../../support/memoryUsers.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

/** A visit as a counsellor sees it. */
const asCounsellor = (section: string) =>
  openVisit(section, START, {}, {}, { state: { people: [memoryPerson(COUNSELLOR)] }, status: { user: COUNSELLOR } });

test('the decision is read, with the reason why it can’t be changed', async () => {
  await asCounsellor('decide');
  await expect.element(page.getByText(/A doctor decides and writes this down/)).toBeVisible();
  await expect.element(page.getByText('Blood test')).toBeVisible();
  await expect.element(page.getByRole('radio', { name: /Start/ })).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Next step', { exact: true })).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /^Change/ })).not.toBeInTheDocument();
});

test.each([
  ['plan', /A doctor writes the protocol/],
  ['tests', /A doctor plans tests and visits/],
])('section %s is read, too', async (section, reason) => {
  await asCounsellor(section);
  await expect.element(page.getByText(reason)).toBeVisible();
});

test('allergies and medicines are everybody’s who talks with her', async () => {
  const { visit } = await asCounsellor('safe');
  await page.getByRole('radiogroup', { name: 'Medicines she takes' }).getByText('None, I asked').click();
  await expect.poll(() => storedAnswer(visit, 'program.medicines')).toEqual({ known: 'none' });
});

test('the check offers to change only what a counsellor may change, and says who makes it final', async () => {
  await asCounsellor('check');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Change: Allergies' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Change: Next step' })).not.toBeInTheDocument();
  await expect.element(page.getByText('A doctor decides what is left off the paper.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /SUNITA/ })).toHaveAttribute('aria-disabled', 'true');
});
