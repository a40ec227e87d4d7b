import { comparable } from './amendment.ts';
import { type AnswerKey, type ProgramQuestionId, programQuestions } from './answers.ts';
import { answerAt, type PastVisit } from './followUp.ts';

/** What belongs to one visit alone, so that two visits aren't compared by it. */
const OF_ONE_VISIT: ReadonlySet<ProgramQuestionId> = new Set([
  'asked',
  'commonQuestions',
  'teachBack',
  'acknowledged',
  'hidden',
  'language',
  'paper',
  'largePrint',
  'privateNote',
  'chosen',
]);

/** One answer of two visits. `open`: answered then and not yet in this visit; `new`: answered for the first time. */
export interface SinceLast {
  key: AnswerKey;
  before: unknown;
  after: unknown;
  state: 'same' | 'changed' | 'new' | 'open';
}

function stateOf(before: unknown, after: unknown): SinceLast['state'] {
  if (after === undefined) return 'open';
  if (before === undefined) return 'new';
  return comparable(before) === comparable(after) ? 'same' : 'changed';
}

/**
 * What has changed between two visits, answer by answer: the decision and the plan first, then the topic in the order of its
 * questions. What belongs to one visit alone, such as what she said back, isn't compared.
 */
export function sinceLast(last: PastVisit, now: PastVisit): SinceLast[] {
  const programKeys = (Object.keys(programQuestions) as ProgramQuestionId[])
    .filter((id) => !OF_ONE_VISIT.has(id))
    .map((id) => `program.${id}`);
  const questions = new Set([...now.pack.questions, ...last.pack.questions].map(({ id }) => `topic.${id}`));
  return [...programKeys, ...questions].flatMap((key) => {
    const [before, after] = [answerAt(last.answers, key), answerAt(now.answers, key)];
    return before === undefined && after === undefined ? [] : [{ key, before, after, state: stateOf(before, after) }];
  });
}
