import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '#core/domain/editDistance.ts';
import { matchMedicines } from '#core/domain/medicines.ts';
import { shippedPack } from '../../support/shippedPacks.ts';
import { smallPack } from '../../support/smallPack.ts';

const pack = await shippedPack('tacrolimus-fertility');
const find = (...names: string[]) => matchMedicines(pack, names, 'en');
const found = (name: string) => find(name).map(({ brand, generics, exact }) => `${brand ?? generics.join()}${exact ? '' : '?'}`);

describe('The number of typing mistakes', () => {
  test.each([
    ['forcan', 'forcan', 0],
    ['forcan', 'forcann', 1],
    ['forcan', 'focran', 1],
    ['forcan', 'forkan', 1],
    ['', 'abc', 3],
    ['combiflam', 'kombiflame', 2],
    ['ca', 'abc', 3],
    ['फोरकैन', 'फोरकेन', 1],
  ])('between “%s” and “%s” is %d', (one, other, count) => {
    expect(editDistance(one, other)).toBe(count);
  });

  test('is the same from both sides, 0 only for the same word, and never more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcक'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const count = editDistance(one, other);
        expect(count).toBe(editDistance(other, one));
        expect(count === 0).toBe(one === other);
        expect(count).toBeLessThanOrEqual(Math.max([...one].length, [...other].length));
      }),
    );
  });
});

describe('Her medicines', () => {
  test.each([
    ['Forcan', 'fluconazole'],
    ['Zocon', 'fluconazole'],
    ['Althrocin', 'erythromycin'],
    ['AKT-4', 'rifampicin, isoniazid, pyrazinamide, ethambutol'],
    ['Eptoin', 'phenytoin'],
    ['Aldactone', 'spironolactone'],
    ['Combiflam', 'ibuprofen, paracetamol'],
    ['Meftal-Spas', 'mefenamic acid, dicyclomine'],
    ['R-Cinex', 'rifampicin, isoniazid'],
  ])('%s is found as its brand with all it holds: %s', (brand, generics) => {
    const [hit, ...others] = find(brand).filter(({ about }) => about === 'medicine');
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ typed: brand, brand, exact: true, facts: ['L8'] });
    expect(hit?.generics.join(', ')).toBe(generics);
  });

  test.each([
    ['Tab. Forcan 150 mg', ['Forcan']],
    ['TAB FORCAN150', ['Forcan']],
    ['akt4', ['AKT-4']],
    ['AKT 4 kit', ['AKT-4']],
    ['cotrimoxazole', ['co-trimoxazole']],
    ['Co trimoxazole DS', ['co-trimoxazole']],
    ['St. Johns wort tea', ['St John’s wort']],
    ['Fluconazole (Zocon) and Combiflam', ['fluconazole', 'Zocon', 'Combiflam']],
    ['Panimun Bioral 50', ['Panimun Bioral']],
    ['फोरकैन 150', ['Forcan']],
    ['चकोतरा का रस', ['grapefruit']],
    ['ज़ोकॉन', ['Zocon']],
    ['जोकॉन', ['Zocon']],
  ])('are found as they are written: %s', (typed, names) => {
    expect(found(typed).filter((_, i) => find(typed)[i]?.about !== 'allergy')).toEqual(names);
  });

  test.each([
    ['Forcann', 'Forcan?'],
    ['Focran', 'Forcan?'],
    ['Combiflame', 'Combiflam?'],
    ['Kombiflame', 'Combiflam?'],
    ['Aldacton', 'Aldactone?'],
    ['fluconazol', 'fluconazole?'],
    ['flucanozole', 'fluconazole?'],
    ['Eptoine', 'Eptoin?'],
    ['rifampcin', 'rifampicin?'],
    ['फोरकेन', 'Forcan?'],
  ])('are found with a typing mistake, and marked as to be asked: %s', (typed, name) => {
    expect(found(typed)).toContain(name);
  });

  test.each([
    ['Omaz', 'a word of four letters is forgiven nothing'],
    ['Nice', 'a word of four letters is forgiven nothing'],
    ['AKT-3', 'a digit is never forgiven'],
    ['Brauphen', 'two mistakes in a short word are too many'],
    ['Forxxx', 'three mistakes are too many'],
    ['Pantoprazole', 'it is another medicine'],
    ['Esomeprazole 40', 'it is another medicine'],
    ['Zocor', 'it is another medicine'],
  ])('have no hit for %s: %s', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  test.each([
    ...[
      'Folic acid',
      'Thyroid tablet',
      'Thyronorm 50 mcg',
      'Eltroxin',
      'Ecosprin 75',
      'Duphaston',
      'Susten 200',
      'Progynova 2 mg',
      'Estradiol',
    ],
    ...[
      'Clexane',
      'Metformin',
      'Glycomet',
      'Letrozole',
      'Clomiphene',
      'Cabergoline',
      'Wysolone 10',
      'Vitamin D3',
      'Shelcal',
      'Iron tablet',
    ],
    ...[
      'Calcium',
      'Dolo 650',
      'Crocin',
      'Cetirizine',
      'Pan 40',
      'Insulin',
      'Amlodipine',
      'Labetalol',
      'Methyldopa',
      'Carbimazole',
      'Ashwagandha',
    ],
  ])('%s, which is not on the list, is not taken for one that is', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  test('say what the label says, and never to stop by herself', () => {
    const hits = find('Forcan', 'Omez', 'Eptoin', 'Thyronorm');
    expect(hits.map(({ typed }) => typed)).toEqual(['Forcan', 'Omez', 'Eptoin']);
    for (const { about, says, textId, group } of hits) {
      expect(about).toBe('medicine');
      expect(textId).toBe(`medicine.${group}`);
      expect(says).toMatch(/^The label names .*Don’t stop either medicine\. Call us\.$/);
    }
    expect(JSON.stringify(hits)).not.toMatch(/\bsafe\b|harmless|no problem/i);
  });

  test('every group of medicines says it', () => {
    for (const { id, about } of pack.medicines?.groups ?? []) {
      const says = pack.texts.en?.texts[`medicine.${id}`] ?? '';
      if (about === 'medicine') expect(says, id).toMatch(/Don’t stop either medicine\. Call us\.$/);
      expect(says, id).not.toMatch(/\bsafe\b/i);
    }
  });

  test('tell an allergy to a macrolide from a medicine for germs', () => {
    const hits = find('Azithral');
    expect(hits).toMatchObject([{ about: 'allergy', facts: ['L9'], generics: ['azithromycin'] }]);
    expect(
      find('erythromycin')
        .map(({ about }) => about)
        .sort(),
    ).toEqual(['allergy', 'medicine']);
  });

  test('have no hit in a pack without a list', () => {
    expect(matchMedicines(smallPack(), ['Forcan', 'ibuprofen'], 'en')).toEqual([]);
  });

  const names = (pack.medicines?.groups ?? []).flatMap(({ generics, brands = [] }) => [...generics, ...brands]);
  const spellings = names.flatMap(({ name, also = [] }) => [name, ...also].map((typed) => ({ name, typed })));

  test('are found under every spelling of the list, in small and large letters and among other words', () => {
    for (const { name, typed } of spellings)
      for (const written of [typed, typed.toUpperCase(), `Tab ${typed} 10 mg daily`]) {
        const hits = find(written).filter(({ exact }) => exact);
        expect(
          hits.map(({ brand, generics }) => brand ?? generics[0]),
          written,
        ).toContain(name);
      }
  });

  test('are found with any one mistake in a word of 5 letters or more', () => {
    const long = spellings.filter(({ typed }) => /^[a-z]{6,}$/i.test(typed));
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom(...'xyz'), fc.nat(2), ({ name, typed }, at, letter, kind) => {
        const place = at % typed.length;
        const mistaken = typed.slice(0, place) + (kind === 2 ? '' : letter) + typed.slice(kind === 0 ? place : place + 1);
        expect(find(mistaken).map(({ brand, generics }) => brand ?? generics[0])).toContain(name);
      }),
      { numRuns: 300 },
    );
  });

  test('never fail, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 3 }), (typed) => {
        expect(Array.isArray(find(...typed))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
