import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, decisionSchema, type ProgramAnswers, programQuestions } from '#core/domain/answers.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import { blockOf, kindsOf, printed, rowsOf } from '../../support/blocks.ts';
import { smallPack } from '../../support/smallPack.ts';
import { englishLabels, smallTopic, smallVisit, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
pack.handout.commonQuestions = pack.handout.commonQuestions.map((each) => (each.id === 'cost' ? { ...each, taking: true } : each));
function paper(changes: ProgramAnswers, topic = smallTopic): HandoutModel {
  return buildHandout({ visit: smallVisit(withAnswers(changes), topic), pack }, englishLabels, { kind: 'draft' });
}

const ALL_HIDDEN = [...programQuestions.hidden.element.options];
const asked: ProgramAnswers = { asked: [{ question: 'May I fly?' }], commonQuestions: ['baby'] };
const OFF_LABEL = 'It is not a standard treatment. It is not officially approved for this use (off-label).';

describe('every paper', () => {
  test.each(decisionSchema.options)('of %s says off-label in its summary, ends on the sources and has both numbers', (decision) => {
    const model = paper({ decision, hidden: ALL_HIDDEN });
    expect(rowsOf(blockOf(model, 'summary'))['Know this']).toContain(OFF_LABEL);
    expect(kindsOf(model).at(-1)).toBe('sources');
    expect(model.band.phones.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(['+91 00000 11111', '+91 00000 22222']);
  });

  test('has its blocks in the order of the paper', () => {
    expect(kindsOf(paper(asked))).toEqual([
      'summary',
      'plan',
      'redFlags',
      'calendar',
      'changes',
      'tests',
      'criteria',
      'options',
      'evidence',
      'sideEffects',
      'medicines',
      'questions',
      'sources',
    ]);
  });

  test('hides only what may be hidden', () => {
    const hidden = (decision: Decision) => kindsOf(paper({ ...asked, decision, hidden: ALL_HIDDEN }));
    const dose = ['summary', 'plan', 'redFlags', 'calendar', 'changes', 'tests', 'sideEffects', 'medicines', 'sources'];
    expect(hidden('start')).toEqual(dose);
    expect(hidden('continue')).toEqual(dose);
    expect(hidden('change')).toEqual(dose);
    expect(hidden('stop')).toEqual(['summary', 'plan', 'redFlags', 'tests', 'sources']);
    expect(hidden('wait')).toEqual(['summary', 'sources']);
    expect(hidden('notTaking')).toEqual(['summary', 'sources']);
  });
});

describe('wait and not taking it', () => {
  const decisions = ['wait', 'notTaking'] as const;

  test.each(decisions)('%s: no dose, no calendar, no red flags of the medicine, whatever was filled in before', (decision) => {
    const model = paper({ ...asked, decision, doseReason: 'Level', strengthMg: 5, medicines: { known: 'some', names: ['Ibuprofen'] } });
    for (const kind of ['plan', 'redFlags', 'calendar', 'relative', 'changes', 'medicines']) expect(kindsOf(model)).not.toContain(kind);
    expect(printed(model)).not.toMatch(
      /red flag|\d mg|capsule|tablet|[Mm]issed|two doses|at once|then take|then dose|Sampletac|16 days|Estradiol/,
    );
  });

  test.each(decisions)('%s: keeps tests but those of a drug level, side effects without calls, options and visits', (decision) => {
    const model = paper({ decision });
    expect(blockOf(model, 'tests').rows.map(({ why }) => why)).toEqual(['Words of test.kidney.why.']);
    const sideEffects = blockOf(model, 'sideEffects');
    expect([sideEffects.head.what, ...sideEffects.rows.map(({ what }) => what)]).toEqual(['', '']);
    expect(rowsOf(blockOf(model, 'summary')).Visits).toBe('Wed 10-Mar-2027, 5\u00a0pm: Dr B. Sample.');
  });

  test.each(decisions)('%s: answers no question about taking the medicine', (decision) => {
    const questions = (model: HandoutModel) => blockOf(model, 'questions').items.map(({ question }) => question);
    const chosen: ProgramAnswers = { ...asked, commonQuestions: ['baby', 'cost'] };
    expect(questions(paper({ ...chosen, decision }))).toEqual(['You asked: May I fly?', 'Will it affect my baby?']);
    expect(questions(paper(chosen))).toContain('Words of faq.cost.');
  });

  test('hold no dose for any protocol that was filled in', () => {
    const protocol = fc.record({
      decision: fc.constantFrom(...decisions),
      strengthMg: fc.constantFrom(0.5, 1, 5),
      form: fc.constantFrom('tablet' as const, 'capsule' as const),
      doseLater: fc.constantFrom(true as const, undefined),
    });
    fc.assert(fc.property(protocol, (changes) => !/\d mg|tablet|capsule/.test(printed(paper(changes)))));
  });
});

describe('stop', () => {
  const over: ProgramAnswers = {
    decision: 'stop',
    start: { anchor: 'date', date: '2027-02-01' },
    stop: { anchor: 'date', date: '2027-02-11' },
  };

  test('after the last dose: says so, gives no dose, no boxes, and calls that fit', () => {
    const model = paper({
      ...over,
      tests: [
        { test: 'kidney', date: '2027-02-01' },
        { test: 'level', date: '2027-02-20' },
      ],
    });
    const plan = blockOf(model, 'plan');
    expect(plan).toMatchObject({ notice: 'You do not take examplin any more.', medicine: 'Examplin' });
    expect(plan).not.toHaveProperty('slots');
    expect(plan).not.toHaveProperty('sum');
    expect(rowsOf(plan)['Last dose']).toBe('*Thursday 11-Feb-2027*, bedtime.');
    expect(rowsOf(plan)['Missed dose']).toBeUndefined();
    expect(kindsOf(model)).not.toContain('calendar');
    expect(blockOf(model, 'redFlags').call).toBe('Call us too if this comes after your last dose.');
    expect(blockOf(model, 'redFlags').emergency).not.toContain('next dose');
    expect(blockOf(model, 'tests').rows.map(({ test }) => test)).toEqual(['Drug level']);
    expect(printed(model)).not.toMatch(/take the dose|two doses/);
  });

  test('with doses left: gives the dose, the last day and only the boxes that remain', () => {
    const model = paper({ ...over, stop: { anchor: 'date', date: '2027-02-14', slot: 'morning' } });
    const plan = blockOf(model, 'plan');
    expect(plan.notice).toBe('Take it up to Sunday 14-Feb-2027, morning. Then stop.');
    expect(plan.slots).toHaveLength(4);
    const { rows, end } = blockOf(model, 'calendar');
    expect(rows.filter(({ day }) => day !== '').map(({ date, day, boxes }) => [date, day, boxes])).toEqual([
      ['12-Feb-2027', '12', [true, true]],
      ['13-Feb-2027', '13', [true, true]],
      ['14-Feb-2027', '14', [true, false]],
    ]);
    expect(end).toBe('*Take no more after the last box.*');
  });

  test('without a last dose asks her to ask', () => {
    expect(blockOf(paper({ decision: 'stop', stop: undefined }), 'plan').notice).toBe('Ask us today which dose is your last.');
  });
});

describe('a dose that is not there', () => {
  const gaps: ProgramAnswers[] = [{ form: undefined }, { strengthMg: undefined }, { units: undefined }];

  test.each(gaps)('on continue and change with %j: keep taking it, call today', (gap) => {
    for (const decision of ['continue', 'change'] as const) {
      const model = paper({ ...gap, decision });
      expect(blockOf(model, 'plan').notice).toBe('Keep taking it as now; call us today about this.');
      expect(blockOf(model, 'plan')).not.toHaveProperty('slots');
      expect(kindsOf(model)).toContain('relative');
    }
  });

  test.each(gaps)('on start with %j: do not start, no dose and no boxes', (gap) => {
    const model = paper({ ...gap, decision: 'start' });
    expect(blockOf(model, 'plan').notice).toBe('Do not start until the doctor fills this in.');
    expect(blockOf(model, 'plan')).not.toHaveProperty('slots');
    expect(blockOf(model, 'relative').lines.at(-1)).toBe('Do not start until the doctor fills this in.');
  });

  test('with "dose later": do not start, no dose and no boxes even where a dose was typed', () => {
    const model = paper({ doseLater: true });
    expect(blockOf(model, 'plan').notice).toBe('Do not start until the doctor fills this in.');
    expect(printed(model)).not.toMatch(/\d mg/);
    const { lines } = blockOf(model, 'relative');
    expect(lines.at(-1)).toBe('Do not start until the doctor fills this in.');
    expect(lines.join(' ')).not.toMatch(/Take it every day|Don’t stop/);
    expect(rowsOf(blockOf(model, 'plan'))['First day']).toBe('Planned for Sunday 28-Feb-2027. Wait until the dose is filled in.');
  });

  test('without a decision: shows what is filled in and says do not start', () => {
    const model = paper({ decision: undefined });
    expect(blockOf(model, 'plan')).toMatchObject({ notice: 'This is not decided yet. Do not start.', slots: expect.any(Array) });
    expect(rowsOf(blockOf(model, 'summary')).Decided).toBe('*Not decided yet.*');
  });
});
