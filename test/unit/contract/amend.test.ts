import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { client, programOfEachTest, running } from '../../support/program.ts';
import { finalVisit } from '../../support/sampleVisit.ts';
import { transports } from '../../support/transports.ts';

const reason = 'Transfer date changed';
const moved = [
  { key: 'program.transferDate', value: '2026-12-12' },
  { key: 'program.stop', value: { anchor: 'date', date: '2026-12-25' } },
];
const code = (expected: string) => expect.objectContaining({ code: expected });

describe.each(transports)('over %s', (_name, open) => {
  programOfEachTest({ open, now: '2026-12-02T05:00:00Z' });

  /** The sample visit, made final on 02-Dec-2026. */
  async function sampleFinal() {
    await client.app.openSample();
    const [patient] = (await client.patients.recent()).rows;
    return { patient, ...(await finalVisit(client, patient?.id ?? '')) };
  }
  const pagesOf = async (id: string) => {
    const { base64 } = await client.handouts.pdf({ id, purpose: 'view' });
    return (await readPdf(Buffer.from(base64, 'base64'))).pages.map(({ text }) => text);
  };

  test('the clinic copy of a final paper is one page with its code, and only that of the newest version is given', async () => {
    const { consultationId, first, rev } = await sampleFinal();
    const copyOf = (id: string) => client.handouts.clinicCopy({ id });
    const { base64, pages, fileName } = await copyOf(first.id);
    expect([pages, fileName]).toEqual([1, `${first.code}-v1-clinic.pdf`]);
    const text = (await readPdf(Buffer.from(base64, 'base64'))).pages.map((page) => page.text).join(' ');
    for (const words of ['Clinic copy', 'not said', `${first.code}, version 1`, 'Signature of the witness']) expect(text).toContain(words);
    expect((await copyOf(first.id)).base64).toBe(base64);
    const second = await client.consultations.amend({ consultationId, rev, reason, changes: moved });
    await expect(copyOf(first.id)).rejects.toEqual(code('NOT_READY'));
    expect((await copyOf(second.id)).fileName).toBe(`${first.code}-v2-clinic.pdf`);
    await expect(copyOf(consultationId)).rejects.toEqual(code('NOT_FOUND'));
  });

  test('a moved transfer is one call: a new paper that says what it replaces, and a call to make', async () => {
    const { consultationId, first, rev, patient } = await sampleFinal();
    running.now = new Date('2026-12-03T09:30:00Z');
    const second = await client.consultations.amend({ consultationId, rev, reason, changes: moved });
    expect(second).toMatchObject({
      version: 2,
      replaces: { version: 1, madeAt: first.madeAt, reason, changed: ['transfer date', 'first day', 'last day'] },
      replacedBy: null,
    });

    const [page = '', calendar = ''] = await pagesOf(second.id);
    expect(page).toContain('Replaces the paper of 02-Dec-2026. Throw that away. Changed: transfer date, first day, last day.');
    expect(page).toContain('10-Dec-2026');
    expect(page).toContain('Call us at once if');
    expect(page).not.toContain('07-Dec-2026');
    expect(calendar).toContain('25-Dec-2026');
    expect((await pagesOf(first.id))[0]).not.toContain('Replaces');

    expect(await client.handouts.ofConsultation({ consultationId })).toEqual([{ ...first, replacedBy: 2 }, second]);
    await expect(client.handouts.pdf({ id: first.id, purpose: 'print' })).rejects.toEqual(code('NOT_READY'));
    const read = await client.consultations.read({ consultationId });
    expect(read).toMatchObject({ state: 'final', rev: rev + 1 });
    expect(read.answers.find(({ key }) => key === 'program.transferDate')).toMatchObject({
      value: '2026-12-12',
      savedAt: '2026-12-03T09:30:00.000Z',
    });

    const [call, ...others] = await client.calls.list();
    expect(others).toEqual([]);
    expect(call).toMatchObject({ why: 'paperChanged', state: 'waiting', tries: [], patient: { id: patient?.id, name: patient?.name } });
    expect(await client.calls.record({ id: call?.id ?? '', outcome: 'called' })).toMatchObject({ state: 'called' });
    running.now = new Date('2026-12-18T09:30:00Z');
    expect((await client.calls.list()).filter(({ why }) => why === 'paperChanged')).toEqual([]);
  });

  test('checks everything again, and stores nothing when it can’t be', async () => {
    const { consultationId, first, rev } = await sampleFinal();
    const amend = (changes: { key: string; value: unknown }[], seen = rev) =>
      client.consultations.amend({ consultationId, rev: seen, reason, changes });
    await expect(amend(moved, rev - 1)).rejects.toEqual(code('CHANGED_ELSEWHERE'));
    await expect(amend([{ key: 'program.transferDate', value: '12 Dec' }])).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'program.transferDate' }] },
    });
    await expect(amend([{ key: 'program.transferDate', value: '2026-12-09' }])).rejects.toEqual(code('NOT_READY'));
    await expect(amend([{ key: 'program.transferDate', value: '2026-12-03' }])).rejects.toMatchObject({ data: { missing: ['dates'] } });
    await expect(amend([{ key: 'program.ifVomiting', value: null }])).rejects.toMatchObject({ data: { missing: ['whatIf'] } });
    await expect(amend([])).rejects.toEqual(code('NOT_READY'));
    expect(await client.handouts.ofConsultation({ consultationId })).toEqual([first]);
    expect(await client.calls.list()).toEqual([]);
    expect(await client.consultations.read({ consultationId })).toMatchObject({ rev });
  });

  test('the paper that an amendment would make can be seen before, and nothing of it is stored', async () => {
    const { consultationId, first, rev } = await sampleFinal();
    const look = (changes: { key: string; value: unknown }[]) => client.consultations.previewAmendment({ consultationId, changes });
    const { base64 } = await look(moved);
    const [page = ''] = (await readPdf(Buffer.from(base64, 'base64'))).pages.map(({ text }) => text);
    expect(page).toContain('Changed: transfer date, first day, last day.');
    expect(page).toContain('DRAFT');
    expect(page).toContain('10-Dec-2026');
    await expect(look([{ key: 'program.transferDate', value: '12 Dec' }])).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'program.transferDate' }] },
    });
    expect(await client.handouts.ofConsultation({ consultationId })).toEqual([first]);
    expect(await client.consultations.read({ consultationId })).toMatchObject({ rev });
  });

  test('a draft can’t be amended', async () => {
    await client.app.openSample();
    const [patient] = (await client.patients.recent()).rows;
    const { id, rev } = await client.consultations.start({ patientId: patient?.id ?? '', packId: 'tacrolimus-fertility' });
    await expect(client.consultations.amend({ consultationId: id, rev, reason, changes: moved })).rejects.toEqual(code('NOT_READY'));
  });
});
