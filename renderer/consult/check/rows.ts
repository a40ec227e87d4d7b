import type { Answers, ProgramQuestionId } from '#core/domain/answers.ts';
import type { CriterionResult } from '#core/domain/evaluation.ts';
import { sectionOfField } from '#core/domain/gate.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Translate } from '../../text/i18n.ts';
import { programName } from '../answers/useAnswerName.ts';

/** One line of the page: a question, its answer, and where it is changed. */
export interface CheckRow {
  key: string;
  section: string;
  label: string;
  /** Empty while nothing is filled in. */
  value: string;
  /** The end result in bold, in front. */
  strong?: string;
  /** Stands in for an answer that may be empty. */
  empty?: string;
  criterion?: CriterionResult['status'];
}

export interface CheckGroup {
  id: 'decision' | 'protocol' | 'safety' | 'fit' | 'topic' | 'plan' | 'questions';
  title: string;
  rows: CheckRow[];
}

export interface CheckInput {
  pack: Pack;
  answers: Answers;
  criteria: readonly CriterionResult[];
  packText: (key: string) => string;
  t: Translate;
}

const ALWAYS: ReadonlySet<ProgramQuestionId> = new Set(['decision', 'nextStep', 'nextDate']);
const NEVER: ReadonlySet<ProgramQuestionId> = new Set([
  'why',
  'tests',
  'visits',
  'price',
  'asked',
  'commonQuestions',
  'teachBack',
  'acknowledged',
  'talkLanguage',
]);

/** Whether an empty answer is a fault: what every decision needs, what *start* needs, and the last dose of *stop*. */
function isNeeded(id: ProgramQuestionId, { program }: Answers): boolean {
  if (ALWAYS.has(id)) return true;
  if (program.decision === 'stop') return id === 'stop';
  return program.decision === 'start' && !NEVER.has(id);
}

/** Makes a row of one of the program's questions. */
export function rowOf({ pack, answers, t }: CheckInput) {
  return (id: ProgramQuestionId, rest: Partial<CheckRow>): CheckRow => ({
    key: `program.${id}`,
    section: sectionOfField(pack, `program.${id}`),
    label: programName(id, t),
    value: '',
    ...(isNeeded(id, answers) ? {} : { empty: t('check.notSaid') }),
    ...rest,
  });
}
