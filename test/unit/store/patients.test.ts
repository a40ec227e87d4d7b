import { expect, test } from 'vitest';
import { reversedPhoneEnd } from '#backend/store/nameKey.ts';
import type { NewPatient } from '#core/contract/patientShapes.ts';
import { nameKey } from '#core/domain/names.ts';
import { directStore } from './direct.ts';
import { newConsultation, sunita } from './folder.ts';

const people: [name: string, recordNumber: string, phone?: string][] = [
  ['Sunita Devi', 'A-1042', '+91 98765 44821'],
  ['Sunitha Devee', 'A-1043', '098200 11223'],
  ['राजेश कुमार', 'B 7', '९८७६५ ००००१'],
  ['जोशी', 'B 8'],
  ['Łukasz Żółć', 'C-1'],
  ['Lakshmi', 'C-2'],
];

function clinicWithPeople() {
  const store = directStore();
  for (const [name, recordNumber, phone] of people) {
    const patient: NewPatient = { name, recordNumber, age: { kind: 'born', bornOn: '1994-02-03' }, ...(phone ? { phone } : {}) };
    store.run('patients.add', patient);
  }
  const found = (text: string, limit = 10) => store.run('patients.search', { text, limit }).map((row) => row.name);
  return { ...store, found };
}

test('a patient is found by the beginning of any word of her name; what is spelt as typed comes first', () => {
  const { found } = clinicWithPeople();
  expect(found('sunita')).toEqual(['Sunita Devi', 'Sunitha Devee']);
  expect(found('DEV')).toEqual(['Sunitha Devee', 'Sunita Devi']);
  expect(found('dev sun')).toEqual(['Sunitha Devee', 'Sunita Devi']);
  expect(found('lukasz zolc')).toEqual(['Łukasz Żółć']);
  expect(found('nita')).toEqual([]);
  expect(found('dev', 1)).toEqual(['Sunitha Devee']);
});

test('Devanagari names are found by whole syllables: जोशी doesn’t find राजेश', () => {
  const { found } = clinicWithPeople();
  expect(found('जोशी')).toEqual(['जोशी']);
  expect(found('जो')).toEqual(['जोशी']);
  expect(found('राजेश')).toEqual(['राजेश कुमार']);
  expect(found('कुमा')).toEqual(['राजेश कुमार']);
  expect(found('श')).toEqual([]);
});

test('a patient is found by the end of the phone number and the beginning of the record number', () => {
  const { found } = clinicWithPeople();
  expect(found('4821')).toEqual(['Sunita Devi']);
  expect(found('098765 44821')).toEqual(['Sunita Devi']);
  expect(found('9820011223')).toEqual(['Sunitha Devee']);
  expect(found('+91 98200 11223')).toEqual(['Sunitha Devee']);
  expect(found('00001')).toEqual(['राजेश कुमार']);
  expect(found('९८७६५००००१')).toEqual(['राजेश कुमार']);
  expect(found('a-10')).toEqual(['Sunita Devi', 'Sunitha Devee']);
  expect(found('b7')).toEqual(['राजेश कुमार']);
  expect(found('21')).toEqual([]);
});

test('what is typed is never read as a search language', () => {
  const { found } = clinicWithPeople();
  for (const text of ['"', 'sunita"', 'name_key:devi', 'sunita OR jo', 'NOT', '*', '(', '-', '   ', '%', "'; DROP TABLE patient"])
    expect(() => found(text)).not.toThrow();
  expect(found('sunita*')).toEqual(['Sunita Devi', 'Sunitha Devee']);
});

test('a name that is the same or sounds so, and the same record number, are pointed out', () => {
  const { run } = clinicWithPeople();
  const similar = (name: string, recordNumber: string) => run('patients.similar', { name, recordNumber }).map((row) => row.name);
  expect(similar('Devi Suneeta', 'X')).toEqual(['Sunitha Devee', 'Sunita Devi']);
  expect(similar('Laxmi', 'X')).toEqual(['Lakshmi']);
  expect(similar('Someone Else', ' a-1042 ')).toEqual(['Sunita Devi']);
  expect(similar('Someone Else', 'X')).toEqual([]);
  expect(similar('', '')).toEqual([]);
});

test('a record number is given once, however it is written', () => {
  const { run } = clinicWithPeople();
  expect(() => run('patients.add', { ...sunita, name: 'Other', recordNumber: 'a-1042' })).toThrow(
    expect.objectContaining({ refusal: 'recordNumberTaken' }),
  );
  expect(run('patients.recent', { limit: 1 }).total).toBe(people.length);
});

test('a patient comes back as she was entered; her row says where her last visit stands', async () => {
  const store = directStore();
  const { patient, consultation } = await newConsultation({ run: async (...args) => store.run(...args) });
  expect(patient).toEqual({ ...sunita, id: patient.id, rev: 1, addedAt: store.actor.at });
  store.run('consultations.savePlace', { id: consultation.id, place: { section: 'criteria', field: null } });
  expect(store.run('patients.read', { id: patient.id })).toEqual({
    ...patient,
    lastVisit: { consultationId: consultation.id, state: 'draft', section: 'criteria', savedAt: store.actor.at, version: null },
  });
  expect(store.run('patients.read', { id: crypto.randomUUID() })).toBeNull();
});

test('recent goes by the last work on a patient, not by the clock', async () => {
  const { run, actor } = clinicWithPeople();
  const earlier = { ...actor, at: '2020-01-01T00:00:00.000Z' };
  const { consultation } = await newConsultation({ run: async (...args) => run(...args) }, { ...sunita, name: 'First', recordNumber: 'F' });
  run('patients.add', { ...sunita, name: 'Second', recordNumber: 'S' });
  expect(run('patients.recent', { limit: 2 }).rows.map((row) => row.name)).toEqual(['Second', 'First']);
  run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'program.why', value: 'x' }], rev: 1 }, earlier);
  expect(run('patients.recent', { limit: 2 }).rows.map((row) => row.name)).toEqual(['First', 'Second']);
});

test('keys of search keep what tells Indian names apart', () => {
  expect(nameKey('  Zoë\u200c  O’BRIEN ')).toBe('zoe o’brien');
  expect(nameKey('\u095bरीना')).toBe(nameKey('\u091c\u093cरीना'));
  expect(nameKey('की')).not.toBe(nameKey('कि'));
  expect(reversedPhoneEnd('12 devi')).toBeNull();
});
