import type { ProgramAnswers, Slot } from '#core/domain/answers.ts';
import { SLOTS } from '#core/domain/answers.ts';
import { doseOf, orderedSlots, timesMg, unitsPerDay } from '#core/domain/course.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';

const NO_BREAK = '\u00a0';

/** "0.5 mg": no trailing zero, a leading zero, number and unit together. */
export function mg(amount: number): string {
  return `${Math.round(amount * 1000) / 1000}${NO_BREAK}mg`;
}

/** "two" for 2; beyond twelve the digits. */
export function numberWord(count: number, t: Translate): string {
  return t('protocol.number', { count });
}

/** "capsule", "capsules". */
export function unitWord(form: string, count: number, t: Translate): string {
  return t('protocol.unit', { form, count });
}

/** The dose of a day as a sum: "1 mg = two 0.5 mg capsules." and "Total in one day: 1 mg."; undefined while it is incomplete. */
export function sumWords(program: ProgramAnswers, t: Translate): { sum: string; day: string } | undefined {
  const dose = doseOf(program);
  if (!dose) return undefined;
  const count = unitsPerDay(dose.units);
  const total = mg(timesMg(dose.strengthMg, count));
  const sum = t('protocol.sum', { total, count: numberWord(count, t), strength: mg(dose.strengthMg), unit: unitWord(dose.form, count, t) });
  return { sum, day: t('protocol.sum.day', { total }) };
}

/** "one in the morning, one in the evening", or with digits "1 morning, 1 evening". */
export function slotWords(units: Readonly<Record<Slot, number>>, times: ProgramAnswers['slotTimes'], t: Translate): string {
  return orderedSlots(units)
    .map((slot) => {
      const said = t(`protocol.at.${slot}`, { count: numberWord(units[slot], t) });
      return times?.[slot] ? t('protocol.atTime', { said, time: times[slot] }) : said;
    })
    .join(', ');
}

/** "4 days before the transfer", "from the transfer on"; undefined while it is not known. */
export function startWords({ start }: ProgramAnswers, t: Translate): string | undefined {
  if (!start || start.anchor === 'date' || start.days === undefined) return undefined;
  const where = start.days < 0 ? 'before' : start.days > 0 ? 'after' : 'on';
  return t('protocol.fromAnchor', { days: Math.abs(start.days), where, anchor: t(`check.anchor.${start.anchor}`) });
}

/** The stop rule in words; undefined while there is none. */
export function stopWords({ stop }: ProgramAnswers, t: Translate): string | undefined {
  if (!stop) return undefined;
  const date = stop.date ? dateText(stop.date, { weekday: true }) : undefined;
  if (stop.anchor === 'date') return date ? t('protocol.until.date', { date }) : undefined;
  if (stop.anchor === 'pregnancyWeek' && stop.week === undefined) return undefined;
  const rule =
    stop.anchor === 'pregnancyWeek' ? t('protocol.until.pregnancyWeek', { week: stop.week ?? 0 }) : t(`protocol.until.${stop.anchor}`);
  return date ? t('protocol.until.look', { rule, date }) : rule;
}

/** Every slot empty but one. */
export function unitsWith(units: ProgramAnswers['units'], slot: Slot, count: number): NonNullable<ProgramAnswers['units']> {
  const empty = Object.fromEntries(SLOTS.map((each) => [each, 0])) as Record<Slot, number>;
  return { ...(units ?? empty), [slot]: count };
}
