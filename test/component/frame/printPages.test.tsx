import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DOCTOR, type MemoryState, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { historyRow } from '../../support/memoryPrintHistory.ts';
import { memoryJob, memoryPrinter, memoryPrintingState } from '../../support/memoryPrinting.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const inputs = (state: MemoryState, path: string) => state.calls.filter((call) => call.path === path).map(({ input }) => input);

async function expectClean(): Promise<void> {
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

test('papers that wait are printed by doctor or language, by keys; the choice says how many, and sends those that were counted', async () => {
  const state = memoryState({ printing: memoryPrintingState() });
  state.status = { ...state.status, user: { ...DOCTOR, roles: ['reception'] } };
  const papers = [
    memoryJob('ANITA (sample)', { language: 'hi', doctor: 'Dr B. SAMPLE' }),
    memoryJob('MEENA (sample)', { language: 'hi' }),
    memoryJob('SUNITA DEVI (sample)'),
    memoryJob('RUTH (sample)', { replacedBy: 2 }),
  ];
  state.printing.queue = { ...state.printing.queue, jobs: papers };
  renderWindow(state, '/desk');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Print desk' })).toHaveFocus();
  const button = page.getByRole('button', { name: 'Print all that wait…' });
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'All (3)' })).toHaveFocus();
  expect(
    page
      .getByRole('menuitem')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(['All (3)', 'Of Dr A. SAMPLE (2)', 'Of Dr B. SAMPLE (1)', 'In English (1)', 'In Hindi (2)']);
  await expectClean();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('menuitem', { name: 'In Hindi (2)' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => inputs(state, 'printing.printAll')).toEqual([{ ids: [papers[0]?.id, papers[1]?.id] }]);
  // What is left is of one doctor and in one language: nothing to choose.
  state.printing.queue = { ...state.printing.queue, jobs: [...state.printing.queue.jobs, memoryJob('ASHA (sample)')] };
  state.events.emit({ kind: 'queue' });
  await page.getByRole('button', { name: 'Print all that wait', exact: true }).click();
  await expect.poll(() => inputs(state, 'printing.printAll')).toHaveLength(2);
});

test('the history is reached from the desk, tells what happened to whose paper, is narrowed by keys, goes on, and is saved', async () => {
  const { id, name } = historyRow(0).patient;
  const state = memoryState({ patients: [patientRow({ id, name, recordNumber: 'SF-00-4821' })] });
  state.status = { ...state.status, user: { ...DOCTOR, roles: ['reception'] } };
  state.printHistory = Array.from({ length: 240 }, (_, at) =>
    historyRow(at + 1, at > 200 ? {} : { patient: { id: crypto.randomUUID(), name: 'ANITA', recordNumber: 'SF-1' } }),
  );
  const asked = () => inputs(state, 'printHistory.list') as { filter: object; before: number | null }[];
  renderWindow(state, '/desk');
  await page.getByRole('link', { name: 'History' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Print history' })).toHaveFocus();
  await expect.element(page.getByText('The newest 100 rows. There are older ones.')).toBeVisible();
  await expect
    .poll(() => page.getByRole('main').getByRole('listitem').first().element().textContent)
    .toBe('12:30Printed elsewhereSUNITA DEVI (sample)SF-00-4821TF-0001, version 1English, 4 pagesR. SAMPLE');
  await expect.element(page.getByText('RAMESH; compared: last 4 digits of her phone').first()).toBeVisible();
  for (const [width, height] of [
    [320, 640],
    [683, 384],
    [1366, 768],
  ] as const) {
    await page.viewport(width, height);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }

  const more = page.getByRole('button', { name: 'Show older rows' });
  (more.element() as HTMLElement).focus();
  await expect.element(more).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked().at(-1)?.before).toBe(141);
  await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('140');

  await page.getByRole('button', { name: /What happened/ }).click();
  await page.getByRole('option', { name: 'Handed over' }).click();
  await expect.poll(() => asked().at(-1)?.filter).toEqual({ group: 'handedOver' });
  await expect.poll(() => location.hash).toContain('group=handedOver');
  await page.getByRole('combobox', { name: 'Patient' }).fill('sunita');
  await page.getByRole('option', { name: /SF-00-4821/ }).click();
  await expect.poll(() => asked().at(-1)?.filter).toEqual({ group: 'handedOver', patientId: id });
  await expect.poll(() => page.getByRole('main').getByRole('listitem').elements().length).toBeLessThan(20);
  await expectClean();
  const saved = vi.spyOn(URL, 'createObjectURL');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.element(page.getByText(/rows are saved in print-history-.*It names record numbers, no patients/)).toBeVisible();
  expect(saved).toHaveBeenCalledOnce();
  expect(inputs(state, 'printHistory.export')).toEqual([{ filter: { group: 'handedOver', patientId: id } }]);
});

test('a slip and labels are printed or saved from the desk and the patient’s page; a printer that did not answer is told, once', async () => {
  const job = memoryJob('SUNITA DEVI (sample)');
  const state = memoryState({ printing: memoryPrintingState() });
  state.status = { ...state.status, user: { ...DOCTOR, roles: ['reception'] } };
  state.printing.queue = { ...state.printing.queue, jobs: [job] };
  state.slips = { ...state.slips, days: [{ date: '2026-12-05', time: '08:30' }], language: 'hi' };
  renderWindow(state, '/desk');
  const slip = page.getByRole('button', { name: 'Slip with her next dates…' });
  await expect.element(slip).toBeVisible();
  (slip.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog', { name: 'Slip with the next dates of SUNITA DEVI (sample)' });
  await expect.element(dialog.getByText('Sat 05-Dec-2026, 08:30')).toBeVisible();
  await expect.element(dialog.getByRole('radio', { name: 'Hindi', exact: true })).toBeChecked();
  await expectClean();
  state.slips.fails = 'The printer did not answer. It may have come out: go and look first, and print it again only if it is not there.';
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect.element(dialog.getByText(/go and look first/)).toBeVisible();
  expect(inputs(state, 'slips.print')).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect.element(dialog.getByText('It goes to Front desk. Check that it comes out.')).toBeVisible();
  const asked = {
    patientId: job.patient.id,
    paper: { kind: 'slip', language: 'hi' },
    printer: 'Front desk',
    requestId: expect.any(String),
  };
  expect(inputs(state, 'slips.print')).toEqual([asked, asked]);
  // The answer is lost: she is told to look first. A further press asks for the same thing, the next one for another;
  // two presses before the window is drawn again are one.
  const prints = () => inputs(state, 'slips.print').map((input) => (input as { requestId: string }).requestId);
  const press = () => (dialog.element().querySelector('form') as HTMLFormElement).requestSubmit();
  state.slips.lost = true;
  press();
  press();
  await expect.element(dialog.getByText(/It may have come out: look at the printer first/)).toBeVisible();
  expect(prints()).toHaveLength(3);
  press();
  await expect.element(dialog.getByText('It goes to Front desk. Check that it comes out.')).toBeVisible();
  press();
  await expect.poll(() => prints().length).toBe(5);
  const [first, second, third, fourth, fifth] = prints();
  expect([fourth, new Set([first, second, third, fifth]).size]).toEqual([third, 4]);
  await userEvent.keyboard('{Escape}');
  await expect.element(slip).toHaveFocus();

  await page.getByRole('button', { name: 'Labels…' }).click();
  const labels = page.getByRole('dialog', { name: 'Labels for SUNITA DEVI (sample)' });
  const start = labels.getByRole('textbox', { name: 'First free label' });
  await start.fill('25');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => labels.element().textContent).toContain('70 × 37 mm, 24 on a page');
  await start.fill('23');
  await labels.getByRole('textbox', { name: 'How many' }).fill('2');
  await userEvent.keyboard('{Tab}');
  await expectClean();
  for (const width of [320, 683, 1366]) {
    await page.viewport(width, width === 683 ? 384 : 768);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  const saved = vi.spyOn(URL, 'createObjectURL');
  await labels.getByRole('button', { name: 'Save as a file' }).click();
  await expect.element(labels.getByText('Saved as next-visit-2026-12-02.pdf.')).toBeVisible();
  expect(saved).toHaveBeenCalledOnce();
  expect(inputs(state, 'slips.pdf')).toEqual([
    { patientId: job.patient.id, paper: { kind: 'labels', language: 'en', sheet: '3x8', start: 23, count: 2 }, purpose: 'save' },
  ]);
});

test('the printers are set up by an administrator; one that is gone is kept, and what two people save is shown to both', async () => {
  const state = memoryState({ printing: memoryPrintingState() });
  const can = { bothSides: true, trays: ['tray-1'], sizes: ['A4' as const] };
  state.printing.queue = { ...state.printing.queue, printers: [memoryPrinter('Front desk', { can }), memoryPrinter('Labels')] };
  const gone = { id: 'Old one', sides: 'one' as const, size: 'Letter' as const, tray: null };
  state.printing.settings = { ...state.printing.settings, printers: [gone] };
  renderWindow(state, '/settings/printing');
  const card = (name: string) => page.getByRole('region', { name, exact: true });
  await expect.element(card('Old one').getByText('Not found')).toBeVisible();
  await expect.element(card('Front desk').getByText('It says it can print A4, on both sides, from 1 tray.')).toBeVisible();
  await expectClean();
  for (const width of [320, 683, 1366]) {
    await page.viewport(width, width === 683 ? 384 : 768);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  await card('Front desk').getByRole('button', { name: 'Print a test page' }).click();
  await expect.poll(() => inputs(state, 'slips.testPage')).toEqual([{ printer: 'Front desk', language: 'en' }]);

  const both = card('Front desk').getByRole('radio', { name: 'Both sides' });
  (both.element() as HTMLElement).focus();
  await expect.element(both).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(card('Front desk').getByRole('radio', { name: 'One side' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Data-protection notice' }).click({ force: true });
  // Somebody else saves meanwhile.
  state.printing.settings = { ...state.printing.settings, usualPrinter: 'Labels', rev: 2 };
  const save = page.getByRole('button', { name: 'Save', exact: true });
  (save.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const alert = page.getByRole('alert');
  await expect.element(alert.getByRole('row', { name: 'Usual printer Labels Front desk' })).toBeVisible();
  await expect.element(alert.getByRole('row', { name: 'Front desk As the printer can A4, one side' })).toBeVisible();
  await expectClean();
  await alert.getByRole('button', { name: 'Save mine' }).click();
  await expect
    .poll(() => state.printing.settings)
    .toMatchObject({
      rev: 3,
      usualPrinter: 'Front desk',
      usualParts: ['paper', 'clinicCopy', 'notice'],
      printers: [gone, { id: 'Front desk', sides: 'one', size: 'A4', tray: null }],
    });
  await card('Old one').getByRole('button', { name: 'Forget Old one' }).click();
  await expect.element(card('Old one')).not.toBeInTheDocument();
  await save.click();
  await expect.poll(() => state.printing.settings.printers.map(({ id }) => id)).toEqual(['Front desk']);
  unmount();

  state.status = { ...state.status, user: { ...DOCTOR, roles: ['reception'] } };
  renderWindow(state, '/settings/printing');
  await expect.element(page.getByText('An administrator changes this.')).toBeVisible();
  await expect.element(card('Front desk').getByText('A4, one side')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save', exact: true })).not.toBeInTheDocument();
  await expectClean();
});
