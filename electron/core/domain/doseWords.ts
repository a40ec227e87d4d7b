import { type Dose, timesMg, unitsPerDay } from './course.ts';
import { fill, type Labels } from './labels.ts';

/** No-break space: a number and its unit are never split. */
export const NO_BREAK = '\u00a0';

/** "1 mg", "0.5 mg": no trailing zero, a leading zero, Latin digits, never split. */
export function formatDoseMg(doseMg: number, labels: Labels): string {
  const number = String(Math.round(doseMg * 1000) / 1000);
  return fill(labels.dose.mg, { number }).replaceAll(' ', NO_BREAK);
}

/** "capsule", "capsules", "no capsule": the name of the unit for this number. */
export function unitName(form: Dose['form'], units: number, labels: Labels): string {
  if (units === 0) return labels.dose.none[form];
  return units === 1 ? labels.dose.one[form] : labels.dose.many[form];
}

/** "two" for 2; digits beyond the words of the labels. */
export function numberWord(count: number, labels: Labels): string {
  return labels.dose.numbers[count - 1] ?? String(count);
}

/** "1 mg = two 0.5 mg capsules. Total in one day: 1 mg." */
export function doseSum({ form, strengthMg, units }: Dose, labels: Labels): string {
  const perDay = unitsPerDay(units);
  return fill(labels.dose.sum, {
    total: formatDoseMg(timesMg(strengthMg, perDay), labels),
    number: numberWord(perDay, labels),
    strength: formatDoseMg(strengthMg, labels),
    units: unitName(form, perDay, labels),
  });
}
