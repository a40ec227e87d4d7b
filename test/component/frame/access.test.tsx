import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryState, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(seen(), { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805' });
const open = () => memoryState({ patients: [anita] });
const closed = (state: 'first' | 'locked'): MemoryState => {
  const memory = memoryState();
  memory.status = { ...memory.status, state, user: null };
  return memory;
};

const screens: [string, string, () => MemoryState, string][] = [
  ['patients', '/', open, 'Patients'],
  ['no patients', '/', memoryState, 'No patients yet'],
  ['a patient', `/patients/${anita.id}`, open, 'Visits'],
  ['settings of the clinic', '/settings', open, 'Clinic'],
  ['topics', '/settings/topics', open, 'Topics'],
  ['first start', '/setup', () => closed('first'), 'Welcome to Consultleaf'],
  ['sign in', '/sign-in', () => closed('locked'), 'Sign in'],
  ['an address that leads nowhere', '/nowhere', open, 'There is nothing at this address'],
];

test.each(screens)('%s: axe finds nothing to mend', async (_name, path, state, heading) => {
  renderWindow(state(), path);
  document.documentElement.lang = 'en';
  await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('the dialog that adds a patient: axe finds nothing to mend', async () => {
  renderWindow(open());
  document.documentElement.lang = 'en';
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('{Alt>}n{/Alt}');
  await expect.element(page.getByRole('dialog', { name: 'Add a patient' })).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('nothing is wider than a window of 320 pixels', async () => {
  await page.viewport(320, 640);
  for (const [, path, state, heading] of screens) {
    renderWindow(state(), path);
    await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    expect(document.documentElement.scrollWidth, heading).toBeLessThanOrEqual(320);
  }
  await page.viewport(1366, 768);
});
