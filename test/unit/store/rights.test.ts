import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { erasePatient } from '#backend/store/commands/erase.ts';
import { herTables } from '#backend/store/commands/hers.ts';
import type { NewPatient } from '#core/contract/patientShapes.ts';
import { clinicCopyBytes } from '../../support/clinicCopyBytes.ts';
import { storedPaper } from '../../support/storedPaper.ts';
import { type Direct, directStore } from './direct.ts';
import { AT, clinic, doctor, filesOf, newConsultation, pack, sunita, temporaryFolder } from './folder.ts';

const NAME = 'Zubeida Sentinelwala';
const zubeida: NewPatient = { ...sunita, name: NAME, recordNumber: 'Z-778', phone: '+91 90000 77812', relative: 'Imtiaz Sentinelwala' };
const notice = { hash: 'a'.repeat(64), language: 'en' as const, words: '{"title":"Notice"}' };
const erasing = { reason: 'herRequest' as const, note: 'She asked for it in writing.' };
const refused = (refusal: string) => expect.objectContaining({ refusal });

const paperOf = (consultationId: string, rev: number, patient: NewPatient, text: string) =>
  storedPaper({ consultationId, rev, clinic, doctor, patient: { ...patient, recordNumber: patient.recordNumber ?? '' }, pack, text });

/** A patient with a visit, two versions of its paper, a call that was tried, and a consent. */
async function patientWithAll(store: Direct, patient: NewPatient, code: string) {
  const { patient: added, consultation } = await newConsultation({ run: async (...args) => store.run(...args) }, patient, code);
  const { id } = consultation;
  const changes = [
    { key: 'program.transferDate', value: '2026-12-09' },
    { key: 'program.privateNote', value: `${patient.name} called` },
  ];
  store.run('consultations.saveAnswers', { id, changes, rev: 1 });
  store.run('consultations.saveAnswers', { id, changes: [{ key: 'program.nextTime', value: '08:00' }], rev: 2 });
  store.run('handouts.makeFinal', paperOf(id, 3, patient, 'one'));
  const moved = { reason: 'Moved', changed: ['transfer date'], changes: [{ key: 'program.transferDate', value: '2026-12-12' }] };
  store.run('handouts.amend', { ...paperOf(id, 4, patient, 'two'), ...moved });
  const call = store.run('calls.list', { calledSince: AT }).find((each) => each.patient.id === added.id);
  store.run('calls.record', { id: call?.id ?? '', outcome: 'notReached' });
  store.run('rights.recordConsent', {
    patientId: added.id,
    state: 'given',
    how: { kind: 'readAloud', language: 'Marathi', by: 'Meena' },
    notice,
  });
  return { patientId: added.id, consultationId: id };
}

/** The bytes of the database as SQLite holds them, pages in use and free ones alike. */
function decrypted(store: Direct): Buffer {
  const copy = join(temporaryFolder(), 'plain.db');
  store.opened.sql.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(store.files.database, copy);
  const db = new Database(copy);
  store.withKey(db);
  db.pragma('journal_mode = delete');
  db.pragma("rekey = ''");
  db.close();
  return readFileSync(copy);
}
const holds = (bytes: Buffer, text: string) =>
  ['utf8', 'utf16le'].some((each) => bytes.includes(Buffer.from(text, each as BufferEncoding)));

test('consents are only added; the newest is how it stands, and each names the notice', async () => {
  const store = directStore();
  const { patientId } = await patientWithAll(store, zubeida, 'CL-7K2M-94QX');
  const later = { ...notice, hash: 'b'.repeat(64) };
  store.run('rights.recordConsent', { patientId, state: 'withdrawn', how: { kind: 'said' }, notice: later });
  expect(store.run('rights.consents', { patientId })).toMatchObject([
    { state: 'withdrawn', how: { kind: 'said' }, notice: 'bbbbbbbb', by: doctor.name, at: AT },
    { state: 'given', how: { kind: 'readAloud', language: 'Marathi', by: 'Meena' }, notice: 'aaaaaaaa' },
  ]);
  const { db } = store.opened.sql;
  for (const change of ["UPDATE consent SET state = 'given'", 'DELETE FROM consent']) expect(() => db.exec(change)).toThrow('only added');
  expect(() => db.exec('DELETE FROM notice')).toThrow('kept');
  const rows = store.run('audit.list', { afterSeq: 0, limit: 100 }).filter(({ action }) => action === 'patient.consent');
  expect(rows.map(({ subject }) => subject)).toEqual([patientId, patientId]);
});

test('an export holds every row of hers, and nothing of anybody else', async () => {
  const store = directStore();
  await patientWithAll(store, { ...sunita, phone: '+91 90000 00001' }, 'CL-AAAA-AAAA');
  const { patientId } = await patientWithAll(store, zubeida, 'CL-7K2M-94QX');
  store.run('patients.read', { id: patientId });
  const record = store.run('rights.gather', { patientId });
  expect(record.patient).toMatchObject({ name: NAME, recordNumber: 'Z-778', phone: zubeida.phone, relative: zubeida.relative });
  const [visit] = record.visits;
  expect(record.visits).toHaveLength(1);
  expect(visit?.answers.map(({ key, value, by, savedAt }) => [key, value, by, savedAt])).toEqual([
    ['program.transferDate', '2026-12-09', doctor.name, AT],
    ['program.privateNote', `${NAME} called`, doctor.name, AT],
    ['program.nextTime', '08:00', doctor.name, AT],
    ['program.transferDate', '2026-12-12', doctor.name, AT],
  ]);
  expect(visit?.papers.map(({ version, pdf }) => [version.version, createHash('sha256').update(pdf).digest('hex')])).toEqual(
    visit?.papers.map(({ version }) => [version.version, version.sha256]),
  );
  expect(visit?.papers.map(({ clinicCopy }) => clinicCopy)).toEqual([clinicCopyBytes.pdf, clinicCopyBytes.pdf]);
  expect(record.further).not.toHaveProperty('clinic_copy');
  expect(visit?.papers[1]?.version.replaces).toMatchObject({ version: 1, reason: 'Moved' });
  expect(record.calls).toMatchObject([{ outcome: 'notReached', by: doctor.name }]);
  expect(record.consents).toMatchObject([{ state: 'given', language: 'Marathi' }]);
  expect(record.notices).toEqual([{ ...notice, words: { title: 'Notice' } }]);
  expect(record.log.map(({ action }) => action)).toEqual([
    'patient.add',
    'consultation.start',
    'consultation.answer',
    'consultation.answer',
    'handout.final',
    'handout.amend',
    'call.add',
    'call.record',
    'patient.consent',
    'patient.view',
    'patient.export',
  ]);
  expect(JSON.stringify(record)).not.toContain(sunita.name);
});

test('an erasure takes all of hers and nothing else, and leaves a tombstone that says nothing of her', async () => {
  const store = directStore();
  const other = await patientWithAll(store, { ...sunita, phone: '+91 90000 00001' }, 'CL-AAAA-AAAA');
  const { patientId, consultationId } = await patientWithAll(store, zubeida, 'CL-7K2M-94QX');
  const count = () =>
    herTables(store.opened.sql).map(({ table }) => [table, store.opened.sql.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n]);
  const before = count();
  expect(before.length).toBeGreaterThanOrEqual(8);
  const tombstone = store.run('rights.erase', { patientId, ...erasing });
  expect(tombstone).toEqual({ id: patientId, at: AT, by: doctor.name, reason: 'herRequest', note: erasing.note, visits: 1 });
  expect(count()).toEqual(before.map(([table, n]) => [table, Number(n) / 2]));
  expect(store.run('rights.gather', { patientId: other.patientId }).visits[0]?.papers).toHaveLength(2);

  for (const text of [NAME, 'Zubeida', 'Z-778', '77812']) expect(store.run('patients.search', { text, limit: 5 })).toEqual([]);
  expect(store.run('patients.similar', { name: NAME, recordNumber: 'Z-778' })).toEqual([]);
  expect(store.run('patients.read', { id: patientId })).toBeNull();
  expect(store.run('consultations.read', { id: consultationId })).toBeNull();
  expect(() => store.run('rights.gather', { patientId })).toThrow(refused('notFound'));
  expect(() => store.run('rights.erase', { patientId, ...erasing })).toThrow(refused('notFound'));
  expect(store.run('rights.tombstones', null)).toEqual([tombstone]);
  expect(JSON.stringify([tombstone, store.run('audit.list', { afterSeq: 0, limit: 200 })])).not.toContain('Zubeida');
  expect(store.opened.sql.db.pragma('foreign_key_check')).toEqual([]);
  expect(store.run('audit.verify', null).rows).toBeGreaterThan(0);
  store.reopen();
  expect(store.run('rights.tombstones', null)).toEqual([tombstone]);
});

test('after an erasure her name is in no file of the folder, neither encrypted nor when it is opened', async () => {
  const store = directStore();
  const { patientId } = await patientWithAll(store, zubeida, 'CL-7K2M-94QX');
  await patientWithAll(store, { ...sunita, phone: '+91 90000 00001' }, 'CL-AAAA-AAAA');
  writeFileSync(`${store.files.database}.before-6`, 'a copy from before an update');
  const words = ['Zubeida', 'zubeida', 'Sentinelwala', 'sentinelwala', 'Z-778', '90000 77812'];
  const found = words.filter((word) => holds(decrypted(store), word));
  // Without an erasure the same look finds her: the test can fail.
  expect(found).toEqual(expect.arrayContaining(['Zubeida', 'zubeida', 'Z-778']));
  store.run('rights.erase', { patientId, ...erasing });
  expect(existsSync(`${store.files.database}.before-6`)).toBe(false);
  for (const { name, bytes } of filesOf(store.files.folder))
    for (const word of words) expect([name, word, holds(bytes, word)]).toEqual([name, word, false]);
  const wal = filesOf(store.files.folder).find(({ name }) => name.endsWith('-wal'));
  expect(wal?.bytes.length ?? 0).toBe(0);
  const plain = decrypted(store);
  expect(words.filter((word) => holds(plain, word))).toEqual([]);
  expect(holds(plain, sunita.name)).toBe(true);
});

test('nothing else can take a row away, not even with the guard in hand', async () => {
  const store = directStore();
  const one = await patientWithAll(store, { ...sunita, phone: '+91 90000 00001' }, 'CL-AAAA-AAAA');
  const { patientId } = await patientWithAll(store, zubeida, 'CL-7K2M-94QX');
  const { sql } = store.opened;
  for (const { table } of herTables(sql)) {
    // Without a row there is nothing that a trigger could refuse.
    if (sql.get(`SELECT 1 FROM "${table}"`)) expect(() => sql.db.exec(`DELETE FROM "${table}"`)).toThrow();
    else
      expect([table, sql.get("SELECT 1 AS guards FROM sqlite_schema WHERE type = 'trigger' AND name = ?", `${table}_no_delete`)]).toEqual([
        table,
        { guards: 1 },
      ]);
  }
  // Without a tombstone nobody can be put there.
  expect(() => sql.run('INSERT INTO erasing (id, patient_id) VALUES (1, ?)', patientId)).toThrow('FOREIGN KEY');
  // It opens her rows only.
  expect(() =>
    store.opened.change(() => {
      erasePatient({ sql, audit: store.opened.audit }, { patientId, ...erasing }, store.actor);
      sql.run('INSERT INTO erasing (id, patient_id) VALUES (1, ?)', patientId);
      sql.run('DELETE FROM answer WHERE consultation_id = ?', one.consultationId);
    }),
  ).toThrow('only added');
  // And it can't be left open: such a commit is refused, and nothing has happened.
  expect(() =>
    store.opened.change(() => {
      erasePatient({ sql, audit: store.opened.audit }, { patientId, ...erasing }, store.actor);
      sql.run('INSERT INTO erasing (id, patient_id) VALUES (1, ?)', patientId);
    }),
  ).toThrow('FOREIGN KEY');
  expect(store.run('rights.gather', { patientId }).visits).toHaveLength(1);
  expect(store.run('rights.tombstones', null)).toEqual([]);
  store.run('rights.erase', { patientId, ...erasing });
  for (const change of ['DELETE FROM tombstone', "UPDATE tombstone SET note = 'x'"])
    expect(() => sql.db.exec(change)).toThrow(/kept|never changes/);
});

test('a patient whom an older backup brings back is erased again, and a list that was changed erases nobody', async () => {
  const store = directStore();
  const stays = await patientWithAll(store, { ...sunita, phone: '+91 90000 00001' }, 'CL-AAAA-AAAA');
  const { patientId } = await patientWithAll(store, zubeida, 'CL-7K2M-94QX');
  const older = join(temporaryFolder(), 'older');
  store.opened.sql.db.prepare('VACUUM INTO ?').run(older);
  const head = readFileSync(store.files.head);
  store.run('rights.erase', { patientId, ...erasing });
  const list = readFileSync(store.files.erased, 'utf8');
  expect(list).not.toContain(erasing.note);

  const putBack = () => {
    store.opened.close();
    copyFileSync(older, store.files.database);
    writeFileSync(store.files.head, head);
  };
  putBack();
  const changed = JSON.parse(list) as { erased: { id: string }[] };
  writeFileSync(store.files.erased, JSON.stringify({ ...changed, erased: [{ ...changed.erased[0], id: stays.patientId }] }));
  store.reopenAsIs().keepErased(store.actor);
  expect(store.run('patients.search', { text: 'Zubeida', limit: 5 })).toHaveLength(1);
  expect(store.run('patients.read', { id: stays.patientId })).not.toBeNull();

  putBack();
  writeFileSync(store.files.erased, list);
  store.reopenAsIs().keepErased(store.actor);
  expect(store.run('patients.search', { text: 'Zubeida', limit: 5 })).toEqual([]);
  expect(store.run('patients.read', { id: stays.patientId })).not.toBeNull();
  expect(store.run('rights.tombstones', null)).toMatchObject([{ id: patientId, reason: 'herRequest', by: doctor.name }]);
  const last = store.run('audit.list', { afterSeq: 0, limit: 200 }).filter(({ action }) => action === 'patient.erase');
  expect(last).toMatchObject([{ subject: patientId, userId: 'system' }]);
});
