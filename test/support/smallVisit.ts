import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ProgramAnswers, TopicAnswer } from '#core/domain/answers.ts';
import { type Labels, labelsSchema } from '#core/domain/labels.ts';
import { type Visit, visitSchema } from '#core/domain/visit.ts';

/** The English labels, as they are shipped. */
export const englishLabels: Labels = labelsSchema.parse(
  parse(readFileSync(new URL('../../templates/handout/text/en.yaml', import.meta.url), 'utf8')),
);

/** Everything that "start" needs: 16 capsule days from two days before a transfer, morning and bedtime. */
export const startProgram: ProgramAnswers = {
  decision: 'start',
  why: 'Three embryos did not lead to a pregnancy',
  nextStep: 'Blood test',
  nextDate: '2027-02-24',
  nextTime: '08:00',
  form: 'capsule',
  strengthMg: 0.5,
  brand: 'Sampletac',
  release: 'immediate',
  units: { morning: 1, noon: 0, evening: 0, bedtime: 1 },
  slotTimes: { morning: '09:00', bedtime: '21:30' },
  food: 'Take it 1 hour before food',
  transferDate: '2027-03-02',
  start: { anchor: 'transfer', days: -2 },
  stop: { anchor: 'date', date: '2027-03-15' },
  supervisors: { fertility: 'Dr A. Sample', kidney: 'Dr B. Sample' },
  otherMedicines: 'Estradiol',
  missedDose: 'Up to 4 hours late: take it',
  ifTransferMoves: 'Wait and call',
  ifNegative: 'Call us the same day',
  ifBleeding: 'Call us at night too',
  ifVomiting: 'Do not repeat it',
  tests: [
    { test: 'kidney', date: '2027-02-24', time: '08:00' },
    { test: 'level', date: '2027-03-08', time: '08:00' },
  ],
  visits: [{ date: '2027-03-10', time: '17:00', purpose: 'Dr B. Sample' }],
  allergies: { known: 'none' },
  medicines: { known: 'none' },
};

export const smallTopic: Record<string, TopicAnswer> = {
  count: { state: 'known', value: 3, note: 'good embryos', date: '2026-10-14' },
  scan: { state: 'known', value: true },
  result: { state: 'known', value: 'normal', date: '2026-12-20' },
};

/** A whole visit, as `visit.json` holds it. */
export function smallVisit(program: ProgramAnswers = startProgram, topic = smallTopic, changes: Partial<Visit> = {}): Visit {
  return visitSchema.parse({
    format: 1,
    sample: false,
    code: 'CL-7K2M-94QX',
    clinic: {
      name: 'Test Clinic',
      address: '12 Test Road',
      dayPhone: '+91 00000 11111',
      dayHours: '9 am to 6 pm',
      nightPhone: '+91 00000 22222',
      emergencyNumbers: ['112', '108'],
    },
    doctor: { name: 'Dr A. Sample', registration: '00000' },
    patient: { name: 'SUNITA', recordNumber: '4821', age: { kind: 'told', years: 32, toldOn: '2027-02-12' } },
    visitDate: '2027-02-12',
    timeZone: 'Asia/Kolkata',
    pack: { id: 'examplin-tests', version: '2.1', hash: 'a'.repeat(64) },
    answers: { program, topic },
    ...changes,
  });
}

/** Start's answers with some changed; undefined takes one back. */
export function withAnswers(changes: ProgramAnswers): ProgramAnswers {
  const all = { ...startProgram, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
