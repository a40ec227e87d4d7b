import { type Decision, programQuestions } from '#core/domain/answers.ts';
import { clinicSchema, doctorSchema, patientOnPaperSchema, type Visit } from '#core/domain/visit.ts';

type Schema = { safeParse(value: unknown): { success: boolean } };

/** The longest text of these words that the schema lets through. */
function longest(schema: Schema, words: string): string {
  let text = 'W';
  for (let length = 2; length <= 400; length++) {
    const next = words.repeat(Math.ceil(length / words.length)).slice(0, length);
    if (next.trim() === next && schema.safeParse(next).success) text = next;
  }
  return text;
}

const FIELDS = ['why', 'nextStep', 'brand', 'food', 'missedDose', 'otherMedicines', 'ifNegative', 'ifBleeding', 'ifVomiting'] as const;

/** The example visit with every text that feeds page 1 as long as it may be, and a dose above the usual one. */
export function atCaps({ answers, ...visit }: Visit, words: string, paper: 'A4' | 'Letter', decision: Decision): Visit {
  const most = (schema: Schema) => longest(schema, words);
  const supervisor = (key: 'fertility' | 'kidney') =>
    most({ safeParse: (value) => programQuestions.supervisors.safeParse({ [key]: value }) });
  const purpose = most({ safeParse: (value) => programQuestions.visits.safeParse([{ date: '2026-12-16', purpose: value }]) });
  const typed = Object.fromEntries(FIELDS.map((field) => [field, most(programQuestions[field])]));
  return {
    ...visit,
    clinic: {
      ...visit.clinic,
      name: most(clinicSchema.shape.name),
      address: most(clinicSchema.shape.address),
      dayPhone: '+91 00000 00000 1111',
      dayHours: most(clinicSchema.shape.dayHours),
      nightPhone: '+91 00000 00000 2222',
      emergencyNumbers: ['11222', '10888', '10299'],
    },
    doctor: { name: most(doctorSchema.shape.name), registration: most(doctorSchema.shape.registration) },
    patient: {
      ...visit.patient,
      name: most(patientOnPaperSchema.shape.name),
      recordNumber: most(patientOnPaperSchema.shape.recordNumber),
    },
    answers: {
      ...answers,
      program: {
        ...answers.program,
        ...typed,
        decision,
        paper,
        strengthMg: 19.95,
        units: { morning: 9, noon: 9, evening: 9, bedtime: 9 },
        slotTimes: { morning: '09:15', noon: '12:45', evening: '18:30', bedtime: '22:45' },
        doseReason: 'Level',
        supervisors: { fertility: supervisor('fertility'), kidney: supervisor('kidney') },
        visits: Array.from({ length: 20 }, () => ({ date: '2026-12-16', time: '17:15', purpose })),
      },
    },
  };
}
