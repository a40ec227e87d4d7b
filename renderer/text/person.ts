import type { FoundPatient, Patient } from '#core/contract/patientShapes.ts';
import { ageOn } from '#core/domain/age.ts';
import { phoneEnd, phoneText } from '#core/domain/phone.ts';
import type { Age } from '#core/domain/visit.ts';
import { dateText } from './dates.ts';
import { translate } from './i18n.ts';

/**
 * An age as it was told, or the date of birth. An age that was told a year or more before `today` is only about right, and
 * says so.
 */
export function ageText(age: Age, today: string): string {
  if (age.kind === 'born') return translate('age.born', { date: dateText(age.bornOn) });
  const { years, about } = ageOn(age, today);
  const date = dateText(age.toldOn);
  return about ? translate('age.about', { years, told: age.years, date }) : translate('age.told', { years, date });
}

/** The same as a label and its value. */
export function agePair(age: Age, today: string): { label: string; value: string } {
  return age.kind === 'told'
    ? { label: translate('patient.age'), value: ageText(age, today) }
    : { label: translate('patient.born'), value: dateText(age.bornOn) };
}

/** Her husband, father or other relative by name, with who that is where it is known; undefined where nobody is named. */
export function relativeText({ relative, relativeIs }: Partial<Pick<Patient, 'relative' | 'relativeIs'>>): string | undefined {
  if (relative === undefined) return undefined;
  return relativeIs
    ? translate('relation.named', { relation: translate(`relation.${relativeIs}`), name: relative })
    : translate('found.relativeNoRelation', { name: relative });
}

/** Her phone number in two groups, with whose it is where that was asked and it isn't hers. */
export function phoneWithOwner({ phone, phoneOf, phoneName }: Pick<Patient, 'phone' | 'phoneOf' | 'phoneName'>): string | undefined {
  if (phone === undefined) return undefined;
  const shown = phoneText(phone);
  if (!phoneOf || phoneOf === 'hers') return shown;
  const whose = translate(`phoneOf.${phoneOf}`);
  return translate('person.phoneOfPair', { phone: shown, of: phoneName ? `${whose}: ${phoneName}` : whose });
}

/** What tells her from another of her name, in few words: age, end of the record number, relative, village. */
export function twinFacts(
  { age, recordNumber, relative, relativeIs, village }: Pick<Patient, 'age' | 'recordNumber' | 'relative' | 'relativeIs' | 'village'>,
  today: string,
): string {
  const facts = [
    String(ageOn(age, today).years),
    translate('twin.record', { end: recordNumber.slice(-4) }),
    relativeText({ relative, relativeIs }),
    village,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}

/** Why the search gives her, where her name as it stands doesn't say it. */
export function whyFound(patient: FoundPatient): string | undefined {
  switch (patient.foundBy) {
    case 'name':
      return undefined;
    case 'relative':
      return relativeText(patient);
    case 'phone':
      return translate('found.phone', { end: phoneEnd(patient.phone ?? '') });
    case 'sound':
    case 'spelling':
    case 'record':
      return translate(`found.${patient.foundBy}`);
  }
}
