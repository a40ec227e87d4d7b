import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Status, User } from '#core/contract/shapes.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { DOCTOR, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { COUNSELLOR, memoryPerson, RECEPTION } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';
import { openVisit, START } from '../consult/visit.tsx';

afterEach(unmount);

const PATIENT = /SUNITA/;
/** Another doctor: she may open the same visit. */
const OTHER: User = {
  ...COUNSELLOR,
  name: 'Dr B. SAMPLE',
  roles: ['doctor'],
  doctor: { name: 'Dr B. SAMPLE', registration: '11111 (sample)' },
};
const people = (pin: boolean) => [
  memoryPerson(DOCTOR, { hasPin: pin }),
  memoryPerson(OTHER, {}, 'another password'),
  memoryPerson(RECEPTION, {}, 'third password'),
];
const idle: Partial<Status> = { idleMinutes: 10 };

/** A visit of a doctor with or without a PIN, under a clock that the test moves. */
async function visitUnderClock(change: { pin?: boolean; refuses?: string } = {}) {
  const clock = new FakeClock();
  const state = { people: people(change.pin ?? true) };
  const opened = await openVisit('decide', START, change.refuses ? { refuses: change.refuses } : {}, {}, { state, status: idle, clock });
  await expect.element(page.getByLabelText('Next step', { exact: true })).toBeVisible();
  return { ...opened, clock };
}

const nextStep = () => page.getByLabelText('Next step', { exact: true });
const pin = () => page.getByLabelText(`PIN of ${DOCTOR.name}`);
const covered = () => page.getByRole('heading', { level: 1, name: 'This window is covered' });
const called = (state: { calls: { path: string }[] }, path: string) => state.calls.filter((call) => call.path === path).length;

/** Nothing of the patient: in no text, title, frame or name of the page. */
function expectNothingOfHer() {
  expect(document.documentElement.outerHTML).not.toMatch(PATIENT);
  expect(document.title).not.toMatch(PATIENT);
  expect(document.querySelectorAll('canvas, iframe#consultleaf-print')).toHaveLength(0);
}

test('without a person the window is covered at once, and the PIN leads back to the same field', async () => {
  const { clock, state } = await visitUnderClock();
  await nextStep().click();
  clock.pass(599);
  await expect.element(page.getByText('This window will be covered in 1 second: move or press a key.').last()).toBeVisible();
  clock.pass(1);
  // Before anything else has had time to happen.
  expectNothingOfHer();
  await expect.element(pin()).toHaveFocus();
  expect(called(state, 'app.cover')).toBe(1);
  await userEvent.keyboard('2468{Enter}');
  await expect.element(page.getByText('SUNITA DEVI (sample)').first()).toBeVisible();
  await expect.element(nextStep()).toHaveFocus();
});

test('a key begins the time anew; the last minute is said in one line', async () => {
  const { clock, state } = await visitUnderClock();
  await nextStep().click();
  clock.pass(560);
  await expect.element(page.getByText('This window will be covered in 40 seconds: move or press a key.').last()).toBeVisible();
  await userEvent.keyboard('{Shift}');
  await expect.element(page.getByText(/will be covered in/)).not.toBeInTheDocument();
  clock.pass(560);
  expect(called(state, 'app.cover')).toBe(0);
  await expect.element(nextStep()).toBeVisible();
});

test('a machine that slept is covered when it wakes', async () => {
  const { clock } = await visitUnderClock();
  clock.sleep(20);
  expectNothingOfHer();
  await expect.element(pin()).toHaveFocus();
});

test('what was typed is stored before the program is told', async () => {
  const { state, visit } = await visitUnderClock();
  await nextStep().fill('Scan, then call');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(covered()).toBeVisible();
  await expect.poll(() => called(state, 'app.cover')).toBe(1);
  expect(storedAnswer(visit, 'program.nextStep')).toBe('Scan, then call');
  const paths = state.calls.map(({ path }) => path);
  expect(paths.lastIndexOf('consultations.saveAnswers')).toBeLessThan(paths.indexOf('app.cover'));
});

test('what can’t be stored waits for the person who typed it, unseen by another, and is stored when she is back', async () => {
  const { visit, state } = await visitUnderClock({ refuses: 'The disk is full.' });
  await nextStep().fill('Words of the doctor');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByText(`Answers of ${DOCTOR.name} are not saved yet.`)).toBeVisible();
  visit.refuses = null;
  await page.getByRole('button', { name: OTHER.name }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('another password{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible();
  await expect.element(page.getByText(`Answers of ${DOCTOR.name} are not saved yet.`)).toBeVisible();

  location.hash = `#/consult/${visit.consultation.id}/decide`;
  await expect.element(nextStep()).toHaveValue('Blood test');
  expect(document.documentElement.outerHTML).not.toContain('Words of the doctor');
  expect(storedAnswer(visit, 'program.nextStep')).toBe('Blood test');

  await userEvent.keyboard('{Control>}l{/Control}');
  await page.getByRole('button', { name: DOCTOR.name }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.poll(() => storedAnswer(visit, 'program.nextStep')).toBe('Words of the doctor');
  await expect.element(page.getByText(/are not saved yet/)).not.toBeInTheDocument();
  expect(state.status.user?.id).toBe(DOCTOR.id);
});

test('another person starts on the first screen, and “back” doesn’t lead to the first one’s patient', async () => {
  await visitUnderClock();
  await userEvent.keyboard('{Control>}l{/Control}');
  await page.getByRole('button', { name: OTHER.name }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('another password{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible();
  expectNothingOfHer();
  const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await back;
  await expect.poll(() => location.hash).toBe('#/');
  expectNothingOfHer();
});

test('a wrong PIN says how many tries are left; after the third the password is asked for, and leads to the same place', async () => {
  await visitUnderClock();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(pin()).toHaveFocus();
  await userEvent.keyboard('1111{Enter}');
  await expect.element(page.getByText('Two tries left.')).toBeVisible();
  await expect.element(pin()).toHaveAccessibleDescription('This PIN is not right.');
  await userEvent.keyboard('2222{Enter}');
  await expect.element(page.getByText('One try left. After that the password is needed.')).toBeVisible();
  await userEvent.keyboard('3333{Enter}');
  await expect.element(page.getByText('The PIN can’t be used any more. Type the password.')).toBeVisible();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(nextStep()).toBeVisible();
});

test('the PIN is never shown, and asks for digits', async () => {
  await visitUnderClock();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(pin()).toHaveAttribute('type', 'password');
  await expect.element(pin()).toHaveAttribute('inputmode', 'numeric');
  await expect.element(page.getByRole('button', { name: 'Show the password' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Use the password instead' }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
});

test('without a PIN the password leads back to the same place', async () => {
  await visitUnderClock({ pin: false });
  await nextStep().click();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByText(/No PIN is set/)).toBeVisible();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(nextStep()).toHaveFocus();
});

test('the key covers a dialog and a half-typed field too', async () => {
  const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' });
  renderWindow(memoryState({ patients: [anita], people: people(true) }));
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  await expect.element(page.getByRole('dialog', { name: 'Add a patient' })).toBeVisible();
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await userEvent.keyboard('SUNITA{Control>}l{/Control}');
  await expect.element(pin()).toHaveFocus();
  expectNothingOfHer();
  expect(document.body.textContent).not.toContain('ANITA');
});

test('switching user is choosing a name and typing a password', async () => {
  renderWindow(memoryState({ people: people(true) }));
  await page.getByRole('button', { name: /Dr A\. SAMPLE/ }).click();
  await page.getByRole('menuitem', { name: 'Switch user' }).click();
  await expect.element(page.getByRole('button', { name: OTHER.name })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('another password{Enter}');
  await expect.element(page.getByRole('button', { name: new RegExp(OTHER.name.replace(/[()]/g, '.')) })).toBeVisible();
});

test('a program that can’t be told keeps the window covered, and says what can be done', async () => {
  const state = memoryState({ people: people(true), refusesCover: 'The log can’t be written.' });
  state.patients = [patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' })];
  renderWindow(state);
  await expect.element(page.getByText('ANITA (sample)')).toBeVisible();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByText(/The log can’t be written/)).toBeVisible();
  expect(document.body.textContent).not.toContain('ANITA');
  state.refusesCover = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(pin()).toHaveFocus();
});

test('a reload of a window whose program was not told shows nothing either', async () => {
  const state = memoryState({ people: people(true), refusesCover: 'The log can’t be written.' });
  state.patients = [patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' })];
  renderWindow(state);
  await expect.element(page.getByText('ANITA (sample)')).toBeVisible();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByText(/The log can’t be written/)).toBeVisible();
  state.refusesCover = null;
  renderWindow(state);
  await expect.element(pin()).toHaveFocus();
  expect(document.body.textContent).not.toContain('ANITA');
});

test('a window that the program covered comes back to its place after a reload', async () => {
  const { state, visit } = await visitUnderClock();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(pin()).toHaveFocus();
  renderWindow(state, `/consult/${visit.consultation.id}/decide`);
  await expect.element(pin()).toHaveFocus();
  await userEvent.keyboard('2468{Enter}');
  await expect.element(nextStep()).toBeVisible();
});

test('the cover: axe finds nothing to mend, at 320 pixels too', async () => {
  renderWindow(memoryState({ people: people(true) }));
  document.documentElement.lang = 'en';
  await expect.element(page.getByRole('heading', { level: 1, name: 'No patients yet' })).toBeVisible();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(pin()).toHaveFocus();
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});
