import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardPaper } from '#core/contract/desk.ts';
import { DOCTOR, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { memoryCall } from '../../support/memoryDesk.ts';
import { memoryJob, memoryPrintingState } from '../../support/memoryPrinting.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(async () => {
  unmount();
  delete document.documentElement.dataset.theme;
  await page.viewport(1366, 768);
});

const ramesh = { relative: 'RAMESH', relativeIs: 'husband' as const, village: 'Testnagar' };
const named = [{ name: 'KAMLA', relation: 'sister' as const, mayCollect: true, mayBeCalled: false }];
const sunita = patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-4821', phone: '9845012345', ...ramesh, named });
const twin = patientRow({ name: 'SUNITA DEVI (sample)', recordNumber: 'SF-00-5123', phone: '9845077777' });
const job = memoryJob(sunita.name);
const paper: CardPaper = {
  versionId: job.versionId,
  visitDate: '2026-12-01',
  version: 2,
  language: 'en',
  since: '2026-12-02T04:00:00.000Z',
  replaces: 1,
  sameAs: null,
  printedAt: '2026-12-02T04:30:00.000Z',
  handedOver: null,
  queued: null,
};

function atDesk() {
  const state = memoryState({
    printing: memoryPrintingState(),
    patients: [sunita, twin],
    callList: [memoryCall(twin, { why: 'resultsDue' })],
    cards: { [sunita.id]: { next: { date: '2026-12-09', time: '08:00' }, papers: [paper] } },
  });
  state.status = { ...state.status, user: { id: DOCTOR.id, name: 'R. SAMPLE', roles: ['reception'] } };
  state.printing.queue = { ...state.printing.queue, jobs: [job] };
  renderWindow(state, '/desk');
  document.documentElement.lang = 'en';
  return state;
}
const box = () => page.getByRole('combobox', { name: 'Name, phone, record number or husband’s name' });
const card = () => page.getByRole('dialog', { name: 'SUNITA DEVI (sample)' });
const options = () => page.getByRole('option').elements();
const inputs = (state: ReturnType<typeof atDesk>, path: string) =>
  state.calls.filter((call) => call.path === path).map(({ input }) => input);

async function expectClean(): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
    expect([theme, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)]).toEqual([
      theme,
      [],
    ]);
  }
}

test('somebody calls: she is found, told from another of her name, and put on the call list, by keys alone', async () => {
  const state = atDesk();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Print desk' })).toHaveFocus();
  await expect.element(page.getByRole('link', { name: 'Call list: 1' })).toBeVisible();
  await userEvent.keyboard('/');
  await expect.element(box()).toHaveFocus();

  // What was typed wrong says what to type.
  await userEvent.keyboard('48');
  await expect.poll(() => options().length).toBe(1);
  await userEvent.keyboard('{Escape}99');
  await expect.element(page.getByText(/^Type at least 3 digits of the phone/)).toBeVisible();
  await userEvent.keyboard('{Escape}zzz');
  await expect.element(page.getByText('Nobody fits “zzz”.')).toBeVisible();
  await expectClean();

  await userEvent.keyboard('{Escape}sunita');
  await expect.poll(() => options().length).toBe(2);
  const [first = '', second = ''] = options().map(({ textContent }) => textContent);
  for (const words of ['Same name', '32 years', '…4821', 'phone …2345', 'husband: RAMESH', 'Testnagar']) expect(first).toContain(words);
  for (const words of ['Same name', '…5123', 'phone …7777']) expect(second).toContain(words);
  await expectClean();
  await userEvent.keyboard('{ArrowDown}');
  const marked = () => options().map((option) => option.getAttribute('aria-selected'));
  await expect.poll(marked).toEqual(['false', 'true']);
  // Another text begins at the first again; what only moves the cursor leaves the mark where it is.
  await userEvent.keyboard('{Backspace}');
  await expect.poll(marked).toEqual(['true', 'false']);
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}{Home}');
  await box().click();
  await expect.poll(marked).toEqual(['false', 'true']);
  await userEvent.keyboard('{ArrowUp}{Enter}');

  await expect.element(card().getByText('Wed 09-Dec-2026, 08:00')).toBeVisible();
  for (const words of [
    'SF-00-4821',
    '98450 12345',
    'KAMLA (sister)',
    'May be told',
    'Only she herself',
    'Version 2, English',
    'Not handed over',
  ])
    await expect.element(card().getByText(words)).toBeVisible();
  await expect.element(card().getByText('It was changed: version 1 is no longer right.')).toBeVisible();
  await expect.element(card().getByText(/^Printed today/)).toBeVisible();
  await expectClean();
  const add = card().getByRole('button', { name: 'Asked to be called back' });
  // To it by the key of any dialog, from wherever the focus is in the card.
  for (let tries = 0; tries < 8 && document.activeElement !== add.element(); tries += 1) await userEvent.keyboard('{Tab}');
  await expect.element(add).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(card().getByText('She asked to be called back. Since today, 10:42.')).toBeVisible();
  expect(inputs(state, 'calls.add')).toEqual([{ patientId: sunita.id }]);
  await userEvent.keyboard('{Escape}');
  await expect.element(card()).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Call list: 2' })).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('Enter waits for the answer; her paper goes to the printer from the card, and is chosen in the queue', async () => {
  const state = atDesk();
  state.slips = { ...state.slips, days: [{ date: '2026-12-09', time: '08:00' }] };
  await expect.element(page.getByRole('heading', { level: 1, name: 'Print desk' })).toHaveFocus();
  await userEvent.keyboard('/');
  await expect.element(box()).toHaveFocus();
  await userEvent.keyboard('4821{Enter}');
  await expect.element(card()).toBeVisible();
  for (const [width, height] of [
    [683, 384],
    [320, 640],
  ] as const) {
    await page.viewport(width, height);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  await page.viewport(1366, 768);
  const slip = card().getByRole('button', { name: 'Slip with her next dates…' });
  await slip.click();
  const slips = page.getByRole('dialog', { name: 'Slip with the next dates of SUNITA DEVI (sample)' });
  await expect.element(slips.getByText('Wed 09-Dec-2026, 08:00')).toBeVisible();
  await expectClean();
  await userEvent.keyboard('{Escape}');
  await expect.element(slips).not.toBeInTheDocument();
  await expect.element(slip).toHaveFocus();
  await card().getByRole('button', { name: 'Print a copy: version 2' }).click();
  await expect.element(card()).not.toBeInTheDocument();
  expect(inputs(state, 'printing.reprint')).toEqual([
    { id: expect.any(String), versionId: paper.versionId, language: 'en', order: { printer: 'Front desk', copies: 1, parts: ['paper'] } },
  ]);
  await expect.element(page.getByRole('row', { selected: true }).getByText(/Place 1 on Front desk/)).toBeVisible();
});
