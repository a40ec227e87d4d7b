import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DOCTOR, type MemoryState, memoryState } from '../../support/memoryBackend.ts';
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
