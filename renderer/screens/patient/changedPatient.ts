import type { NewPatient } from '#core/contract/patientShapes.ts';
import { phoneText } from '#core/domain/phone.ts';
import { dateText } from '../../text/dates.ts';
import { translate } from '../../text/i18n.ts';

/** What can be changed of a patient, in the order in which it is shown. */
export const CHANGEABLE = [
  'name',
  'recordNumber',
  'age',
  'phone',
  'phoneOf',
  'phoneName',
  'relative',
  'relativeIs',
  'village',
  'named',
] as const satisfies readonly (keyof NewPatient)[];
export type Changeable = (typeof CHANGEABLE)[number];

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields of a patient alone, without what the store adds. */
export function fieldsOf(patient: NewPatient): NewPatient {
  return Object.fromEntries(
    CHANGEABLE.flatMap((field) => (patient[field] === undefined ? [] : [[field, patient[field]]])),
  ) as unknown as NewPatient;
}

/**
 * Her details as they are on record now (`theirs`) with what this person changed of them (`mine` against `before`). `clashes`:
 * fields that both changed, and not to the same.
 */
export function merge(before: NewPatient, mine: NewPatient, theirs: NewPatient): { merged: NewPatient; clashes: Changeable[] } {
  const changed = CHANGEABLE.filter((field) => !same(before[field], mine[field]));
  const clashes = changed.filter((field) => !same(before[field], theirs[field]) && !same(mine[field], theirs[field]));
  const merged: Record<string, unknown> = { ...theirs };
  for (const field of changed) {
    if (mine[field] === undefined) delete merged[field];
    else merged[field] = mine[field];
  }
  return { merged: merged as NewPatient, clashes };
}

/** A detail in words; undefined stands for nothing. */
export function detailText(patient: NewPatient, field: Changeable): string | undefined {
  const { age, phoneOf, relativeIs, named } = patient;
  switch (field) {
    case 'age':
      return age.kind === 'told'
        ? translate('age.told', { years: age.years, date: dateText(age.toldOn) })
        : translate('age.born', { date: dateText(age.bornOn) });
    case 'phoneOf':
      return phoneOf && translate(`phoneOf.${phoneOf}`);
    case 'relativeIs':
      return relativeIs && translate(`relation.${relativeIs}`);
    case 'named':
      return named
        ?.map(({ name, relation }) => translate('person.namedPair', { name, relation: translate(`relation.${relation}`) }))
        .join(', ');
    case 'phone':
      return patient.phone && phoneText(patient.phone);
    default:
      return patient[field];
  }
}
