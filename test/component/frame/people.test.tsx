import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DOCTOR, memoryState } from '../../support/memoryBackend.ts';
import { COUNSELLOR, memoryPerson, RECEPTION, RECOVERY_KEY } from '../../support/memoryUsers.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const clinic = () => {
  const people = [
    memoryPerson(DOCTOR, { hasPin: true }),
    memoryPerson(COUNSELLOR, { mustChangePassword: true, lastSignIn: null }),
    memoryPerson(RECEPTION),
    memoryPerson({ ...RECEPTION, id: '00000000-0000-4000-8000-000000000009', name: 'GITA (sample)' }, { retired: true }),
  ];
  return memoryState({ people });
};

async function open(state = clinic()) {
  renderWindow(state, '/settings/people');
  await expect.element(page.getByRole('row', { name: /RAVI/ })).toBeVisible();
  return state;
}

const row = (name: RegExp) => page.getByRole('row', { name });
const own = () => page.getByLabelText('Your own password', { exact: true });

async function choose(name: string, deed: string) {
  await page.getByRole('button', { name: `What to do with ${name}` }).click();
  await page.getByRole('menuitem', { name: deed }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

test('everybody stands in the table with roles, last sign-in and PIN; retired people are folded away', async () => {
  await open();
  await expect.poll(() => row(/Dr A\. SAMPLE/).element().textContent).toMatch(/you.*doctor, administrator.*01-Dec-2026, 09:00.*Yes/);
  await expect.poll(() => row(/MEENA/).element().textContent).toMatch(/Chooses a password at the next sign-in.*counsellor.*Not yet.*No/);
  await expect.element(page.getByText('GITA (sample)')).not.toBeVisible();
  await page.getByText('1 retired person').click();
  await expect.element(page.getByText('GITA (sample)')).toBeVisible();
});

test('a doctor is added with what stands on paper, a first password, and the administrator’s own', async () => {
  const state = await open();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  await userEvent.keyboard('Dr B. SAMPLE{Enter}');
  await expect.element(page.getByText('Tick at least one role.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^doctor/i }).click({ force: true });
  await expect.element(page.getByLabelText('Name, as printed')).toHaveValue('Dr B. SAMPLE');
  await page.getByLabelText('First password').fill('tell it to her');
  await own().fill('wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Registration number')).toHaveFocus();
  await userEvent.keyboard('MMC 54321{Enter}');
  await expect.element(own()).toHaveAccessibleDescription(/not your password/);
  expect(state.people).toHaveLength(4);
  await own().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await expect.element(row(/Dr B\. SAMPLE/)).toBeVisible();
  expect(state.people.at(-1)).toMatchObject({
    password: 'tell it to her',
    row: { roles: ['doctor'], doctor: { name: 'Dr B. SAMPLE', registration: 'MMC 54321' }, mustChangePassword: true },
  });
});

test('roles are changed; what somebody else changed in between is not written over', async () => {
  const state = await open();
  await choose(RECEPTION.name, 'Change');
  await page.getByText('Goes through questions, options and teach-back; no protocol, nothing final.').click();
  await expect.element(page.getByRole('checkbox', { name: /^counsellor/i })).toBeChecked();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => row(/RAVI/).element().textContent).toMatch(/reception, counsellor/);
  await choose(RECEPTION.name, 'Change');
  const ravi = state.people.find(({ row: { id } }) => id === RECEPTION.id);
  if (ravi) ravi.row = { ...ravi.row, rev: 9 };
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText(/Somebody else has changed this person/)).toBeVisible();
});

test('a new first password needs the administrator’s own, and goes to one who forgot hers', async () => {
  const state = await open();
  await choose(RECEPTION.name, 'New first password');
  await expect.element(page.getByLabelText('First password')).toHaveFocus();
  await userEvent.keyboard('a new sentence');
  await own().fill('correct horse');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => row(/RAVI/).element().textContent).toMatch(/Chooses a password at the next sign-in/);
  expect(state.people.find(({ row: { id } }) => id === RECEPTION.id)?.password).toBe('a new sentence');
});

test('retiring says what happens first; the last administrator can’t be retired or lose the role', async () => {
  const state = await open();
  await choose(RECEPTION.name, 'Retire');
  await expect.element(page.getByText(/can’t sign in any more\. Visits, papers and the log keep the name/)).toBeVisible();
  expect(state.people.filter(({ row: each }) => each.retired)).toHaveLength(1);
  await page.getByRole('button', { name: `Retire ${RECEPTION.name}` }).click();
  await expect.element(page.getByText('2 retired people')).toBeVisible();

  await page.getByRole('button', { name: `What to do with ${DOCTOR.name}` }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Change' })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Retire' })).not.toBeInTheDocument();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await expect.element(page.getByRole('checkbox', { name: /^administrator/i })).toHaveAttribute('aria-readonly', 'true');
  await expect.element(page.getByText(/This is the only administrator/)).toBeVisible();
});

test('a new recovery key is shown until its last group is typed from the paper; then the same page is back', async () => {
  await open();
  await page.getByRole('button', { name: 'Make a new recovery key' }).click();
  await expect.element(own()).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Your recovery key' })).toBeVisible();
  expect(document.body.textContent).toContain(RECOVERY_KEY);
  const last = page.getByLabelText('Last group, number 8');
  await last.fill('wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(last).toHaveAccessibleDescription(/not the last group/);
  await last.fill(' yz567 ');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  expect(document.body.textContent).not.toContain('YZ567');
});

test('a recovery key that was not kept yet outlives the cover, for the same person only', async () => {
  const state = await open();
  await page.getByRole('button', { name: 'Make a new recovery key' }).click();
  await expect.element(own()).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Your recovery key' })).toHaveFocus();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByLabelText(`PIN of ${DOCTOR.name}`)).toHaveFocus();
  expect(document.body.textContent).not.toContain('YZ567');
  await page.getByRole('button', { name: COUNSELLOR.name }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.poll(() => state.status.user?.id).toBe(COUNSELLOR.id);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Choose your own password' })).toBeVisible();
  expect(document.body.textContent).not.toContain('YZ567');
  await userEvent.keyboard('{Control>}l{/Control}');
  await page.getByRole('button', { name: DOCTOR.name }).click();
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus();
  await userEvent.keyboard('correct horse{Enter}');
  await expect.poll(() => document.body.textContent).toContain(RECOVERY_KEY);
});

test.each([
  ['people', '/settings/people', 'People'],
  ['my account', '/account', 'My account'],
])('%s: axe finds nothing to mend, and nothing is wider than 320 pixels', async (_name, path, heading) => {
  renderWindow(clinic(), path);
  document.documentElement.lang = 'en';
  await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  if (path.endsWith('people')) await expect.element(row(/RAVI/)).toBeVisible();
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 100)}`)).toEqual([]);
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
});

test('the dialog of a new person: axe finds nothing to mend', async () => {
  await open();
  document.documentElement.lang = 'en';
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveFocus();
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 100)}`)).toEqual([]);
});
