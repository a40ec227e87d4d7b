import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { TestBackend, workers } from '../../support/backend.ts';
import { sampleAnswers } from '../../support/sampleVisit.ts';
import { overPorts, type Transport } from '../../support/transports.ts';

const slow = pathToFileURL(join(import.meta.dirname, '../../support/slowPdfWorker.ts'));

let running: TestBackend | undefined;
let transport: Transport | undefined;
afterEach(async () => {
  await transport?.close();
  await running?.close();
});

test('a paper that is never laid out is given up after ten seconds, and the consultation goes on to its final paper', async () => {
  running = new TestBackend({ workers: { ...workers, pdf: slow } });
  running.now = new Date('2026-12-02T05:00:00Z');
  transport = await overPorts(running.backend);
  const client = await transport.openWindow();
  await client.app.openSample();
  const [patient] = (await client.patients.recent()).rows;
  const { id: consultationId } = await client.consultations.start({ patientId: patient?.id ?? '', packId: 'tacrolimus-fertility' });
  const changes = await sampleAnswers();
  const { rev } = await client.consultations.saveAnswers({ consultationId, changes, rev: 1 });
  const whole = await client.consultations.preview({ consultationId });

  const save = (value: unknown, seen: number) =>
    client.consultations.saveAnswers({ consultationId, changes: [{ key: 'program.why', value }], rev: seen });
  const stuck = await save('STANDSTILL', rev);
  const given = client.consultations.preview({ consultationId });
  // While it stands still, nothing else does: the next answer is stored before it is given up.
  const mended = await save(changes.find(({ key }) => key === 'program.why')?.value, stuck.rev);
  await expect(given).rejects.toMatchObject({ code: 'RENDER_FAULT', message: expect.stringMatching(/took too long.*Shorten/) });

  const again = await client.consultations.preview({ consultationId });
  expect(again.base64, 'by a new worker').toBe(whole.base64);
  expect(again.rev).toBe(mended.rev);
  const final = await client.consultations.makeFinal({ consultationId, rev: mended.rev });
  expect(final).toMatchObject({ version: 1, pages: whole.pages });
});
