import type * as z from 'zod';
import { type NewPatient, newPatientSchema } from '#core/contract/patientShapes.ts';
import { translate } from '../../text/i18n.ts';

/** A patient as she is typed. */
export interface PatientDraft {
  name: string;
  recordNumber: string;
  ageKind: 'told' | 'born';
  years: number | null;
  bornOn: string | null;
  phone: string;
  relative: string;
}

/** What is typed, in the form that the contract checks. `today` is the day on which an age is told. */
export function patientOf(draft: PatientDraft, today: string): unknown {
  const { name, recordNumber, ageKind, years, bornOn, phone, relative } = draft;
  return {
    name,
    recordNumber,
    age: ageKind === 'told' ? { kind: 'told', years, toldOn: today } : { kind: 'born', bornOn },
    ...(phone.trim() ? { phone } : {}),
    ...(relative.trim() ? { relative } : {}),
  };
}

/** The contract's patient, with words for what the form alone can get wrong. A day of birth lies before `today`. */
export function addPatientSchema(today: string): z.ZodType<NewPatient> {
  return newPatientSchema.superRefine(({ age }, context) => {
    if (age.kind === 'born' && age.bornOn >= today) {
      context.addIssue({ code: 'custom', path: ['age', 'bornOn'], message: translate('add.bornLater') });
    }
  });
}
