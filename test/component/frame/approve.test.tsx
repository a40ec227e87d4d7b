import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import type { PackSummary } from '#core/contract/shapes.ts';
import { DOCTOR, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { smallPack } from '../../support/smallPack.ts';

afterEach(unmount);

const summaryOf = (hash: string, title: string): PackSummary => {
  const { id, version, languages, reviewBy } = smallPack();
  return { ref: { id, version, hash }, title, languages, approvals: [], reviewBy, faults: [] };
};
const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

function openApproval(change: Parameters<typeof memoryState>[0] = {}, hash = HASH) {
  const state = memoryState({
    pack: smallPack(),
    packs: [summaryOf(HASH, 'Examplin for tests'), summaryOf(OTHER, 'Second topic')],
    ...change,
  });
  renderWindow(state, `/approve/${hash}`);
  return state;
}

/** What is read in a part of the page, once it is there. */
const read = (part: Locator) => expect.poll(() => part.element().textContent);
const approveButton = () => page.getByRole('button', { name: 'Approve version 2.1 in English' }).last();

test('each statement stands beside what it rests on, each rule in words, and the content says how it is kept up', async () => {
  openApproval();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Read and approve: Examplin for tests 2.1' })).toBeVisible();
  const part = page.getByRole('region', { name: 'Words of section.about.', exact: true });
  await read(part).toMatch(/Words of about\.one\..*F1.*One\.Read in: Clinic document, opening/);
  await read(page.getByRole('region', { name: 'Words of section.fit.', exact: true })).toMatch(
    /How it is decided: “How many cycles failed\?” is 2 or more and “Was the scan clear\?” is yes\./,
  );
  const upkeep = page.getByRole('region', { name: 'Version and upkeep' });
  for (const words of ['2.1', '22-Nov-2026', '22-Nov-2027', 'Words of pack.update.', 'Words of pack.funding.'])
    await read(upkeep).toContain(words);
});

test('it says how far one has read, and never bars the way', async () => {
  const state = openApproval();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  const progress = page.getByRole('progressbar').element() as HTMLProgressElement;
  expect(progress.value).toBeLessThan(progress.max);
  for (const [index, end] of [...document.querySelectorAll('[data-read-mark]')].entries()) {
    end.scrollIntoView({ block: 'center' });
    await expect.poll(() => progress.value).toBeGreaterThan(index);
  }
  await expect.poll(() => progress.value).toBe(progress.max);
  expect(state.packs[0]?.approvals).toEqual([]);
});

test('a doctor approves it unread or read; then it says who and when, and the button is gone', async () => {
  const state = openApproval();
  await approveButton().click();
  const end = page.getByRole('region', { name: 'Approve version 2.1 in English' });
  await read(end).toContain('Approved in English by Dr A. SAMPLE, 02-Dec-2026, 10:42');
  await expect.element(end.getByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement?.id).toBe('approve-end');
  expect(state.packs.map(({ approvals }) => approvals.length)).toEqual([1, 0]);
});

test('a second topic is approved by its own content', async () => {
  const state = openApproval({ patients: [patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: '4821' })] }, OTHER);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Read and approve: Second topic 2.1' })).toBeVisible();
  await approveButton().click();
  await expect.poll(() => state.packs.map(({ approvals }) => approvals.length)).toEqual([0, 1]);
  await page
    .getByRole('link', { name: /patients/i })
    .first()
    .click();
  await expect.element(page.getByRole('link', { name: 'Approve the English text' })).toBeVisible();
  expect(page.getByText('Second topic 2.1').elements()).toEqual([]);
});

test('past the review date it asks for a new approval, and takes it', async () => {
  const late = memoryState();
  const old = summaryOf(HASH, 'Examplin for tests');
  old.approvals = [{ pack: old.ref, language: 'en', by: DOCTOR.name, at: '2026-12-02T05:12:00.000Z' }];
  openApproval({ packs: [old], status: { ...late.status, today: '2027-11-23' } });
  await read(page.getByRole('region', { name: 'Version and upkeep' })).toContain(
    'This content was to be reviewed by 22-Nov-2027. Read it again and approve it.',
  );
  await page.getByRole('button', { name: 'Approve again: version 2.1 in English' }).click();
  await expect.element(page.getByText(/by Dr A\. SAMPLE, 23-Nov-2027/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Approve again/ })).not.toBeInTheDocument();
});

test('who is no doctor reads it and can’t approve it', async () => {
  const { status } = memoryState();
  openApproval({ status: { ...status, user: status.user && { ...status.user, roles: ['counsellor'] } } });
  await expect.element(page.getByText('Only a doctor can approve a topic.')).toBeVisible();
  expect(
    approveButton()
      .elements()
      .filter((each) => each.closest('nav') === null),
  ).toEqual([]);
});

test('by keys: the contents lead to a part and to the end', async () => {
  openApproval();
  const last = page.getByRole('navigation', { name: 'Parts of the topic' }).getByRole('button').last();
  await expect.element(last).toBeVisible();
  (last.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.id).toBe('approve-end');
});

test.each([1366, 683, 320])('axe finds nothing to mend, and nothing is wider than %i pixels', async (width) => {
  await page.viewport(width, 640);
  openApproval();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  document.documentElement.lang = 'en';
  const { violations } = await axe.run('#root', { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.viewport(1366, 768);
});
