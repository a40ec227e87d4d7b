import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { COUNSELLOR, memoryPerson } from '../../support/memoryUsers.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const part = (name: string) => page.getByRole('radiogroup', { name });

test('one tap says how a part went, and “not discussed” takes it back', async () => {
  const { visit } = await openVisit('ask', START);
  await expect.element(part('Dose and times').getByRole('radio', { name: 'Not discussed' })).toBeChecked();
  expect(storedAnswer(visit, 'program.teachBack')).toBeUndefined();
  await part('Dose and times').getByText('Understood').click();
  await expect.poll(() => storedAnswer(visit, 'program.teachBack')).toEqual({ dose: 'understood' });
  await part('A missed dose').getByText('Explained again').click();
  await expect.poll(() => storedAnswer(visit, 'program.teachBack')).toEqual({ dose: 'understood', missedDose: 'again' });
  await part('Dose and times').getByText('Not discussed').click();
  await expect.poll(() => storedAnswer(visit, 'program.teachBack')).toEqual({ missedDose: 'again' });
  await part('A missed dose').getByText('Not discussed').click();
  await expect.poll(() => storedAnswer(visit, 'program.teachBack')).toBeUndefined();
});

test('the arrow keys answer', async () => {
  const { visit } = await openVisit('ask', { ...START, 'program.teachBack': { dose: 'understood' } });
  const understood = part('Dose and times').getByRole('radio', { name: 'Understood' });
  await expect.element(understood).toBeChecked();
  (understood.element() as HTMLElement).focus();
  await expect.element(understood).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => storedAnswer(visit, 'program.teachBack')).toEqual({ dose: 'again' });
});

test('the parts are those of the paper: after “wait” nobody is asked about a dose', async () => {
  await openVisit('ask', { ...START, 'program.decision': 'wait' });
  await expect.element(part('What was decided')).toBeVisible();
  await expect.element(part('Dose and times')).not.toBeInTheDocument();
});

test('a counsellor goes over it, too', async () => {
  const state = { people: [memoryPerson(COUNSELLOR)] };
  const { visit } = await openVisit('ask', START, {}, {}, { state, status: { user: COUNSELLOR } });
  await part('When to call at once').getByText('We will go over this again').click();
  await expect.poll(() => storedAnswer(visit, 'program.teachBack')).toEqual({ redFlags: 'later' });
});

test('the page that holds everything says what was gone over and what was not', async () => {
  await openVisit('check', { ...START, 'program.teachBack': { dose: 'again' } });
  await expect.element(page.getByText(/^Dose and times: explained again; A missed dose: not discussed;/)).toBeVisible();
});

test('nothing has to be gone over', async () => {
  await openVisit('check', START);
  await expect.element(page.getByText('Not discussed', { exact: true })).toBeVisible();
});
