import type { Age } from '#core/domain/visit.ts';
import { dateText } from './dates.ts';
import { translate } from './i18n.ts';

/** An age as it was told, or the date of birth: never worked out from one to the other. */
export function ageText(age: Age): string {
  return age.kind === 'told'
    ? translate('age.told', { years: age.years, date: dateText(age.toldOn) })
    : translate('age.born', { date: dateText(age.bornOn) });
}

/** The same as a label and its value. */
export function agePair(age: Age): { label: string; value: string } {
  return age.kind === 'told'
    ? { label: translate('patient.age'), value: ageText(age) }
    : { label: translate('patient.born'), value: dateText(age.bornOn) };
}
