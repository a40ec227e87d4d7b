import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sideFiles } from '#backend/store/storeFolder.ts';
import { type Direct, directStore, tamper } from './direct.ts';
import { AT, newConsultation, sunita } from './folder.ts';

const fault = (kind: string, row?: number) =>
  expect.objectContaining({ fault: kind, ...(row === undefined ? {} : { message: expect.stringContaining(`row ${row}.`) }) });
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

test.each([
  ['edited', "UPDATE audit SET user_id = user_id || 'x' WHERE seq = 5"],
  ['removed', 'DELETE FROM audit WHERE seq = 5'],
  ['put in the place of another', 'DELETE FROM audit WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6'],
])('a row that was %s is found and named, on request and at the next start', (_how, sql) => {
  const store = withRows(10);
  tamper(store.opened, sql);
  expect(() => verify(store)).toThrow(fault('auditBroken', 5));
  expect(() => store.reopen()).toThrow(fault('auditBroken', 5));
});

test('a cut end of the log is found, on request and at the next start', () => {
  const store = withRows(10);
  const reopened = store.reopen();
  tamper(reopened, 'DELETE FROM audit WHERE seq > 10');
  expect(() => verify(store)).toThrow(fault('auditBroken', 12));
  expect(() => store.reopen()).toThrow(fault('behindHead'));
});

test('an end that was cut and grown again by the program is found', () => {
  const store = withRows(10);
  tamper(store.reopen(), 'DELETE FROM audit WHERE seq > 10');
  for (let i = 0; i < 4; i += 1) store.run('audit.add', { action: 'consultation.export', subject: 'other' });
  expect(() => verify(store)).toThrow(fault('auditBroken', 12));
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
  expect(() => store.reopen()).toThrow(fault('behindHead'));
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

test('a head that is missing, forged or of another clinic is refused', () => {
  const store = withRows(1);
  const other = withRows(5);
  store.opened.close();
  other.opened.close();
  const head = readFileSync(store.files.head, 'utf8');
  writeFileSync(store.files.head, head.replace('"seq":3', '"seq":2'));
  expect(() => store.reopen()).toThrow(fault('behindHead'));
  writeFileSync(store.files.head, readFileSync(other.files.head));
  expect(() => store.reopen()).toThrow(fault('behindHead'));
  writeFileSync(store.files.head, head.slice(0, 40));
  expect(() => store.reopen()).toThrow(fault('behindHead'));
  rmSync(store.files.head);
  expect(() => store.reopen()).toThrow(fault('behindHead'));
  writeFileSync(store.files.head, head);
  expect(() => store.reopen()).not.toThrow();
});
