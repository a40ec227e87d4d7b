import { describe, expect, test } from 'vitest';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { readBack } from '#core/domain/readBack.ts';
import type { Final, Mark } from '#core/domain/visit.ts';
import { blockOf, printed, rowsOf } from '../../support/blocks.ts';
import { smallPack } from '../../support/smallPack.ts';
import { FINAL, smallPaper as paper, spaced } from '../../support/smallPaper.ts';
import { englishLabels as labels, smallTopic, smallVisit, startProgram } from '../../support/smallVisit.ts';

const pack = smallPack();
function marked(mark: Mark, sample: boolean, final: Final | null = FINAL): HandoutModel {
  return buildHandout({ visit: smallVisit(startProgram, smallTopic, { sample }), pack, ...(final ? { final } : {}) }, labels, mark);
}

describe('the identity and the footer', () => {
  test('say who she is, with the date on which the age was told', () => {
    expect(paper().identity).toEqual({
      name: 'SUNITA',
      record: 'Record no.\u00a04821',
      age: 'Age 32 (told on 12-Feb-2027)',
      visit: 'Visit Fri 12-Feb-2027',
      doctor: 'Dr A. Sample, Reg.\u00a000000',
    });
    const born = { name: 'SUNITA', recordNumber: '4821', age: { kind: 'born' as const, bornOn: '1994-12-05' } };
    expect(paper({}, smallTopic, { patient: born }).identity.age).toBe('Born 05-Dec-1994');
  });

  test('say when it was made final in the clinic’s zone, and by whom', () => {
    expect(paper().furniture.footer).toBe('CL-7K2M-94QX, version 1 · Examplin pack 2.1 · Final 12-Feb-2027 11:42 by Dr A. Sample');
    expect(paper({}, smallTopic, { timeZone: 'America/Los_Angeles' }).furniture.footer).toContain('Final 11-Feb-2027 22:12');
    expect(marked({ kind: 'draft' }, false, null).furniture.footer).toBe('CL-7K2M-94QX · Examplin pack 2.1 · not final');
  });

  test('carry the instant of "final" into the file, or the visit’s date', () => {
    expect(paper().createdAt).toBe('2027-02-12T06:12:30Z');
    expect(marked({ kind: 'draft' }, false, null).createdAt).toBe('2027-02-12T00:00:00Z');
  });

  test('never take contact from the pack: both numbers come from the clinic', () => {
    expect(blockOf(paper(), 'redFlags').phones.map(({ label, text }) => `${label} ${spaced(text)}`)).toEqual([
      'Day +91 00000 11111',
      'Night +91 00000 22222',
    ]);
    expect(blockOf(paper(), 'redFlags').emergency).toContain('call 112 or 108 or go to hospital');
  });
});

describe('marks', () => {
  test.each<[Mark, boolean, string[], string | undefined, boolean | undefined]>([
    [{ kind: 'none' }, false, [], undefined, undefined],
    [{ kind: 'draft' }, false, ['DRAFT'], 'DRAFT: do not use', true],
    [{ kind: 'copy', firstPrinted: '2027-02-13' }, false, [], 'COPY, first printed 13-Feb-2027', false],
    [{ kind: 'copy', firstPrinted: '2027-02-12T20:00:00Z' }, false, [], 'COPY, first printed 13-Feb-2027', false],
    [{ kind: 'superseded', byVersion: 2 }, false, ['SUPERSEDED'], 'OLD: version 2 replaces it. Throw away.', true],
    [{ kind: 'none' }, true, ['SAMPLE'], 'SAMPLE: not a real patient', false],
    [{ kind: 'draft' }, true, ['SAMPLE', 'DRAFT'], 'SAMPLE · DRAFT: do not use', true],
    [{ kind: 'copy', firstPrinted: '2027-02-13' }, true, ['SAMPLE'], 'SAMPLE · COPY, first printed 13-Feb-2027', false],
    [{ kind: 'superseded', byVersion: 2 }, true, ['SAMPLE', 'SUPERSEDED'], 'SAMPLE · OLD: version 2 replaces it. Throw away.', true],
  ])('%j, sample %s', (mark, sample, across, text, strong) => {
    const { furniture } = marked(mark, sample);
    expect(furniture.across).toEqual(across);
    expect(furniture.mark).toEqual(text === undefined ? undefined : { text, strong });
  });

  test('a snapshot that was not made final is a draft, whatever is asked for', () => {
    expect(marked({ kind: 'none' }, false, null).furniture).toMatchObject({ across: ['DRAFT'], mark: { text: 'DRAFT: do not use' } });
  });
});

describe('the criteria', () => {
  const row = (topic: typeof smallTopic, id: number, changes: ProgramAnswers = {}) => {
    const { status, answer, value } = blockOf(paper(changes, { ...smallTopic, ...topic }), 'criteria').rows[id] ?? {};
    return [status, answer, value];
  };

  test('print yes, no, still to check and does not apply, with value and date', () => {
    expect(row({}, 0)).toEqual(['met', 'yes', '3 (good embryos), 14-Oct-2026.']);
    expect(row({}, 2)).toEqual(['met', 'yes', 'Normal, 20-Dec-2026.']);
    expect(row({ scan: { state: 'known', value: false, note: 'Fibroid 1 cm', date: '2027-01-11' } }, 1)).toEqual([
      'notMet',
      'no',
      'Fibroid 1\u00a0cm, 11-Jan-2027.',
    ]);
    expect(row({ scan: { state: 'notKnown', date: '2027-02-22' } }, 1)).toEqual([
      'notKnown',
      'still to check',
      'due 22-Feb-2027. See “Still needed”.',
    ]);
    expect(row({ scan: { state: 'doesNotApply', because: 'natural cycle' } }, 1)).toEqual([
      'doesNotApply',
      'does not apply',
      'natural cycle.',
    ]);
  });

  test('print the embryo test by its option only: not tested is still to check', () => {
    expect(row({ result: { state: 'known', value: 'notTested' } }, 2)).toEqual([
      'notKnown',
      'still to check',
      'Not tested. See “Still needed”.',
    ]);
  });

  test('print the doctor’s decision against a "no" with its reason, and against nothing else', () => {
    const no = { scan: { state: 'known' as const, value: false } };
    expect(row(no, 1, { criterionDecisions: { clear: { reason: 'accepted' } } })[2]).toBe('Doctor’s decision: discussed and accepted.');
    expect(row(no, 1, { criterionDecisions: { clear: { reason: 'own', text: 'Very small.' } } })[2]).toBe('Doctor’s decision: Very small.');
    expect(row({}, 1, { criterionDecisions: { clear: { reason: 'accepted' } } })[2]).toBe('');
  });
});

describe('the rest', () => {
  test('answers her questions first, or says who will, then the common ones chosen', () => {
    const model = paper({
      asked: [{ question: 'May I fly?', answer: 'Yes' }, { question: 'Will it pay?', who: 'Ms C. Sample' }, { question: 'And then?' }],
      commonQuestions: ['baby'],
    });
    expect(blockOf(model, 'questions').items).toEqual([
      { question: 'You asked: May I fly?', answer: 'Yes.' },
      { question: 'You asked: Will it pay?', answer: 'Not answered yet. Ms C. Sample will answer.' },
      { question: 'You asked: And then?', answer: 'Not answered yet. Dr A. Sample will answer.' },
      { question: 'Will it affect my baby?', answer: 'See “Your baby” above.' },
    ]);
  });

  test('gives safety in pregnancy once: a common question about it points to that paragraph, and answers without it', () => {
    const answers = (changes: ProgramAnswers) =>
      blockOf(paper({ ...changes, commonQuestions: ['baby', 'cost'] }), 'questions').items.map(({ answer }) => answer);
    const answered = 'Words of faq.cost.answer.';
    expect(answers({})).toEqual(['See “Your baby” above.', answered]);
    expect(answers({ decision: 'wait' })).toEqual(['See “Your baby” above.', answered]);
    expect(answers({ decision: 'wait', hidden: ['sideEffects'] })).toEqual(['Words of faq.baby.answer.', answered]);
  });

  test('warns when one of her medicines is on the list, and only then', () => {
    const hers = (...names: string[]) => blockOf(paper({ medicines: { known: 'some', names } }), 'medicines').hers;
    expect(hers('IBUPROFEN 400', 'Folic acid')).toBe(
      '*You take IBUPROFEN 400.* It is on this list. *Don’t stop either medicine; call us.*',
    );
    expect(hers('Pain tablet', 'Folic acid')).toBeUndefined();
    expect(blockOf(paper(), 'medicines').hers).toBeUndefined();
  });

  test('names the sources by kind, never provenance, and the dates of the content', () => {
    const { hope, lines } = blockOf(paper(), 'sources');
    expect(hope).toBe('There is real hope.');
    expect(lines).toEqual([
      '*Clinic:* Clinic document. *Labels of the medicine:* Test label; Second leaflet. *Studies:* Study 2020.',
      '*Content of* 22-Nov-2026. *Next review* 22-Nov-2027. Words of pack.update. Words of pack.funding.',
    ]);
    expect(printed(paper())).not.toContain('Secret Act');
  });

  test('is the same model for the same snapshot, and never holds the private note', () => {
    expect(paper()).toEqual(paper());
    expect(printed(paper({ privateNote: 'SECRET WORDS' }))).not.toContain('SECRET');
    expect(printed(paper())).not.toMatch(/\{[a-z]+\}(?<!\{page\}|\{pages\})/);
  });

  test('puts typed line breaks and braces on one line as they are', () => {
    const why = rowsOf(blockOf(paper({ why: 'One\n\n\ntwo {medicine}' }), 'summary')).Why;
    expect(why).toBe('One two {medicine}.');
  });
});

describe('the read-back', () => {
  test('is one sentence', () => {
    const text = readBack({ program: startProgram, topic: {} }, labels);
    expect(spaced(text)).toBe(
      '0.5 mg capsules: one in the morning and one at bedtime; 1 mg in one day; first on Sun 28-Feb-2027, 2 days before your embryo transfer; last on Mon 15-Mar-2027.',
    );
    expect(
      spaced(readBack({ program: { stop: { anchor: 'heartbeat' }, start: { anchor: 'ovulation', days: 0 } }, topic: {} }, labels)),
    ).toBe('on the day of ovulation; keep taking it until your doctor sees the baby’s heartbeat and tells you to stop.');
    expect(readBack({ program: {}, topic: {} }, labels)).toBe('');
  });
});
