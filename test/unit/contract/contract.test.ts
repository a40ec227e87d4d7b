import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AppEvent } from '#core/contract/shapes.ts';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { client, programOfEachTest, running, transport } from '../../support/program.ts';
import { type Client, transports } from '../../support/transports.ts';

const patient = { name: 'SUNITA DEVI', recordNumber: 'CL-00-4821', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } } as const;
const decisionOf = (rows: { key: string; value: unknown }[]) => rows.find(({ key }) => key === 'program.decision')?.value;

describe.each(transports)('over %s', (_name, open) => {
  programOfEachTest({ open });

  async function started() {
    await client.app.setUp(firstStart);
    const { id: patientId } = await client.patients.add(patient);
    const consultation = await client.consultations.start({ patientId, packId: 'tacrolimus-fertility' });
    return { patientId, consultation, consultationId: consultation.id };
  }

  test('the first start makes a clinic, gives a recovery key once and signs its doctor in', async () => {
    expect(await client.app.status()).toMatchObject({ state: 'first', user: null, users: [], fault: null, version: '0.0.0-test' });
    const { user, recoveryKey } = await client.app.setUp(firstStart);
    expect(user).toMatchObject({ name: 'Dr T. TEST', roles: ['doctor', 'administrator'] });
    expect(recoveryKey).toMatch(/^[0-9A-Z-]{32,}$/);
    expect(await client.app.status()).toMatchObject({
      state: 'open',
      sample: false,
      clinicName: 'Test Clinic',
      timeZone: 'Asia/Kolkata',
      today: '2026-11-22',
      user: { id: user.id },
    });
    expect(await errorOf(client.app.setUp(firstStart))).toMatchObject({ code: 'NOT_READY' });
  });

  test('a sign-in belongs to one window; the right password opens and a wrong one doesn’t', async () => {
    const { user } = await client.app.setUp(firstStart);
    const other = await transport.openWindow();
    expect(await other.app.status()).toMatchObject({ state: 'locked', clinicName: null, users: [{ id: user.id, name: user.name }] });
    expect(await errorOf(other.patients.recent())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await errorOf(other.app.signIn({ userId: user.id, password: 'wrong password' }))).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await other.app.signIn({ userId: user.id, password: PASSWORD })).toMatchObject({ id: user.id });
    await client.app.signOut();
    expect(await client.app.status()).toMatchObject({ state: 'locked' });
    expect(await other.app.status()).toMatchObject({ state: 'open' });
  });

  test('after three wrong passwords the next has to wait, and the recovery key still opens', async () => {
    const { user, recoveryKey } = await client.app.setUp(firstStart);
    await client.app.signOut();
    const wrong = { userId: user.id, password: 'wrong password' };
    for (let n = 0; n < 2; n++) expect((await errorOf(client.app.signIn(wrong))).data).toEqual({});
    expect(await errorOf(client.app.signIn(wrong))).toMatchObject({ code: 'WRONG_PASSWORD', data: { waitSeconds: 1 } });
    expect(await client.app.recover({ recoveryKey, newPassword: 'another horse 10' })).toMatchObject({ id: user.id });
    expect(await errorOf(client.app.recover({ recoveryKey: 'AAAA', newPassword: 'another horse 10' }))).toMatchObject({
      code: 'WRONG_PASSWORD',
    });
  });

  test('a patient who was added is found by name and by the end of her number', async () => {
    await client.app.setUp(firstStart);
    const added = await client.patients.add({ ...patient, phone: '98450 12345' });
    for (const text of ['suni', 'CL-00', '12345']) {
      expect((await client.patients.search({ text })).map(({ id }) => id)).toEqual([added.id]);
    }
    expect(await client.patients.recent()).toMatchObject({ total: 1, rows: [{ id: added.id, lastVisit: null }] });
    expect(await errorOf(client.patients.add(patient))).toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'recordNumber' }] } });
    expect(await errorOf(client.patients.read({ id: crypto.randomUUID() }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a consultation pins its pack, is dated by the clinic’s wall, and keeps each answer', async () => {
    running.now = new Date('2026-11-22T20:00:00Z');
    const { consultation, consultationId } = await started();
    expect(consultation).toMatchObject({ visitDate: '2026-11-23', state: 'draft', answers: [] });
    expect(consultation.code).toMatch(/^CL-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const { rev } = await client.consultations.saveAnswers({
      consultationId,
      changes: [{ key: 'program.decision', value: 'wait' }],
      rev: consultation.rev,
    });
    await client.consultations.savePlace({ consultationId, place: { section: 'decision', field: null } });
    const read = await client.consultations.read({ consultationId });
    expect(read).toMatchObject({ rev, place: { section: 'decision' }, opened: ['decision'], pack: consultation.pack });
    expect(decisionOf(read.answers)).toBe('wait');
    expect((await client.packs.read({ hash: read.pack.hash })).id).toBe('tacrolimus-fertility');
    expect(await client.consultations.ofPatient({ patientId: read.patient.id })).toMatchObject([{ id: consultationId }]);
    await client.consultations.saveAnswers({ consultationId, changes: [{ key: 'program.decision', value: null }], rev });
    expect(decisionOf((await client.consultations.read({ consultationId })).answers)).toBeUndefined();
  });

  test('a save that saw an old revision of the same answer loses neither value', async () => {
    const { consultationId, consultation } = await started();
    const key = 'program.decision';
    const first = await client.consultations.saveAnswers({ consultationId, changes: [{ key, value: 'wait' }], rev: consultation.rev });
    const stale = await errorOf(
      client.consultations.saveAnswers({ consultationId, changes: [{ key, value: 'start' }], rev: consultation.rev }),
    );
    expect(stale).toMatchObject({ code: 'CHANGED_ELSEWHERE', data: { rev: first.rev, theirs: 'wait' } });
    await client.consultations.saveAnswers({
      consultationId,
      changes: [{ key: 'program.nextStep', value: 'Blood test' }],
      rev: consultation.rev,
    });
    await client.consultations.saveAnswers({ consultationId, changes: [{ key, value: 'start' }], rev: first.rev });
    expect(decisionOf((await client.consultations.read({ consultationId })).answers)).toBe('start');
  });

  test('what breaks the contract is refused with the path of each field', async () => {
    const clinicWithoutNight = { ...firstStart, clinic: { ...firstStart.clinic, nightPhone: 'at night' }, password: 'short' };
    const { code, data } = await errorOf(client.app.setUp(clinicWithoutNight));
    expect(code).toBe('BAD_INPUT');
    expect((data as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual(['clinic.nightPhone', 'password']);
    const { consultationId, consultation } = await started();
    const save = (key: string, value: unknown) =>
      errorOf(client.consultations.saveAnswers({ consultationId, changes: [{ key, value }], rev: consultation.rev }));
    expect(await save('program.decision', 'perhaps')).toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'program.decision' }] },
    });
    expect(await save('topic.noSuchQuestion', null)).toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'topic.noSuchQuestion' }] },
    });
    expect(await save('decision', null)).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('the preview is a PDF of the answers as they are, with the revision it saw', async () => {
    const { consultationId, consultation } = await started();
    const { base64, pages, rev } = await client.consultations.preview({ consultationId });
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages).toBeGreaterThan(0);
    expect(rev).toBe(consultation.rev);
    const alone = await client.consultations.preview({ consultationId, page: 1 });
    expect({ pages: alone.pages, rev: alone.rev }, 'of a page alone').toEqual({ pages, rev });
    expect(alone.base64).not.toBe(base64);
    expect(await errorOf(client.consultations.preview({ consultationId, page: 0 }))).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('the preview of an answer as it is typed is that of the stored one, byte for byte, and stores nothing', async () => {
    const { consultationId, consultation } = await started();
    const typed = [{ key: 'program.why', value: 'Typed a moment ago' }];
    const preview = (unsaved?: typeof typed) => client.consultations.preview({ consultationId, ...(unsaved ? { unsaved } : {}) });
    const [before, ahead] = [await preview(), await preview(typed)];
    expect(ahead.rev).toBe(consultation.rev);
    expect(ahead.base64).not.toBe(before.base64);
    expect((await client.consultations.read({ consultationId })).answers).toEqual(consultation.answers);
    expect(await errorOf(preview([{ key: 'program.decision', value: 'noSuchDecision' }]))).toMatchObject({ code: 'BAD_INPUT' });
    await client.consultations.saveAnswers({ consultationId, changes: typed, rev: consultation.rev });
    expect((await preview()).base64).toBe(ahead.base64);
  });

  test('final is refused while something is missing, and says what', async () => {
    const { consultationId, consultation } = await started();
    const refused = await errorOf(client.consultations.makeFinal({ consultationId, rev: consultation.rev }));
    expect(refused).toMatchObject({ code: 'NOT_READY', data: { missing: expect.arrayContaining(['decision', 'approval']) } });
    expect(await client.handouts.ofConsultation({ consultationId })).toEqual([]);
    expect(await errorOf(client.consultations.makeFinal({ consultationId, rev: 0 }))).toMatchObject({ code: 'CHANGED_ELSEWHERE' });
  });

  test('every signed-in window hears of a change; a window without a sign-in hears only of the way in', async () => {
    /** Listens in a window; gives what it heard so far, and the end of listening. */
    const listen = async (window: Client) => {
      const heard: AppEvent[] = [];
      const feed = await window.app.events();
      const hello = await feed.next();
      if (!hello.done) heard.push(hello.value);
      const ended = (async () => {
        for await (const event of feed) heard.push(event);
      })().catch(() => undefined);
      return { heard, stop: () => Promise.all([feed.return?.(), ended]) };
    };
    const mine = await listen(client);
    const stranger = await listen(await transport.openWindow());
    const { consultationId, consultation } = await started();
    const { rev } = await client.consultations.saveAnswers({
      consultationId,
      changes: [{ key: 'program.decision', value: 'wait' }],
      rev: consultation.rev,
    });
    await expect.poll(() => mine.heard).toContainEqual({ kind: 'consultation', id: consultationId, rev });
    await client.app.signOut();
    await expect.poll(() => stranger.heard.length).toBe(3);
    expect(stranger.heard.map(({ kind }) => kind)).toEqual(['hello', 'status', 'status']);
    await Promise.all([mine.stop(), stranger.stop()]);
  });

  test('a store that can’t be opened says so in words, under a number that stands in the log', async () => {
    const { user } = await client.app.setUp(firstStart);
    await client.app.signOut();
    writeFileSync(join(running.dataDir, 'clinic', 'clinic.db'), '');
    const { code, message, data } = await errorOf(client.app.signIn({ userId: user.id, password: PASSWORD }));
    expect(code).toBe('STORE_FAULT');
    expect(message).toContain('backup');
    const { fault, id } = data as { fault: string; id: string };
    expect(fault).toBe('databaseEmpty');
    const line = readFileSync(running.logFile, 'utf8')
      .split('\n')
      .find((text) => text.includes(id));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ event: 'call.failed', code: 'StoreFault.databaseEmpty' });
    expect(await client.app.status()).toMatchObject({ state: 'locked', fault: { fault: 'databaseEmpty' } });
  });
});
