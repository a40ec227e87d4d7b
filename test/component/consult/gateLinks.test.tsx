import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { GATE_IDS, type GateId } from '#core/domain/evaluation.ts';
import { unmount } from '../../support/render.tsx';
import { openVisit, START, withOptions } from './visit.tsx';

afterEach(unmount);

/** For each line of the gate: what of a whole visit is otherwise, and the field that has to have the cursor after its link. */
const CASES: [GateId, Record<string, unknown>, string][] = [
  ['decision', { 'program.decision': undefined }, 'program.decision'],
  ['nextStep', { 'program.nextDate': undefined }, 'program.nextDate'],
  ['dose', { 'program.strengthMg': undefined }, 'program.strengthMg'],
  ['doseReason', { 'program.units': { morning: 9, noon: 9, evening: 9, bedtime: 0 } }, 'program.doseReason'],
  ['firstDay', { 'program.start': undefined }, 'program.start'],
  ['stopRule', { 'program.stop': undefined }, 'program.stop'],
  ['safety', { 'program.medicines': undefined }, 'program.medicines'],
  ['supervision', { 'program.supervisors': { fertility: 'Dr A. SAMPLE' } }, 'program.supervisors'],
  ['whatIf', { 'program.ifBleeding': undefined }, 'program.ifBleeding'],
  ['price', { 'program.price': { strip: 640 } }, 'program.price'],
  ['dates', { 'program.nextDate': '2026-11-01' }, 'program.nextDate'],
];
/** Lines that are mended on another screen, and the heading that has the focus there. */
const ELSEWHERE: [GateId, RegExp][] = [
  ['clinic', /^Settings|Clinic/],
  ['approval', /^Read and approve/],
];

const openLines = () => page.getByRole('complementary', { name: 'Before it is final' }).getByRole('listitem');
const isOpen = (line: Element) => /Missing|Conflict/.test(line.textContent ?? '');

test('every line of the gate is in this table', () => {
  expect([...CASES, ...ELSEWHERE].map(([id]) => id).toSorted()).toEqual([...GATE_IDS].toSorted());
});

test.each(CASES)('%s: its line leads to its field', async (_id, otherwise, field) => {
  const answers = Object.fromEntries(Object.entries({ ...START, ...otherwise }).filter(([, value]) => value !== undefined));
  await openVisit('check', answers, { pack: withOptions() });
  await expect.poll(() => openLines().elements().filter(isOpen).length).toBe(1);
  const [line] = openLines().elements().filter(isOpen);
  line?.querySelector('a')?.click();
  await expect
    .poll(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? document.activeElement?.tagName)
    .toMatch(new RegExp(`^${field.replace('.', '\\.')}(\\.|$)`));
});

test.each(ELSEWHERE)('%s: its line leads to the screen on which it is mended', async (id, heading) => {
  const change = id === 'approval' ? { today: '2027-11-23' } : {};
  await openVisit('check', { ...START, 'program.nextDate': '2027-12-04' }, {}, change, {});
  if (id === 'clinic') {
    const line = openLines()
      .elements()
      .find((each) => /day and night numbers/.test(each.textContent ?? ''));
    line?.querySelector('a')?.click();
  } else {
    await expect.poll(() => openLines().elements().filter(isOpen).length).toBeGreaterThan(0);
    const line = openLines()
      .elements()
      .find((each) => /reviewed by/.test(each.textContent ?? ''));
    line?.querySelector('a')?.click();
  }
  await expect.element(page.getByRole('heading', { level: 1, name: heading })).toHaveFocus();
});
