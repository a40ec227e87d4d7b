import type { Answers, TopicAnswer } from './answers.ts';
import type { CriterionResult, StillNeeded, Truth } from './evaluation.ts';
import type { Pack } from './pack.ts';
import { evaluateRule, isOpen, questionsOf, statusOf } from './ruleEvaluation.ts';

/** The result of every criterion, in the order of the pack. `asked` is false while its question has no answer at all. */
export function criterionResults(pack: Pack, answers: Answers): CriterionResult[] {
  return pack.criteria.map((criterion) => ({
    id: criterion.id,
    status: statusOf(evaluateRule({ criterion: criterion.id }, pack, answers.topic)),
    asked: Object.hasOwn(answers.topic, criterion.question),
  }));
}

/** The result of every named rule of the pack, by id. */
export function ruleResults(pack: Pack, answers: Answers): Record<string, Truth> {
  return Object.fromEntries(pack.rules.map(({ id }) => [id, evaluateRule({ rule: id }, pack, answers.topic)]));
}

/** Id of the section that asks a question; empty when none does. */
export function sectionOfQuestion(pack: Pack, question: string): string {
  return pack.sections.find((section) => section.questions.includes(question))?.id ?? '';
}

function entry(pack: Pack, question: string, answer: TopicAnswer | undefined): StillNeeded {
  const told = answer?.state === 'notKnown' ? answer : undefined;
  return {
    question,
    section: sectionOfQuestion(pack, question),
    ...(told?.note ? { note: told.note } : {}),
    ...(told?.date ? { date: told.date } : {}),
  };
}

/** true when a question was answered, and the answer settles nothing. */
function answeredOpen(pack: Pack, answers: Answers, question: string): boolean {
  return Object.hasOwn(answers.topic, question) && isOpen(question, pack, answers.topic);
}

/**
 * What was answered with "not known" or the like and so has to be found out, in the order of the pack's questions. A
 * question that was not asked yet is not in the list: on the screen it is still to come.
 */
export function stillNeeded(pack: Pack, answers: Answers): StillNeeded[] {
  return pack.questions.filter(({ id }) => answeredOpen(pack, answers, id)).map(({ id }) => entry(pack, id, answers.topic[id]));
}

/** The same, with the unanswered questions that keep a criterion open: everything behind a "still to check" on paper. */
export function stillToCheck(pack: Pack, answers: Answers): StillNeeded[] {
  const onPaper = new Set(pack.criteria.filter(({ paper }) => paper !== false).map(({ id }) => id));
  const openCriteria = criterionResults(pack, answers).filter(({ id, status }) => status === 'notKnown' && onPaper.has(id));
  const read = new Set(openCriteria.flatMap(({ id }) => questionsOf({ criterion: id }, pack)));
  return pack.questions
    .filter(({ id }) => answeredOpen(pack, answers, id) || (read.has(id) && !Object.hasOwn(answers.topic, id)))
    .map(({ id }) => entry(pack, id, answers.topic[id]));
}
