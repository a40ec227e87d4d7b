import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import type { PrintJob } from '#core/contract/printing.ts';
import { resourcesDir, TestBackend } from '../../support/backend.ts';
import { ScriptedPrinters } from '../../support/scriptedPrinters.ts';
import { type Client, overPorts, type Transport } from '../../support/transports.ts';

const NOW = new Date('2026-12-02T05:00:00Z');

let running: TestBackend;
let transport: Transport;
let client: Client;
let printers: ScriptedPrinters;

beforeEach(async () => {
  running = new TestBackend();
  running.now = NOW;
  printers = new ScriptedPrinters();
  running.printers = printers;
  transport = await overPorts(running.backend);
  client = await transport.openWindow();
  await client.app.openSample();
});
afterEach(async () => {
  await transport.close();
  await running.close();
});

/** A patient's final paper: the sample visit. */
async function finalPaper(name: string) {
  const patient = await client.patients.add({ name, age: { kind: 'told', years: 29, toldOn: '2026-12-02' } });
  const { id: consultationId } = await client.consultations.start({ patientId: patient.id, packId: 'tacrolimus-fertility' });
  const { program, topic } = (await loadSampleVisit(resourcesDir)).answers;
  const changes = [
    ...Object.entries(program).map(([id, value]) => ({ key: `program.${id}`, value })),
    ...Object.entries(topic).map(([id, value]) => ({ key: `topic.${id}`, value })),
  ];
  const { rev } = await client.consultations.saveAnswers({ consultationId, changes, rev: 1 });
  return { patient, version: await client.consultations.makeFinal({ consultationId, rev }) };
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
