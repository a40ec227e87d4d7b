import { describe, expect, test } from 'vitest';
import type { ProgramAnswers } from '#core/domain/answers.ts';
import { blockOf, kindsOf, printed, rowsOf } from '../../support/blocks.ts';
import { smallPaper as paper, spaced } from '../../support/smallPaper.ts';

describe('the plan', () => {
  test('says the dose in numbers and in words, times by slot, and never 1-0-1', () => {
    const plan = blockOf(paper(), 'plan');
    expect(spaced(plan.medicine)).toBe('Examplin 0.5 mg capsules');
    expect(spaced(plan.sum)).toBe('1 mg = two 0.5 mg capsules. Total in one day: 1 mg.');
    expect(plan.slots).toEqual([
      { slot: 'morning', name: 'Morning', units: 1, unitName: 'capsule', time: '9\u00a0am' },
      { slot: 'noon', name: 'Noon', units: 0, unitName: 'no capsule' },
      { slot: 'evening', name: 'Evening', units: 0, unitName: 'no capsule' },
      { slot: 'bedtime', name: 'Bedtime', units: 1, unitName: 'capsule', time: '9:30\u00a0pm' },
    ]);
    expect(printed(paper())).not.toMatch(/\d-\d-\d/);
    expect(plan.about).toBe('Brand: Sampletac. Not the once-a-day kind. Looks different? Ask us first.');
  });

  test('keeps every number with its unit, also in typed text', () => {
    const model = paper({ otherMedicines: 'Estradiol 2 mg at 8 am' });
    expect(rowsOf(blockOf(model, 'plan'))['Also take']).toBe('Estradiol 2\u00a0mg at 8\u00a0am.');
    expect(JSON.stringify(model)).not.toMatch(/\d (mg|am|pm)\b/);
  });

  test('says "higher than usual" above the sources’ range only', () => {
    const higher = 'Higher than usual; your doctor chose this on purpose. Take exactly this.';
    expect(blockOf(paper({ strengthMg: 1.5, doseReason: 'Level' }), 'plan').sum).toContain(higher);
    expect(blockOf(paper({ strengthMg: 1 }), 'plan').sum).not.toContain(higher);
    expect(blockOf(paper({ strengthMg: 0.25, doseReason: 'Level' }), 'plan').sum).not.toContain(higher);
  });

  test('says first "never take two doses together", then the doctor’s rule', () => {
    const missed = (missedDose: string | undefined) => rowsOf(blockOf(paper({ missedDose }), 'plan'))['Missed dose'];
    expect(missed('Up to 4 hours late: take it')).toBe('*Never take two doses together.* Up to 4 hours late: take it.');
    expect(missed(undefined)).toBe('*Never take two doses together.* Call us and ask what to do.');
  });

  test('names first and last day with their slots', () => {
    const rows = rowsOf(
      blockOf(
        paper({ start: { anchor: 'transfer', days: -2, slot: 'bedtime' }, stop: { anchor: 'date', date: '2027-03-15', slot: 'morning' } }),
        'plan',
      ),
    );
    expect(rows['First day']).toBe('*Sunday 28-Feb-2027*, bedtime.');
    expect(rows['Last day']).toBe('*Monday 15-Mar-2027*, morning. 16 days in all. We say then if you go on.');
    expect(rows['Who watches']).toBe('Dr A. Sample (fertility) and Dr B. Sample (kidney).');
  });

  test.each<[ProgramAnswers['stop'], string]>([
    [
      { anchor: 'heartbeat', date: '2027-03-20' },
      'Keep taking it until your doctor sees the baby’s heartbeat and tells you to stop. We look at this on Sat 20-Mar-2027.',
    ],
    [{ anchor: 'pregnancyWeek', week: 8 }, 'Keep taking it to about week 8 of pregnancy, until your doctor tells you to stop.'],
    [{ anchor: 'doctor' }, 'Keep taking it until your doctor tells you to stop.'],
  ])('with the stop %j goes on until the doctor says so', (stop, words) => {
    const rows = rowsOf(blockOf(paper({ stop }), 'plan'));
    expect(rows['How long']).toBe(words);
    expect(rows['Last day']).toBeUndefined();
  });
});

describe('the calendar block', () => {
  test('counts capsule days or tablet days, as the form is, with the units in the head', () => {
    expect(blockOf(paper(), 'calendar').head).toMatchObject({ day: 'Capsule day', slots: ['Morning 1', 'Bedtime 1'] });
    expect(blockOf(paper({ form: 'tablet' }), 'calendar').head.day).toBe('Tablet day');
  });

  test('has a row a day, marked with what happens on it, and a row for a test close by', () => {
    const { rows } = blockOf(
      paper({
        tests: [
          { test: 'level', date: '2027-03-08', time: '08:00' },
          { test: 'kidney', date: '2027-02-26' },
          { test: 'kidney', date: '2027-02-13' },
        ],
      }),
      'calendar',
    );
    expect(rows.filter(({ day }) => day !== '')).toHaveLength(16);
    expect(
      rows
        .filter(({ marks }) => marks.length > 0)
        .map(({ weekday, date, day, marks }) => [weekday, date, day, ...marks.map(({ kind, text }) => `${kind}: ${spaced(text)}`)]),
    ).toEqual([
      ['Fri', '26-Feb-2027', '', 'test: Kidney'],
      ['Sun', '28-Feb-2027', '1', 'first: First day'],
      ['Tue', '02-Mar-2027', '3', 'transfer: Embryo transfer'],
      ['Mon', '08-Mar-2027', '9', 'test: Blood first, then dose, 8 am'],
      ['Wed', '10-Mar-2027', '11', 'visit: Visit: Dr B. Sample, 5 pm'],
      ['Mon', '15-Mar-2027', '16', 'last: Last day'],
    ]);
  });

  test('says that the treatment goes on after the page', () => {
    expect(blockOf(paper(), 'calendar').end).toBe(
      '*This page ends at your next visit; your treatment does not. Don’t stop unless we tell you.*',
    );
  });

  test('joins the tests of one time in one mark, and says "blood first" for all when the drug level is among them', () => {
    const day = '2027-03-08';
    const marks = (...tests: [test: string, time?: string][]) =>
      blockOf(paper({ tests: tests.map(([test, time]) => ({ test, date: day, ...(time ? { time } : {}) })) }), 'calendar')
        .rows.find(({ date }) => date === '08-Mar-2027')
        ?.marks.map(({ text }) => spaced(text));
    expect(marks(['kidney', '08:00'])).toEqual(['Kidney, 8 am']);
    expect(marks(['kidney', '08:00'], ['other', '08:00'])).toEqual(['Blood tests, 8 am']);
    expect(marks(['kidney', '08:00'], ['level', '08:00'])).toEqual(['Blood first, then dose, 8 am']);
    expect(marks(['level', '09:00'], ['kidney', '08:00'])).toEqual(['Kidney, 8 am', 'Blood first, then dose, 9 am']);
  });

  test('of a course that goes on begins at the visit and keeps the numbers', () => {
    const { rows } = blockOf(paper({ decision: 'continue', start: { anchor: 'date', date: '2027-02-01' } }), 'calendar');
    expect([rows[0]?.date, rows[0]?.day]).toEqual(['12-Feb-2027', '12']);
  });

  test.each<[string, ProgramAnswers, string]>([
    ['the first day', { transferDate: undefined }, 'First day: 2 days before your embryo transfer. We tell you the date.'],
    ['the last day', { stop: { anchor: 'heartbeat' } }, 'First day: Sunday 28-Feb-2027.'],
  ])('is relative wording when %s is not known', (_, changes, first) => {
    const model = paper(changes);
    expect(kindsOf(model)).not.toContain('calendar');
    const { lines } = blockOf(model, 'relative');
    expect(lines[0]).toBe(first);
    expect(lines[1]).toBe('Take it every day, at the same times, until your doctor tells you to stop.');
    expect(lines.at(-1)).toBe('*This page ends at your next visit; your treatment does not. Don’t stop unless we tell you.*');
    expect(lines.map(spaced)).toContain('Visit (Dr B. Sample): Wed 10-Mar-2027, 5 pm.');
  });

  test('stands beside the doctor’s rules for what may change', () => {
    expect(rowsOf(blockOf(paper(), 'changes'))).toEqual({
      'Transfer date moves': 'Wait and call.',
      'Test is negative': 'Call us the same day.',
      Bleeding: 'Call us at night too.',
      'You vomit a dose': 'Do not repeat it.',
    });
    const empty = paper({ decision: 'continue', ifTransferMoves: undefined, ifVomiting: undefined });
    expect(rowsOf(blockOf(empty, 'changes'))).toMatchObject({
      'Transfer date moves': 'Not started: wait and call. Started: keep taking, call the same day.',
      'You vomit a dose': 'Call us and ask what to do.',
    });
  });
});

describe('tests and what is still needed', () => {
  test('"blood first, then take the dose" stands at the drug level only', () => {
    expect(blockOf(paper(), 'tests').rows.map(({ when, test, why }) => [spaced(when), test, why])).toEqual([
      ['Wed 24-Feb-2027, 8 am', 'Kidney', 'Words of test.kidney.why.'],
      ['Mon 08-Mar-2027, 8 am', 'Drug level', '*Blood first, then take the dose.* Bring it along.'],
    ]);
  });

  test('tests of one date and time share a row with each reason once; the drug level has its own', () => {
    const at = { date: '2027-03-08', time: '08:00' };
    const tests = [
      { test: 'level', ...at },
      { test: 'kidney', ...at },
      { test: 'other', name: 'TSH', ...at },
      { test: 'other', name: 'Full count', ...at },
      { test: 'kidney', date: '2027-03-08' },
    ];
    expect(blockOf(paper({ tests }), 'tests').rows.map(({ when, test, why }) => [spaced(when), test, why])).toEqual([
      ['Mon 08-Mar-2027', 'Kidney', 'Words of test.kidney.why.'],
      ['Mon 08-Mar-2027, 8 am', 'Drug level', '*Blood first, then take the dose.* Bring it along.'],
      ['Mon 08-Mar-2027, 8 am', 'Kidney, TSH, full count', 'Words of test.kidney.why.'],
    ]);
  });

  test('many long names at one time take several rows, so that none is higher than a page', () => {
    const tests = Array.from({ length: 20 }, (_, index) => ({
      test: 'other',
      name: `Test ${index + 1} ${'with a long name '.repeat(4)}`.slice(0, 60).trim(),
      date: '2027-03-08',
    }));
    const { rows } = blockOf(paper({ tests }), 'tests');
    expect(Math.max(...rows.map(({ test }) => test.length))).toBeLessThanOrEqual(90);
    expect(rows).toHaveLength(20);
  });

  test('what is open gathers with what is to come and when', () => {
    const topic = {
      count: { state: 'known' as const, value: 3 },
      scan: { state: 'notKnown' as const, note: 'MRI booked', date: '2027-02-22' },
    };
    expect(blockOf(paper({}, topic), 'needed').items).toEqual(['*A scan.* MRI booked. Due Mon 22-Feb-2027.', '*The embryo test.*']);
    expect(blockOf(paper({ hidden: ['criteria'] }, topic), 'needed').items).toEqual(['*A scan.* MRI booked. Due Mon 22-Feb-2027.']);
    expect(kindsOf(paper())).not.toContain('needed');
  });
});
