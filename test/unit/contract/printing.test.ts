import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type FoundPrinter, PortFault } from '#backend/printing/port.ts';
import type { PrintJob } from '#core/contract/printing.ts';
import type { PrintOrder } from '#core/domain/printing.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { client, programOfEachTest, running } from '../../support/program.ts';
import { finalVisit } from '../../support/sampleVisit.ts';
import { ScriptedPrinters } from '../../support/scriptedPrinters.ts';

const NOW = '2026-12-02T05:00:00.000Z';
const FRONT: PrintOrder = { printer: 'Front desk', copies: 1, parts: ['paper'] };
const code = (expected: string) => expect.objectContaining({ code: expected });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let printers: ScriptedPrinters;
const scripted = () => {
  printers = new ScriptedPrinters();
  return printers;
};
programOfEachTest({ now: NOW, printers: scripted, begin: () => client.app.openSample() });

/** A patient's final paper: the sample visit. */
async function finalPaper(change: { named?: { name: string; relation: 'sister'; mayCollect: boolean; mayBeCalled: boolean }[] } = {}) {
  const patient = await client.patients.add({
    name: 'Meena Test',
    age: { kind: 'told', years: 29, toldOn: '2026-12-02' },
    phone: '98765 44833',
    ...change,
  });
  const { first: version, ...visit } = await finalVisit(client, patient.id);
  return { patient, version, ...visit };
}
const jobs = async () => (await client.printing.queue()).jobs;
const jobOf = async (versionId: string) => (await jobs()).find((job) => job.versionId === versionId);
/** A job once it is as a test waits for. */
const until = (id: string, is: Partial<PrintJob>) =>
  expect.poll(async () => (await jobs()).find((job) => job.id === id), { timeout: 20_000 }).toMatchObject(is);

test('a final paper is in the queue at once, prints unmarked with its clinic copy, and is handed over; the next one says copy', async () => {
  const heard: string[] = [];
  const stream = await client.app.events();
  const listening = (async () => {
    for await (const { kind } of stream) heard.push(kind);
  })().catch(() => undefined);
  const { patient, version } = await finalPaper({ named: [{ name: 'Asha', relation: 'sister', mayCollect: true, mayBeCalled: false }] });
  await expect.poll(() => heard.slice(heard.indexOf('handouts')), { timeout: 20_000 }).toContain('queue');
  await stream.return?.();
  await listening;
  const [job, ...others] = await jobs();
  expect(others).toEqual([]);
  expect(job).toMatchObject({
    versionId: version.id,
    state: 'waiting',
    order: null,
    code: version.code,
    pages: version.pages,
    language: 'en',
    size: 'A4',
    copyOf: null,
    patient: { name: 'Meena Test', recordNumber: patient.recordNumber },
    mayCollect: [{ name: 'Asha', relation: 'sister' }],
    identifiers: [
      { kind: 'phoneEnd', value: '4833' },
      { kind: 'recordNumber', value: patient.recordNumber },
    ],
  });
  const id = job?.id ?? '';
  await expect(client.printing.print({ id, order: { ...FRONT, printer: 'Nowhere' } })).rejects.toEqual(code('BAD_INPUT'));
  await client.printing.print({ id, order: { printer: 'Front desk', copies: 2, parts: ['clinicCopy', 'notice', 'paper'] } });
  await until(id, { state: 'done', partsDone: ['paper', 'clinicCopy', 'notice'] });
  const titles = printers.given.map(({ request }) => request.title);
  expect(titles).toEqual(['', ' clinic copy', ' notice'].map((part) => `${version.code} v1${part}`));
  expect(printers.given.map(({ request: { printer: _, title: __, ...how } }) => how)).toEqual(
    [2, 1, 1].map((copies) => ({ copies, sides: 'both', media: 'A4', scaling: 'none', tray: null })),
  );
  // The very bytes that were made final.
  expect(printers.given[0] && sha256(printers.given[0].pdf)).toBe(version.sha256);
  expect(titles.join(' ') + readFileSync(running.logFile, 'utf8')).not.toMatch(/Meena|4833/);

  const handOver = { id, to: { kind: 'named' as const, name: 'Asha' }, checked: 'phoneEnd' as const };
  await expect(client.printing.handOver(handOver)).rejects.toEqual(code('NOT_READY'));
  await client.printing.cameOut({ id, answer: 'wrongPrinter' });
  await client.printing.cameOut({ id, answer: 'allRight' });
  await expect(client.printing.handOver({ ...handOver, to: { kind: 'named', name: 'Ravi' } })).rejects.toEqual(code('BAD_INPUT'));
  await expect(client.printing.handOver({ ...handOver, checked: 'birthDate' })).rejects.toEqual(code('BAD_INPUT'));
  const handed = await client.printing.handOver(handOver);
  expect(handed.handedOver).toMatchObject({ to: { name: 'Asha' }, checked: 'phoneEnd', at: NOW });
  expect((await client.printing.file({ id })).filed?.at).toBe(NOW);

  // Its answer is lost on the way, so the window asks once more, and a third time after the program was started again: one job.
  const wanted = { id: crypto.randomUUID(), versionId: version.id, language: 'en' as const, order: FRONT };
  const both = await Promise.all([client.printing.reprint(wanted), client.printing.reprint(wanted)]);
  const [again] = both;
  const later = await client.printing.reprint({ ...wanted, order: null });
  expect([...both, later].map(({ id: each }) => each)).toEqual([wanted.id, wanted.id, wanted.id]);
  expect(again.copyOf).toBe(NOW);
  await until(again.id, { state: 'done' });
  const text = (await readPdf(printers.given[3]?.pdf ?? Buffer.alloc(0))).pages.map((page) => page.text).join(' ');
  expect(text).toMatch(/copy/i);
  expect(printers.given[3]?.request.title).toBe(`${version.code} v1 copy`);
  const [paper] = await client.printing.ofPatient({ patientId: patient.id });
  expect(paper?.jobs.map(({ why }) => why)).toEqual(['reprint', 'final']);
  // A window that prints by itself gives the mark too, and stands in her list.
  const { base64, fileName } = await client.handouts.pdf({ id: version.id, purpose: 'print' });
  expect([Buffer.from(base64, 'base64').equals(printers.given[3]?.pdf ?? Buffer.alloc(0)), fileName]).toEqual([
    true,
    `${version.code}-v1-copy.pdf`,
  ]);
  expect((await client.printing.ofPatient({ patientId: patient.id }))[0]?.jobs[0]).toMatchObject({ state: 'done', order: null });
  const inHindi = await client.printing.reprint({ versionId: version.id, language: 'hi', order: null });
  expect(inHindi).toMatchObject({ language: 'hi', copyOf: null, state: 'waiting' });
  const log = await client.audit.list({ filter: { patientId: patient.id }, before: null });
  const actions = log.rows.map(({ action }) => action);
  for (const action of ['print.ask', 'handout.print', 'print.wrongPrinter', 'print.handOver', 'print.filed', 'print.reprint'])
    expect(actions).toContain(action);
  expect(log.rows.find(({ action }) => action === 'print.ask')?.subject).toBe(`${version.code} v1`);

  // Everything of hers goes with her: not while a paper of hers is at a printer, and what stands in a line is never printed.
  const because = { reason: 'mistake' as const, note: 'Added twice.' };
  const erase = () => client.rights.erase({ patientId: patient.id, recordNumber: patient.recordNumber, ownPassword: '', because });
  const BACK = { ...FRONT, printer: 'Back office' };
  printers.holds.add('Back office');
  const inside = await client.printing.reprint({ versionId: version.id, language: 'en', order: BACK });
  await until(inside.id, { state: 'printing' });
  const behind = await client.printing.reprint({ versionId: version.id, language: 'en', order: BACK });
  await expect(erase()).rejects.toMatchObject({ code: 'NOT_READY', message: expect.stringContaining('at a printer') });
  const setBack = (change: Pick<FoundPrinter, 'state' | 'reason'>) => {
    printers.printers = printers.printers.map((each) => (each.id === 'Back office' ? { ...each, ...change } : each));
  };
  setBack({ state: 'stuck', reason: 'paperOut' });
  await expect.poll(async () => (await client.printing.queue()).printers[1]?.state, { timeout: 20_000 }).toBe('stuck');
  await client.printing.cancel({ id: inside.id });
  await until(inside.id, { state: 'unknown', reason: 'cancelled' });
  await expect(erase()).rejects.toEqual(code('NOT_READY'));
  await client.printing.looked({ id: inside.id, found: 'notThere' });
  await until(behind.id, { state: 'waiting', place: 1 });
  const given = printers.given.length;
  await erase();
  expect(await jobs()).toEqual([]);
  setBack({ state: 'ready', reason: null });
  await client.printing.resume({ printer: 'Back office' });
  await expect
    .poll(async () => (await client.printing.queue()).printers[1], { timeout: 20_000 })
    .toMatchObject({ state: 'ready', waiting: 0 });
  const { version: next } = await finalPaper();
  await client.printing.print({ id: (await jobOf(next.id))?.id ?? '', order: BACK });
  await expect.poll(() => printers.given.length, { timeout: 20_000 }).toBe(given + 1);
  expect(printers.given.at(-1)?.request.title).not.toContain(version.code);
}, 120_000);

test('each printer has a line of its own; what nobody can know is never sent again before a person has looked', async () => {
  const { version } = await finalPaper();
  const ids = [(await jobOf(version.id))?.id ?? ''];
  for (let n = 0; n < 3; n++) ids.push((await client.printing.reprint({ versionId: version.id, language: 'en', order: null })).id);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  printers.mishaps.push({ fault: new PortFault('noAnswer', 'noAnswer'), cameOut: true });
  printers.holds.add('Back office');
  await client.printing.print({ id: first, order: FRONT });
  await until(first, { state: 'unknown', reason: 'noAnswer' });
  await client.printing.print({ id: second, order: FRONT });
  await client.printing.print({ id: third, order: { ...FRONT, printer: 'Back office' } });
  await client.printing.print({ id: fourth, order: { ...FRONT, printer: 'Back office' } });
  await until(third, { state: 'printing', now: { part: 'paper', pagesOut: 1 } });
  await until(fourth, { state: 'waiting', place: 1 });
  // The line behind the unknown one waits; nothing was sent a second time.
  await until(second, { state: 'waiting', place: 1 });
  expect(printers.given).toHaveLength(2);
  await expect(client.printing.print({ id: first, order: FRONT })).rejects.toEqual(code('NOT_READY'));
  await client.printing.looked({ id: first, found: 'there' });
  await until(second, { state: 'done' });
  await until(first, { state: 'done' });

  // A stuck printer: what waits for it moves on; of the one inside pages may be out, so a person looks before it goes too.
  printers.printers = printers.printers.map((each) => (each.id === 'Back office' ? { ...each, state: 'stuck', reason: 'paperOut' } : each));
  await expect
    .poll(async () => (await client.printing.queue()).printers[1], { timeout: 20_000 })
    .toMatchObject({ state: 'stuck', reason: 'paperOut', waiting: 1 });
  await client.printing.move({ from: 'Back office', to: 'Front desk' });
  await until(fourth, { state: 'done', order: { ...FRONT } });
  await until(third, { state: 'unknown', reason: 'cancelled' });
  await client.printing.looked({ id: third, found: 'notThere' });
  await client.printing.print({ id: third, order: FRONT });
  await until(third, { state: 'done', order: { ...FRONT } });
  expect(printers.given.map(({ request }) => request.printer)).toEqual([
    'Front desk',
    'Back office',
    'Front desk',
    'Front desk',
    'Front desk',
  ]);

  // A printing system that is away takes nothing and loses nothing; it goes on by itself, for nothing was sent.
  printers.down = true;
  const last = await client.printing.reprint({ versionId: version.id, language: 'en', order: null });
  await expect.poll(async () => (await client.printing.queue()).system, { timeout: 20_000 }).toBe('down');
  await client.printing.print({ id: last.id, order: FRONT });
  await until(last.id, { state: 'waiting' });
  await client.printing.cancel({ id: last.id });
  await until(last.id, { state: 'waiting', order: null, place: null });
  printers.down = false;
  const settings = await client.printing.settings();
  const printer = { id: 'Back office', sides: 'one' as const, size: 'Letter' as const, tray: 'tray-1' };
  const set = { ...settings, usualPrinter: 'Back office', usualParts: ['paper' as const], printers: [printer] };
  await client.printing.saveSettings(set);
  await expect(client.printing.saveSettings(set)).rejects.toEqual(code('CHANGED_ELSEWHERE'));
  await client.printing.resume({ printer: 'Back office' });
  printers.holds.clear();
  expect(await client.printing.printAll({ ids: [last.id] })).toEqual({ asked: 1 });
  await until(last.id, { state: 'done' });
  // On paper of another size it is made to fit; size, scaling and sides are always said.
  expect(printers.given.at(-1)?.request).toMatchObject({ sides: 'one', media: 'Letter', scaling: 'fit', tray: 'tray-1' });
}, 120_000);
