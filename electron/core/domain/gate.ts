import type { Answers, Decision, ProgramAnswers, Slot } from './answers.ts';
import { doseOf, orderedSlots } from './course.ts';
import { sectionOfQuestion } from './criteria.ts';
import type { Conflict, GateId, GateItem } from './evaluation.ts';
import type { Pack, SectionForm } from './pack.ts';
import { priceState } from './price.ts';

export interface GateInput {
  pack: Pack;
  answers: Answers;
  conflicts: readonly Conflict[];
  /** The clinic's address and both numbers are in its settings. */
  clinicReady: boolean;
  /** A doctor has approved this version of the pack in the language of the paper. */
  approved: boolean;
}

const SECTIONS: Partial<Record<keyof ProgramAnswers, SectionForm>> = {
  decision: 'decision',
  why: 'decision',
  nextStep: 'decision',
  nextDate: 'decision',
  nextTime: 'decision',
  allergies: 'safety',
  medicines: 'safety',
  tests: 'monitoring',
  visits: 'monitoring',
  price: 'options',
  asked: 'questions',
  commonQuestions: 'questions',
  teachBack: 'questions',
  acknowledged: 'questions',
  talkLanguage: 'questions',
  privateNote: 'questions',
  criterionDecisions: 'criteria',
};

/**
 * Id of the section in which an answer is given: the one that asks a question of the topic, or the one with the form of one
 * of the program's own; empty when the pack has none.
 */
export function sectionOfField(pack: Pack, field: string): string {
  const [kind, id = ''] = field.split('.');
  if (kind === 'topic') return sectionOfQuestion(pack, id);
  const form = SECTIONS[id as keyof ProgramAnswers] ?? 'protocol';
  return pack.sections.find((section) => section.form === form)?.id ?? '';
}

type Missing = { field: keyof ProgramAnswers; state: 'ready' | 'missing' | 'conflict' };

/** Ready when all fields are answered; else the first that is not. */
function allOf(program: ProgramAnswers, fields: readonly [keyof ProgramAnswers, ...(keyof ProgramAnswers)[]]): Missing {
  const field = fields.find((each) => program[each] === undefined);
  return field === undefined ? { field: fields[0], state: 'ready' } : { field, state: 'missing' };
}

function dose(program: ProgramAnswers): Missing {
  if (program.doseLater || doseOf(program)) return { field: 'units', state: 'ready' };
  const missing = allOf(program, ['form', 'strengthMg', 'units']);
  return missing.state === 'missing' ? missing : { field: 'units', state: 'missing' };
}

/** A slot that is named for the first or the last day and in which nothing is taken contradicts the dose. */
function slotFits(program: ProgramAnswers, slot: Slot | undefined): boolean {
  return slot === undefined || program.units === undefined || orderedSlots(program.units).includes(slot);
}

function firstDay(program: ProgramAnswers): Missing {
  const { start } = program;
  const isComplete = start !== undefined && (start.anchor === 'date' ? start.date : start.days) !== undefined;
  if (!isComplete) return { field: 'start', state: 'missing' };
  return { field: 'start', state: slotFits(program, start.slot) ? 'ready' : 'conflict' };
}

function stopRule(program: ProgramAnswers): Missing {
  const { stop } = program;
  const isComplete =
    stop !== undefined &&
    (stop.anchor !== 'date' || stop.date !== undefined) &&
    (stop.anchor !== 'pregnancyWeek' || stop.week !== undefined);
  if (!isComplete) return { field: 'stop', state: 'missing' };
  return { field: 'stop', state: slotFits(program, stop.slot) ? 'ready' : 'conflict' };
}

function lastDose(program: ProgramAnswers): Missing {
  const isKnown = program.stop?.anchor === 'date' && program.stop.date !== undefined;
  return { field: 'stop', state: isKnown ? 'ready' : 'missing' };
}

/** Those whom the pack asks for are named; a pack that says nothing asks for both. */
function supervision({ supervisors }: ProgramAnswers, { protocol }: Pack): Missing {
  const needed = protocol.supervisors ?? (['fertility', 'kidney'] as const);
  return { field: 'supervisors', state: needed.every((who) => supervisors?.[who]) ? 'ready' : 'missing' };
}

type Check = (program: ProgramAnswers, pack: Pack) => Missing;

const START: readonly [GateId, Check][] = [
  ['dose', dose],
  ['firstDay', firstDay],
  ['stopRule', stopRule],
  ['safety', (program) => allOf(program, ['allergies', 'medicines'])],
  ['supervision', supervision],
  ['whatIf', (program) => allOf(program, ['ifTransferMoves', 'ifNegative', 'ifBleeding', 'ifVomiting'])],
];

/** What the decision asks for beyond decision, next step, dates, clinic and approval. Criteria never stand here. */
function needsOf(decision: Decision | undefined): readonly [GateId, Check][] {
  if (decision === 'start') return START;
  return decision === 'stop' ? [['stopRule', lastDose]] : [];
}

/**
 * The lines of the gate before "final". *Start* needs its dose (or "dose later"), first day, stop rule, allergies and
 * medicines, the supervisors that the pack asks for and the four what-ifs; *stop* its last dose; a dose outside the sources' range a reason;
 * a price its date; every decision its next step with a date, dates that can be right, the clinic's numbers and an approved
 * pack. No price at all stops nothing. Criteria and sections that were not opened never block.
 */
export function gateOf({ pack, answers, conflicts, clinicReady, approved }: GateInput): GateItem[] {
  const { program } = answers;
  const item = (id: GateId, { field, state }: Missing): GateItem => {
    const key = `program.${field}`;
    return { id, state, section: sectionOfField(pack, key), field: key };
  };
  const outside = conflicts.find(({ id }) => id === 'doseOutsideRange');
  const wrongDate = conflicts.find(({ id, blocks }) => blocks && id !== 'doseOutsideRange');
  const dateField = wrongDate?.field ?? 'program.nextDate';
  return [
    item('decision', allOf(program, ['decision'])),
    item('nextStep', allOf(program, ['nextStep', 'nextDate'])),
    ...needsOf(program.decision).map(([id, check]) => item(id, check(program, pack))),
    ...(priceState(program.price) === 'needsDate' ? [item('price', { field: 'price', state: 'missing' })] : []),
    ...(outside ? [item('doseReason', { field: 'doseReason', state: 'missing' })] : []),
    { id: 'dates', state: wrongDate ? 'conflict' : 'ready', section: sectionOfField(pack, dateField), field: dateField },
    { id: 'clinic', state: clinicReady ? 'ready' : 'missing', section: 'clinic', field: 'clinic' },
    { id: 'approval', state: approved ? 'ready' : 'missing', section: 'approval', field: 'approval' },
  ];
}
