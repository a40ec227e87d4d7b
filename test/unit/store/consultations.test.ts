import { expect, test } from 'vitest';
import { USUAL_PROGRAM_SETTINGS } from '#core/contract/shapes.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { type Direct, directStore, tamper } from './direct.ts';
import { AT, clinic, doctor, newConsultation, pack, sunita } from './folder.ts';

const start = (store: Direct) => newConsultation({ run: async (...args) => store.run(...args) });
const final = (consultationId: string, rev: number) => storedPaper({ consultationId, rev, clinic, doctor, patient: sunita, pack });
const { pdf, sha256, visit, model } = final('', 1);

test('a consultation starts as an empty draft that is pinned to its pack', async () => {
  const store = directStore();
  const { patient, consultation } = await start(store);
  expect(consultation).toEqual({
    id: consultation.id,
    code: 'CL-7K2M-94QX',
    patient,
    pack,
    visitDate: '2026-12-05',
    state: 'draft',
    rev: 1,
    place: null,
    opened: [],
    answers: [],
    savedAt: AT,
  });
  expect(store.run('packs.content', { hash: pack.hash })).toBe('{"id":"topic","version":"1.0"}');
  expect(store.run('packs.content', { hash: 'f'.repeat(64) })).toBeNull();
  const { answers: _answers, ...listed } = consultation;
  expect(store.run('consultations.ofPatient', { patientId: patient.id })).toEqual([listed]);
});

test('a used code, an unknown patient and content with another hash are refused', async () => {
  const store = directStore();
  const { patient } = await start(store);
  const input = {
    patientId: patient.id,
    code: 'CL-0000-0001',
    pack: { ...pack, hash: 'a'.repeat(64) },
    packJson: '{}',
    visitDate: '2026-12-05',
  };
  expect(() => store.run('consultations.start', input)).toThrow('hash');
  expect(() => store.run('consultations.start', { ...input, pack, code: 'CL-7K2M-94QX' })).toThrow(
    expect.objectContaining({ refusal: 'codeTaken' }),
  );
  expect(() => store.run('consultations.start', { ...input, pack, patientId: crypto.randomUUID() })).toThrow(
    expect.objectContaining({ refusal: 'notFound' }),
  );
  expect(store.run('consultations.ofPatient', { patientId: patient.id })).toHaveLength(1);
});

test('the latest value of a key is the answer; null takes it back; every row stays', async () => {
  const store = directStore();
  const { consultation } = await start(store);
  const save = (key: string, value: unknown, rev: number) =>
    store.run('consultations.saveAnswers', { id: consultation.id, changes: [{ key, value }], rev });
  expect(save('program.decision', 'start', 1)).toEqual({ rev: 2, savedAt: AT });
  save('topic.failedCycles', { state: 'known', value: 3 }, 2);
  save('program.decision', 'wait', 3);
  save('program.why', 'x', 4);
  expect(save('program.why', null, 5)).toEqual({ rev: 6, savedAt: AT });
  const read = store.run('consultations.read', { id: consultation.id });
  expect(read?.rev).toBe(6);
  expect(read?.answers).toEqual([
    { key: 'topic.failedCycles', value: { state: 'known', value: 3 }, savedAt: AT, userId: store.actor.userId },
    { key: 'program.decision', value: 'wait', savedAt: AT, userId: store.actor.userId },
  ]);
  expect(store.opened.sql.get('SELECT count(*) AS n FROM answer')).toEqual({ n: 5 });
});

test('a save on a key that somebody saved since gets that value; a save on another key goes through', async () => {
  const store = directStore();
  const { consultation } = await start(store);
  const save = (key: string, value: unknown, rev: number) =>
    store.run('consultations.saveAnswers', { id: consultation.id, changes: [{ key, value }], rev });
  save('program.decision', 'start', 1);
  expect(save('program.nextStep', 'call', 1)).toEqual({ rev: 3, savedAt: AT });
  expect(save('program.decision', 'wait', 1)).toEqual({ conflict: true, rev: 3, key: 'program.decision', theirs: 'start' });
  expect(save('program.decision', 'wait', 3)).toEqual({ rev: 4, savedAt: AT });
  save('program.decision', null, 4);
  expect(save('program.decision', 'stop', 4)).toEqual({ conflict: true, rev: 5, key: 'program.decision', theirs: null });
});

test('the place is kept, opened sections are remembered, and neither changes the revision', async () => {
  const store = directStore();
  const { consultation } = await start(store);
  for (const section of ['why', 'criteria', 'why'])
    store.run('consultations.savePlace', { id: consultation.id, place: { section, field: 'topic.x' } });
  expect(store.run('consultations.read', { id: consultation.id })).toMatchObject({
    rev: 1,
    place: { section: 'why', field: 'topic.x' },
    opened: ['why', 'criteria'],
  });
});

test('final freezes answers and place and keeps the bytes with their hash', async () => {
  const store = directStore();
  const { consultation, patient } = await start(store);
  const { id } = consultation;
  store.run('consultations.saveAnswers', { id, changes: [{ key: 'program.decision', value: 'start' }], rev: 1 });
  expect(store.run('handouts.makeFinal', final(id, 1))).toEqual({ conflict: true, rev: 2, theirs: null });
  const version = store.run('handouts.makeFinal', final(id, 2));
  expect(version).toMatchObject({
    consultationId: id,
    code: consultation.code,
    version: 1,
    language: 'en',
    pages: 4,
    sha256,
    madeAt: AT,
    madeBy: doctor.name,
  });
  expect(store.run('consultations.read', { id })).toMatchObject({ state: 'final', rev: 3 });
  expect(store.run('patients.read', { id: patient.id })?.lastVisit).toMatchObject({ state: 'final', version: 1 });
  expect(() => store.run('consultations.saveAnswers', { id, changes: [{ key: 'program.decision', value: 'stop' }], rev: 3 })).toThrow(
    expect.objectContaining({ refusal: 'alreadyFinal' }),
  );
  expect(() => store.run('handouts.makeFinal', final(id, 3))).toThrow(expect.objectContaining({ refusal: 'alreadyFinal' }));
  store.run('consultations.savePlace', { id, place: { section: 'later', field: null } });
  expect(store.run('consultations.read', { id })?.place).toBeNull();
  expect(store.run('handouts.ofConsultation', { consultationId: id })).toEqual([version]);
  const stored = store.opened.sql.get<{ visit: string; model: string }>('SELECT visit, model FROM handout_version');
  expect(JSON.parse(stored?.visit ?? '')).toEqual(visit);
  expect(JSON.parse(stored?.model ?? '')).toEqual(model);
});

test('stored bytes are given only when their hash is right, and each giving is in the audit', async () => {
  const store = directStore();
  const { consultation } = await start(store);
  const version = store.run('handouts.makeFinal', final(consultation.id, 1));
  const { id } = version as { id: string };
  for (const purpose of ['view', 'print', 'save'] as const) expect(store.run('handouts.pdf', { id, purpose })).toEqual({ version, pdf });
  expect(store.run('handouts.pdf', { id: crypto.randomUUID(), purpose: 'view' })).toBeNull();
  const rows = store.run('audit.list', { afterSeq: 0, limit: 50 });
  expect(rows.slice(-4).map((row) => [row.action, row.subject])).toEqual([
    ['handout.final', id],
    ['handout.view', id],
    ['handout.print', id],
    ['handout.save', id],
  ]);
  tamper(store.opened, "UPDATE handout_version SET pdf = CAST('%PDF-1.7 other bytes' AS BLOB)");
  expect(() => store.run('handouts.pdf', { id, purpose: 'print' })).toThrow(expect.objectContaining({ fault: 'databaseDamaged' }));
});

test('bytes that don’t have their hash are not stored, and the consultation stays a draft', async () => {
  const store = directStore();
  const { consultation } = await start(store);
  expect(() => store.run('handouts.makeFinal', { ...final(consultation.id, 1), sha256: '0'.repeat(64) })).toThrow('hash');
  expect(store.run('consultations.read', { id: consultation.id })?.state).toBe('draft');
});

test('a stale clinic form gets the present settings instead of overwriting them', () => {
  const { run } = directStore();
  expect(
    run('clinic.save', { clinic: { ...clinic, name: 'New name' }, timeZone: 'Asia/Kolkata', program: USUAL_PROGRAM_SETTINGS, rev: 1 }),
  ).toMatchObject({
    rev: 2,
    clinic: { name: 'New name' },
  });
  expect(run('clinic.save', { clinic, timeZone: 'Asia/Kolkata', program: USUAL_PROGRAM_SETTINGS, rev: 1 })).toMatchObject({
    conflict: true,
    rev: 2,
    theirs: { clinic: { name: 'New name' } },
  });
});

test('of a person’s approvals of a pack in a language the newest stands: past a review it is given again', () => {
  const { run, actor } = directStore();
  const given = run('approvals.add', { pack, language: 'en', by: doctor.name });
  expect(given).toEqual({ pack, language: 'en', by: doctor.name, at: AT });
  const again = { ...given, at: '2027-11-23T06:00:00.000Z' };
  expect(run('approvals.add', { pack, language: 'en', by: doctor.name }, { ...actor, at: again.at })).toEqual(again);
  run('approvals.add', { pack, language: 'hi', by: doctor.name });
  expect(run('approvals.list', null)).toEqual([again, { ...given, language: 'hi' }]);
});

test('answers saved together are one revision, and none is stored when one of them clashes', async () => {
  const store = directStore();
  const { consultation } = await start(store);
  const { id } = consultation;
  const save = (changes: { key: string; value: unknown }[], rev: number) => store.run('consultations.saveAnswers', { id, changes, rev });
  const dose = [
    { key: 'program.form', value: 'capsule' },
    { key: 'program.strengthMg', value: 0.5 },
  ];
  expect(save(dose, 1)).toEqual({ rev: 2, savedAt: AT });
  expect(save([{ key: 'program.strengthMg', value: 1 }], 2)).toEqual({ rev: 3, savedAt: AT });
  const other = [
    { key: 'program.form', value: 'tablet' },
    { key: 'program.strengthMg', value: 5 },
  ];
  expect(save(other, 2)).toEqual({ conflict: true, rev: 3, key: 'program.strengthMg', theirs: 1 });
  const answers = store.run('consultations.read', { id })?.answers.map(({ key, value }) => [key, value]);
  expect(answers).toEqual([
    ['program.form', 'capsule'],
    ['program.strengthMg', 1],
  ]);
});
