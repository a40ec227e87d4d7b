import { beforeAll, describe, expect, test } from 'vitest';
import { loadPacks, packFaults } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit, type SampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { packCitations } from '#core/domain/citations.ts';
import { evaluate } from '#core/domain/evaluate.ts';
import type { Pack } from '#core/domain/pack.ts';
import { parseAnswer } from '#core/domain/parseAnswer.ts';
import { packsDir, TOPIC, templatesDir } from './packFolder.ts';

let pack: Pack;
let visit: SampleVisit;
let english: Record<string, string>;

beforeAll(async () => {
  expect(await packFaults(packsDir)).toEqual([]);
  const found = (await loadPacks(packsDir)).find(({ folder }) => folder === TOPIC);
  if (!found?.pack?.texts.en) throw new Error('The shipped pack was not loaded.');
  pack = found.pack;
  english = found.pack.texts.en.texts;
  visit = await loadSampleVisit(templatesDir);
});

/** All English words that rest on a fact. */
function saidOf(fact: string): string {
  return packCitations(pack)
    .filter(({ facts }) => facts.includes(fact))
    .flatMap(({ textIds }) => textIds.map((id) => english[id] ?? ''))
    .join('\n');
}

describe('The shipped topic', () => {
  test('holds every fact of the clinic’s document and of the evidence', () => {
    const rows = { D: 3, O: 3, W: 4, I: 4, P: 3, G: 6, E: 3, A: 5, X: 7, N: 3, T: 2, F: 1, Q: 4, L: 20, S: 6, R: 3, J: 7 };
    const expected = [
      ...Object.entries(rows).flatMap(([letter, count]) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`)),
      'C0',
      'C1',
      'C2',
      'C3',
      'C4',
    ];
    expect(pack.facts.map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  test('never tells or prints the contact and the doctor of the source, nor the law', () => {
    expect(pack.facts.filter(({ prints }) => !prints).map(({ id }) => id)).toEqual(['D2', 'D3', 'J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7']);
    const words = Object.values(english).join('\n');
    expect(words).not.toMatch(/900144|7233|\+91|Kumhar/i);
  });

  test.each([
    ['A2', ['1 mg a day']],
    ['G1', ['once or twice a day']],
    ['G2', ['1–2 mg a day']],
    ['I1', ['two or more']],
    ['L4', ['12 hours']],
    ['Q3', ['6–12 weeks']],
    ['C0', ['all four']],
    ['L7', ['no grapefruit', 'grapefruit juice']],
    ['L13', ['no live ones', 'less well']],
    ['L14', ['never take a double dose']],
    ['L15', ['never stop it or change its dose on your own']],
    ['L16', ['blood first, then take the dose']],
    ['S1', ['16 of 25', '0 of 17', '15 had a live birth', '1–3 mg a day', '16 days', '2 days before', '42 women']],
    ['S2', ['124 women', '33 to 49 of 100', 'cannot show a benefit']],
    ['S3', ['109', '113 babies', '8.3 of 100', 'one had a defect']],
    ['S5', ['ten women']],
    ['S6', ['8 studies', '1,042 women', 'ciclosporin', 'moderate to high risk of bias']],
  ])('says the numbers and the “never” of %s as the fact does', (fact, words) => {
    const said = saidOf(fact).toLowerCase();
    for (const word of words) expect(said).toContain(word.toLowerCase());
  });

  test('names every medicine that the label names', () => {
    const named = pack.facts.find(({ id }) => id === 'L8')?.says ?? '';
    const names = [
      'fluconazole',
      'itraconazole',
      'ketoconazole',
      'voriconazole',
      'posaconazole',
      'clarithromycin',
      'erythromycin',
      'rifampicin',
      'HIV',
      'hepatitis',
      'diltiazem',
      'verapamil',
      'St John’s wort',
      'antacids',
      'ciclosporin',
      'potassium',
      'ibuprofen',
      'diclofenac',
      'clotrimazole',
      'omeprazole',
      'lansoprazole',
      'nifedipine',
      'bromocriptine',
      'danazol',
      'norethisterone',
      'isoniazid',
      'aminoglycosides',
      'co-trimoxazole',
    ];
    const printed = pack.handout.medicines.map(({ id }) => english[id]).join('\n');
    for (const name of names) {
      expect(named).toContain(name);
      expect(printed).toContain(name);
    }
    expect(saidOf('L8')).toContain('don’t stop either medicine');
  });

  test('puts real counts beside their weakness, and no odds ratio or “of 100” for a small group', () => {
    const lines = pack.handout.evidence.map(({ id }) => english[id] ?? '');
    expect(english[pack.handout.evidenceLead.id]).toBe('We are not sure it works.');
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines[0]).toMatch(/Small.*not by lot.*16 of 25.*0 of 17[^.]*\.$/);
    expect(lines.join('\n')).not.toMatch(/odds|64 of 100|60 of 100|40 of 100|70 of 100|48 of 100/);
  });

  test('lists at most 12 red flags, one short line each', () => {
    const flags = pack.handout.redFlags.map(({ id }) => english[id] ?? '');
    expect(flags.length).toBeLessThanOrEqual(12);
    for (const flag of flags) expect(flag.length).toBeLessThanOrEqual(36);
    const signs = [
      'fever',
      'chills',
      'headache',
      'fit',
      'confusion',
      'sight',
      'chest pain',
      'fast or uneven heartbeat',
      'breathing',
      'rash',
      'swollen face',
      'thirst',
      'much urine',
      'little urine',
      'pain passing',
      'fainting',
      'swelling',
      'weight gain',
    ];
    const all = flags.join('\n').toLowerCase();
    for (const sign of signs) expect(all).toContain(sign);
  });

  test('tells every option in equal detail', () => {
    for (const part of ['good', 'hard', 'cost']) {
      const lengths = pack.handout.options.map(({ id }) => (english[`option.${id}.${part}`] ?? '').length);
      expect(Math.min(...lengths), part).toBeGreaterThan(20);
      expect(Math.max(...lengths), part).toBeLessThan(100);
    }
    expect(pack.handout.options.map(({ id }) => id)).toContain('not-taking');
  });

  test('fills in no dose, start or stop for the doctor', () => {
    expect(Object.keys(pack.protocol).sort()).toEqual([
      'alternatives',
      'forms',
      'releases',
      'startAnchors',
      'stopAnchors',
      'tests',
      'usualDailyMg',
    ]);
    expect(pack.protocol.usualDailyMg).toMatchObject({ min: 1, max: 2 });
    const both = Object.fromEntries(pack.protocol.alternatives.map(({ about, options }) => [about, options.flatMap(({ facts }) => facts)]));
    expect(both).toEqual({ dose: ['A2', 'G2'], times: ['G1', 'G1'], start: ['G3', 'G4', 'A3', 'Q3'], stop: ['A4', 'Q3'] });
  });

  test('has every form of the program in one section, at most 16 of them', () => {
    expect(pack.sections.length).toBeLessThanOrEqual(16);
    const forms = pack.sections.flatMap(({ form }) => (form ? [form] : []));
    expect(forms).toEqual(['criteria', 'monitoring', 'options', 'safety', 'decision', 'protocol', 'questions']);
  });
});

describe('The sample visit', () => {
  test('passes the check of every single answer', () => {
    const rows = [
      ...Object.entries(visit.answers.program).map(([id, value]) => [`program.${id}`, value] as const),
      ...Object.entries(visit.answers.topic).map(([id, value]) => [`topic.${id}`, value] as const),
    ];
    expect(rows.length).toBeGreaterThan(30);
    for (const [key, value] of rows) expect([key, parseAnswer(pack, key, value)]).toEqual([key, { ok: true, value }]);
  });

  test('is ready to be made final: 16 days from 2 days before the transfer, one point open, one “no” decided', () => {
    const evaluation = evaluate({
      pack,
      answers: visit.answers,
      today: visit.visitDate,
      opened: [],
      clinicReady: true,
      approved: true,
    });
    expect(evaluation.gate.filter(({ state }) => state !== 'ready')).toEqual([]);
    expect(evaluation.conflicts).toEqual([]);
    expect(evaluation.course).toMatchObject({ dailyMg: 1, firstDay: '2026-12-07', lastDay: '2026-12-22', tabletDays: 16 });
    expect(Object.fromEntries(evaluation.criteria.map(({ id, status }) => [id, status]))).toEqual({
      I1: 'met',
      I2: 'doesNotApply',
      I3: 'met',
      C1: 'met',
      C2: 'notKnown',
      C3: 'met',
      C4: 'notMet',
      W4: 'met',
      T1: 'met',
    });
  });

  test('is of invented people only', () => {
    expect(visit.sample).toBe(true);
    expect(visit.patient.name).toContain('(sample)');
    expect(visit.clinic.name).toContain('Sample');
  });
});

test('the Hindi of the cancers on the label is as wide as the English: every lymph gland, not those of a place', () => {
  const hindi = pack.texts.hi?.texts ?? {};
  const lymph = Object.keys(english).filter((id) => /lymph/i.test(english[id] ?? ''));
  expect(lymph).toEqual(expect.arrayContaining(['side-effects.boxed-warning', 'sideEffect.cancer']));
  for (const id of lymph) expect([id, hindi[id]]).toEqual([id, expect.stringMatching(/लिम्फ़ की गिल्टि/)]);
});
