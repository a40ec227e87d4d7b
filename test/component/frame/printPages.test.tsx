import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DOCTOR, type MemoryState, memoryState, patientRow } from '../../support/memoryBackend.ts';
import { historyRow } from '../../support/memoryPrintHistory.ts';
import { memoryJob, memoryPrintingState } from '../../support/memoryPrinting.ts';
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
  await expectClean();
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
  const saved = vi.spyOn(URL, 'createObjectURL');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.element(page.getByText(/rows are saved in print-history-.*It names record numbers, no patients/)).toBeVisible();
  expect(saved).toHaveBeenCalledOnce();
  expect(inputs(state, 'printHistory.export')).toEqual([{ filter: { group: 'handedOver', patientId: id } }]);
});
