import type { ProgramQuestionId } from '#core/domain/answers.ts';
import type { TextId, Translate } from '../../text/i18n.ts';
import { useText } from '../../text/useText.ts';
import { useConsult } from './ConsultContext.ts';

const NAMES = {
  decision: 'decision.title',
  why: 'decision.why',
  nextStep: 'decision.nextStep',
  nextDate: 'decision.nextDate',
  nextTime: 'decision.nextTime',
  form: 'protocol.form',
  strengthMg: 'protocol.strength',
  brand: 'protocol.brand',
  release: 'protocol.release',
  units: 'check.row.times',
  slotTimes: 'check.row.times',
  doseLater: 'protocol.later',
  doseReason: 'protocol.outside.reason',
  chosen: 'protocol.alternatives',
  food: 'protocol.food',
  transferDate: 'protocol.transferDate',
  ovulationDate: 'protocol.ovulationDate',
  preparationDate: 'protocol.preparationDate',
  start: 'check.row.firstDay',
  stop: 'check.row.stopRule',
  supervisors: 'protocol.supervisors',
  otherMedicines: 'protocol.otherMedicines',
  missedDose: 'protocol.missedDose',
  ifTransferMoves: 'check.row.ifTransferMoves',
  ifNegative: 'check.row.ifNegative',
  ifBleeding: 'check.row.ifBleeding',
  ifVomiting: 'check.row.ifVomiting',
  tests: 'monitoring.tests',
  visits: 'monitoring.visits',
  price: 'price.title',
  allergies: 'safety.allergies',
  medicines: 'safety.medicines',
  asked: 'questions.hers',
  commonQuestions: 'questions.common',
  teachBack: 'teachBack.title',
  acknowledged: 'said.title',
  talkLanguage: 'said.language',
  criterionDecisions: 'check.group.decisions',
  hidden: 'check.group.paper',
  language: 'check.group.paper',
  paper: 'check.group.paper',
  largePrint: 'check.group.paper',
  privateNote: 'questions.private',
} as const satisfies Record<ProgramQuestionId, TextId>;

/** The name of one of the program's own questions. */
export function programName(id: ProgramQuestionId, t: Translate): string {
  return t(NAMES[id]);
}

/** Gives the name of an answer by its key, as the person knows it. */
export function useAnswerName(): (key: string) => string {
  const t = useText();
  const { packText, pack } = useConsult();
  return (key) => {
    const [kind, id = ''] = key.split('.');
    if (kind === 'topic') return pack.questions.some((question) => question.id === id) ? packText(`question.${id}`) : id;
    return id in NAMES ? programName(id as ProgramQuestionId, t) : id;
  };
}
