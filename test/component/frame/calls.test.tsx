import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Call } from '#core/contract/calls.ts';
import { DOCTOR, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { memoryCall } from '../../support/memoryDesk.ts';
import { memoryJob } from '../../support/memoryPrinting.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const sunita = patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-4821', phone: '9845012345' });
const meena = patientRow({ name: 'MEENA (sample)', recordNumber: 'SF-00-4833' });
const anita = patientRow({ name: 'ANITA (sample)', recordNumber: 'SF-00-4805', phone: '9845055555' });
const changed = memoryCall(sunita, { why: 'paperChanged' });
const asked = memoryCall(meena, { mayBeCalled: [{ name: 'KAMLA', relation: 'sister' }] });
const due = memoryCall(anita, { why: 'resultsDue', day: '2026-11-28', addedAt: null });

function atReception(callList: Call[], path = '/calls') {
  const state = memoryState({ callList, patients: [sunita, meena, anita] });
  state.status = { ...state.status, user: { id: DOCTOR.id, name: 'R. SAMPLE', roles: ['reception'] } };
  renderWindow(state, path);
  document.documentElement.lang = 'en';
  return state;
}
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const outcomes = (callList: Call[]) => callList.map(({ tries }) => tries.map(({ outcome }) => outcome));

/** Presses a key in the very moment in which a call is chosen: faster than anybody can look. */
function pressedAsSoonAsChosen(name: string, key: string): Promise<void> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      const rows = [...document.querySelectorAll('[role="row"][aria-selected="true"]')];
      if (!rows.some(({ textContent }) => textContent?.includes(name))) return;
      watch.disconnect();
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      resolve();
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

async function expectClean(): Promise<void> {
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

test('a day’s calls are worked through by keys: whom, why, which number, and what was done by mistake comes back', async () => {
  const state = atReception([changed, asked, due]);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Call list' })).toHaveFocus();
  await expect.element(row('SUNITA')).toHaveAttribute('aria-selected', 'true');
  await expect.element(row('SUNITA').getByText('Her paper has changed. Ask her to throw the old one away.')).toBeVisible();
  await expect.element(row('SUNITA').getByText('98450 12345')).toBeVisible();
  await expect.element(row('MEENA').getByText('No phone number in the record')).toBeVisible();
  await expect.element(row('MEENA').getByText('May be told instead: KAMLA (sister)')).toBeVisible();
  await expect.element(row('ANITA').getByText('since 28-Nov-2026')).toBeVisible();
  await expectClean();

  // The key pressed twice: recorded once, and nothing of the woman who comes next.
  const second = pressedAsSoonAsChosen('MEENA', 'm');
  await userEvent.keyboard('m');
  await second;
  await expect.element(row('MEENA')).toHaveAttribute('aria-selected', 'true');
  await expect.element(row('SUNITA').getByText(/^Not reached: today/)).toBeVisible();
  // With the focus in the list too: arrows choose, and no letter jumps to a name that begins with it.
  (row('SUNITA').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  await expect.element(row('MEENA')).toHaveFocus();
  await expect.element(row('MEENA')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('c');
  await expect.element(row('MEENA')).not.toBeInTheDocument();
  await expect.element(row('ANITA')).toHaveAttribute('aria-selected', 'true');
  await expect.element(row('ANITA')).toHaveFocus();
  expect(outcomes(state.callList)).toEqual([['notReached'], ['called'], []]);

  // Somebody else has called her: no key meets another woman's call than the one that was looked at.
  state.callList = state.callList.map((call) => (call.id === due.id ? { ...call, state: 'called' } : call));
  state.events.emit({ kind: 'calls' });
  await expect.element(row('ANITA')).not.toBeInTheDocument();
  await userEvent.keyboard('c');
  expect(outcomes(state.callList)).toEqual([['notReached'], ['called'], []]);

  const fold = page.getByRole('button', { name: 'Called in the last two weeks: 2' });
  await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.click();
  await page.getByRole('button', { name: 'Put back on the list: MEENA (sample)' }).click();
  await expect.element(row('MEENA').getByText(/^Not reached: today/)).toBeVisible();
  expect(outcomes(state.callList)).toEqual([['notReached'], ['called', 'notReached'], []]);

  // Once she could be seen, the next one is worked on without an arrow.
  (row('SUNITA').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  await expect.element(row('SUNITA')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('m');
  await expect.element(row('MEENA')).toHaveAttribute('aria-selected', 'true');
  await expect
    .poll(async () => {
      await userEvent.keyboard('c');
      return outcomes(state.callList);
    })
    .toEqual([['notReached', 'notReached'], ['called', 'notReached', 'called'], []]);
});

test('whom a visit takes off the list is gone from the desk’s count while it is looked at', async () => {
  const state = atReception([asked, due], '/desk');
  const count = page.getByRole('link', { name: /^Call list/ });
  await expect.element(count).toHaveTextContent('Call list: 2');
  // A visit has begun: the event says that patients have changed, not that calls have.
  state.callList = [asked];
  state.events.emit({ kind: 'patients' });
  await expect.element(count).toHaveTextContent('Call list: 1');
});

test('Enter shows her card; 320 pixels are enough; an empty list says what will come', async () => {
  const state = atReception([asked]);
  await expect.element(row('MEENA')).toHaveAttribute('aria-selected', 'true');
  (row('MEENA').element() as HTMLElement).focus();
  await expect.element(row('MEENA')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const card = page.getByRole('dialog', { name: 'MEENA (sample)' });
  await expect.element(card.getByText('She asked to be called back. Since today, 10:42.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(card).not.toBeInTheDocument();
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1366, 768);
  await row('MEENA').getByRole('button', { name: 'Called: MEENA (sample)' }).click();
  await expect.element(page.getByText('Nobody is to be called.')).toBeVisible();
  expect(outcomes(state.callList)).toEqual([['called']]);
});

test('the card leads to her paper in the queue, and to no other', async () => {
  const state = atReception([asked]);
  const [hers, oldest] = [memoryJob(meena.name), memoryJob(anita.name)];
  state.printing.queue = { ...state.printing.queue, jobs: [hers, oldest] };
  const { versionId, version, language } = hers;
  const since = { visitDate: '2026-12-01', since: '2026-12-02T04:00:00.000Z', replaces: null, sameAs: null };
  const queued = { jobId: hers.id, state: hers.state };
  state.cards[meena.id] = { papers: [{ versionId, version, language, ...since, printedAt: null, handedOver: null, queued }] };
  await row('MEENA').getByRole('button', { name: 'Card of MEENA (sample)' }).click();
  await page.getByRole('button', { name: 'Show version 1 in the queue' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Print desk' })).toBeVisible();
  await expect.element(row('MEENA')).toHaveAttribute('aria-selected', 'true');
  await expect.element(row('ANITA')).toHaveAttribute('aria-selected', 'false');
});

test('the list is found from the patients, and from “Find or do”', async () => {
  atReception([changed], '/');
  await page.getByRole('link', { name: 'Call one patient' }).click();
  await expect.element(page.getByRole('heading', { name: 'Call list', level: 1 })).toBeVisible();
  location.hash = '#/';
  await expect.element(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Find or do' }).getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('call list');
  await expect.element(page.getByRole('option', { name: /Call list/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Call list', level: 1 })).toBeVisible();
});
