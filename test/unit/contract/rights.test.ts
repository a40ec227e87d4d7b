import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client, programOfEachTest, running } from '../../support/program.ts';
import { finalVisit } from '../../support/sampleVisit.ts';
import { transports } from '../../support/transports.ts';

const NAME = 'Zubeida Sentinelwala';
const code = (expected: string) => expect.objectContaining({ code: expected });
const field = (path: string) => expect.objectContaining({ code: 'BAD_INPUT', data: { issues: [expect.objectContaining({ path })] } });

describe.each(transports)('over %s', (_name, open) => {
  programOfEachTest({ open, now: '2026-12-02T05:00:00Z' });

  const add = () =>
    client.patients.add({
      name: NAME,
      recordNumber: 'Z-778',
      age: { kind: 'told', years: 32, toldOn: '2026-12-02' },
      phone: '+91 90000 77812',
    });

  /** A clinic with a patient who has a visit of two answers. */
  async function clinicWithPatient() {
    await client.app.setUp(firstStart);
    const { id: patientId } = await add();
    const { id: consultationId } = await client.consultations.start({ patientId, packId: 'tacrolimus-fertility' });
    const changes = [
      { key: 'program.privateNote', value: 'She asked about work.' },
      { key: 'program.nextDate', value: '2026-12-20' },
    ];
    const { rev } = await client.consultations.saveAnswers({ consultationId, changes, rev: 1 });
    await client.consultations.saveAnswers({ consultationId, changes: [{ key: 'program.nextDate', value: '2026-12-22' }], rev });
    return { patientId, consultationId };
  }

  /** The sample visit of a patient of the sample clinic, made final and its paper printed. */
  async function printedVisit() {
    await client.app.openSample();
    const { id: patientId } = await add();
    const { consultationId, code: recordCode, first: paper } = await finalVisit(client, patientId);
    const printed = await client.handouts.pdf({ id: paper.id, purpose: 'print' });
    return { patientId, consultationId, recordCode, paper, printed };
  }

  test('the notice is her page; what she says is kept with its version, and a changed notice has another', async () => {
    const { patientId } = await clinicWithPatient();
    const before = await client.rights.consents({ patientId });
    expect(before.rows).toEqual([]);
    const { base64, pages, fileName } = await client.rights.noticePdf({ patientId });
    const page = (await readPdf(Buffer.from(base64, 'base64'))).pages[0]?.text ?? '';
    expect([pages, fileName]).toEqual([1, `data-protection-notice-${before.notices[0]?.version}.pdf`]);
    for (const words of [NAME, 'Z-778', '10 years after your last visit', '+91 00000 11111', before.notices[0]?.version])
      expect(page).toContain(words);

    await expect(client.rights.recordConsent({ patientId, state: 'given', how: { kind: 'said' } })).rejects.toEqual(field('how'));
    const how = { kind: 'readAloud' as const, language: 'Marwari', by: 'Meena' };
    const given = await client.rights.recordConsent({ patientId, state: 'given', how });
    expect(given.rows).toMatchObject([{ state: 'given', how, notice: before.notices[0]?.version, by: firstStart.doctor.name }]);

    const both = await client.rights.noticePdf({ patientId, language: 'both' });
    expect(both).toMatchObject({ pages: 2, fileName: `data-protection-notice-${before.notices[2]?.version}.pdf` });
    const hindi = await client.rights.recordConsent({ patientId, state: 'given', how, language: 'hi' });
    expect(hindi.rows[0]?.notice).toBe(before.notices[1]?.version);
    expect(new Set(before.notices.map(({ version }) => version)).size).toBe(3);

    const settings = await client.clinic.read();
    await client.clinic.save({ ...settings, program: { ...settings.program, retentionYears: 15 } });
    const later = await client.rights.recordConsent({ patientId, state: 'withdrawn', how: { kind: 'said' } });
    expect(later.notices[0]?.version).not.toBe(before.notices[0]?.version);
    expect(later.rows.map(({ state, notice }) => [state, notice])).toEqual([
      ['withdrawn', later.notices[0]?.version],
      ['given', before.notices[1]?.version],
      ['given', before.notices[0]?.version],
    ]);
  });

  test('care goes on without a consent', async () => {
    const { patientId } = await clinicWithPatient();
    await client.rights.recordConsent({ patientId, state: 'notGiven', how: { kind: 'said' } });
    await expect(client.consultations.start({ patientId, packId: 'tacrolimus-fertility' })).resolves.toMatchObject({ state: 'draft' });
  });

  test('an export is one ZIP with everything of hers as it was written, and no name in it names her', async () => {
    const { patientId, consultationId, recordCode, paper, printed } = await printedVisit();
    await client.rights.recordConsent({ patientId, state: 'given', how: { kind: 'signed' } });
    const { fileName, base64 } = await client.rights.exportPatient({ patientId });
    expect(fileName).toBe('patient-export-2026-12-02.zip');
    const files = unzipSync(Buffer.from(base64, 'base64'));
    const names = Object.keys(files);
    expect(names.sort()).toEqual(
      [
        'README.txt',
        'calls.json',
        'consents.json',
        'further/print_event.json',
        'further/print_job.json',
        'index.json',
        'log.json',
        'patient.json',
        `visits/${recordCode}/paper-v1-clinic.pdf`,
        `visits/${recordCode}/paper-v1.json`,
        `visits/${recordCode}/paper-v1.pdf`,
        `visits/${recordCode}/visit.json`,
      ].sort(),
    );
    for (const each of [fileName, ...names]) expect(each.toLowerCase()).not.toMatch(/zubeida|sentinel|z-778/);

    const read = (name: string) => files[name] ?? new Uint8Array();
    const parsed = (name: string) => JSON.parse(strFromU8(read(name))) as never;
    const pdf = read(`visits/${recordCode}/paper-v1.pdf`);
    expect(Buffer.from(pdf).toString('base64')).toBe(printed.base64);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(paper.sha256);
    expect(parsed('patient.json')).toMatchObject({
      id: patientId,
      name: NAME,
      recordNumber: 'Z-778',
      phone: expect.stringMatching(/90000 ?77812$/),
    });
    const { answers } = parsed(`visits/${recordCode}/visit.json`) as {
      answers: { key: string; value: unknown; by: string; savedAt: string }[];
    };
    const stored = await client.consultations.read({ consultationId });
    expect(answers.map(({ key, value }) => ({ key, value }))).toEqual(stored.answers.map(({ key, value }) => ({ key, value })));
    expect(new Set(answers.map(({ by }) => by)).size).toBe(1);
    expect(parsed('consents.json')).toMatchObject({ consents: [{ state: 'given', how: 'signed' }], notices: [{ language: 'en' }] });
    const log = (parsed('log.json') as { action: string }[]).map(({ action }) => action);
    expect(log).toEqual(expect.arrayContaining(['patient.add', 'handout.final', 'handout.print', 'patient.consent', 'patient.export']));
    const { files: index } = parsed('index.json') as { files: { name: string; sha256: string; bytes: number }[] };
    expect(index.map(({ name }) => name).sort()).toEqual(names.filter((name) => !/README|index/.test(name)).sort());
    for (const { name, sha256, bytes } of index)
      expect([name, createHash('sha256').update(read(name)).digest('hex'), read(name).length]).toEqual([name, sha256, bytes]);
    const readMe = strFromU8(read('README.txt'));
    for (const name of index.map((each) => each.name)) expect(readMe).toContain(name);
    expect(readMe).not.toContain(NAME);
  });

  test('which papers were printed is told with who did it', async () => {
    const { patientId, paper } = await printedVisit();
    expect(await client.rights.papersOut({ patientId })).toMatchObject([
      { versionId: paper.id, how: 'print', at: '2026-12-02T05:00:00.000Z' },
    ]);
  });

  test('an erasure explains the rule, asks twice, and takes everything', async () => {
    const { patientId, consultationId } = await clinicWithPatient();
    await client.rights.recordConsent({ patientId, state: 'given', how: { kind: 'signed' } });
    expect(await client.rights.erasure({ patientId })).toEqual({
      visits: 1,
      papers: 0,
      lastVisit: '2026-12-02',
      years: 10,
      from: '2036-12-02',
      allowed: false,
    });
    const erase = (change: object = {}) =>
      client.rights.erase({
        patientId,
        recordNumber: 'z-778',
        ownPassword: PASSWORD,
        because: { reason: 'herRequest', note: 'Her letter of 1 December.' },
        ...change,
      });
    await expect(erase({ recordNumber: 'Z-779' })).rejects.toEqual(field('recordNumber'));
    await expect(erase({ because: { reason: 'retentionOver' } })).rejects.toEqual(code('NOT_READY'));
    await expect(erase({ because: { reason: 'mistake', note: '' } })).rejects.toEqual(code('BAD_INPUT'));
    await expect(erase({ because: { reason: 'mistake', note: 'Zubeida was added twice.' } })).rejects.toEqual(field('note'));
    await expect(erase({ ownPassword: 'wrong' })).rejects.toEqual(code('WRONG_PASSWORD'));
    expect((await client.patients.search({ text: 'Zubeida' })).length).toBe(1);

    const tombstone = await erase();
    expect(tombstone).toMatchObject({ id: patientId, reason: 'herRequest', visits: 1, by: firstStart.doctor.name });
    for (const text of ['Zubeida', 'Z-778', '77812']) expect(await client.patients.search({ text })).toEqual([]);
    await expect(client.patients.read({ id: patientId })).rejects.toEqual(code('NOT_FOUND'));
    await expect(client.consultations.read({ consultationId })).rejects.toEqual(code('NOT_FOUND'));
    await expect(client.rights.exportPatient({ patientId })).rejects.toEqual(code('NOT_FOUND'));
    await expect(erase()).rejects.toEqual(code('NOT_FOUND'));
    expect(await client.rights.tombstones()).toEqual([tombstone]);
  });

  test('after the retention time an erasure needs no reason of its own', async () => {
    const { patientId } = await clinicWithPatient();
    running.now = new Date('2036-12-01T18:29:00Z');
    expect(await client.rights.erasure({ patientId })).toMatchObject({ from: '2036-12-02', allowed: false });
    // A minute later the day begins in the clinic's zone.
    running.now = new Date('2036-12-01T18:30:00Z');
    expect(await client.rights.erasure({ patientId })).toMatchObject({ allowed: true });
    const because = { reason: 'retentionOver' as const };
    await client.rights.erase({ patientId, recordNumber: 'Z-778', ownPassword: PASSWORD, because });
    expect(await client.rights.tombstones()).toMatchObject([{ reason: 'retentionOver', note: null }]);
  });
});
