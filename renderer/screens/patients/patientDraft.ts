import type * as z from 'zod';
import { type NewPatient, newPatientSchema, type Patient, type PhoneOf, type Relation } from '#core/contract/patientShapes.ts';
import { phoneText } from '#core/domain/phone.ts';
import { requiredText } from '#core/domain/text.ts';
import { translate } from '../../text/i18n.ts';

/** Somebody whom she names, as it is typed. */
export interface NamedDraft {
  name: string;
  relation: Relation | null;
  mayCollect: boolean;
  mayBeCalled: boolean;
}

/** A patient as she is typed. */
export interface PatientDraft {
  name: string;
  recordNumber: string;
  ageKind: 'told' | 'born';
  years: number | null;
  bornOn: string | null;
  phone: string;
  phoneOf: PhoneOf | null;
  phoneName: string;
  relative: string;
  relativeIs: Relation | null;
  village: string;
  named: readonly NamedDraft[];
}

/** What the fields of a draft need. */
export interface DraftFieldsProps {
  draft: PatientDraft;
  onChange: (change: Partial<PatientDraft>) => void;
  /** What is wrong, by the path of the field. */
  problems: Record<string, string>;
}

export const NEW_NAMED: NamedDraft = { name: '', relation: null, mayCollect: true, mayBeCalled: false };

/** An empty draft; what was typed into the search is a number when there is a digit in it, else a name. */
export function newDraft(typed: string): PatientDraft {
  const digits = /\d/.test(typed);
  const phone = digits && /^[+\d\s()-]{8,}$/.test(typed);
  return {
    name: digits ? '' : typed,
    recordNumber: digits && !phone ? typed : '',
    ageKind: 'told',
    years: null,
    bornOn: null,
    phone: phone ? typed : '',
    phoneOf: null,
    phoneName: '',
    relative: '',
    relativeIs: null,
    village: '',
    named: [],
  };
}

/** A patient on record as a draft that changes her. */
export function draftOfPatient(patient: Patient): PatientDraft {
  const { age } = patient;
  return {
    name: patient.name,
    recordNumber: patient.recordNumber,
    ageKind: age.kind,
    years: age.kind === 'told' ? age.years : null,
    bornOn: age.kind === 'born' ? age.bornOn : null,
    phone: patient.phone === undefined ? '' : phoneText(patient.phone),
    phoneOf: patient.phoneOf ?? null,
    phoneName: patient.phoneName ?? '',
    relative: patient.relative ?? '',
    relativeIs: patient.relativeIs ?? null,
    village: patient.village ?? '',
    named: patient.named ?? [],
  };
}

/**
 * What is typed, in the form that the contract checks. `today` is the day on which an age is told; an age that stays as it
 * was (`before`) keeps the day on which it was told.
 */
export function patientOf(draft: PatientDraft, today: string, before?: Patient['age']): unknown {
  const { name, recordNumber, ageKind, years, bornOn, phone, phoneOf, phoneName, relative, relativeIs, village, named } = draft;
  const toldOn = before?.kind === 'told' && before.years === years ? before.toldOn : today;
  const hasPhone = phone.trim() !== '';
  return {
    name,
    ...(recordNumber.trim() ? { recordNumber } : {}),
    age: ageKind === 'told' ? { kind: 'told', years, toldOn } : { kind: 'born', bornOn },
    ...(hasPhone ? { phone } : {}),
    ...(hasPhone && phoneOf ? { phoneOf } : {}),
    ...(hasPhone && phoneOf && phoneOf !== 'hers' && phoneName.trim() ? { phoneName } : {}),
    ...(relative.trim() ? { relative } : {}),
    ...(relative.trim() && relativeIs ? { relativeIs } : {}),
    ...(village.trim() ? { village } : {}),
    ...(named.length > 0 ? { named } : {}),
  };
}

/** The contract's age, with words for what the form alone can get wrong: a day of birth lies before `today`. */
function checked<Shape extends typeof newPatientSchema.shape.age>(age: Shape, today: string) {
  return age.superRefine((given, context) => {
    if (given.kind === 'born' && given.bornOn >= today) {
      context.addIssue({ code: 'custom', path: ['bornOn'], message: translate('add.bornLater') });
    }
  });
}

/** Of a patient who is added: without a record number she gets the next free one. */
export function addPatientSchema(today: string) {
  return newPatientSchema.extend({
    recordNumber: requiredText(20).optional(),
    age: checked(newPatientSchema.shape.age, today),
  });
}

/** Of a patient who is changed: nothing that she must have is taken from her. */
export function changePatientSchema(today: string): z.ZodType<NewPatient> {
  return addPatientSchema(today).extend({ recordNumber: newPatientSchema.shape.recordNumber });
}
