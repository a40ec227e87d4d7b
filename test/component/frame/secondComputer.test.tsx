import axe from 'axe-core';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PairScreen } from '../../../renderer/screens/secondComputer/PairScreen.tsx';
import { type MemoryState, memoryState } from '../../support/memoryBackend.ts';
import { frontDesk, secondOn } from '../../support/memorySecond.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(async () => {
  unmount();
  await page.viewport(1366, 768);
});

const inputs = (state: MemoryState, path: string) => state.calls.filter((call) => call.path === path).map(({ input }) => input);
async function expectClean(): Promise<void> {
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}
async function fitsNarrow(): Promise<void> {
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
}

test('an administrator switches it on with the keyboard, pairs a computer, and puts it out again', async () => {
  const state = memoryState();
  renderWindow(state, '/settings/second-computer');
  document.documentElement.lang = 'en';
  await expect.element(page.getByText('Second computers are off')).toBeVisible();
  await expectClean();
  await page.getByRole('button', { name: 'Switch on…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Switch second computers on' });
  await dialog.getByRole('button', { name: 'Switch on', exact: true }).click();
  await expect.element(dialog.getByText('Choose an address.')).toBeVisible();
  await expect.element(dialog.getByText('Type your own password.')).toBeVisible();
  await expectClean();
  await dialog.getByRole('button', { name: /Address of this computer/ }).click();
  await page.getByRole('option', { name: '192.168.1.20' }).click();
  await dialog.getByLabelText(/Number of the door/).fill('9999');
  await dialog.getByLabelText('Your own password').fill('her own password');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByText('Another program uses number 9999. Choose another number, such as 10000.')).toBeVisible();
  await dialog.getByLabelText(/Number of the door/).fill('8743');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('https://192.168.1.20:8743')).toBeVisible();
  await expect.element(page.getByText(/This computer’s|Fingerprint \(SHA-256\)$/).first()).toBeVisible();
  expect(inputs(state, 'secondComputer.turnOn').at(-1)).toEqual({ address: '192.168.1.20', port: 8743, ownPassword: 'her own password' });

  await page.getByRole('button', { name: 'Pair a computer' }).click();
  await expect.element(page.getByText('1234 5678')).toBeVisible();
  await expect.element(page.getByText(/5 tries are left/)).toBeVisible();
  state.second = {
    ...state.second,
    pairing: null,
    devices: [frontDesk],
    tries: [
      { at: '2026-11-22T06:01:00.000Z', kind: 'paired' },
      { at: '2026-11-22T06:00:30.000Z', kind: 'wrong' },
    ],
  };
  state.events.emit({ kind: 'secondComputer' });
  await expect.element(page.getByRole('rowheader', { name: 'Front desk' })).toBeVisible();
  await expect.element(page.getByText('Wrong code')).toBeVisible();
  await expectClean();
  await fitsNarrow();

  await page.getByRole('button', { name: 'What can be done with Front desk' }).click();
  await page.getByRole('menuitem', { name: 'Change the name…' }).click();
  await page.getByRole('dialog').getByLabelText('Name').fill('Window 2');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('rowheader', { name: 'Window 2' })).toBeVisible();
  await page.getByRole('button', { name: 'What can be done with Window 2' }).click();
  await page.getByRole('menuitem', { name: 'Take its way in away…' }).click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect.element(page.getByText('None yet.')).toBeVisible();
  expect(inputs(state, 'secondComputer.revoke')).toEqual([{ id: frontDesk.id }]);
});

test('an address that is gone is said, and a computer in no network says what to do', async () => {
  const state = memoryState();
  state.second = secondOn({
    addresses: [],
    problem:
      'This computer’s address has changed: 192.168.1.20 isn’t there any more. If it doesn’t come back, choose the new address below.',
  });
  renderWindow(state, '/settings/second-computer');
  document.documentElement.lang = 'en';
  await expect.element(page.getByText(/address has changed: 192.168.1.20/)).toBeVisible();
  await expect.element(page.getByText(/in no private network now/)).toBeVisible();
  await expectClean();
});

test('a window on a second computer has reception’s screens, and no way to the others', async () => {
  const state = memoryState();
  const { user } = state.status;
  if (!user) throw new Error('Somebody is signed in.');
  state.status = { ...state.status, device: { name: 'Front desk' }, user: { id: user.id, name: user.name, roles: ['reception'] } };
  for (const path of ['/settings', '/settings/backups', '/settings/second-computer', '/restore', '/setup', '/files', '/consult/x/check']) {
    renderWindow(state, path);
    await expect.element(page.getByRole('heading', { level: 1, name: 'Print desk' })).toBeVisible();
    unmount();
  }
  renderWindow(state, '/');
  document.documentElement.lang = 'en';
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(user.name) }).click();
  await expect.element(page.getByRole('menuitem', { name: /^Print desk/ })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Settings' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  unmount();
  state.status = { ...state.status, state: 'locked', user: null };
  renderWindow(state, '/');
  await expect.element(page.getByText('This is a second computer: Front desk.')).toBeVisible();
  for (const name of [/sample/i, /recovery/i, /backup/i]) expect(page.getByRole('button', { name }).elements()).toEqual([]);
  expect(page.getByRole('link').elements()).toEqual([]);
  // Nothing that is refused there was even asked for.
  expect(state.calls.map(({ path }) => path).filter((path) => /^(backups|users|secondComputer|packs)/.test(path))).toEqual([]);
});

test('the page that pairs says what is wrong at its field, and when it was taken in', async () => {
  const asked: unknown[] = [];
  const real = globalThis.fetch;
  let code = 403;
  globalThis.fetch = async (_path, init) => {
    asked.push(JSON.parse(String(init?.body)));
    return code === 200 ? Response.json({ token: 'T' }) : new Response('no', { status: code });
  };
  const element = document.body.appendChild(document.createElement('div'));
  const view = createRoot(element);
  let paired = false;
  view.render(
    <I18nProvider locale="en-GB">
      <PairScreen onPaired={() => (paired = true)} />
    </I18nProvider>,
  );
  document.documentElement.lang = 'en';
  try {
    const field = page.getByLabelText('Code');
    await expect.element(field).toHaveFocus();
    await page.getByRole('button', { name: 'Pair this computer' }).click();
    await expect.element(page.getByText('Type the eight digits that stand on the clinic’s computer.')).toBeVisible();
    await expect.element(page.getByText('Give it a name.')).toBeVisible();
    await field.fill('1234 5678');
    await page.getByLabelText('Name for this computer').fill('Front desk');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('This code can’t be used. Ask for a new one at the clinic’s computer.')).toBeVisible();
    expect(asked).toEqual([{ code: '12345678', name: 'Front desk' }]);
    await expectClean();
    await fitsNarrow();
    code = 200;
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => paired).toBe(true);
  } finally {
    globalThis.fetch = real;
    sessionStorage.clear();
    view.unmount();
    element.remove();
  }
});
