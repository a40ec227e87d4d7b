import type { AnswerKey, ProgramQuestionId } from './answers.ts';

/**
 * Whose answer it is. The doctor's: what is decided and why, what she takes and when, what is planned, a criterion set
 * aside, and what is left off the paper. Everybody's who talks with her: what she asks, what she said back, what she has
 * and takes already, what it costs, the paper's language and size, and the note that is never printed.
 */
const WHOSE: Record<ProgramQuestionId, 'doctor' | 'both'> = {
  decision: 'doctor',
  why: 'doctor',
  nextStep: 'doctor',
  nextDate: 'doctor',
  nextTime: 'doctor',

  form: 'doctor',
  strengthMg: 'doctor',
  brand: 'doctor',
  release: 'doctor',
  units: 'doctor',
  slotTimes: 'doctor',
  doseLater: 'doctor',
  doseReason: 'doctor',
  chosen: 'doctor',
  food: 'doctor',
  // The three days that a first or last day counts from move the whole course with them.
  transferDate: 'doctor',
  ovulationDate: 'doctor',
  preparationDate: 'doctor',
  start: 'doctor',
  stop: 'doctor',
  supervisors: 'doctor',
  otherMedicines: 'doctor',
  missedDose: 'doctor',
  ifTransferMoves: 'doctor',
  ifNegative: 'doctor',
  ifBleeding: 'doctor',
  ifVomiting: 'doctor',
  tests: 'doctor',
  visits: 'doctor',
  price: 'both',

  allergies: 'both',
  medicines: 'both',
  asked: 'both',
  commonQuestions: 'both',
  teachBack: 'both',
  acknowledged: 'doctor',
  talkLanguage: 'both',
  criterionDecisions: 'doctor',
  hidden: 'doctor',
  language: 'both',
  paper: 'both',
  largePrint: 'both',
  privateNote: 'both',
};

/**
 * Whether an answer is the doctor's alone (`program.decision`, every part of the protocol): a counsellor sees it and
 * doesn't change it. Every question of the topic (`topic.…`) may be asked and answered by both.
 */
export function isDoctorsAnswer(key: AnswerKey): boolean {
  const id = key.startsWith('program.') ? key.slice('program.'.length) : '';
  return Object.hasOwn(WHOSE, id) && WHOSE[id as ProgramQuestionId] === 'doctor';
}
