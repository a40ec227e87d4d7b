import { describe, expect, test } from 'vitest';
import { type ProgramQuestionId, programQuestions, type TopicAnswer } from '#core/domain/answers.ts';
import { carryOf, carryOver, keptAnswers, openOffers, type PastVisit } from '#core/domain/followUp.ts';
import { sinceLast } from '#core/domain/followUpChanges.ts';
import { type Pack, packSchema } from '#core/domain/pack.ts';
import { smallPack } from '../../support/smallPack.ts';
import { smallTopic, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
const last: PastVisit = {
  pack,
  answers: {
    program: withAnswers({
      criterionDecisions: { clear: { reason: 'accepted' } },
      asked: [{ question: 'By train?', answer: 'Yes.' }, { question: 'Does insurance pay?', who: 'Ms C.' }, { question: 'And the cost?' }],
      teachBack: { dose: 'understood' },
      acknowledged: ['risks'],
      language: 'en',
      largePrint: true,
    }),
    topic: { ...smallTopic, signs: { state: 'notKnown', note: 'Blood taken', date: '2027-02-20' } },
  },
};
const none = { program: {}, topic: {} };
const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

/** The pack as a later version has it: questions and words changed. */
function laterPack(change: (question: Pack['questions'][number]) => unknown, words: Record<string, string> = {}): Pack {
  const { en } = pack.texts;
  return packSchema.parse({
    ...pack,
    version: '2.2',
    questions: pack.questions.flatMap((question) => change(question) ?? []),
    texts: { en: { ...en, texts: { ...en?.texts, ...words } } },
  });
}

describe('what a follow-up offers', () => {
  test('facts about her are confirmed together, what hangs on the plan or is a judgement alone, and nothing of both is an answer yet', () => {
    const { offers } = carryOver(last, pack);
    const how = (which: string) => keysOf(offers.filter((offer) => offer.how === which));
    expect(how('together')).toEqual([
      'topic.count',
      'topic.scan',
      'topic.result',
      'program.supervisors',
      'program.allergies',
      'program.medicines',
    ]);
    expect(how('alone')).toContain('program.criterionDecisions');
    expect(how('alone')).toContain('program.missedDose');
    expect(offers.find(({ key }) => key === 'topic.result')?.value).toEqual(smallTopic.result);
    expect(keysOf(openOffers(carryOver(last, pack), none))).toEqual(keysOf(offers));
  });

  test('never the decision, a dose, a start, a stop, a date to come, or what she said back and was told', () => {
    const never: ProgramQuestionId[] = ['decision', 'why', 'nextStep', 'nextDate', 'nextTime', 'form', 'strengthMg', 'brand', 'release'];
    never.push('units', 'slotTimes', 'doseLater', 'doseReason', 'chosen', 'start', 'stop', 'tests', 'visits', 'price', 'asked');
    never.push('commonQuestions', 'teachBack', 'acknowledged', 'hidden', 'privateNote');
    for (const id of never) expect([id, carryOf(id)]).toEqual([id, 'again']);
    const rest = (Object.keys(programQuestions) as ProgramQuestionId[]).filter((id) => carryOf(id) !== 'again');
    expect([...never, ...rest].toSorted()).toEqual(Object.keys(programQuestions).toSorted());
    const { offers, again } = carryOver(last, pack);
    for (const id of never) expect(keysOf([...offers, ...again])).not.toContain(`program.${id}`);
  });

  test('only how her paper looks is taken over unasked', () => {
    expect(keptAnswers(last.answers.program, pack)).toEqual([
      { key: 'program.language', value: 'en' },
      { key: 'program.largePrint', value: true },
    ]);
    expect(keptAnswers({ language: 'hi' }, pack)).toEqual([]);
  });

  test('what was not known is asked again, and her open questions name who was to answer', () => {
    const { again, openQuestions } = carryOver(last, pack);
    expect(again).toEqual([{ key: 'topic.signs', value: last.answers.topic.signs, why: 'notKnown' }]);
    expect(openQuestions).toEqual([{ question: 'Does insurance pay?', who: 'Ms C.' }, { question: 'And the cost?' }]);
  });

  test('an answer given in this visit takes the offer away', () => {
    const answers = {
      program: { allergies: { known: 'none' as const } },
      topic: { scan: { state: 'known', value: false } as TopicAnswer },
    };
    const open = keysOf(openOffers(carryOver(last, pack), answers));
    expect(open).not.toContain('program.allergies');
    expect(open).not.toContain('topic.scan');
    expect(open).toContain('topic.count');
  });
});

describe('a topic that has changed since', () => {
  test('keeps an answer of the same id and type, and says why another is asked again', () => {
    const later = laterPack((question) => {
      if (question.id === 'signs') return null;
      if (question.id === 'scan') return { id: 'scan', type: 'text' };
      return question.id === 'result' ? { ...question, options: ['mosaic', 'notTested'] } : question;
    });
    const { offers, again } = carryOver(last, later);
    expect(keysOf(offers)).toContain('topic.count');
    expect(again.map(({ key, why }) => [key, why])).toEqual([
      ['topic.scan', 'otherType'],
      ['topic.result', 'noLongerFits'],
      ['topic.signs', 'gone'],
    ]);
  });

  test('a question in other words is confirmed on its own: it may ask the opposite', () => {
    const later = laterPack((question) => question, { 'question.scan': 'Was anything wrong with the scan?' });
    expect(carryOver(last, later).offers.filter(({ key }) => key.startsWith('topic.'))).toMatchObject([
      { key: 'topic.count', how: 'together', reworded: false },
      { key: 'topic.scan', how: 'alone', reworded: true },
      { key: 'topic.result', how: 'together', reworded: false },
    ]);
  });
});

test('what has changed is told answer by answer: same, changed, new, still open; what belongs to one visit isn’t compared', () => {
  const now: PastVisit = {
    pack,
    answers: {
      program: { decision: 'continue', supervisors: { kidney: 'Dr B. Sample', fertility: 'Dr A. Sample' }, brand: 'Sampletac', asked: [] },
      topic: { scan: { state: 'known', value: false }, remark: { state: 'known', value: 'Well' } },
    },
  };
  const since = sinceLast(last, now);
  const stateOf = (key: string) => since.find((each) => each.key === key)?.state;
  expect(since[0]).toEqual({ key: 'program.decision', before: 'start', after: 'continue', state: 'changed' });
  expect(['program.supervisors', 'program.brand', 'topic.scan', 'topic.remark', 'topic.count', 'program.units'].map(stateOf)).toEqual([
    'same',
    'same',
    'changed',
    'new',
    'open',
    'open',
  ]);
  for (const id of ['asked', 'teachBack', 'acknowledged', 'language']) expect(stateOf(`program.${id}`)).toBeUndefined();
});
