import type { ProgramAnswers } from '#core/domain/answers.ts';
import { doseOf, firstDayOf, timesMg, unitsPerDay } from '#core/domain/course.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { mg, slotWords, startWords, stopWords, unitWord } from './words.ts';

/**
 * The protocol as it is read aloud, with `*…*` for what must be heard. It holds what is known and nothing else; empty while
 * nothing is.
 */
export function readBackWords(program: ProgramAnswers, medicine: string, t: Translate): string {
  const dose = doseOf(program);
  const firstDay = firstDayOf(program);
  const from = startWords(program, t);
  const until = stopWords(program, t);
  const parts: string[] = [];
  if (program.doseLater) parts.push(t('protocol.read.later', { medicine }));
  else if (dose) {
    const count = unitsPerDay(dose.units);
    parts.push(
      t('protocol.read.dose', {
        medicine,
        strength: mg(dose.strengthMg),
        units: unitWord(dose.form, 2, t),
        slots: slotWords(dose.units, program.slotTimes, t),
        total: mg(timesMg(dose.strengthMg, count)),
      }),
    );
  }
  if (firstDay) {
    const date = dateText(firstDay, { weekday: true }).replaceAll(' ', '\u00a0');
    parts.push(from ? t('protocol.read.firstFrom', { date, from }) : t('protocol.read.first', { date }));
  } else if (from) parts.push(t('protocol.read.from', { from }));
  if (until) parts.push(t('protocol.read.until', { until }));
  return parts.join(' ');
}
