import type { ProgramAnswers } from '#core/domain/answers.ts';
import { SAID } from '#core/domain/clinicCopy.ts';
import type { CriterionResult } from '#core/domain/evaluation.ts';
import { teachBackItems } from '#core/domain/teachBack.ts';
import { dateText } from '../../text/dates.ts';
import type { Translate } from '../../text/i18n.ts';
import { decisionLine } from '../ask/decisionLine.ts';
import { answerWords, besideResult } from '../ask/topicAnswer.ts';
import { priceWords } from '../forms/priceWords.ts';
import { protocolRows } from './protocolRows.ts';
import { type CheckGroup, type CheckInput, type CheckRow, rowOf } from './rows.ts';

const day = (date: string) => dateText(date, { weekday: true });
const withTime = ({ date, time }: { date: string; time?: string | undefined }) => (time ? `${day(date)}, ${time}` : day(date));
const names = (list: ProgramAnswers['allergies'], t: Translate) =>
  list === undefined ? '' : list.known === 'none' ? t('check.none') : list.names.join('; ');

/** What was gone over, part by part, with what was not; nothing when none of it was. */
function teachBackLine(program: ProgramAnswers, t: Translate): string {
  const items = teachBackItems(program);
  if (!items.some((item) => program.teachBack?.[item])) return '';
  return items
    .map((item) => {
      const state = program.teachBack?.[item] ?? 'notDiscussed';
      return t('teachBack.line', { item: t(`teachBack.item.${item}`), state: t(`teachBack.state.${state}`).toLowerCase() });
    })
    .join('; ');
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
    const question = pack.questions.find(({ id }) => id === criterion.question);
    const answer = answers.topic[criterion.question];
    const beside = question && answer ? besideResult(question, answer, answerWords(question, answer, packText, t)) : '';
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
  const row = rowOf(input);
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
        row('price', { value: priceWords(program.price, t) ?? '' }),
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
        row('teachBack', { value: teachBackLine(program, t), empty: t('teachBack.state.notDiscussed') }),
        row('acknowledged', {
          value: SAID.filter((id) => program.acknowledged?.includes(id))
            .map((id) => t(`said.item.${id}`))
            .join('; '),
          empty: t('said.none'),
        }),
        row('talkLanguage', { value: program.talkLanguage ?? '' }),
      ],
    },
  ];
}
