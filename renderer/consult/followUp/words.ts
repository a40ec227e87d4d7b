import type { ProgramAnswers, ProgramQuestionId, TopicAnswer } from '#core/domain/answers.ts';
import { firstDayOf } from '#core/domain/course.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { valueWords } from '../answers/valueWords.ts';
import { decisionLine } from '../ask/decisionLine.ts';
import { answerWords } from '../ask/topicAnswer.ts';
import { partName, partWords } from '../mine/partWords.ts';
import type { FollowUp } from './FollowUpContext.ts';

/** A visit's pack, the function that gives its words, and the program's answers that its dates work out from. */
export interface WordsOf {
  pack: FollowUp['last']['pack'];
  packText: (key: string) => string;
  program: ProgramAnswers;
}

/** The last visit, to be put into words. */
export function lastVisit({ last, lastText }: Pick<FollowUp, 'last' | 'lastText'>): WordsOf {
  return { pack: last.pack, packText: lastText, program: last.answers.program };
}

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;
const idOf = (key: string) => key.slice(key.indexOf('.') + 1);
const withTime = ({ date, time }: { date: string; time?: string | undefined }) =>
  [dateText(date, { weekday: true }), time].filter(Boolean).join(', ');

/** What an answer is called, as that visit's pack has it. */
export function nameOf(key: string, { packText }: WordsOf, t: Translate): string {
  return key.startsWith('topic.') ? packText(`question.${idOf(key)}`) : partName(idOf(key) as ProgramQuestionId, t);
}

function programWords(id: ProgramQuestionId, value: unknown, { packText, program }: WordsOf, t: Translate): string {
  const { decision, allergies, medicines, tests, visits, criterionDecisions }: ProgramAnswers = { [id]: value };
  const names = allergies ?? medicines;
  if (decision) return t(`decision.${decision}`);
  if (names) return names.known === 'none' ? t('check.none') : names.names.join('; ');
  if (tests)
    return tests
      .map((each) => `${each.test === 'other' ? (each.name ?? '') : packText(`test.${each.test}`)}: ${withTime(each)}`)
      .join('; ');
  if (visits) return visits.map((each) => `${each.purpose}: ${withTime(each)}`).join('; ');
  if (criterionDecisions) {
    return Object.entries(criterionDecisions)
      .map(([criterion, each]) => `${packText(`criterion.${criterion}`)}: ${decisionLine(each, t)}`)
      .join(' ');
  }
  if (typeof value === 'string' && CIVIL.test(value)) return valueWords(value, t);
  const words = partWords(id, value, packText, t);
  const firstDay = id === 'start' && program.start?.anchor !== 'date' ? firstDayOf(program) : undefined;
  return firstDay ? `${dateText(firstDay, { weekday: true })}, ${words}` : words;
}

/** What stood beside an answer of the topic: its note and its date. */
export function besideOf(key: string, value: unknown, { pack, packText }: WordsOf, t: Translate): string {
  const question = pack.questions.find(({ id }) => id === idOf(key));
  return question ? answerWords(question, value as TopicAnswer, packText, t).beside : '';
}

/** An answer in words, as that visit's pack has them. */
export function wordsOf(key: string, value: unknown, visit: WordsOf, t: Translate): string {
  if (!key.startsWith('topic.')) return programWords(idOf(key) as ProgramQuestionId, value, visit, t);
  const question = visit.pack.questions.find(({ id }) => id === idOf(key));
  if (!question) return valueWords(value, t);
  const words = answerWords(question, value as TopicAnswer, visit.packText, t);
  return [words.value, words.beside].filter(Boolean).join(', ');
}
