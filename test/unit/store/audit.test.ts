import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sideFiles } from '#backend/store/storeFolder.ts';
import { type Direct, directStore, tamper } from './direct.ts';
import { AT, newConsultation, sunita } from './folder.ts';

const fault = (kind: string, words = '') => expect.objectContaining({ fault: kind, message: expect.stringContaining(words) });
const verify = (store: Direct) => store.run('audit.verify', null);

function withRows(count: number): Direct {
  const store = directStore();
  for (let i = 0; i < count; i += 1) store.run('audit.add', { action: 'consultation.export', subject: null });
  return store;
}

test('who did what is in the log in its order, with ids only', async () => {
  const store = directStore();
  const { patient, consultation } = await newConsultation({ run: async (...args) => store.run(...args) });
  store.run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'program.why', value: 'secret reason' }], rev: 1 });
  store.run('consultations.read', { id: consultation.id });
  store.run('patients.read', { id: patient.id });
  const rows = store.run('audit.list', { afterSeq: 0, limit: 100 });
  expect(rows.map(({ seq, action, subject }) => [seq, action, subject])).toEqual([
    [1, 'store.create', expect.any(String)],
    [2, 'signIn', store.actor.userId],
    [3, 'patient.add', patient.id],
    [4, 'consultation.start', consultation.id],
    [5, 'consultation.answer', consultation.id],
    [6, 'consultation.view', consultation.id],
    [7, 'patient.view', patient.id],
  ]);
  expect(rows.every((row) => row.userId === store.actor.userId && row.at === AT)).toBe(true);
  expect(store.run('audit.list', { afterSeq: 5, limit: 1 })).toEqual([rows[5]]);
  expect(verify(store)).toEqual({ rows: 7 });
});

test('a screen that reads a record again and again is one view; another person or a later hour is another', async () => {
  const store = directStore();
  const { consultation } = await newConsultation({ run: async (...args) => store.run(...args) });
  const view = (userId: string, at: string) => store.run('consultations.read', { id: consultation.id }, { userId, at });
  view(store.actor.userId, AT);
  view(store.actor.userId, AT);
  view('system', AT);
  view(store.actor.userId, '2026-12-05T06:12:00.000Z');
  expect(store.run('audit.list', { afterSeq: 4, limit: 9 }).map((row) => row.action)).toEqual(Array(3).fill('consultation.view'));
});

test('a command that fails leaves neither its change nor its row in the log', async () => {
  const store = directStore();
  const { consultation } = await newConsultation({ run: async (...args) => store.run(...args) });
  const before = verify(store);
  const nobody = { userId: crypto.randomUUID(), at: AT };
  expect(() =>
    store.run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'program.why', value: 'x' }], rev: 1 }, nobody),
  ).toThrow('FOREIGN KEY');
  const half = () =>
    store.opened.change(() => {
      store.opened.audit.add('patient.add', null, store.actor);
      store.opened.sql.run("UPDATE patient SET name = 'half done'");
      throw new Error('stopped');
    });
  expect(half).toThrow('stopped');
  expect(verify(store)).toEqual(before);
  expect(store.run('consultations.read', { id: consultation.id })).toMatchObject({ rev: 1, answers: [], patient: { name: sunita.name } });
});

test.each(['audit', 'answer', 'handout_version'])('%s can only be added to', async (table) => {
  const store = directStore();
  const { consultation } = await newConsultation({ run: async (...args) => store.run(...args) });
  const { sql } = store.opened;
  store.run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'program.why', value: 'x' }], rev: 1 });
  sql.run(
    `INSERT INTO handout_version (id, consultation_id, version, language, pages, sha256, made_at, made_by, visit, model, pdf)
     VALUES (?, ?, 1, 'en', 1, ?, ?, 'x', '{}', '{}', x'00')`,
    crypto.randomUUID(),
    consultation.id,
    '0'.repeat(64),
    AT,
  );
  const columns = sql
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .map((column) => column.name)
    .join(', ');
  const row = sql.get(`SELECT * FROM ${table} WHERE seq = 1`);
  expect(() => sql.run(`UPDATE ${table} SET seq = seq`)).toThrow(/only added|never changes/);
  expect(() => sql.run(`DELETE FROM ${table}`)).toThrow(/only added|never changes/);
  expect(() => sql.run(`INSERT OR REPLACE INTO ${table} (${columns}) SELECT ${columns} FROM ${table} WHERE seq = 1`)).toThrow(
    /only added|never changes/,
  );
  expect(sql.get(`SELECT * FROM ${table} WHERE seq = 1`)).toEqual(row);
});

const PUT_BETWEEN = `UPDATE audit SET seq = seq + 1000 WHERE seq >= 5; UPDATE audit SET seq = seq - 999 WHERE seq > 1000;
  INSERT INTO audit SELECT 5, at, user_id, 'patient.view', NULL, mac, mac FROM audit WHERE seq = 4`;

test.each([
  ['edited', "UPDATE audit SET user_id = user_id || 'x' WHERE seq = 5", 'row 5 was changed outside the program'],
  ['removed', 'DELETE FROM audit WHERE seq = 5', 'row 5 is missing: it was removed outside the program'],
  ['put in the place of another', 'DELETE FROM audit WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6', 'row 5 was changed'],
  ['put between two others', PUT_BETWEEN, 'row 5 was not written by the program'],
])('a row that was %s is found and named, on request and at the next start', (_how, sql, words) => {
  const store = withRows(10);
  tamper(store.opened, sql);
  expect(() => verify(store)).toThrow(fault('auditBroken', words));
  expect(() => store.reopen()).toThrow(fault('auditBroken', words));
});

test('a cut end of the log is found, on request and at the next start', () => {
  const store = withRows(10);
  const reopened = store.reopen();
  tamper(reopened, 'DELETE FROM audit WHERE seq > 10');
  expect(() => verify(store)).toThrow(fault('auditBroken', 'row 11 is missing'));
  expect(() => store.reopen()).toThrow(fault('behindHead', 'rows 11 to 12 of the log'));
});

test('an end that was cut and grown again by the program is found', () => {
  const store = withRows(10);
  tamper(store.reopen(), 'DELETE FROM audit WHERE seq > 10');
  for (let i = 0; i < 4; i += 1) store.run('audit.add', { action: 'consultation.export', subject: 'other' });
  expect(() => verify(store)).toThrow(fault('auditBroken', 'row 12 was changed'));
});

describe('the check that goes on after opening', () => {
  const walkOn = (store: Direct, rows = 100) => store.run('audit.walk', { after: 'kept', rows });

  test('walks the log in parts, goes on at the next opening where it stood, and begins anew at the end', () => {
    const store = withRows(250);
    expect(walkOn(store)).toMatchObject({ end: { seq: 100 }, broken: null, done: false });
    expect(walkOn(store)).toMatchObject({ end: { seq: 200 }, done: false });
    store.run('audit.add', { action: 'signOut', subject: null });
    store.reopen();
    expect(walkOn(store, 10)).toMatchObject({ end: { seq: 210 }, done: false });
    expect(walkOn(store)).toMatchObject({ end: { seq: 253 }, broken: null, done: true });
    expect(walkOn(store)).toMatchObject({ end: { seq: 100 }, done: false });
  });

  test('finds an old row that opening passes over, and finds it at once ever after', () => {
    const store = withRows(700);
    tamper(store.opened, "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 20");
    expect(() => store.reopen()).not.toThrow();
    const found = { end: { seq: 19 }, broken: { seq: 20, how: 'changed' }, done: true };
    expect(walkOn(store)).toMatchObject(found);
    store.run('audit.add', { action: 'signOut', subject: null });
    store.reopen();
    expect(walkOn(store, 1)).toMatchObject(found);
  });
});

test('an older database under a newer head is refused', () => {
  const store = withRows(3);
  store.opened.close();
  const old = readFileSync(store.files.database);
  store.reopen();
  store.run('audit.add', { action: 'consultation.export', subject: null });
  store.opened.close();
  for (const file of sideFiles(store.files.database)) rmSync(file, { force: true });
  writeFileSync(store.files.database, old);
  expect(() => store.reopen()).toThrow(fault('behindHead', 'The records are older than the last state that was sealed: row 6'));
});

test('a database ahead of its head opens when its rows verify, as after a power cut', () => {
  const store = withRows(1);
  store.opened.close();
  const oldHead = readFileSync(store.files.head);
  store.reopen();
  for (let i = 0; i < 3; i += 1) store.run('audit.add', { action: 'consultation.export', subject: null });
  store.opened.close();
  writeFileSync(store.files.head, oldHead);
  store.reopen();
  expect(verify(store)).toEqual({ rows: 6 });
});

test('a head that is missing, forged or of another clinic is refused, each in its own words', () => {
  const store = withRows(1);
  const other = withRows(5);
  store.opened.close();
  other.opened.close();
  const head = readFileSync(store.files.head, 'utf8');
  writeFileSync(store.files.head, head.replace('"seq":3', '"seq":2'));
  expect(() => store.reopen()).toThrow(fault('behindHead', 'damaged or changed'));
  writeFileSync(store.files.head, readFileSync(other.files.head));
  expect(() => store.reopen()).toThrow(fault('behindHead', 'belongs to the records of another clinic'));
  writeFileSync(store.files.head, head.slice(0, 40));
  expect(() => store.reopen()).toThrow(fault('behindHead', 'damaged or changed'));
  rmSync(store.files.head);
  expect(() => store.reopen()).toThrow(fault('behindHead', 'head.json is missing'));
  writeFileSync(store.files.head, head);
  expect(() => store.reopen()).not.toThrow();
});
