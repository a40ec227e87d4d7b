import { describe, expect, test } from 'vitest';
import { type ProgramAnswers, programQuestions } from '#core/domain/answers.ts';
import { holdsDate } from '#core/domain/dateInText.ts';
import {
  applyProtocol,
  fitProtocol,
  PROTOCOL_PART_IDS,
  type ProtocolPart,
  protocolPartOf,
  protocolPartSchema,
} from '#core/domain/savedProtocol.ts';
import { smallPack } from '../../support/smallPack.ts';

const units = { morning: 1, noon: 0, evening: 1, bedtime: 0 };
const part: ProtocolPart = {
  form: 'capsule',
  strengthMg: 0.5,
  release: 'immediate',
  units,
  start: { anchor: 'transfer', days: -4 },
  stop: { anchor: 'heartbeat' },
  supervisors: { fertility: 'Dr A. SAMPLE' },
  ifNegative: 'Stop and call.',
  chosen: { dose: 'dose-one' },
};

/** A visit with an answer to every question of the program. */
const whole: ProgramAnswers = {
  decision: 'start',
  why: 'Two transfers failed',
  nextStep: 'Blood test',
  nextDate: '2026-12-04',
  nextTime: '08:30',
  ...part,
  brand: 'Pangraf',
  slotTimes: { morning: '09:00' },
  doseLater: true,
  doseReason: 'Level stayed low',
  food: 'Always with food.',
  transferDate: '2026-12-09',
  ovulationDate: '2026-12-04',
  preparationDate: '2026-11-30',
  stop: { anchor: 'heartbeat', date: '2027-01-06' },
  otherMedicines: 'Progesterone',
  missedDose: 'Call us.',
  ifTransferMoves: 'Call us.',
  ifBleeding: 'Call us.',
  ifVomiting: 'Do not repeat it.',
  tests: [{ test: 'level', date: '2026-12-14' }],
  visits: [{ date: '2026-12-26', purpose: 'Dr A. SAMPLE' }],
  allergies: { known: 'some', names: ['Penicillin'] },
  medicines: { known: 'some', names: ['Folic acid'] },
  asked: [{ question: 'Is it safe?' }],
  commonQuestions: ['baby'],
  teachBack: { dose: 'understood' },
  acknowledged: ['cost'],
  talkLanguage: 'Hindi',
  criterionDecisions: { clear: { reason: 'accepted' } },
  hidden: ['sources'],
  language: 'en',
  paper: 'A4',
  largePrint: true,
  privateNote: 'Anxious',
};
const ofHers = Object.keys(programQuestions).filter((id) => !(PROTOCOL_PART_IDS as readonly string[]).includes(id));

describe('what is saved', () => {
  test('is the list that was agreed, and nothing else', () => {
    const agreed =
      'form strengthMg brand release units slotTimes food start stop supervisors otherMedicines missedDose ifTransferMoves ifNegative ifBleeding ifVomiting chosen';
    expect([...PROTOCOL_PART_IDS].sort()).toEqual(agreed.split(' ').sort());
  });

  test('of a full visit holds nothing that is hers: no date, criterion, allergy, medicine or decision', () => {
    const saved = protocolPartOf(whole);
    expect(protocolPartSchema.safeParse(saved).success).toBe(true);
    expect(Object.keys(saved).sort()).toEqual([...PROTOCOL_PART_IDS].sort());
    expect(JSON.stringify(saved)).not.toMatch(/\d{4}-\d{2}-\d{2}|Penicillin|Folic|Level stayed low|Anxious/);
    expect(saved.stop).toEqual({ anchor: 'heartbeat' });
  });

  test('a first day or an end that is a date isn’t saved', () => {
    const dated: ProgramAnswers = {
      form: 'capsule',
      start: { anchor: 'date', date: '2026-12-05' },
      stop: { anchor: 'date', date: '2027-01-06' },
    };
    expect(protocolPartOf(dated)).toEqual({ form: 'capsule' });
  });

  test.each(ofHers)('refuses %s', (id) => {
    expect(protocolPartSchema.safeParse({ ...part, [id]: whole[id as keyof ProgramAnswers] ?? 'x' }).success).toBe(false);
  });

  test('refuses a date in a first day, in an end and in words, and says so at the words', () => {
    const refuses = (change: object) => protocolPartSchema.safeParse({ ...part, ...change }).error?.issues[0];
    expect(refuses({ start: { anchor: 'transfer', days: -4, date: '2026-12-05' } })).toBeDefined();
    expect(refuses({ start: { anchor: 'date' } })).toBeDefined();
    expect(refuses({ stop: { anchor: 'heartbeat', date: '2027-01-06' } })).toBeDefined();
    expect(refuses({ ifNegative: 'Stop on 05-Dec-2026.' })).toMatchObject({ path: ['ifNegative'] });
    expect(refuses({ supervisors: { kidney: 'Dr K until 5 March' } })).toMatchObject({ path: ['supervisors', 'kidney'] });
  });

  test('refuses to save nothing', () => {
    expect(protocolPartSchema.safeParse({}).error?.issues[0]?.message).toContain('nothing to save');
  });
});

test.each(['2026-12-05', 'from 05-Dec-2026', '5/12/26', '5.12.2026', 'the 5th of December', 'Dec 5', 'May 12', '5 दिसंबर', '12-Mar'])(
  '“%s” names a day',
  (text) => expect(holdsDate(text)).toBe(true),
);
test.each([
  'She may 2 hours later take it',
  'Do not repeat within 2 hours.',
  '0.5 mg, 1/2 tablet',
  'weeks 6-12',
  'Call +91 98765 00000, day and night.',
  'Blood after 12 marches',
  'Two marks on 1-2 sides',
  '108 or 112',
])('“%s” names none', (text) => expect(holdsDate(text)).toBe(false));

describe('applying', () => {
  test('fills an empty protocol with what was saved', () => {
    const changes = applyProtocol({}, part);
    expect(changes.map(({ id, before, after }) => [id, before, after])).toEqual(
      PROTOCOL_PART_IDS.filter((id) => part[id] !== undefined).map((id) => [id, null, part[id]]),
    );
  });

  test('changes nothing when all of it stands there already', () => {
    expect(applyProtocol({ ...part, units: { bedtime: 0, evening: 1, morning: 1, noon: 0 } }, part)).toEqual([]);
  });

  test('never touches what is hers', () => {
    const ids = applyProtocol(whole, { ...part, strengthMg: 1 }).map(({ id }) => id);
    const mayChange: readonly string[] = [...PROTOCOL_PART_IDS, 'doseLater', 'doseReason'];
    expect(ids.filter((id) => !mayChange.includes(id))).toEqual([]);
  });

  test('replaces a dose whole: no brand, time or release of another dose stays, and the reason for that dose goes', () => {
    const before: ProgramAnswers = {
      ...part,
      strengthMg: 5,
      release: 'prolonged',
      brand: 'Other',
      doseReason: 'Low level',
      food: 'With food.',
    };
    const { release: _, ...dose } = part;
    expect(applyProtocol(before, dose)).toEqual([
      { id: 'strengthMg', before: 5, after: 0.5 },
      { id: 'brand', before: 'Other', after: null },
      { id: 'release', before: 'prolonged', after: null },
      { id: 'doseReason', before: 'Low level', after: null },
    ]);
  });

  test('a saved dose ends “dose later”; the reason stays while the dose does', () => {
    expect(applyProtocol({ ...part, doseLater: true }, part)).toEqual([{ id: 'doseLater', before: true, after: null }]);
    expect(applyProtocol({ ...part, doseReason: 'Low level' }, part)).toEqual([]);
    expect(applyProtocol({ doseLater: true, doseReason: 'x', strengthMg: 3 }, { food: 'With food.' })).toEqual([
      { id: 'food', before: null, after: 'With food.' },
    ]);
  });

  test('keeps the day on which the end is looked at, while what ends the course is the same', () => {
    const stop = { anchor: 'heartbeat', date: '2027-01-06' } as const;
    expect(applyProtocol({ stop }, { stop: { anchor: 'heartbeat' } })).toEqual([]);
    expect(applyProtocol({ stop }, { stop: { anchor: 'doctor' } })).toEqual([{ id: 'stop', before: stop, after: { anchor: 'doctor' } }]);
  });

  test('adds to the supervisors and choices that stand there', () => {
    const before = { supervisors: { kidney: 'Dr K. SAMPLE' }, chosen: { start: 'start-one' } };
    expect(applyProtocol(before, { supervisors: { fertility: 'Dr A' }, chosen: { dose: 'dose-one' } })).toEqual([
      { id: 'supervisors', before: before.supervisors, after: { kidney: 'Dr K. SAMPLE', fertility: 'Dr A' } },
      { id: 'chosen', before: before.chosen, after: { start: 'start-one', dose: 'dose-one' } },
    ]);
  });

  test('what is applied and saved again is the same protocol', () => {
    const program = Object.fromEntries(applyProtocol({}, part).map(({ id, after }) => [id, after]));
    expect(protocolPartOf(program)).toEqual(part);
  });
});

test('what a changed pack can’t take any more is left out and named', () => {
  const pack = smallPack();
  expect(fitProtocol(pack, part)).toEqual({ part, dropped: [] });
  const { release: _, ...fits } = part;
  const changed = { ...pack, protocol: { ...pack.protocol, releases: [] } };
  expect(fitProtocol(changed, { ...part, chosen: { dose: 'dose-one', stop: 'gone' } })).toEqual({
    part: { ...fits, chosen: { dose: 'dose-one' } },
    dropped: ['release', 'chosen'],
  });
});
