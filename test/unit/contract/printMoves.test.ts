import { expect, test } from 'vitest';
import { client, programOfEachTest } from '../../support/program.ts';
import { finalVisit } from '../../support/sampleVisit.ts';
import { ScriptedPrinters } from '../../support/scriptedPrinters.ts';

const FRONT = { printer: 'Front desk', copies: 1, parts: ['paper' as const] };

let printers: ScriptedPrinters;
programOfEachTest({
  now: '2026-12-02T05:00:00.000Z',
  printers: () => {
    printers = new ScriptedPrinters();
    return printers;
  },
  begin: () => client.app.openSample(),
});
const jobs = async () => (await client.printing.queue()).jobs;

test('at several desks at once: what one person answered for stays so, whatever another one moves or prints with many at that moment', async () => {
  const patient = await client.patients.add({ name: 'Meena Test', age: { kind: 'told', years: 29, toldOn: '2026-12-02' } });
  const { first: version } = await finalVisit(client, patient.id);
  const ids = (await jobs()).map(({ id }) => id);
  for (let n = 0; n < 5; n++) ids.push((await client.printing.reprint({ versionId: version.id, language: 'en', order: null })).id);
  const standing = async () => {
    const all = await jobs();
    return ids.map((id) => all.find((job) => job.id === id)).map((job) => (job ? (job.order?.printer ?? null) : 'gone'));
  };
  printers.printers = printers.printers.map((each) => ({ ...each, state: 'stuck', reason: 'paperOut' }));
  await expect
    .poll(async () => (await client.printing.queue()).printers.map(({ state }) => state), { timeout: 20_000 })
    .toEqual(['stuck', 'stuck']);
  for (const id of ids) await client.printing.print({ id, order: FRONT });
  // The line is moved while two papers are taken back and one is taken out of the queue.
  const [, second = '', , fourth = '', , sixth = ''] = ids;
  const answers = await Promise.allSettled([
    client.printing.move({ from: 'Front desk', to: 'Back office' }),
    client.printing.cancel({ id: second }),
    client.printing.remove({ id: sixth }),
    client.printing.cancel({ id: fourth }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'fulfilled'));
  expect(await standing()).toEqual(['Back office', null, 'Back office', null, 'Back office', 'gone']);
  // All that wait are printed while somebody else asks for three copies of each elsewhere.
  for (const id of await jobs().then((all) => all.filter(({ order }) => order !== null).map(({ id }) => id)))
    await client.printing.cancel({ id });
  const settings = await client.printing.settings();
  await client.printing.saveSettings({ ...settings, usualPrinter: 'Back office', usualParts: ['paper'] });
  const left = ids.filter((id) => id !== sixth);
  await Promise.all([
    client.printing.printAll({ ids }),
    ...left.slice(1).map((id) => client.printing.print({ id, order: { ...FRONT, copies: 3 } })),
  ]);
  const after = await jobs();
  expect(left.map((id) => after.find((job) => job.id === id)?.order)).toEqual([
    { ...FRONT, printer: 'Back office' },
    ...left.slice(1).map(() => ({ ...FRONT, copies: 3 })),
  ]);
  expect(printers.given).toEqual([]);
  // Who looks up what happened to her papers has looked at her: it stands in the log.
  const views = async () =>
    (await client.audit.list({ filter: { patientId: patient.id, group: 'patient' }, before: null })).rows.filter(
      ({ action }) => action === 'patient.view',
    ).length;
  expect(await views()).toBe(0);
  await client.printHistory.list({ filter: {}, before: null });
  expect(await views()).toBe(0);
  await client.printHistory.list({ filter: { patientId: patient.id }, before: null });
  expect(await views()).toBe(1);
}, 120_000);
