import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { visitSchema } from '#core/domain/visit.ts';
import { firstStart, resourcesDir } from '../../support/backend.ts';
import { client, programOfEachTest, running, transport } from '../../support/program.ts';
import { answeredVisit } from '../../support/sampleVisit.ts';

programOfEachTest({ now: '2026-12-02T05:00:00Z' });

const code = (expected: string) => expect.objectContaining({ code: expected });

/** Starts a consultation of the first patient and gives every answer of the sample visit. */
async function answered() {
  const [patient] = (await client.patients.recent()).rows;
  return answeredVisit(client, patient?.id ?? '');
}

describe('making it final', () => {
  test('keeps the bytes under their hash, under a name that says nothing of her, and closes the consultation', async () => {
    await client.app.openSample();
    const { consultationId, rev } = await answered();
    const version = await client.consultations.makeFinal({ consultationId, rev });
    expect(version).toMatchObject({ version: 1, language: 'en', madeBy: 'Dr A. SAMPLE', madeAt: '2026-12-02T05:00:00.000Z' });

    const { base64, pages, fileName } = await client.handouts.pdf({ id: version.id, purpose: 'save' });
    const bytes = Buffer.from(base64, 'base64');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version.sha256);
    expect(pages).toBe(version.pages);
    expect(fileName).toBe(`${version.code}-v1.pdf`);

    const after = await client.consultations.read({ consultationId });
    expect(after).toMatchObject({ state: 'final', rev: rev + 1 });
    const key = 'program.why';
    await expect(client.consultations.saveAnswers({ consultationId, changes: [{ key, value: 'Other' }], rev: after.rev })).rejects.toEqual(
      code('NOT_READY'),
    );
    await expect(client.consultations.makeFinal({ consultationId, rev: after.rev })).rejects.toEqual(code('NOT_READY'));
    expect(await client.handouts.ofConsultation({ consultationId })).toEqual([version]);
  });

  test('waits for a clock that is more than ten minutes behind what was recorded', async () => {
    await client.app.openSample();
    const { consultationId, rev } = await answered();
    const recorded = running.now.getTime();
    running.now = new Date(recorded - 11 * 60_000);
    const late = client.consultations.makeFinal({ consultationId, rev });
    await expect(late).rejects.toMatchObject({ code: 'NOT_READY', data: { missing: ['clock'] } });
    running.now = new Date(recorded - 9 * 60_000);
    expect((await client.consultations.makeFinal({ consultationId, rev })).version).toBe(1);
  });

  test('takes a doctor’s approval of this very pack in this language, outside of the sample clinic', async () => {
    await client.app.setUp(firstStart);
    await client.patients.add({ name: 'SUNITA DEVI', recordNumber: '4821', age: { kind: 'told', years: 32, toldOn: '2026-12-02' } });
    const { consultationId, rev } = await answered();
    const refused = client.consultations.makeFinal({ consultationId, rev });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_READY', data: { missing: ['approval'] } });
    const [pack] = await client.packs.list();
    const approved = await client.packs.approve({ hash: pack?.ref.hash ?? '', language: 'en' });
    expect(approved.approvals).toMatchObject([{ language: 'en', by: 'Dr T. TEST', pack: pack?.ref }]);
    expect((await client.consultations.makeFinal({ consultationId, rev })).madeBy).toBe('Dr T. TEST');
    const other = approved.approvals.filter(({ language }) => language === 'hi');
    expect(other).toEqual([]);
  });

  test('past the pack’s review date an older approval counts no longer, and one given after it does', async () => {
    await client.app.setUp(firstStart);
    const [pack] = await client.packs.list();
    const approval = { hash: pack?.ref.hash ?? '', language: 'en' as const };
    expect(pack?.reviewBy).toBe('2027-11-22');
    await client.packs.approve(approval);
    running.now = new Date('2027-11-22T20:00:00Z');
    await client.patients.add({ name: 'SUNITA DEVI', recordNumber: '4821', age: { kind: 'told', years: 32, toldOn: '2027-11-23' } });
    const { consultationId, rev } = await answered();
    const dates = { nextDate: '2027-12-04', transferDate: '2027-12-09', stop: { anchor: 'heartbeat' }, tests: [], visits: [] };
    let last = rev;
    for (const [id, value] of Object.entries(dates))
      last = (await client.consultations.saveAnswers({ consultationId, changes: [{ key: `program.${id}`, value }], rev: last })).rev;
    const refused = client.consultations.makeFinal({ consultationId, rev: last });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_READY', data: { missing: ['approval'] } });
    const again = await client.packs.approve(approval);
    expect(again.approvals).toMatchObject([{ by: 'Dr T. TEST', at: '2027-11-22T20:00:00.000Z' }]);
    expect((await client.consultations.makeFinal({ consultationId, rev: last })).version).toBe(1);
  });

  test('the exported visit holds every answer, and is one that the command line reads', async () => {
    await client.app.openSample();
    const { consultationId } = await answered();
    const visit = await client.consultations.exportVisit({ consultationId });
    expect(visitSchema.parse(visit)).toEqual(visit);
    const example = await loadSampleVisit(resourcesDir);
    expect(visit).toMatchObject({
      sample: true,
      answers: example.answers,
      clinic: example.clinic,
      doctor: example.doctor,
      visitDate: '2026-12-02',
    });
    expect(visit.patient.name).toBe(example.patient.name);
  });
});

describe('the sample clinic', () => {
  test('opens without a password, has its patient and its approval once, and takes no real approval', async () => {
    for (let time = 0; time < 2; time++) {
      await client.app.openSample();
      expect(await client.app.status()).toMatchObject({ state: 'open', sample: true, clinicName: 'Sample Fertility Clinic' });
      expect((await client.patients.recent()).total).toBe(1);
      const [pack] = await client.packs.list();
      expect(pack?.approvals.map(({ language }) => language)).toEqual(['en', 'hi']);
      await expect(client.packs.approve({ hash: pack?.ref.hash ?? '', language: 'en' })).rejects.toEqual(code('NOT_READY'));
      await client.app.signOut();
      expect(await client.app.status()).toMatchObject({ state: 'first', sample: false });
    }
  });

  test('never stands beside the clinic: it closes when somebody signs in, and stays closed while somebody is', async () => {
    const other = await transport.openWindow();
    await other.app.openSample();
    await client.app.setUp(firstStart);
    await expect(other.patients.recent()).rejects.toEqual(code('NOT_SIGNED_IN'));
    expect((await client.patients.recent()).total).toBe(0);
    await expect(other.app.openSample()).rejects.toEqual(code('NOT_READY'));
    await client.app.signOut();
    await other.app.openSample();
    expect((await other.patients.recent()).total).toBe(1);
  });
});
