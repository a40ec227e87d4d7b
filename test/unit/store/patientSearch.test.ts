import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewPatient } from '#core/contract/patientShapes.ts';
import { wordSound } from '#core/domain/nameSound.ts';
import { nameKey } from '#core/domain/names.ts';
import { FAMILY, GIVEN, MEN } from '../../../electron/cli/seedNames.ts';
import { directStore, migrations, tamper } from './direct.ts';
import { AT } from './folder.ts';

const WORDS = [...new Map([...GIVEN, ...FAMILY, ...MEN].map((pair) => [pair[0], pair])).values()];
const AGE = { kind: 'told', years: 32, toldOn: '2026-12-05' } as const;

/** A store with these patients; what is searched for in it, as names and as `why: name`. */
function clinicWith(patients: readonly (Partial<NewPatient> & { name: string })[]) {
  const store = directStore();
  store.opened.change(() => {
    for (const [at, patient] of patients.entries()) store.run('patients.add', { recordNumber: `R-${at}`, age: AGE, ...patient });
  });
  const search = (text: string, limit = 50) => store.run('patients.search', { text, limit });
  return { ...store, search, names: (text: string) => search(text).map(({ name }) => name) };
}

/** A word with one typing mistake: a letter left out, doubled up with another, replaced, or swapped with the next. */
const mistake = (word: string) =>
  fc
    .tuple(fc.constantFrom('out', 'in', 'other', 'swap'), fc.nat([...word].length - 1), fc.constantFrom(...'abdegiklmnoprstuv'))
    .map(([kind, at, letter]) => {
      const letters = [...word];
      if (kind === 'out') letters.splice(at, 1);
      else if (kind === 'in') letters.splice(at, 0, letter);
      else if (kind === 'other') letters[at] = letter;
      else letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
      return letters.join('');
    });

test('every name is found when it is typed in the other script', () => {
  const latin = clinicWith(WORDS.map(([name]) => ({ name })));
  for (const [name, devanagari] of WORDS) expect(latin.names(devanagari), devanagari).toContain(name);
  const devanagari = clinicWith(WORDS.map(([, name]) => ({ name })));
  for (const [name, other] of WORDS) expect(devanagari.names(name), name).toContain(other);
});

test('every name of four letters or more is found in spite of one typing mistake in any word', () => {
  const { names } = clinicWith(WORDS.map(([name]) => ({ name: `${name} Namoona` })));
  const long = WORDS.map(([name]) => name).filter((name) => name.length > 3);
  const typed = fc
    .constantFrom(...long)
    .chain((name) => fc.tuple(fc.constant(name), mistake(name.toLowerCase()), mistake('namoona'), fc.boolean()));
  fc.assert(
    fc.property(typed, ([name, slipped, family, both]) => {
      // A slip that sounds like the family's name, which all of them have here, fits every one as well.
      fc.pre(slipped.length > 2 && wordSound(slipped) !== wordSound('namoona'));
      expect(names(`${slipped} ${both ? family : 'namoona'}`)).toContain(`${name} Namoona`);
    }),
    { numRuns: 300 },
  );
});

test('a name in Devanagari is found in spite of a vowel sign left out or mistaken', () => {
  const SIGN = /[\u093e-\u094c]/;
  const long = WORDS.map(([, name]) => nameKey(name)).filter((name) => [...name].length > 3 && SIGN.test(name));
  const { names } = clinicWith(long.map((name) => ({ name })));
  for (const name of long) {
    expect(names(name.replace(SIGN, '')), name).toContain(name);
    expect(names(name.replace(SIGN, (sign) => (sign === 'ि' ? 'ु' : 'ि'))), name).toContain(name);
  }
});

test('exact comes before beginning, beginning before sound, sound before a typing mistake; the newest first among equals', () => {
  const { search } = clinicWith([
    { name: 'Sunida' },
    { name: 'Suneeta' },
    { name: 'Sunitadevi' },
    { name: 'Sunita Rani' },
    { name: 'Sunita' },
    { name: 'Rekha' },
  ]);
  expect(search('sunita').map(({ name, foundBy }) => [name, foundBy])).toEqual([
    ['Sunita', 'name'],
    ['Sunita Rani', 'name'],
    ['Sunitadevi', 'name'],
    ['Suneeta', 'sound'],
    ['Sunida', 'spelling'],
  ]);
});

test('a relative’s name finds her, alone or beside her own, and the row says so', () => {
  const { search } = clinicWith([
    { name: 'Sunita Devi', relative: 'Ramesh Kumar', relativeIs: 'husband' },
    { name: 'Sunita Devi', relative: 'Suresh Kumar', relativeIs: 'father' },
    { name: 'Ramesh Kumari' },
  ]);
  const why = (text: string) => search(text).map(({ recordNumber, foundBy }) => [recordNumber, foundBy]);
  expect(why('ramesh')).toEqual([
    ['R-2', 'name'],
    ['R-0', 'relative'],
  ]);
  expect(why('sunita rames')).toEqual([['R-0', 'relative']]);
  expect(why('सुनीता सुरेश')).toEqual([['R-1', 'relative']]);
  expect(why('sunita suersh')).toEqual([['R-1', 'relative']]);
});

test('record numbers are found by their beginning, however they are written; phone numbers by three digits of their end', () => {
  const { search } = clinicWith([
    { name: 'Sunita', recordNumber: 'SF-00 4821', phone: '9876543210' },
    { name: 'Anita', recordNumber: 'SF-01', phone: '+9779812345678' },
  ]);
  const why = (text: string) => search(text).map(({ name, foundBy }) => [name, foundBy]);
  expect(why('sf-0048')).toEqual([['Sunita', 'record']]);
  expect(why('SF - 00')).toEqual([['Sunita', 'record']]);
  for (const text of ['210', '43210', '98765 43210', '+91 98765-43210', '0 98765 43210', '९८७६५४३२१०', '४३२१०'])
    expect(why(text), text).toEqual([['Sunita', 'phone']]);
  expect(why('5678')).toEqual([['Anita', 'phone']]);
  expect(why('10')).toEqual([]);
});

test('who is changed is found by what she is now, and not by what she was', () => {
  const { names, run } = clinicWith([{ name: 'Sunita', relative: 'Ramesh' }]);
  const [row] = run('patients.search', { text: 'sunita', limit: 1 });
  if (!row) throw new Error('She is not found.');
  run('patients.save', { id: row.id, rev: 1, name: 'Kaveri', recordNumber: 'R-0', age: AGE, relative: 'Mahesh' });
  expect([names('sunita'), names('ramesh'), names('kaveri'), names('mahes')]).toEqual([[], [], ['Kaveri'], ['Kaveri']]);
});

test('a word that no patient has any more is in no table', () => {
  const { run, opened, search } = clinicWith([{ name: 'Sunita', relative: 'Ramesh' }, { name: 'Sunita' }]);
  const words = () => opened.sql.all<{ word: string; uses: number }>('SELECT word, uses FROM name_word ORDER BY word');
  expect(words()).toEqual([
    { word: 'ramesh', uses: 1 },
    { word: 'sunita', uses: 2 },
  ]);
  for (const { id, recordNumber, rev } of search('sunita')) run('patients.save', { id, rev, name: 'Kaveri', recordNumber, age: AGE });
  expect(words()).toEqual([{ word: 'kaveri', uses: 2 }]);
  expect(opened.sql.all("SELECT slip FROM name_slip WHERE slip LIKE 'sun%' OR slip LIKE 'ram%'")).toEqual([]);
  tamper(opened, 'DELETE FROM patient');
  expect(words()).toEqual([]);
  expect(search('kaveri')).toEqual([]);
});

test('patients of an older version are found by all of it after the update, and their phone numbers take one form', () => {
  const store = directStore(migrations.slice(0, 4));
  const insert = (id: string, name: string, record: string, phone: string | null, relative: string | null) =>
    store.opened.sql.run(
      `INSERT INTO patient (id, rev, name, name_key, name_sound, record_number, record_key, age_kind, born_on, phone, phone_reversed, relative,
         added_at, touched) VALUES (?, 1, ?, ?, '', ?, ?, 'born', '1990-01-01', ?, ?, ?, ?, 1)`,
      ...[id, name, nameKey(name), record, record.toLowerCase(), phone, phone && [...phone].reverse().join(''), relative, AT],
    );
  insert(crypto.randomUUID(), 'सुनीता देवी', 'A-1', '+91 98765 43210', 'Ramesh Kumar');
  insert(crypto.randomUUID(), 'Rekha', 'A-2', 'ask at the shop', null);
  store.reopen(migrations);
  const search = (text: string) => store.run('patients.search', { text, limit: 5 }).map(({ recordNumber, phone }) => [recordNumber, phone]);
  expect(search('sunita')).toEqual([['A-1', '9876543210']]);
  expect(search('ramehs')).toEqual([['A-1', '9876543210']]);
  expect(search('43210')).toEqual([['A-1', '9876543210']]);
  expect(search('rekha')).toEqual([['A-2', 'ask at the shop']]);
});
