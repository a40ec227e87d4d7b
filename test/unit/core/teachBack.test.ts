import { expect, test } from 'vitest';
import { decisionSchema, type ProgramAnswers, programQuestions } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { parseAnswer } from '#core/domain/parseAnswer.ts';
import { teachBackItems } from '#core/domain/teachBack.ts';
import { blockOf, kindsOf, rowsOf } from '../../support/blocks.ts';
import { smallPack } from '../../support/smallPack.ts';
import { englishLabels, smallVisit, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
const paper = (changes: ProgramAnswers) =>
  buildHandout({ visit: smallVisit(withAnswers(changes)), pack }, englishLabels, { kind: 'draft' });

test('what was gone over follows the questions, each part with how it went', () => {
  const model = paper({ commonQuestions: ['baby'], teachBack: { redFlags: 'again', dose: 'understood', nextStep: 'later' } });
  expect(kindsOf(model).slice(-3)).toEqual(['questions', 'teachBack', 'sources']);
  const block = blockOf(model, 'teachBack');
  expect(block.title).toBe('What we went over');
  expect(Object.entries(rowsOf(block))).toEqual([
    ['Dose and times', 'Understood.'],
    ['When to call at once', 'Explained again.'],
    ['Your next step', 'We will go over this again.'],
  ]);
});

test('what was not discussed is not on paper', () => {
  for (const decision of decisionSchema.options) {
    expect(kindsOf(paper({ decision }))).not.toContain('teachBack');
    expect(kindsOf(paper({ decision, teachBack: {} }))).not.toContain('teachBack');
  }
});

test('only what the paper of the decision holds is gone over, whatever was ticked before', () => {
  const teachBack = Object.fromEntries(Object.keys(programQuestions.teachBack.def.keyType.enum).map((item) => [item, 'understood']));
  const labels = (changes: ProgramAnswers) => blockOf(paper({ ...changes, teachBack }), 'teachBack').rows.map(({ label }) => label);
  const dose = [
    'Dose and times',
    'A missed dose',
    'When to call at once',
    'If the transfer date moves',
    'Not stopping on your own',
    'Your next step',
  ];
  for (const decision of ['start', 'continue', 'change'] as const) expect(labels({ decision })).toEqual(dose);
  expect(labels({ doseLater: true })).toEqual(['Do not start yet', 'When to call at once', 'If the transfer date moves', 'Your next step']);
  expect(labels({ decision: 'stop' })).toEqual(['Your last dose', 'When to call at once', 'Your next step']);
  for (const decision of ['wait', 'notTaking'] as const) expect(labels({ decision })).toEqual(['What was decided', 'Your next step']);
});

test('the doctor may switch it off on every paper', () => {
  for (const decision of decisionSchema.options) {
    const [item] = teachBackItems({ decision });
    if (!item) throw new Error('Every decision has a part to go over.');
    const said: ProgramAnswers = { decision, teachBack: { [item]: 'understood' } };
    expect(kindsOf(paper(said))).toContain('teachBack');
    expect(kindsOf(paper({ ...said, hidden: ['teachBack'] }))).not.toContain('teachBack');
  }
});

test('a part or a state that is not known is refused', () => {
  expect(parseAnswer(pack, 'program.teachBack', { dose: 'understood' })).toEqual({ ok: true, value: { dose: 'understood' } });
  for (const value of [{ weather: 'understood' }, { dose: 'yes' }, 'understood'])
    expect(parseAnswer(pack, 'program.teachBack', value)).toMatchObject({ ok: false });
});
