import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TimelineEntry } from '#core/contract/timeline.ts';
import { memoryState, memoryVersion, patientRow } from '../../support/memoryBackend.ts';
import { memoryConsultation } from '../../support/memoryConsultation.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { START } from '../consult/visit.tsx';

afterEach(unmount);

const LAST = {
  ...START,
  'topic.scan': { state: 'known', value: true, note: 'Clear', date: '2026-10-14' },
  'topic.result': { state: 'notKnown', note: 'Result to come' },
  'program.asked': [{ question: 'Does insurance pay?', who: 'Ms C.' }],
  'program.teachBack': { dose: 'understood' },
  'program.language': 'en',
};
const events: TimelineEntry[] = [
  { kind: 'call', id: 'try 1', at: '2026-12-01T06:00:00.000Z', by: 'RAVI (sample)', why: 'paperChanged', outcome: 'called' },
  {
    kind: 'print',
    id: '12',
    at: '2026-12-01T05:30:00.000Z',
    by: 'RAVI (sample)',
    how: 'print',
    versionId: crypto.randomUUID(),
    version: 1,
    visitDate: '2026-11-20',
  },
];

/** Her page: a final visit with its paper, printed, and a call. */
function herPage({
  roles = ['doctor' as const],
  happened = events,
}: {
  roles?: ('doctor' | 'reception')[];
  happened?: TimelineEntry[];
} = {}) {
  const visit = memoryConsultation(LAST);
  visit.consultation = { ...visit.consultation, state: 'final', visitDate: '2026-11-20', savedAt: '2026-11-20T05:00:00.000Z' };
  const { patient, pack } = visit.consultation;
  const paper = memoryVersion(visit, 1, { madeAt: '2026-11-20T05:00:00.000Z' });
  const approvals = [{ pack, language: 'en' as const, by: 'Dr A. SAMPLE', at: visit.consultation.savedAt }];
  const summary = {
    ref: pack,
    title: 'Examplin for tests',
    languages: ['en' as const],
    approvals,
    reviewBy: visit.pack.reviewBy,
    faults: [],
  };
  const state = memoryState({ visit, versions: [paper], packs: [summary], patients: [patientRow({ ...patient })], happened });
  const { user } = state.status;
  state.status = { ...state.status, user: user && { ...user, roles } };
  renderWindow(state, `/patients/${patient.id}`);
  return state;
}
const looked = async () =>
  (await axe.run({ include: ['body'], exclude: ['[data-live-announcer]'] })).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const saves = (state: ReturnType<typeof herPage>) =>
  state.calls.flatMap(({ path, input }) =>
    path === 'consultations.saveAnswers' ? (input as { changes: { key: string; value: unknown }[] }).changes : [],
  );
/** Ticks a box, or unticks it, by its key. */
async function tick(name: RegExp) {
  const box = page.getByRole('checkbox', { name });
  (box.element() as HTMLElement).focus();
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard(' ');
}
const button = (name: string | RegExp) => page.getByRole('button', { name });

test('a follow-up names the visit that it goes on from, brings nothing along unasked, and takes over what is ticked', async () => {
  const state = herPage();
  await expect.element(button(/Start a follow-up goes on from Fri 20-Nov-2026/)).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Visits' })).toHaveFocus();
  const from = state.visit?.consultation.id;
  await userEvent.keyboard('{Alt>}u{/Alt}');
  const heading = page.getByRole('heading', { level: 1, name: 'Since the visit of Fri 20-Nov-2026' });
  await expect.element(heading).toHaveFocus();
  expect(state.calls.find(({ path }) => path === 'consultations.start')?.input).toMatchObject({ from });
  await expect.element(page.getByRole('checkbox', { name: /^Still right: Was the scan clear\?/ })).not.toBeChecked();
  expect(saves(state)).toEqual([]);
  expect(await looked()).toEqual([]);

  await button(/^All 4 not ticked are still right/).click();
  await expect.element(page.getByRole('checkbox', { name: /^Still right: Was the scan clear\?/ })).toBeChecked();
  await expect
    .poll(() => saves(state).map(({ key }) => key))
    .toEqual(['topic.scan', 'program.supervisors', 'program.allergies', 'program.medicines']);
  expect(saves(state)[0]?.value).toEqual(LAST['topic.scan']);
  // What belongs to the plan is ticked one by one, and a dose can't be ticked at all.
  await expect.element(page.getByRole('checkbox', { name: /^Still right: Transfer$/ })).not.toBeChecked();
  await tick(/^Still right: Transfer$/);
  await expect.poll(() => saves(state).at(-1)).toEqual({ key: 'program.transferDate', value: '2026-12-09' });
  await expect
    .element(page.getByRole('checkbox', { name: /What was decided|Form|Strength|How many|First day|Stop rule/ }))
    .not.toBeInTheDocument();
  await expect.element(page.getByRole('row', { name: 'What was decided Start not filled in yet' })).toBeVisible();
  // What was open then is asked again, and her question can be taken along with who was to answer.
  await expect.element(page.getByText('Not known on 20-Nov-2026')).toBeVisible();
  await tick(/Take it into this visit: Does insurance pay\?/);
  await expect
    .poll(() => saves(state).at(-1))
    .toEqual({ key: 'program.asked', value: [{ question: 'Does insurance pay?', who: 'Ms C.' }] });
  // Taken back, it is nothing of this visit again.
  await tick(/^Still right: Was the scan clear\?/);
  await expect.poll(() => saves(state).at(-1)).toEqual({ key: 'topic.scan', value: null });
  expect(await looked()).toEqual([]);

  await page.viewport(683, 384);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  await page.viewport(1366, 768);

  // Under its question the answer of then can be confirmed too; the cursor stays at the answer.
  await page.getByRole('link', { name: 'Change: Was the scan clear?' }).click();
  await expect.element(button('Still right: Was the scan clear?')).toBeVisible();
  await button('Still right: Was the scan clear?').click();
  await expect.poll(() => saves(state).at(-1)).toEqual({ key: 'topic.scan', value: LAST['topic.scan'] });
  await expect.element(page.getByRole('radio', { name: 'Yes' }).first()).toHaveFocus();
  await expect.element(page.getByRole('link', { name: /^Since 20-Nov-2026/ })).toBeVisible();
  // At the head of the plan stands the last one, to be read.
  await page
    .getByRole('link', { name: /section\.plan/ })
    .first()
    .click();
  await page.getByText('The last visit, 20-Nov-2026').click();
  await expect.element(page.getByText('0.5 mg').first()).toBeVisible();
  await page.getByRole('link', { name: /^Since 20-Nov-2026/ }).click();
  await expect.element(heading).toHaveFocus();
  // Before it is final, what nobody has confirmed is worth a look and stops nothing.
  await userEvent.keyboard('{Alt>}0{/Alt}');
  await page.getByRole('link', { name: /answers of 20-Nov-2026 are not confirmed$/ }).click();
  await expect.element(heading).toHaveFocus();
});

test('her timeline has what happened by day, by keys alone shows one kind, and says what will stand there', async () => {
  herPage();
  const list = page.getByRole('list', { name: 'What happened, the newest day first' });
  await expect.element(list.getByRole('heading', { level: 4, name: 'Decided: Start' })).toBeVisible();
  const seen = list.element().textContent ?? '';
  const order = [
    'Tue 01-Dec-2026',
    'Called:',
    'Version 1 printed',
    'visit of 20-Nov-2026',
    'Fri 20-Nov-2026',
    'Paper made: version 1',
    'Decided: Start',
  ];
  expect(order.map((words) => seen.indexOf(words))).toEqual(
    order.map((words) => seen.indexOf(words)).toSorted((one, other) => one - other),
  );
  expect(seen.indexOf(order[0] ?? '')).toBeGreaterThanOrEqual(0);
  expect(await looked()).toEqual([]);
  await page.getByRole('radio', { name: 'All' }).element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'Printed and saved' })).toBeChecked();
  await expect.element(list.getByText('Version 1 printed')).toBeVisible();
  await expect.element(list.getByText('Decided: Start')).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(page.getByText('Nothing of this kind yet.')).toBeVisible();
});

test('before anything has happened it teaches, and reception is offered no visit', async () => {
  const state = herPage({ roles: ['reception'], happened: [] });
  state.visit = null;
  state.versions = [];
  await expect.element(page.getByText(/^Every visit will stand here/)).toBeVisible();
  await expect.element(page.getByText('Start a visit to go through a topic together.')).not.toBeInTheDocument();
  await expect.element(button(/follow-up/)).not.toBeInTheDocument();
});
