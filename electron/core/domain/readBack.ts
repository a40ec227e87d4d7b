import { type Answers, SLOTS } from './answers.ts';
import { courseOf, doseOf } from './course.ts';
import { formatDate } from './dates.ts';
import { formatDoseMg, numberWord, unitName } from './doseWords.ts';
import { inSentence, joinAll, phrase, stopped } from './handout/paper.ts';
import { startRule, stopRule } from './handout/planRows.ts';
import { fill, type Labels } from './labels.ts';

/**
 * Reads the protocol back in one sentence, to be said aloud: "0.5 mg capsules: one in the morning and one at bedtime;
 * 1 mg in one day; first on Sat 05-Dec-2026; …". What is not answered is left out; nothing at all gives an empty text.
 */
export function readBack(answers: Answers, labels: Labels): string {
  const { program } = answers;
  const course = courseOf(answers);
  const dose = doseOf(program);
  const words = labels.readBack;
  const parts: string[] = [];
  const withDay = (date: string) => formatDate(date, labels, { weekday: 'short' });
  if (dose !== undefined && course.dailyMg !== undefined) {
    const times = SLOTS.filter((slot) => dose.units[slot] > 0).map((slot) =>
      fill(words.atSlot, { number: numberWord(dose.units[slot], labels), slot: words.slots[slot] }),
    );
    const strength = formatDoseMg(dose.strengthMg, labels);
    parts.push(
      fill(words.medicine, { strength, units: unitName(dose.form, 2, labels), times: joinAll(times, labels.lists.and) }),
      fill(words.daily, { total: formatDoseMg(course.dailyMg, labels) }),
    );
  }
  const rule = startRule(program, labels);
  const begins = [
    ...(course.firstDay === undefined ? [] : [fill(words.first, { date: withDay(course.firstDay) })]),
    ...(rule === undefined ? [] : [inSentence(phrase(rule))]),
  ];
  if (begins.length > 0) parts.push(begins.join(', '));
  if (course.lastDay !== undefined) parts.push(fill(words.last, { date: withDay(course.lastDay) }));
  else if (program.stop !== undefined) parts.push(inSentence(phrase(stopRule(program, labels))));
  return parts.length === 0 ? '' : stopped(parts.join('; '));
}
