import { type ProgramAnswers, type ProgramQuestionId, SLOTS } from '#core/domain/answers.ts';
import { unitsPerDay } from '#core/domain/course.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { programName } from '../answers/useAnswerName.ts';
import { mg, slotWords, startWords, stopWords } from '../protocol/words.ts';

/** What an answer of the protocol is called in a list of them. */
export function partName(id: ProgramQuestionId, t: Translate): string {
  if (id === 'units') return t('mine.units');
  return id === 'slotTimes' ? t('mine.times') : programName(id, t);
}

function startText(start: NonNullable<ProgramAnswers['start']>, t: Translate): string {
  const said = start.date ? dateText(start.date, { weekday: true }) : (startWords({ start }, t) ?? t(`protocol.anchor.${start.anchor}`));
  return start.slot ? `${said}, ${t(`protocol.slot.${start.slot}`)}` : said;
}

function stopText(stop: NonNullable<ProgramAnswers['stop']>, t: Translate): string {
  const said = stopWords({ stop }, t) ?? t(`protocol.stop.${stop.anchor}`);
  return stop.slot ? `${said}, ${t(`protocol.slot.${stop.slot}`)}` : said;
}

/** An answer of the protocol in words, for a person to compare two of them; "empty" where there is none. */
export function partWords(id: ProgramQuestionId, value: unknown, packText: (key: string) => string, t: Translate): string {
  const { form, release, strengthMg, units, slotTimes, start, stop, supervisors, chosen, doseLater }: ProgramAnswers = {
    [id]: value ?? undefined,
  };
  if (form) return t(`protocol.form.${form}`);
  if (release) return t(`protocol.release.${release}`);
  if (strengthMg !== undefined) return mg(strengthMg);
  if (units) return unitsPerDay(units) > 0 ? slotWords(units, undefined, t) : t('mine.nothing');
  if (slotTimes) {
    const used = SLOTS.filter((slot) => slotTimes[slot]);
    return used.map((slot) => t('mine.atClock', { slot: t(`protocol.slot.${slot}`), time: slotTimes[slot] ?? '' })).join(', ');
  }
  if (start) return startText(start, t);
  if (stop) return stopText(stop, t);
  if (supervisors) {
    const parts = (['fertility', 'kidney'] as const).filter((part) => supervisors[part]);
    return parts.map((part) => t(`mine.${part}`, { name: supervisors[part] ?? '' })).join('; ');
  }
  if (chosen) {
    return Object.values(chosen)
      .map((alternative) => packText(`alternative.${alternative}`))
      .join('; ');
  }
  if (doseLater) return t('mine.later');
  return typeof value === 'string' ? value : t('mine.nothing');
}
