import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import type { Visit } from '#core/domain/visit.ts';
import { memoryVersion } from '../../support/memoryBackend.ts';
import { type MemoryConsultation, memoryConsultation } from '../../support/memoryConsultation.ts';
import { unmount } from '../../support/render.tsx';
import { seen } from '../../support/seen.ts';
import { openVisit, START } from '../consult/visit.tsx';

afterEach(unmount);

const PHONE = '9000077812';
const NOW_CALLED = 'SUNITA DEVI (sample)';

const violations = async () => {
  const { violations: found } = await axe.run(seen(), { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

/** A final visit at one of its screens; `sources`: what its versions were made from. */
async function openFinal(
  screen: 'final' | 'papers' | 'amend',
  options: { more?: Partial<HandoutVersion>; sources?: Visit[]; last?: MemoryConsultation } = {},
) {
  const final = memoryConsultation(options.last ? { ...START, 'program.decision': 'continue' } : START);
  const last = options.last ?? null;
  final.consultation = {
    ...final.consultation,
    state: 'final',
    patient: { ...final.consultation.patient, phone: PHONE },
    ...(last ? { followsOn: { id: last.consultation.id, code: last.consultation.code, visitDate: last.consultation.visitDate } } : {}),
  };
  const { consultation } = final;
  const first = memoryVersion(final, 1, options.more ? { replacedBy: 2 } : {});
  const versions = [first, ...(options.more ? [memoryVersion(final, 2, options.more)] : [])];
  const sources = Object.fromEntries((options.sources ?? []).map((source, index) => [index + 1, source]));
  return openVisit(screen, START, { consultation }, {}, { state: { versions, last, papers: { sources, copies: [] } } });
}

/** The visit of the final paper, under the name that she had then. */
function sourceOf(name: string, transferDate: string): Visit {
  return {
    format: 1,
    sample: true,
    code: 'CL-7K2M-94QX',
    clinic: { name: 'Clinic', address: '12 Road', dayPhone: '+91 00000 11111', nightPhone: '+91 00000 22222', emergencyNumbers: ['112'] },
    doctor: { name: 'Dr A. SAMPLE', registration: '00000' },
    patient: { name, recordNumber: 'SF-00-4821', age: { kind: 'told', years: 32, toldOn: '2026-12-02' } },
    visitDate: '2026-12-02',
    timeZone: 'Asia/Kolkata',
    pack: { id: 'examplin-tests', version: '2.1', hash: 'a'.repeat(64) },
    answers: { program: { decision: 'start', transferDate }, topic: {} },
  };
}

test('a copy to send asks for her number and her consent first, says that it is not locked, and can be deleted at once', async () => {
  const { state } = await openFinal('final');
  await page.getByRole('button', { name: 'Save a copy to send…' }).click();
  await expect.element(page.getByText('90000 77812')).toBeVisible();
  await expect.element(page.getByText('The file is not locked: whoever gets it can read it.')).toBeVisible();
  expect(await violations()).toEqual([]);
  const save = page.getByRole('button', { name: 'Save the copy' });
  await save.click();
  await expect.element(page.getByText('Tick both first.')).toBeVisible();
  await page.getByText('I read it to her, and it is right.').click();
  await save.click();
  expect(state.calls.some(({ path }) => path === 'papers.saveToSend')).toBe(false);
  await page.getByText('She agrees that her paper is sent to this phone.').click();
  await save.click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(state.calls.find(({ path }) => path === 'papers.saveToSend')?.input).toEqual({
    id: state.versions[0]?.id,
    phone: PHONE,
    agreed: true,
    to: 'download',
  });
  const copies = page.getByRole('region', { name: 'Copies saved to send' });
  await expect.element(copies.getByText(/outbox as CL-7K2M-94QX-v1\.pdf until 03-Dec-2026/)).toBeVisible();
  await copies.getByRole('button', { name: 'Delete now' }).click();
  await expect.element(copies.getByText(/^Deleted/)).toBeVisible();
});

test('the same paper in another language is a version of its own, and is shown', async () => {
  const { state } = await openFinal('final');
  await page.getByRole('button', { name: 'In another language…' }).click();
  await expect.element(page.getByRole('radio', { name: 'Hindi', exact: true })).toBeInTheDocument();
  expect(page.getByRole('radio', { name: 'English', exact: true }).elements()).toEqual([]);
  const make = page.getByRole('button', { name: 'Make version 2' });
  await make.click();
  await expect.element(page.getByText('Choose a language.')).toBeVisible();
  await page.getByText('Hindi', { exact: true }).click();
  await make.click();
  await expect.element(page.getByText('The same as version 1, in another language.')).toBeVisible();
  expect(state.versions.map(({ language }) => language)).toEqual(['en', 'hi']);
});

test('every version stands with when, who and why; two of them are compared by what is printed', async () => {
  const replaces = {
    version: 1,
    madeAt: '2026-12-01T05:12:00.000Z',
    reason: 'Her name was misspelt',
    changed: ['your name', 'transfer date'],
  };
  const sources = [sourceOf('SUNEETA', '2027-03-02'), sourceOf('SUNITA', '2027-03-05')];
  await openFinal('final', { more: { replaces }, sources });
  await expect.element(page.getByRole('heading', { name: 'Final', exact: true })).toHaveFocus();
  await userEvent.keyboard('{Alt>}h{/Alt}');
  await expect.element(page.getByRole('heading', { name: 'Papers of this visit' })).toHaveFocus();
  const rows = page.getByRole('table', { name: 'Versions of the paper' }).getByRole('row');
  await expect.poll(() => rows.elements()[1]?.textContent).toMatch(/Version 2.*Replaces version 1.*Her name was misspelt.*In use/);
  await expect.poll(() => rows.elements()[2]?.textContent).toMatch(/Version 1.*The first paper of this visit.*Version 2 replaces it/);
  const changed = page.getByRole('table', { name: 'What changed' }).getByRole('row');
  await expect.element(changed.nth(1)).toHaveTextContent('Name correctedSUNEETASUNITA');
  await expect.element(changed.nth(2)).toHaveTextContent('TransferTue 02-Mar-2027Fri 05-Mar-2027');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: /The earlier one/ }).click();
  await page.getByRole('option', { name: /^Version 2/ }).click();
  await expect.element(page.getByText('The same is printed on both.')).toBeVisible();
  await page.viewport(683, 384);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  await page.viewport(1366, 768);
});

test('a name that was corrected since the paper was made is named, and is worth a new one by itself', async () => {
  const { state } = await openFinal('amend', { sources: [sourceOf('SUNEETA', '2027-03-02')] });
  const side = page.getByRole('complementary', { name: 'What changes' });
  await expect.element(side.getByText('Name corrected')).toBeVisible();
  await expect.element(side.getByText('Until now: SUNEETA')).toBeVisible();
  await expect.element(side.getByText(`New: ${NOW_CALLED}`)).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason, for the record' }).fill('Her name was misspelt');
  await page.getByRole('button', { name: 'Make version 2' }).click();
  await expect.poll(() => state.calls.find(({ path }) => path === 'consultations.amend')?.input).toMatchObject({ changes: [] });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Final' })).toBeVisible();
});

test('a dose of the visit before that was corrected since is named on the follow-up, and is worth a new paper by itself', async () => {
  const last = memoryConsultation(START);
  last.consultation = { ...last.consultation, id: crypto.randomUUID(), visitDate: '2026-11-25' };
  const source = sourceOf(NOW_CALLED, '2026-12-09');
  const { program } = source.answers;
  const followUp = (dose: NonNullable<Visit['lastVisit']>['dose']): Visit => ({
    ...source,
    answers: { topic: {}, program: { ...program, decision: 'continue' } },
    lastVisit: { visitDate: '2026-11-25', ...(dose ? { dose } : {}) },
  });
  const wrong = followUp({ form: 'capsule', strengthMg: 5, units: { morning: 1, noon: 0, evening: 1, bedtime: 0 } });
  const { state } = await openFinal('amend', { sources: [wrong], last });
  const side = page.getByRole('complementary', { name: 'What changes' });
  await expect.element(side.getByText('More inside')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason, for the record' }).fill('The dose before was written wrong');
  await page.getByRole('button', { name: 'Make version 2' }).click();
  await expect.poll(() => state.calls.find(({ path }) => path === 'consultations.amend')?.input).toMatchObject({ changes: [] });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Final' })).toBeVisible();
  await unmount();

  const replaces = { version: 1, madeAt: '2026-12-05T04:00:00.000Z', reason: 'Wrong', changed: ['more inside'] };
  await openFinal('papers', { more: { replaces }, sources: [wrong, followUp(undefined)], last });
  await expect.element(page.getByText('The line about what has changed since the visit before', { exact: false })).toBeVisible();
});
