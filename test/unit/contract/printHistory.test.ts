import { expect, test } from 'vitest';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { PortFault } from '#backend/printing/port.ts';
import type { PrintHistoryFilter } from '#core/contract/printHistory.ts';
import type { PrintJob } from '#core/contract/printing.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { resourcesDir } from '../../support/backend.ts';
import { client, programOfEachTest, running } from '../../support/program.ts';
import { finalVisit } from '../../support/sampleVisit.ts';
import { ScriptedPrinters } from '../../support/scriptedPrinters.ts';

let printers: ScriptedPrinters;
const scripted = () => {
  printers = new ScriptedPrinters();
  return printers;
};
programOfEachTest({ now: '2026-12-02T05:00:00Z', printers: scripted, begin: () => client.app.openSample() });

/** A patient's final paper: the sample visit. */
async function finalPaper(name: string) {
  const patient = await client.patients.add({ name, age: { kind: 'told', years: 29, toldOn: '2026-12-02' } });
  return { patient, version: (await finalVisit(client, patient.id)).first };
}
const jobs = async () => (await client.printing.queue()).jobs;
const until = (id: string, is: Partial<PrintJob>) =>
  expect.poll(async () => (await jobs()).find((job) => job.id === id), { timeout: 20_000 }).toMatchObject(is);

test('what was counted is printed in the order in which it came, and nothing that came or changed after the look', async () => {
  const meena = await finalPaper('Meena Test');
  const hindi = await client.printing.reprint({ versionId: meena.version.id, language: 'hi', order: null });
  const asha = await finalPaper('Asha Test');
  const waiting = await jobs();
  expect(waiting.map(({ language, doctor }) => [language, doctor])).toEqual([
    ['en', 'Dr A. SAMPLE'],
    ['hi', 'Dr A. SAMPLE'],
    ['en', 'Dr A. SAMPLE'],
  ]);
  const settings = await client.printing.settings();
  await client.printing.saveSettings({ ...settings, usualPrinter: 'Front desk', usualParts: ['paper'] });
  const english = waiting.filter(({ language }) => language === 'en').map(({ id }) => id);
  // While somebody looks at the choice: one more comes, and another person takes one out.
  const later = await client.printing.reprint({ versionId: asha.version.id, language: 'en', order: null });
  expect(await client.printing.printAll({ ids: english })).toEqual({ asked: 2 });
  for (const id of english) await until(id, { state: 'done' });
  expect(printers.given.map(({ request }) => request.title)).toEqual([`${meena.version.code} v1`, `${asha.version.code} v1`]);
  expect(await client.printing.printAll({ ids: english })).toEqual({ asked: 0 });
  await client.printing.remove({ id: hindi.id });
  expect(await client.printing.printAll({ ids: [hindi.id] })).toEqual({ asked: 0 });
  expect((await jobs()).find(({ id }) => id === later.id)).toMatchObject({ state: 'waiting', order: null });
  expect(printers.given).toHaveLength(2);
}, 120_000);

test('the history says who printed, cancelled and handed over what and when, by patient, day and kind; the file names no one', async () => {
  const meena = await finalPaper('Meena Test');
  const asha = await finalPaper('=Asha Test');
  const [second, first] = await jobs();
  const id = first?.id ?? '';
  await client.printing.print({ id, order: { printer: 'Front desk', copies: 2, parts: ['paper'] } });
  await until(id, { state: 'done' });
  await client.printing.cameOut({ id, answer: 'allRight' });
  running.now = new Date('2026-12-02T19:00:00Z');
  await client.printing.handOver({ id, to: { kind: 'herself' }, checked: 'recordNumber' });
  printers.down = true;
  await client.printing.print({ id: second?.id ?? '', order: { printer: 'Front desk', copies: 1, parts: ['paper'] } });
  await client.printing.cancel({ id: second?.id ?? '' });
  const list = async (filter: PrintHistoryFilter) => (await client.printHistory.list({ filter, before: null })).rows;
  const all = await list({});
  expect(all.map(({ act, by, patient, order }) => [act, by, patient.name, order?.copies])).toEqual([
    ['cancelled', 'Dr A. SAMPLE', '=Asha Test', 1],
    ['asked', 'Dr A. SAMPLE', '=Asha Test', 1],
    ['handedOver', 'Dr A. SAMPLE', 'Meena Test', 2],
    ['allRight', 'Dr A. SAMPLE', 'Meena Test', 2],
    ['printed', 'Dr A. SAMPLE', 'Meena Test', 2],
    ['asked', 'Dr A. SAMPLE', 'Meena Test', 2],
  ]);
  expect(all[2]).toMatchObject({
    handed: { to: { kind: 'herself' }, checked: 'recordNumber' },
    code: meena.version.code,
    version: 1,
    pages: meena.version.pages,
  });
  expect((await list({ patientId: asha.patient.id })).map(({ act }) => act)).toEqual(['cancelled', 'asked']);
  expect((await list({ group: 'handedOver' })).map(({ at }) => at)).toEqual(['2026-12-02T19:00:00.000Z']);
  // Half past twelve at night in the clinic: the next day there.
  expect((await list({ from: '2026-12-03' })).map(({ act }) => act)).toEqual(['cancelled', 'asked', 'handedOver']);
  expect(await list({ to: '2026-12-02', group: 'cancelled' })).toEqual([]);

  const { fileName, base64, rows } = await client.printHistory.export({ filter: {} });
  const text = Buffer.from(base64, 'base64').toString('utf8');
  expect([fileName, rows]).toEqual(['print-history-2026-12-02-to-2026-12-03.csv', 6]);
  expect(text.startsWith('\ufeff"Date","Time"')).toBe(true);
  expect(text).toContain(
    `"2026-12-03","00:30:00","Asia/Kolkata","handed over","Dr A. SAMPLE","${meena.patient.recordNumber}","${meena.version.code}"`,
  );
  expect(text).not.toMatch(/Meena|Asha Test|tacrolimus|(^|,)"[=+@]/i);
  expect((await client.audit.list({ filter: { group: 'print' }, before: null })).rows[0]?.action).toBe('print.history');
  // Everything of hers goes with her.
  const { id: patientId, recordNumber } = meena.patient;
  await client.rights.erase({ patientId, recordNumber, ownPassword: '', because: { reason: 'mistake', note: 'Added twice.' } });
  expect((await list({})).map(({ patient }) => patient.name)).toEqual(['=Asha Test', '=Asha Test']);
}, 120_000);

test('a slip says when she is expected and nothing clinical; slips, labels and test pages go to a printer once, in their size', async () => {
  const { patient } = await finalPaper('Meena Test');
  const { id: patientId } = patient;
  const { days, language } = await client.slips.days({ patientId });
  expect([language, days.length > 0, days.every(({ date }) => date >= '2026-12-02')]).toEqual(['en', true, true]);
  // Who looks her dates up has looked at her: it stands in the log once, as for her card.
  const views = async () =>
    (await client.audit.list({ filter: { patientId, group: 'patient' }, before: null })).rows.map(({ action }) => action);
  const seenBefore = (await views()).filter((action) => action === 'patient.view').length;
  expect(seenBefore).toBe(1);
  const slip = { kind: 'slip' as const, language: 'both' as const };
  const print = (input: Omit<Parameters<typeof client.slips.print>[0], 'requestId'>, requestId = crypto.randomUUID()) =>
    client.slips.print({ ...input, requestId });
  const seen = await client.slips.pdf({ patientId, paper: slip, purpose: 'look' });
  const [page, ...more] = (await readPdf(Buffer.from(seen.base64, 'base64'))).pages;
  expect([more, seen.pages, seen.fileName]).toEqual([[], 1, 'next-visit-2026-12-02.pdf']);
  expect(page?.text).toContain('Meena Test');
  expect(page?.text).toContain(patient.recordNumber);
  expect(page?.text.match(/\d\d-[A-Z][a-z]{2}-\d{4}/g)).toHaveLength(days.length);
  // Of her visit, her tests and her medicine: no word of what was typed, nor of the topic.
  const { program } = (await loadSampleVisit(resourcesDir)).answers;
  const purposes = [...(program.visits ?? []).map(({ purpose }) => purpose), program.nextStep ?? 'tacrolimus'];
  for (const word of [...purposes, 'tacrolimus', 'scan', 'test', 'dose', 'mg'].map((each) => each.toLowerCase()))
    expect(page?.text.toLowerCase().replace('meena test', '')).not.toContain(word);

  const { usualPrinter: _, ...settings } = await client.printing.settings();
  const back = { id: 'Back office', sides: 'both' as const, size: 'Letter' as const, tray: 'tray-1' };
  await client.printing.saveSettings({ ...settings, usualPrinter: null, printers: [back] });
  const labels = { kind: 'labels' as const, language: 'en' as const, sheet: '2x7' as const, start: 14, count: 2 };
  await expect(print({ patientId, paper: { ...labels, start: 15 }, printer: 'Back office' })).rejects.toThrow();
  // The answer is lost, and the window asks under the same name: sent once, told twice. Another paper under it is sent.
  const requestId = crypto.randomUUID();
  const twice = [1, 2].map(() => print({ patientId, paper: slip, printer: 'Back office' }, requestId));
  expect(await Promise.all(twice)).toEqual([{ printer: 'Back office' }, { printer: 'Back office' }]);
  await print({ patientId, paper: slip, printer: 'Back office' }, requestId);
  await print({ patientId, paper: labels, printer: 'Back office' }, requestId);
  await client.slips.testPage({ printer: 'Front desk', language: 'hi' });
  expect(printers.given.map(({ request }) => [request.title, request.sides, request.media, request.scaling, request.tray])).toEqual([
    ['Next visit', 'one', 'Letter', 'fit', 'tray-1'],
    ['Labels', 'one', 'A4', 'none', null],
    ['Test page', 'one', 'A4', 'none', null],
  ]);
  const sheets = (await readPdf(printers.given[1]?.pdf ?? Buffer.alloc(0))).pages;
  expect(sheets.map(({ text }) => text.includes('Meena Test') && text.includes(patient.recordNumber))).toEqual([true, true]);

  // Nobody knows whether it came out: a person is told to look, and nothing goes again by itself.
  printers.mishaps.push({ fault: new PortFault('noAnswer', 'noAnswer'), cameOut: true });
  await expect(print({ patientId, paper: slip, printer: 'Front desk' })).rejects.toThrow(/It may have come out: go and look first/);
  printers.mishaps.push({ fault: new PortFault('notSent', 'off'), cameOut: false });
  await expect(print({ patientId, paper: slip, printer: 'Front desk' })).rejects.toThrow(/nothing was sent/);
  // Nothing can have left: the log says nothing of a printer that isn't there or has stopped.
  await expect(print({ patientId, paper: slip, printer: 'Upstairs' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  const [front, ...rest] = printers.printers;
  printers.printers = front ? [{ ...front, state: 'stuck', reason: 'paperOut' }, ...rest] : rest;
  // Until the program has asked the printers again.
  await expect.poll(async () => (await client.printing.queue()).printers[0]?.state).toBe('stuck');
  await expect(print({ patientId, paper: slip, printer: 'Front desk' })).rejects.toThrow(/This printer has stopped/);
  await running.look();
  expect(printers.given).toHaveLength(4);
  expect((await jobs()).map(({ state }) => state)).toEqual(['waiting']);

  const other = await client.patients.add({ name: 'No Date', age: { kind: 'told', years: 29, toldOn: '2026-12-02' } });
  await expect(print({ patientId: other.id, paper: slip, printer: 'Front desk' })).rejects.toThrow(/No date is known/);
  // She takes no medicine: a level of it that was planned is not on her paper, and so on no slip.
  const level = [{ test: 'drug-level', date: '2026-12-09' }];
  await finalVisit(client, other.id, { decision: 'wait', nextDate: '2026-12-20', nextTime: '09:00', visits: null, tests: level });
  expect((await client.slips.days({ patientId: other.id })).days).toEqual([{ date: '2026-12-20', time: '09:00' }]);
  const log = await client.audit.list({ filter: { patientId, group: 'print' }, before: null });
  expect(log.rows.map(({ action }) => action)).toEqual(['slip.out', 'slip.out', 'labels.out', 'slip.out']);
}, 120_000);
