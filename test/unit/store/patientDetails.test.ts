import { expect, test } from 'vitest';
import type { NewPatient } from '#core/contract/patientShapes.ts';
import { directStore } from './direct.ts';
import { newConsultation, sunita } from './folder.ts';

const AGE = { kind: 'told', years: 32, toldOn: '2026-12-05' } as const;
const whole: NewPatient = {
  ...sunita,
  phone: '9876544821',
  phoneOf: 'neighbour',
  phoneName: 'Shanti',
  relativeIs: 'father',
  village: 'Namoonapur',
  named: [{ name: 'Kamla', relation: 'mother', mayCollect: true, mayBeCalled: false }],
};

test('everything that is entered of a patient comes back, and can be changed or taken away', () => {
  const { run, actor } = directStore();
  const added = run('patients.add', whole);
  expect(added).toEqual({ ...whole, id: added.id, rev: 1, addedAt: actor.at });
  const bare = { name: 'Sunita', recordNumber: 'B-1', age: AGE };
  expect(run('patients.save', { ...bare, id: added.id, rev: 1 })).toEqual({ ...bare, id: added.id, rev: 2, addedAt: actor.at });
  expect(run('patients.recent', { limit: 5 })).toMatchObject({ total: 1, rows: [{ name: 'Sunita', rev: 2 }] });
});

test('a save that saw an older state gets the present one and changes nothing', () => {
  const { run } = directStore();
  const added = run('patients.add', sunita);
  const theirs = run('patients.save', { ...sunita, village: 'Testnagar', id: added.id, rev: 1 });
  expect(run('patients.save', { ...sunita, name: 'Other', id: added.id, rev: 1 })).toEqual({ conflict: true, rev: 2, theirs });
  expect(run('patients.read', { id: added.id })).toMatchObject({ name: sunita.name, village: 'Testnagar' });
});

test('nobody takes another’s record number by a change; her own she keeps, however it is written', () => {
  const { run } = directStore();
  const one = run('patients.add', sunita);
  run('patients.add', { ...sunita, recordNumber: 'B 7' });
  expect(() => run('patients.save', { ...sunita, recordNumber: 'b7', id: one.id, rev: 1 })).toThrow(
    expect.objectContaining({ refusal: 'recordNumberTaken' }),
  );
  expect(run('patients.save', { ...sunita, recordNumber: 'a-1042', id: one.id, rev: 1 })).toMatchObject({ recordNumber: 'a-1042', rev: 2 });
  expect(() => run('patients.save', { ...sunita, id: crypto.randomUUID(), rev: 1 })).toThrow(
    expect.objectContaining({ refusal: 'notFound' }),
  );
});

test('a change is in the audit under her id, and never what was changed', () => {
  const { run, opened } = directStore();
  const { id } = run('patients.add', sunita);
  run('patients.save', { ...sunita, name: 'Kaveri', id, rev: 1 });
  const last = opened.sql.get<{ action: string; subject: string }>('SELECT action, subject FROM audit ORDER BY seq DESC LIMIT 1');
  expect(last).toEqual({ action: 'patient.save', subject: id });
  expect(JSON.stringify(opened.sql.all('SELECT * FROM audit'))).not.toMatch(/Kaveri|Sunita|44821/);
});

test('a final paper keeps what it says when her details change', async () => {
  const store = directStore();
  const { run, opened } = store;
  const { patient, consultation } = await newConsultation({ run: async (...args) => run(...args) });
  const pdf = new Uint8Array([37, 80, 68, 70]);
  opened.sql.run(
    `INSERT INTO handout_version (id, consultation_id, version, language, pages, sha256, made_at, made_by, visit, model, pdf)
     VALUES (?, ?, 1, 'en', 1, ?, ?, 'Dr', ?, '{}', ?)`,
    ...[crypto.randomUUID(), consultation.id, 'a'.repeat(64), store.actor.at, JSON.stringify({ patient: { name: patient.name } }), pdf],
  );
  const before = opened.sql.all('SELECT * FROM handout_version');
  run('patients.save', { ...sunita, name: 'Kaveri', id: patient.id, rev: 1 });
  expect(opened.sql.all('SELECT * FROM handout_version')).toEqual(before);
  expect(run('consultations.read', { id: consultation.id })?.patient.name).toBe('Kaveri');
});

test('without a record number she gets the clinic’s next own one, past those that were typed', () => {
  const { run } = directStore();
  const add = (recordNumber?: string) => run('patients.add', { name: 'Sunita', age: AGE, recordNumber }).recordNumber;
  expect([add(), add('A-9'), add()]).toEqual(['P-0001', 'A-9', 'P-0002']);
  expect([add('p-41'), add('P-12X'), add()]).toEqual(['p-41', 'P-12X', 'P-0042']);
});

test('who may be the same person is pointed out with the reasons, the likeliest first', () => {
  const { run } = directStore();
  const add = (recordNumber: string, more: Partial<NewPatient>) => run('patients.add', { name: 'Rekha', recordNumber, age: AGE, ...more });
  add('R-1', { name: 'Sunita Devi', relative: 'Suresh' });
  add('R-2', { name: 'सुनीता देवी', relative: 'Ramesh' });
  add('R-3', { name: 'Fatima', phone: '9876543210' });
  add('R-4', { name: 'Sunita', relative: 'Mahesh' });
  add('R-5', { name: 'Sunita Sharma', relative: 'Ramesh' });
  const asked = { name: 'Sunita Devi', recordNumber: ' r-3', phone: '+91 98765 43210', relative: 'Ramesh' };
  const shares = (input: Parameters<typeof run<'patients.similar'>>[1]) =>
    run('patients.similar', input).map((row) => [row.recordNumber, row.shares.join(' ')]);
  expect(shares(asked)).toEqual([
    ['R-3', 'record phone'],
    ['R-2', 'name relative'],
    ['R-1', 'name'],
    ['R-4', 'similarName'],
  ]);
  expect(shares({ name: '', recordNumber: '', phone: '98765' })).toEqual([]);
  expect(shares({ name: 'Nobody', recordNumber: 'X', relative: 'Ramesh' })).toEqual([]);
});

test('others of the same name are named with what tells them apart; somebody whose name is only near is not', () => {
  const { run } = directStore();
  const add = (name: string, more: Partial<NewPatient> = {}) =>
    run('patients.add', { name, recordNumber: crypto.randomUUID().slice(0, 20), age: AGE, ...more });
  const { id } = add('Sunita Devi');
  add('Sunita');
  expect(run('patients.twins', { id })).toEqual({ rows: [], more: false });
  const twin = add('SUNEETA DEVI', { relative: 'Ramesh', relativeIs: 'husband', village: 'Testnagar', phone: '9876543210' });
  expect(run('patients.twins', { id })).toEqual({
    rows: [
      {
        id: twin.id,
        name: twin.name,
        recordNumber: twin.recordNumber,
        age: AGE,
        relative: 'Ramesh',
        relativeIs: 'husband',
        village: 'Testnagar',
      },
    ],
    more: false,
  });
  for (let more = 0; more < 3; more++) add('सुनीता देवी');
  const many = run('patients.twins', { id });
  expect([many.rows.length, many.more]).toEqual([3, true]);
});
