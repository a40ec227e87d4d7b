import type { Answers, ProgramAnswers, ProgramQuestionId } from '#core/domain/answers.ts';
import { SLOTS } from '#core/domain/answers.ts';
import { firstDayOf } from '#core/domain/course.ts';
import type { CriterionResult } from '#core/domain/evaluation.ts';
import { sectionOfField } from '#core/domain/gate.ts';
import type { Pack } from '#core/domain/pack.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { programName } from '../answers/useAnswerName.ts';
import { decisionLine } from '../ask/DoctorsDecision.tsx';
import { answerWords } from '../ask/topicAnswer.ts';
import { mg, startWords, stopWords, sumWords } from '../protocol/words.ts';

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

const day = (date: string) => dateText(date, { weekday: true });
const withTime = ({ date, time }: { date: string; time?: string | undefined }) => (time ? `${day(date)}, ${time}` : day(date));
const names = (list: ProgramAnswers['allergies'], t: Translate) =>
  list === undefined ? '' : list.known === 'none' ? t('safety.none') : list.names.join('; ');

function timesWords({ units, slotTimes }: ProgramAnswers, t: Translate): string {
  if (!units) return '';
  const used = SLOTS.filter((slot) => units[slot] > 0);
  return used
    .map((slot) => {
      const said = t('check.count', { count: units[slot], slot: t(`check.slot.${slot}`) });
      return slotTimes?.[slot] ? t('protocol.atTime', { said, time: slotTimes[slot] }) : said;
    })
    .join(', ');
}

function medicineWords({ form, strengthMg, release, brand }: ProgramAnswers, medicine: string, t: Translate): string {
  if (!form || strengthMg === undefined) return '';
  const what = t('check.medicine', { medicine, form: t(`protocol.form.${form}`).toLowerCase(), strength: mg(strengthMg) });
  return [what, release ? t(`check.release.${release}`) : '', brand ?? ''].filter(Boolean).join(', ');
}

function protocolRows({ answers, pack, packText, t }: CheckInput): CheckRow[] {
  const { program } = answers;
  const row = rowOf(pack, t);
  const sum = sumWords(program, t);
  const firstDay = firstDayOf(program);
  const from = startWords(program, t) ?? '';
  const supervisors = [
    program.supervisors?.fertility && t('check.fertility', { name: program.supervisors.fertility }),
    program.supervisors?.kidney && t('check.kidney', { name: program.supervisors.kidney }),
  ];
  const later = program.doseLater ? t('check.doseLater') : undefined;
  return [
    row('form', {
      label: t('check.row.medicine'),
      value: medicineWords(program, packText('medicine'), t),
      ...(later ? { empty: later } : {}),
    }),
    row('units', {
      label: t('check.row.inOneDay'),
      value: later ?? '',
      ...(sum && !later ? { strong: sum.sum.replace(/\.$/, '') } : {}),
    }),
    row('units', { label: t('check.row.times'), value: timesWords(program, t), ...(later ? { empty: later } : {}) }),
    ...(program.doseReason ? [row('doseReason', { label: t('protocol.outside.reason'), value: program.doseReason })] : []),
    row('start', { label: t('check.row.firstDay'), value: from, ...(firstDay ? { strong: day(firstDay) } : {}) }),
    row('stop', { label: t('check.row.stopRule'), value: stopWords(program, t) ?? '' }),
    row('supervisors', { label: t('check.row.supervision'), value: supervisors.filter(Boolean).join('; ') }),
    ...(['ifTransferMoves', 'ifNegative', 'ifBleeding', 'ifVomiting'] as const).map((id) => row(id, { value: program[id] ?? '' })),
    ...(['food', 'missedDose', 'otherMedicines'] as const).flatMap((id) => (program[id] ? [row(id, { value: program[id] })] : [])),
  ];
}

function rowOf(pack: Pack, t: Translate) {
  return (id: ProgramQuestionId, rest: Partial<CheckRow>): CheckRow => ({
    key: `program.${id}`,
    section: sectionOfField(pack, `program.${id}`),
    label: programName(id, t),
    value: '',
    ...rest,
  });
}

function topicRow(input: CheckInput, id: string, label: string): CheckRow {
  const { pack, answers, packText, t } = input;
  const question = pack.questions.find((each) => each.id === id);
  const answer = answers.topic[id];
  const words = question && answer ? answerWords(question, answer, packText, t) : undefined;
  const section = pack.sections.find(({ questions }) => questions.includes(id))?.id ?? '';
  return {
    key: `topic.${id}`,
    section,
    label,
    value: words?.beside ?? '',
    empty: t('ask.notAsked'),
    ...(words ? { strong: words.value } : {}),
  };
}

function fitRows(input: CheckInput): CheckRow[] {
  const { pack, criteria, answers, packText, t } = input;
  return pack.criteria.map((criterion) => {
    const result = criteria.find(({ id }) => id === criterion.id);
    const decision = answers.program.criterionDecisions?.[criterion.id];
    const row = topicRow(input, criterion.question, packText(`criterion.${criterion.id}`));
    const beside = [row.strong, row.value].filter(Boolean).join(', ');
    const { strong: _, ...rest } = row;
    return {
      ...rest,
      value: [beside, decision && result?.status === 'notMet' ? decisionLine(decision, t) : ''].filter(Boolean).join('. '),
      criterion: result?.status ?? 'notKnown',
    };
  });
}

/** Everything that will be printed, question by question, in the groups of the page. */
export function checkGroups(input: CheckInput): CheckGroup[] {
  const { pack, answers, criteria, packText, t } = input;
  const { program } = answers;
  const row = rowOf(pack, t);
  const count = (status: CriterionResult['status']) => criteria.filter((each) => each.status === status).length;
  const testName = (test: string, name: string | undefined) => (test === 'other' ? (name ?? '') : packText(`test.${test}`));
  const asCriterion = new Set(pack.criteria.map(({ question }) => question));
  const further = pack.sections.flatMap(({ questions }) => questions.filter((id) => !asCriterion.has(id)));
  const answered = (program.asked ?? []).filter(({ answer }) => answer).length;
  const nextDate = program.nextDate ? withTime({ date: program.nextDate, time: program.nextTime }) : '';
  return [
    {
      id: 'decision',
      title: t('check.group.decision'),
      rows: [
        row('decision', {
          value: '',
          ...(program.decision ? { strong: t(`decision.${program.decision}`) } : {}),
          label: t('check.group.decision'),
        }),
        row('why', { label: t('check.row.why'), value: program.why ?? '', empty: t('check.notSaid') }),
        row('nextStep', { value: program.nextStep ?? '' }),
        row('nextDate', { label: t('check.row.nextDate'), value: '', ...(nextDate ? { strong: nextDate } : {}) }),
      ],
    },
    { id: 'protocol', title: t('check.group.protocol'), rows: protocolRows(input) },
    {
      id: 'safety',
      title: t('check.group.safety'),
      rows: [row('allergies', { value: names(program.allergies, t) }), row('medicines', { value: names(program.medicines, t) })],
    },
    {
      id: 'fit',
      title: t('check.group.fit', { met: count('met'), notMet: count('notMet'), open: count('notKnown') }),
      rows: fitRows(input),
    },
    { id: 'topic', title: t('check.group.topic'), rows: further.map((id) => topicRow(input, id, packText(`question.${id}`))) },
    {
      id: 'plan',
      title: t('check.group.plan'),
      rows: [
        row('tests', {
          value: (program.tests ?? []).map((each) => `${testName(each.test, each.name)}: ${withTime(each)}`).join('; '),
          empty: t('check.nothingPlanned'),
        }),
        row('visits', {
          value: (program.visits ?? []).map((each) => `${each.purpose}: ${withTime(each)}`).join('; '),
          empty: t('check.nothingPlanned'),
        }),
      ],
    },
    {
      id: 'questions',
      title: t('check.group.questions'),
      rows: [
        row('asked', {
          label: t('check.row.asked'),
          value: program.asked ? t('check.asked', { answered, open: program.asked.length - answered }) : '',
          empty: t('check.noneChosen'),
        }),
        row('commonQuestions', {
          label: t('check.row.common'),
          value: (program.commonQuestions ?? []).map((id) => packText(`faq.${id}`)).join(' '),
          empty: t('check.noneChosen'),
        }),
      ],
    },
  ];
}
