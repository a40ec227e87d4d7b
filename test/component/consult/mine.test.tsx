import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProtocolPart } from '#core/domain/savedProtocol.ts';
import { storedAnswer } from '../../support/memoryConsultation.ts';
import { memoryProtocol } from '../../support/memoryProtocols.ts';
import { renderWindow, unmount } from '../../support/render.tsx';
import { openVisit, START } from './visit.tsx';

afterEach(unmount);

const LOW: ProtocolPart = {
  form: 'capsule',
  strengthMg: 0.5,
  release: 'immediate',
  units: { morning: 1, noon: 0, evening: 1, bedtime: 0 },
  start: { anchor: 'transfer', days: -4 },
  stop: { anchor: 'heartbeat' },
  ifNegative: 'Stop and call us.',
};
const HIGH: ProtocolPart = { ...LOW, strengthMg: 1, ifNegative: 'Call us.' };
const NAMES = ['Low dose, frozen transfer', 'Full dose'] as const;

/** A visit at its protocol, with two saved protocols; `hash`: the topic's content that they were approved with. */
async function openWithMine(answers: Record<string, unknown> = {}, hash?: string) {
  const { visit, state } = await openVisit('plan', answers);
  const { pack } = visit.consultation;
  const approved = hash ? { ...pack, version: '2.0', hash } : pack;
  state.protocols = [memoryProtocol(NAMES[0], approved, LOW), memoryProtocol(NAMES[1], approved, HIGH)];
  return { visit, state };
}
/** Opens the dialog as a person does: the next key comes when the first protocol has the focus. */
async function open() {
  await userEvent.keyboard('{Alt>}m{/Alt}');
  await expect.element(option(NAMES[0])).toHaveFocus();
}
const stored = (visit: Parameters<typeof storedAnswer>[0], id: string) => expect.poll(() => storedAnswer(visit, `program.${id}`));
const option = (name: string) => page.getByRole('option', { name });

test('Alt M, an arrow, Enter: a saved protocol is applied by keys alone, and one undo takes all of it back', async () => {
  const { visit } = await openWithMine({ 'program.brand': 'Other', 'program.transferDate': '2026-12-09' });
  await open();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(option(NAMES[1])).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await stored(visit, 'ifNegative').toBe('Call us.');
  await stored(visit, 'strengthMg').toBe(1);
  await stored(visit, 'start').toEqual({ anchor: 'transfer', days: -4 });
  await stored(visit, 'brand').toBeUndefined();
  expect(storedAnswer(visit, 'program.transferDate')).toBe('2026-12-09');
  await expect.element(page.getByText('“Full dose” applied from My protocols').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await stored(visit, 'ifNegative').toBeUndefined();
  await stored(visit, 'strengthMg').toBeUndefined();
  await stored(visit, 'brand').toBe('Other');
  await expect.element(page.getByRole('button', { name: 'Undo “Full dose”' })).not.toBeInTheDocument();
});

test('before anything changes it is shown what will: what stands there now, and what will stand there', async () => {
  const { visit } = await openWithMine({ ...START, 'program.strengthMg': 5, 'program.doseReason': 'Low level' });
  await open();
  const changes = page.getByRole('region', { name: 'What “Low dose, frozen transfer” changes for her' });
  await expect.element(changes).toBeVisible();
  const rows = [...changes.element().querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll('\u00a0', ' ')),
  );
  expect(rows).toEqual([
    ['Strength, mg', '5 mg', '0.5 mg'],
    ['Release', 'empty', 'Immediate'],
    ['Negative test', 'Call.', 'Stop and call us.'],
    ['Why this dose', 'Low level', 'empty'],
  ]);
  await userEvent.keyboard('{Escape}');
  expect(storedAnswer(visit, 'program.strengthMg')).toBe(5);
});

test('the line says when what was applied was changed, and its own undo leaves that change alone', async () => {
  const { visit } = await openWithMine();
  await open();
  await userEvent.keyboard('{Enter}');
  await stored(visit, 'ifNegative').toBe('Stop and call us.');
  await page.getByRole('textbox', { name: 'Strength, mg' }).fill('0.75');
  await expect.element(page.getByText('“Low dose, frozen transfer” applied from My protocols, then changed')).toBeVisible();
  await stored(visit, 'strengthMg').toBe(0.75);
  await page.getByRole('button', { name: 'Undo “Low dose, frozen transfer”' }).click();
  await stored(visit, 'form').toBeUndefined();
  expect(storedAnswer(visit, 'program.strengthMg')).toBe(0.75);
});

test('a protocol of facts that have changed can’t be applied before it is read and approved again', async () => {
  const { visit, state } = await openWithMine({}, 'd'.repeat(64));
  await open();
  await expect
    .element(page.getByText('The topic’s facts have changed since you saved this. Read it again and approve it.', { exact: true }))
    .toBeVisible();
  await expect.element(page.getByText(/Saved with topic pack 2\.0; this visit has 2\.1\./)).toBeVisible();
  await expect.element(page.getByRole('dialog').getByRole('button', { name: /^Apply/ })).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  const approve = page.getByRole('button', { name: 'I have read it: approve it again' });
  await expect.element(approve).toHaveFocus();
  expect(visit.consultation.answers).toEqual([]);
  await approve.click();
  await expect.poll(() => state.protocols[0]?.pack).toEqual(visit.consultation.pack);
  expect(state.protocols[1]?.pack).not.toEqual(visit.consultation.pack);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Apply/ })
    .click();
  await stored(visit, 'ifNegative').toBe('Stop and call us.');
});

test('without a protocol of one’s own the dialog says what it is for, and leads to saving one', async () => {
  await openVisit('plan', START);
  await userEvent.keyboard('{Alt>}m{/Alt}');
  await expect.element(page.getByText('You have no protocol of your own for this topic yet.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Save as my protocol…' }).click();
  await expect.element(page.getByRole('heading', { name: 'Save as my protocol' })).toBeVisible();
});

test('saving keeps the protocol without what is hers, under a name', async () => {
  const { state } = await openVisit('plan', { ...START, 'program.stop': { anchor: 'heartbeat', date: '2027-01-06' } });
  await page.getByRole('button', { name: 'Save as my protocol…' }).click();
  await expect.element(page.getByRole('dialog').getByRole('textbox').first()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Fill this in.')).toBeVisible();
  await userEvent.keyboard('Low dose{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(state.protocols.map(({ name }) => name)).toEqual(['Low dose']);
  expect(state.protocols[0]?.part).toMatchObject({
    strengthMg: 0.5,
    start: { anchor: 'transfer', days: -4 },
    stop: { anchor: 'heartbeat' },
  });
  expect(JSON.stringify(state.protocols[0]?.part)).not.toMatch(/20\d\d-|Folic/);
});

test('words with a date, or with the patient’s name, aren’t saved for other patients', async () => {
  const { state } = await openVisit('plan', {
    ...START,
    'program.ifNegative': 'Stop on 23-Dec-2026.',
    'program.ifBleeding': 'Sunita Devi calls us.',
  });
  await page.getByRole('button', { name: 'Save as my protocol…' }).click();
  await expect.element(page.getByText(/This holds a date/)).toBeVisible();
  await expect.element(page.getByText(/This names the patient/)).toBeVisible();
  await userEvent.keyboard('Low dose{Enter}');
  await expect.element(page.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-disabled', 'true');
  expect(state.protocols).toEqual([]);
});

test('a protocol is renamed and removed in the list', async () => {
  const { state } = await openWithMine();
  await open();
  await page.getByRole('button', { name: 'Rename “Low dose, frozen transfer”' }).click();
  await page.getByLabelText('New name').fill('Low dose');
  await userEvent.keyboard('{Enter}');
  await expect.element(option('Low dose')).toBeVisible();
  await page.getByRole('button', { name: 'Remove “Low dose” from my protocols' }).click();
  await expect.element(page.getByText('Remove “Low dose” from your list? Visits that used it stay as they are.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => state.protocols.map(({ name }) => name)).toEqual(['Full dose']);
  await expect.element(option('Full dose')).toBeVisible();
});

test('a counsellor has no protocols to apply', async () => {
  const { state, visit } = await openVisit('plan');
  await expect.element(page.getByRole('button', { name: /Apply my protocol/ })).toBeVisible();
  if (state.status.user) state.status = { ...state.status, user: { ...state.status.user, roles: ['counsellor'] } };
  renderWindow(state, `/consult/${visit.consultation.id}/plan`);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Words of section.plan.' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Apply my protocol/ })).not.toBeInTheDocument();
});
