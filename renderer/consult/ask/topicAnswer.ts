import type { TopicAnswer } from '#core/domain/answers.ts';
import type { Question } from '#core/domain/pack.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';

/** What can be chosen for a question besides its own options. */
export const NOT_KNOWN = 'notKnown';
export const DOES_NOT_APPLY = 'doesNotApply';
const YES = 'yes';
const NO = 'no';
const OPTION = 'option.';

type Words = (key: string) => string;

/** The answers offered for a question with a fixed set of them: its own, then "not known" and "does not apply". */
export function choicesOf(question: Question, packText: Words, t: Translate): { value: string; label: string }[] {
  const own =
    question.type === 'yesNo'
      ? [
          { value: YES, label: t('ask.yes') },
          { value: NO, label: t('ask.no') },
        ]
      : question.type === 'choice'
        ? question.options.map((option) => ({ value: OPTION + option, label: optionText(question.id, option, packText) }))
        : [];
  return [...own, { value: NOT_KNOWN, label: t('ask.notKnown') }, { value: DOES_NOT_APPLY, label: t('ask.doesNotApply') }];
}

/** The words of an option. */
export function optionText(question: string, option: string, packText: Words): string {
  return packText(`question.${question}.option.${option}`);
}

/** Which of the choices an answer is; null while there is none. */
export function choiceOf(answer: TopicAnswer | undefined): string | null {
  if (!answer) return null;
  if (answer.state !== 'known') return answer.state === 'notKnown' ? NOT_KNOWN : DOES_NOT_APPLY;
  if (typeof answer.value === 'boolean') return answer.value ? YES : NO;
  return typeof answer.value === 'string' ? OPTION + answer.value : null;
}

/** The answer that a choice stands for. Its note and date stay with it; "does not apply" needs a reason first: null. */
export function answerOfChoice(choice: string, before: TopicAnswer | undefined): TopicAnswer | null {
  if (choice === DOES_NOT_APPLY) return before?.state === 'doesNotApply' ? before : null;
  if (choice === NOT_KNOWN) return before?.state === 'notKnown' ? before : { state: 'notKnown' };
  const value = choice === YES ? true : choice === NO ? false : choice.slice(OPTION.length);
  return { state: 'known', value, ...(before?.state === 'known' ? beside(before) : {}) };
}

/** An answer with another note or date; empty ones are taken out. */
export function withBeside(
  answer: Exclude<TopicAnswer, { state: 'doesNotApply' }>,
  change: { note?: string | null; date?: string | null },
): TopicAnswer {
  const { note, date, ...rest } = answer;
  const newNote = change.note === undefined ? note : change.note || undefined;
  const newDate = change.date === undefined ? date : change.date || undefined;
  return {
    ...rest,
    ...(newNote === undefined ? {} : { note: newNote }),
    ...(newDate === undefined ? {} : { date: newDate }),
  } as TopicAnswer;
}

function beside(answer: { note?: string | undefined; date?: string | undefined }): { note?: string; date?: string } {
  return { ...(answer.note === undefined ? {} : { note: answer.note }), ...(answer.date === undefined ? {} : { date: answer.date }) };
}

function valueText(question: Question, value: boolean | number | string | string[], packText: Words, t: Translate): string {
  if (typeof value === 'boolean') return value ? t('ask.yes') : t('ask.no');
  if (Array.isArray(value))
    return value.length === 0 ? t('ask.none') : value.map((each) => optionText(question.id, each, packText)).join(', ');
  if (question.type === 'choice') return optionText(question.id, String(value), packText);
  if (question.type === 'date') return dateText(String(value), { weekday: true });
  return String(value);
}

/** An answer as a line to read: its value, and what stands beside it. */
export function answerWords(question: Question, answer: TopicAnswer, packText: Words, t: Translate): { value: string; beside: string } {
  if (answer.state === 'doesNotApply') return { value: t('ask.doesNotApply'), beside: answer.because };
  const value = answer.state === 'notKnown' ? t('ask.notKnown') : valueText(question, answer.value, packText, t);
  const rest = [answer.note, answer.date ? dateText(answer.date) : undefined].filter((each) => each !== undefined && each !== '');
  return { value, beside: rest.join(', ') };
}

/** What stands after a criterion's result: the answer, unless the result says it already, and what is beside it. */
export function besideResult(question: Question, answer: TopicAnswer, words: { value: string; beside: string }): string {
  const says = answer.state === 'known' && question.type !== 'yesNo';
  return [says ? words.value : '', words.beside].filter(Boolean).join(', ');
}
