import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PrintEvent } from '#core/domain/printing.ts';
import { DOCTOR, type MemoryState, memoryState } from '../../support/memoryBackend.ts';
import { jobWith, memoryJob, memoryPrinter, memoryPrintingState } from '../../support/memoryPrinting.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';

afterEach(unmount);

const inputs = (state: MemoryState, path: string) => state.calls.filter((call) => call.path === path).map(({ input }) => input);
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const panel = () => page.getByRole('region', { name: 'The chosen paper' });

function atDesk(
  jobs = [memoryJob('MEENA (sample)'), memoryJob('SUNITA DEVI (sample)', { mayCollect: [{ name: 'RAMESH', relation: 'husband' }] })],
) {
  const state = memoryState({ printing: memoryPrintingState() });
  state.status = { ...state.status, user: { ...DOCTOR, roles: ['reception'] } };
  state.printing.queue = { ...state.printing.queue, jobs };
  renderWindow(state, '/desk');
  document.documentElement.lang = 'en';
  return state;
}

/** What the printer says. */
function happen(state: MemoryState, name: string, ...events: PrintEvent[]): void {
  const jobs = state.printing.queue.jobs.map((job) =>
    job.patient.name === name ? events.reduce((after, event) => jobWith(after, event) ?? after, job) : job,
  );
  state.printing.queue = { ...state.printing.queue, jobs };
  state.events.emit({ kind: 'queue' });
}
const OUT: PrintEvent[] = [
  { kind: 'sending', part: 'paper' },
  { kind: 'sent', part: 'paper', spool: '1' },
  { kind: 'partDone', part: 'paper' },
  { kind: 'sending', part: 'clinicCopy' },
  { kind: 'sent', part: 'clinicCopy', spool: '2' },
  { kind: 'partDone', part: 'clinicCopy' },
  { kind: 'done' },
];

async function expectClean(): Promise<void> {
  const { violations } = await axe.run(seen(), { resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

test('from arrival to paper with one key, and given away by keys: the paper that waits longest is chosen already', async () => {
  const state = atDesk();
  await expect.element(panel().getByRole('heading', { name: 'SUNITA DEVI (sample)' })).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Print desk' })).toHaveFocus();
  // Nothing to print is said, and nothing is sent.
  for (const part of ['The paper', 'Clinic copy, to be signed']) await panel().getByText(part, { exact: true }).click();
  await userEvent.keyboard('p');
  await expect.element(panel().getByText('Choose what is to be printed.')).toBeVisible();
  expect(inputs(state, 'printing.print')).toEqual([]);
  for (const part of ['The paper', 'Clinic copy, to be signed']) await panel().getByText(part, { exact: true }).click();
  await userEvent.keyboard('p');
  const id = state.printing.queue.jobs[1]?.id;
  await expect
    .poll(() => inputs(state, 'printing.print'))
    .toEqual([{ id, order: { printer: 'Front desk', copies: 1, parts: ['paper', 'clinicCopy'] } }]);

  // Another one waits, and this one stays chosen for as long as somebody is at it.
  happen(state, 'SUNITA DEVI (sample)', ...OUT);
  await expect.element(panel().getByRole('heading', { name: 'Came out all right?' })).toBeVisible();
  await expectClean();
  await userEvent.keyboard('y');
  await expect.element(panel().getByRole('button', { name: /^Handed over/ })).toBeVisible();
  await userEvent.keyboard('h');
  await expect.element(panel().getByText('Say who took it.')).toBeVisible();
  await expect.element(panel().getByRole('radio', { name: 'Herself' })).toHaveFocus();
  expect(inputs(state, 'printing.handOver')).toEqual([]);
  await panel()
    .getByText(/^RAMESH/)
    .click();
  await panel()
    .getByText(/^last 4 digits/)
    .click();
  await panel()
    .getByRole('button', { name: /^Handed over/ })
    .click();
  await expect.element(panel().getByText(/RAMESH, .*, by Dr A. SAMPLE/)).toBeVisible();
  expect(inputs(state, 'printing.handOver')).toEqual([{ id, to: { kind: 'named', name: 'RAMESH' }, checked: 'phoneEnd' }]);
  await panel().getByRole('button', { name: 'Signed copy filed' }).click();
  await expect.element(panel().getByText(/^Filed/)).toBeVisible();
});

test('nothing clinical stands on the screen, axe finds nothing, and 320 pixels are enough', async () => {
  const state = atDesk();
  happen(state, 'MEENA (sample)', { kind: 'asked', order: { printer: 'Front desk', copies: 2, parts: ['paper'] } });
  await expect.element(row('MEENA').getByText(/Place 1 on Front desk/)).toBeVisible();
  await expectClean();
  await page.viewport(320, 640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(683, 384);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  await page.viewport(1366, 768);
});

test('a stuck printer has a banner with its two ways out, and the others go on', async () => {
  const state = atDesk();
  const stuck = memoryPrinter('Back office', { state: 'stuck', reason: 'paperOut', since: '2026-12-02T05:01:00.000Z', waiting: 2 });
  state.printing.queue = { ...state.printing.queue, printers: [memoryPrinter('Front desk'), stuck] };
  state.events.emit({ kind: 'queue' });
  await expect.element(page.getByText('Back office: No paper. Since 10:31.')).toBeVisible();
  await page.getByRole('button', { name: 'Move them to Front desk' }).click();
  await expect.poll(() => inputs(state, 'printing.move')).toEqual([{ from: 'Back office', to: 'Front desk' }]);
  await page.getByRole('button', { name: 'Fixed: try again' }).click();
  await expect.poll(() => inputs(state, 'printing.resume')).toEqual([{ printer: 'Back office' }]);
});

test('nobody prints what may have come out already before somebody has looked', async () => {
  const state = atDesk([memoryJob('MEENA (sample)', { hasClinicCopy: false })]);
  happen(
    state,
    'MEENA (sample)',
    { kind: 'asked', order: { printer: 'Front desk', copies: 1, parts: ['paper'] } },
    { kind: 'sending', part: 'paper' },
    { kind: 'unknown', reason: 'noAnswer' },
  );
  await expect.element(panel().getByText(/Go to Front desk and look/)).toBeVisible();
  await expect.element(panel().getByRole('button', { name: /^Print/ })).not.toBeInTheDocument();
  await userEvent.keyboard('p');
  await panel().getByRole('button', { name: 'Not there, or not whole' }).click();
  await expect.element(row('MEENA').getByText('Somebody looked: it is not there, or not whole.')).toBeVisible();
  await row('MEENA')
    .getByRole('button', { name: /Try again/ })
    .click();
  await expect.poll(() => inputs(state, 'printing.print')).toHaveLength(1);
});

test('what came out wrong is printed again as another paper, and a copy in her other language can be asked for', async () => {
  const state = atDesk([memoryJob('MEENA (sample)', { hasClinicCopy: false })]);
  happen(state, 'MEENA (sample)', { kind: 'asked', order: { printer: 'Front desk', copies: 1, parts: ['paper'] } }, ...OUT.slice(0, 3), {
    kind: 'done',
  });
  await panel().getByRole('button', { name: 'No: print again' }).click();
  await expect.poll(() => inputs(state, 'printing.cameOut')).toMatchObject([{ answer: 'notRight' }]);
  await expect.poll(() => inputs(state, 'printing.reprint')).toMatchObject([{ language: 'en', order: { printer: 'Front desk' } }]);
});

test('without a printer a paper is saved and said to be printed elsewhere', async () => {
  const state = atDesk([memoryJob('MEENA (sample)')]);
  state.printing.queue = { ...state.printing.queue, printers: [], usualPrinter: null, system: 'none' };
  state.events.emit({ kind: 'queue' });
  await expect.element(page.getByText(/no printer that the program knows/)).toBeVisible();
  // This one’s pages are not in the memory of the test: what fails is said where it was asked for.
  await panel().getByRole('button', { name: 'Save as a file' }).click();
  await expect.element(panel().getByRole('alert')).toBeVisible();
  await panel().getByRole('button', { name: 'Printed elsewhere' }).click();
  await expect.element(row('MEENA').getByText('Done')).toBeVisible();
});

test('N goes from one paper that needs somebody to the next, what is done is folded away, and what failed is offered elsewhere', async () => {
  const state = atDesk([memoryJob('MEENA (sample)'), memoryJob('ANITA (sample)'), memoryJob('SUNITA DEVI (sample)')]);
  const stuck = memoryPrinter('Back office', { state: 'stuck', reason: 'paperOut', since: '2026-12-02T05:01:00.000Z' });
  state.printing.queue = { ...state.printing.queue, printers: [memoryPrinter('Front desk'), stuck] };
  happen(
    state,
    'ANITA (sample)',
    { kind: 'asked', order: { printer: 'Back office', copies: 1, parts: ['paper'] } },
    { kind: 'failed', reason: 'refused' },
  );
  happen(
    state,
    'SUNITA DEVI (sample)',
    { kind: 'asked', order: { printer: 'Front desk', copies: 1, parts: ['paper'] } },
    ...OUT.slice(0, 3),
    { kind: 'done' },
    { kind: 'cameOut', answer: 'allRight' },
    { kind: 'handedOver', to: { kind: 'herself' }, checked: 'phoneEnd' },
  );
  const hers = (name: string) => panel().getByRole('heading', { name: `${name} (sample)` });
  await expect.element(hers('MEENA')).toBeVisible();
  await expect.element(page.getByText('2 of 3 still open, newest first')).toBeVisible();
  await expect.element(row('SUNITA')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show done: 1' }).click();
  await expect.element(row('SUNITA')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await userEvent.keyboard('n');
  await expect.element(hers('ANITA')).toBeVisible();
  await userEvent.keyboard('p');
  await expect.poll(() => inputs(state, 'printing.print')).toMatchObject([{ order: { printer: 'Front desk' } }]);
  await userEvent.keyboard('n');
  await expect.element(hers('MEENA')).toBeVisible();
});

test('with the focus in the list a letter is a key of the desk, and no name that begins with it is chosen by it', async () => {
  const jobs = ['PREETI', 'PRIYA', 'MEENA'].map((name) => memoryJob(`${name} (sample)`));
  const state = atDesk(jobs);
  await expect.element(row('MEENA')).toHaveAttribute('aria-selected', 'true');
  (row('MEENA').element() as HTMLElement).focus();
  await expect.element(row('MEENA')).toHaveFocus();
  await userEvent.keyboard('p');
  await expect.poll(() => inputs(state, 'printing.print')).toMatchObject([{ id: jobs[2]?.id }]);
  await expect.element(row('MEENA')).toHaveFocus();
  await expect.element(panel().getByRole('heading', { name: 'MEENA (sample)' })).toBeVisible();
});

test('an empty desk says what will come', async () => {
  atDesk([]);
  await expect.element(page.getByText(/What a doctor makes final is here within a second/)).toBeVisible();
});
