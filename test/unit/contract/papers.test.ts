import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { HandoutVersion } from '#core/contract/shapes.ts';
import { readPdf } from '../../../electron/cli/check/readPdf.ts';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client, programOfEachTest, restart, running } from '../../support/program.ts';
import { finalVisit } from '../../support/sampleVisit.ts';
import { tamperWith } from '../../support/tamper.ts';

const HOUR = 60 * 60_000;
/** As the records keep it. */
const PHONE = '9000077812';
const code = (expected: string) => expect.objectContaining({ code: expected });
const damaged = expect.objectContaining({ code: 'STORE_FAULT', data: expect.objectContaining({ fault: 'databaseDamaged' }) });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const moved = [
  { key: 'program.transferDate', value: '2026-12-12' },
  { key: 'program.stop', value: { anchor: 'date', date: '2026-12-25' } },
];

programOfEachTest({ now: '2026-12-02T05:00:00Z' });

async function approve(language: 'en' | 'hi'): Promise<void> {
  const [pack] = await client.packs.list();
  await client.packs.approve({ hash: pack?.ref.hash ?? '', language });
}

/** A clinic of its own with the sample's visit, made final in English on 02-Dec-2026. */
async function clinicWithFinal() {
  const { user } = await client.app.setUp(firstStart);
  await approve('en');
  const told = { kind: 'told' as const, years: 32, toldOn: '2026-12-02' };
  const patient = await client.patients.add({ name: 'SUNITA DEVI', recordNumber: 'R-4821', age: told, phone: PHONE });
  return { user, patient, ...(await finalVisit(client, patient.id)) };
}

const bytesOf = async (id: string) => Buffer.from((await client.handouts.pdf({ id, purpose: 'view' })).base64, 'base64');
const pagesOf = async (id: string) => (await readPdf(await bytesOf(id))).pages.map(({ text }) => text.replaceAll(/\s+/g, ' '));
const versionsOf = (consultationId: string) => client.handouts.ofConsultation({ consultationId });
const actions = async () => (await client.audit.list({ filter: {}, before: null })).rows.map(({ action }) => action);

/** The versions that wait to be printed. */
const waiting = async () => (await client.printing.queue()).jobs.filter(({ state }) => state === 'waiting').map(({ version }) => version);

describe('a paper in another language', () => {
  test('is a version of its own from the same snapshot, and is replaced together with the one it is of', async () => {
    const { consultationId, first, rev } = await clinicWithFinal();
    running.now = new Date('2026-12-03T05:00:00Z');
    const asked = { id: first.id, language: 'hi' as const };
    await expect(client.papers.inLanguage(asked)).rejects.toMatchObject({ code: 'NOT_READY', data: { missing: ['approval'] } });
    await approve('hi');
    const hindi = await client.papers.inLanguage(asked);
    expect(hindi).toMatchObject({ version: 2, language: 'hi', sameAs: 1, replaces: null, replacedBy: null });
    expect(hindi.madeAt).toBe('2026-12-03T05:00:00.000Z');
    const [page = ''] = await pagesOf(hindi.id);
    expect(page).toContain('SUNITA DEVI');
    expect(page).not.toContain('Your plan');
    // Its foot says when the content was made final, for that is the same.
    const foot = (text: string) => text.slice(text.lastIndexOf(first.code)).match(/\d\d:\d\d/)?.[0];
    expect(foot(page)).toBe('10:30');
    await expect(client.papers.inLanguage(asked)).rejects.toMatchObject({
      code: 'NOT_READY',
      message: expect.stringContaining('Version 2'),
    });
    await expect(client.papers.inLanguage({ id: hindi.id, language: 'en' })).rejects.toEqual(code('NOT_READY'));

    const waitingBefore = await waiting();
    const third = await client.consultations.amend({ consultationId, rev, reason: 'Moved', changes: moved });
    expect(third).toMatchObject({ version: 3, replaces: { version: 1 } });
    expect((await versionsOf(consultationId)).map(({ replacedBy }) => replacedBy)).toEqual([3, 3, null]);
    // Reception has only the new one left to print.
    expect(waitingBefore).toEqual([2, 1]);
    expect(await waiting()).toEqual([3]);
    await expect(client.papers.inLanguage({ id: hindi.id, language: 'both' })).rejects.toEqual(code('NOT_READY'));

    const both = await client.papers.inLanguage({ id: third.id, language: 'both' });
    expect(both).toMatchObject({ version: 4, language: 'both', sameAs: 3 });
    // She may hold any of the old ones, so the note stands on this one too.
    expect((await pagesOf(both.id))[0]).toMatch(/02-\S+-2026/);
    expect((await actions()).filter((action) => action === 'handout.language')).toHaveLength(2);
  });
});

describe('an amendment', () => {
  test('names a name that was corrected, the clinic’s numbers, and every paper of that day that it replaces', async () => {
    const { consultationId, first, patient, rev } = await clinicWithFinal();
    await approve('hi');
    await client.papers.inLanguage({ id: first.id, language: 'hi' });
    await expect(client.consultations.amend({ consultationId, rev, reason: 'x', changes: [] })).rejects.toEqual(code('NOT_READY'));
    const { id, phone, recordNumber, age } = patient;
    await client.patients.save({ id, rev: 1, name: 'SUNEETA DEVI', recordNumber, age, ...(phone ? { phone } : {}) });
    const settings = await client.clinic.read();
    await client.clinic.save({ ...settings, clinic: { ...settings.clinic, dayPhone: '+91 00000 99999' } });
    const third = await client.consultations.amend({ consultationId, rev, reason: 'Her name was misspelt', changes: [] });
    expect(third.replaces?.changed).toEqual(['your name', 'our address or numbers']);
    const [page = ''] = await pagesOf(third.id);
    expect(page).toContain('SUNEETA DEVI');
    expect(page).toContain('Replaces version 1, 2 of 02-Dec-2026');
    expect(page).toContain('Changed: your name, our address or numbers.');
    expect((await client.papers.source({ id: first.id })).patient.name).toBe('SUNITA DEVI');
    expect((await client.papers.source({ id: third.id })).patient.name).toBe('SUNEETA DEVI');
  });
});

describe('stored bytes', () => {
  test('of a replaced version are seen with their mark only, the same ones each time', async () => {
    const { consultationId, first, patient, rev } = await clinicWithFinal();
    const before = await bytesOf(first.id);
    expect(sha256(before)).toBe(first.sha256);
    await client.consultations.amend({ consultationId, rev, reason: 'Moved', changes: moved });
    const old = await bytesOf(first.id);
    expect(old.equals(before)).toBe(false);
    for (const page of await pagesOf(first.id)) expect(page).toContain('OLD: version 2 replaces it. Throw away.');
    await restart();
    const [user] = (await client.app.status()).users;
    await client.app.signIn({ userId: user?.id ?? '', password: PASSWORD });
    expect((await bytesOf(first.id)).equals(old)).toBe(true);
    expect((await actions()).filter((action) => action === 'handout.mark')).toHaveLength(1);

    const { base64 } = await client.rights.exportPatient({ patientId: patient.id });
    const files = unzipSync(Buffer.from(base64, 'base64'));
    expect(Buffer.from(files[`visits/${first.code}/paper-v1-marked-1.pdf`] ?? []).equals(old)).toBe(true);
    expect(Buffer.from(files[`visits/${first.code}/paper-v1.pdf`] ?? []).equals(before)).toBe(true);
    running.now = new Date('2037-01-01T05:00:00Z');
    const because = { reason: 'retentionOver' as const };
    await client.rights.erase({ patientId: patient.id, recordNumber: 'R-4821', ownPassword: PASSWORD, because });
    expect(await versionsOf(consultationId)).toEqual([]);
  });

  test('are given on no path once they have changed', async () => {
    const { user, patient, consultationId, first, rev } = await clinicWithFinal();
    const folder = join(running.dataDir, 'clinic');
    const by = { userId: user.id, password: PASSWORD };
    const change = async (table: string, set: string) => {
      await restart(() => tamperWith(folder, by, `DROP TRIGGER IF EXISTS ${table}_no_update; UPDATE ${table} SET ${set};`));
      await client.app.signIn(by);
    };
    const { id } = first;
    const everyWay: [string, () => Promise<unknown>][] = [
      ['view', () => client.handouts.pdf({ id, purpose: 'view' })],
      ['print', () => client.handouts.pdf({ id, purpose: 'print' })],
      ['save', () => client.handouts.pdf({ id, purpose: 'save' })],
      ['a copy to send', () => client.papers.saveToSend({ id, phone: PHONE, agreed: true, to: 'folder' })],
      ['another language', () => client.papers.inLanguage({ id, language: 'hi' })],
      ['what it was made from', () => client.papers.source({ id })],
      ['an amendment', () => client.consultations.amend({ consultationId, rev, reason: 'Moved', changes: moved })],
      ['her records as a file', () => client.rights.exportPatient({ patientId: patient.id })],
    ];
    await change('handout_version', "pdf = CAST('%PDF-1.7 other bytes' AS BLOB)");
    for (const [way, take] of everyWay) await expect(take(), way).rejects.toEqual(damaged);
    expect(readdirSync(running.dataDir)).not.toContain('outbox');

    await change('clinic_copy', "pdf = CAST('%PDF-1.7 other bytes' AS BLOB)");
    await expect(client.handouts.clinicCopy({ id })).rejects.toEqual(damaged);
  });

  test('and what they were made from is trusted by its hash, also where the pages themselves are sound', async () => {
    const { user, consultationId, first, rev } = await clinicWithFinal();
    await client.consultations.amend({ consultationId, rev, reason: 'Moved', changes: moved });
    await bytesOf(first.id);
    const by = { userId: user.id, password: PASSWORD };
    const tampered = async (sql: string) => {
      await restart(() => tamperWith(join(running.dataDir, 'clinic'), by, sql));
      await client.app.signIn(by);
    };
    await tampered("DROP TRIGGER marked_copy_no_update; UPDATE marked_copy SET pdf = CAST('%PDF-1.7 other' AS BLOB);");
    await expect(bytesOf(first.id)).rejects.toEqual(damaged);
    const [, second] = await versionsOf(consultationId);
    await tampered(
      "DROP TRIGGER handout_version_no_update; UPDATE handout_version SET model = replace(model, 'SUNITA', 'ANITA') WHERE version = 2;",
    );
    expect((await bytesOf(second?.id ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(client.papers.source({ id: second?.id ?? '' })).rejects.toEqual(damaged);
  });
});

describe('a copy to send', () => {
  const fileOf = ({ code: record, version }: HandoutVersion) => join(running.dataDir, 'outbox', `${record}-v${version}.pdf`);
  const send = (id: string, to: 'folder' | 'download' = 'folder', phone = PHONE) =>
    client.papers.saveToSend({ id, phone, agreed: true, to });

  test('takes her own number read back, and is deleted after a day, by hand before that, and with her', async () => {
    const { first, patient } = await clinicWithFinal();
    const wrong = send(first.id, 'folder', '9000077813');
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'phone' }] } });
    expect(existsSync(fileOf(first))).toBe(false);

    const downloaded = await send(first.id, 'download');
    expect([downloaded.fileName, downloaded.folder]).toEqual([`${first.code}-v1.pdf`, null]);
    expect(sha256(Buffer.from(downloaded.pdf?.base64 ?? '', 'base64'))).toBe(first.sha256);

    const { copy, folder, pdf } = await send(first.id);
    expect([folder, pdf]).toEqual([join(running.dataDir, 'outbox'), null]);
    expect(copy).toMatchObject({ phone: PHONE, by: 'Dr T. TEST', until: '2026-12-03T05:00:00.000Z', goneAt: null });
    expect(sha256(readFileSync(fileOf(first)))).toBe(first.sha256);
    running.now = new Date(running.now.getTime() + 24 * HOUR - 1);
    await running.look();
    expect(existsSync(fileOf(first))).toBe(true);
    running.now = new Date(running.now.getTime() + 1);
    await running.look();
    expect(existsSync(fileOf(first))).toBe(false);

    const again = (await send(first.id)).copy;
    const last = (await send(first.id)).copy;
    await client.papers.deleteSent({ copyId: again.id });
    expect(existsSync(fileOf(first)), 'an older one of the same paper is not the one that lies there').toBe(true);
    await client.papers.deleteSent({ copyId: last.id });
    expect(existsSync(fileOf(first))).toBe(false);
    const { copies } = await client.papers.sent({ id: first.id });
    expect(copies.map(({ until, goneAt }) => [until !== null, goneAt !== null])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ]);
    const written = (await actions()).filter((action) => action.startsWith('handout.send') || action === 'handout.sentGone');
    expect(written.toSorted()).toEqual([
      'handout.send',
      'handout.send',
      'handout.send',
      'handout.send',
      ...Array(3).fill('handout.sentGone'),
    ]);

    await send(first.id);
    running.now = new Date('2037-01-01T05:00:00Z');
    const because = { reason: 'retentionOver' as const };
    await send(first.id);
    await client.rights.erase({ patientId: patient.id, recordNumber: 'R-4821', ownPassword: PASSWORD, because });
    expect(existsSync(fileOf(first))).toBe(false);
  });

  test('is deleted at the next start where the program was closed then, before anybody signs in; the log has it after', async () => {
    const { first, user } = await clinicWithFinal();
    await send(first.id);
    await restart(() => {
      running.now = new Date(running.now.getTime() + 30 * HOUR);
    });
    await client.app.status();
    expect(existsSync(fileOf(first))).toBe(false);
    await client.app.signIn({ userId: user.id, password: PASSWORD });
    await running.look();
    expect(await actions()).toContain('handout.sentGone');
    expect((await client.papers.sent({ id: first.id })).copies).toMatchObject([{ goneAt: running.now.toISOString() }]);
  });
});
