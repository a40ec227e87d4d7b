import { expect, test } from 'vitest';
import { programQuestions } from '#core/domain/answers.ts';
import { isDoctorsAnswer } from '#core/domain/doctorAnswers.ts';
import { PROTOCOL_PART_IDS } from '#core/domain/savedProtocol.ts';

test('the decision and every part of a protocol are the doctor’s', () => {
  const keys = ['decision', 'why', 'nextStep', 'nextDate', 'criterionDecisions', 'tests', 'visits', ...PROTOCOL_PART_IDS];
  expect(keys.filter((id) => !isDoctorsAnswer(`program.${id}`))).toEqual([]);
});

test('what moves the first day is the doctor’s, for the course moves with it', () => {
  for (const id of ['transferDate', 'ovulationDate', 'preparationDate', 'start', 'stop', 'doseLater']) {
    expect(isDoctorsAnswer(`program.${id}`)).toBe(true);
  }
});

test('a counsellor asks the questions of the topic, writes down hers, and what she has and takes', () => {
  const shared = Object.keys(programQuestions).filter((id) => !isDoctorsAnswer(`program.${id}`));
  expect(shared).toEqual([
    'price',
    'allergies',
    'medicines',
    'asked',
    'commonQuestions',
    'teachBack',
    'talkLanguage',
    'language',
    'paper',
    'largePrint',
    'privateNote',
  ]);
  expect(isDoctorsAnswer('topic.failedCycles')).toBe(false);
});

test('a key that the program doesn’t know belongs to nobody', () => {
  expect(isDoctorsAnswer('program.constructor')).toBe(false);
  expect(isDoctorsAnswer('decision')).toBe(false);
});
