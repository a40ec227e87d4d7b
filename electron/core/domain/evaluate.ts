import type { Answers } from './answers.ts';
import { conflictsOf } from './conflicts.ts';
import { courseOf } from './course.ts';
import { criterionResults, ruleResults, stillNeeded } from './criteria.ts';
import type { Conflict, Evaluation, GateItem, SectionState } from './evaluation.ts';
import { gateOf, sectionOfField } from './gate.ts';
import type { Pack, Section } from './pack.ts';
import { questionsOf } from './ruleEvaluation.ts';
import type { CivilDate } from './text.ts';

export interface EvaluateInput {
  pack: Pack;
  answers: Answers;
  /** Today in the clinic's zone. */
  today: CivilDate;
  /** Ids of the sections that were opened in this consultation. */
  opened: readonly string[];
  /** The clinic's address and both numbers are in its settings. */
  clinicReady: boolean;
  /** A doctor has approved this version of the pack in the language of the paper. */
  approved: boolean;
}

/** true when every question of the section, and every question behind its criteria, has an answer. */
function isAnswered(pack: Pack, { questions, criteria }: Section, { topic }: Answers): boolean {
  const asked = new Set([...questions, ...criteria.flatMap((id) => questionsOf({ criterion: id }, pack))]);
  return [...asked].every((question) => Object.hasOwn(topic, question));
}

/** true when the section's form holds what it is for. */
function isFormDone({ form }: Section, { program }: Answers): boolean {
  if (form === 'decision') return program.decision !== undefined && program.nextStep !== undefined && program.nextDate !== undefined;
  if (form === 'safety') return program.allergies !== undefined && program.medicines !== undefined;
  if (form === 'monitoring') return program.tests !== undefined || program.visits !== undefined;
  if (form === 'questions') return program.asked !== undefined || program.commonQuestions !== undefined;
  if (form !== 'protocol' || program.decision === 'wait' || program.decision === 'notTaking') return true;
  return program.start !== undefined && program.stop !== undefined && (program.units !== undefined || program.doseLater === true);
}

function sectionState(input: EvaluateInput, section: Section, conflicts: readonly Conflict[], gate: readonly GateItem[]): SectionState {
  const { pack, answers, opened } = input;
  const inConflict = new Set(conflicts.map(({ field }) => field).filter((field) => sectionOfField(pack, field) === section.id));
  for (const item of gate) if (item.state === 'conflict' && item.section === section.id) inConflict.add(item.field);
  if (inConflict.size > 0) return { id: section.id, state: 'conflict', count: inConflict.size };
  const isOpened = opened.includes(section.id);
  const missing = gate.filter((item) => item.section === section.id && item.state === 'missing').length;
  if (missing > 0 && (isOpened || answers.program.decision !== undefined)) return { id: section.id, state: 'missing', count: missing };
  if (!isOpened) return { id: section.id, state: 'notOpened', count: 0 };
  const isDone = isAnswered(pack, section, answers) && isFormDone(section, answers);
  return { id: section.id, state: isDone ? 'done' : 'opened', count: 0 };
}

/**
 * Everything that follows from a pack and the answers: results of criteria and rules, what is still needed, the course,
 * conflicts, the gate before "final" and the state of each section. No clock and no settings: they are passed in.
 */
export function evaluate(input: EvaluateInput): Evaluation {
  const { pack, answers, today } = input;
  const conflicts = conflictsOf(pack, answers, today);
  const gate = gateOf({ ...input, conflicts });
  return {
    criteria: criterionResults(pack, answers),
    rules: ruleResults(pack, answers),
    needed: stillNeeded(pack, answers),
    course: courseOf(answers),
    conflicts,
    gate,
    ready: gate.every(({ state }) => state === 'ready'),
    sections: pack.sections.map((section) => sectionState(input, section, conflicts, gate)),
  };
}
