import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DOCTOR, memoryState } from '../../support/memoryBackend.ts';
import { COUNSELLOR, enterAs, memoryPerson } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';

afterEach(unmount);

const present = () => page.getByLabelText('Your present password');

test('a PIN is set, changed and taken away with one’s own password', async () => {
  const state = memoryState();
  renderWindow(state, '/account');
  await expect.element(page.getByText('You have no PIN.')).toBeVisible();
  await present().first().fill('correct horse');
  await page.getByLabelText('PIN', { exact: true }).last().fill('12');
  await page.getByLabelText('The PIN again').fill('13');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('PIN', { exact: true }).last()).toHaveAccessibleDescription('Use 4 to 8 digits.');
  await page.getByLabelText('PIN', { exact: true }).last().fill('1357');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('The PIN again')).toHaveAccessibleDescription(/not the same/);
  await page.getByLabelText('The PIN again').fill('1357');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('You have a PIN.')).toBeVisible();
  expect(state.people[0]?.pin).toBe('1357');

  await page.getByRole('button', { name: 'Take the PIN away' }).click();
  await expect.element(present().first()).toHaveFocus();
  await userEvent.keyboard('correct horse');
  await page.getByRole('button', { name: 'Take the PIN away' }).click();
  await expect.element(page.getByText('You have no PIN.')).toBeVisible();
  expect(state.people[0]?.pin).toBeNull();
});

test('one’s own password is changed; a wrong one is said at its field', async () => {
  const state = memoryState();
  renderWindow(state, '/account');
  await present().last().fill('wrong');
  await page.getByLabelText('New password', { exact: true }).fill('a whole new sentence');
  await userEvent.keyboard('{Enter}');
  await expect.element(present().last()).toHaveAccessibleDescription(/not your password/);
  await present().last().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('The password is changed.').first()).toBeVisible();
  expect(state.people[0]?.password).toBe('a whole new sentence');
});

test('whose password somebody else chose sees only the choice of her own, whatever the address', async () => {
  const person = memoryPerson(COUNSELLOR, { mustChangePassword: true }, 'first password');
  const state = memoryState({ people: [memoryPerson(DOCTOR), person] });
  enterAs(state, person);
  renderWindow(state, '/calls');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Choose your own password' })).toBeVisible();
  await expect.element(page.getByLabelText('The password you were given')).toHaveFocus();
  await expect.element(page.getByRole('button', { name: /Find or do/ })).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('first password{Tab}{Tab}my own sentence{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: /call/i })).toBeVisible();
  expect(person.password).toBe('my own sentence');
});
