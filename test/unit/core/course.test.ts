import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProgramAnswers, SLOTS, type Slot } from '#core/domain/answers.ts';
import { type CalendarCourse, calendarCourse, calendarDays } from '#core/domain/calendar.ts';
import { courseOf, LONGEST_COURSE_DAYS } from '#core/domain/course.ts';
import { addDays, daysBetween, formatDate, formatTime, inZone } from '#core/domain/dates.ts';
import { doseSum, formatDoseMg } from '#core/domain/doseWords.ts';
import { englishLabels as labels, startProgram, withAnswers } from '../../support/smallVisit.ts';

const course = (program: ProgramAnswers) => courseOf({ program, topic: {} });
const NONE = { morning: 0, noon: 0, evening: 0, bedtime: 0 };

describe('the course', () => {
  test('counts the first and the last day: from two days before the transfer to the test day are 16 days (S1)', () => {
    expect(course(startProgram)).toEqual({ dailyMg: 1, unitsPerDay: 2, firstDay: '2027-02-28', lastDay: '2027-03-15', tabletDays: 16 });
  });

  test.each<[string, ProgramAnswers['start'], string | undefined]>([
    ['on the day of the transfer', { anchor: 'transfer', days: 0 }, '2027-03-02'],
    ['two days after ovulation', { anchor: 'ovulation', days: 2 }, '2027-02-22'],
    ['a day before the preparation', { anchor: 'preparation', days: -1 }, '2027-02-09'],
    ['on a date', { anchor: 'date', date: '2027-02-14' }, '2027-02-14'],
    ['by the transfer, the days not said', { anchor: 'transfer' }, undefined],
    ['on a date, the date not said', { anchor: 'date' }, undefined],
  ])('begins %s', (_, start, expected) => {
    const program = withAnswers({ start, ovulationDate: '2027-02-20', preparationDate: '2027-02-10' });
    expect(course(program).firstDay).toBe(expected);
  });

  test('has no first day while the date of its anchor is not known', () => {
    expect(course(withAnswers({ transferDate: undefined })).firstDay).toBeUndefined();
  });

  test.each(['heartbeat', 'pregnancyWeek', 'doctor'] as const)(
    'has no planned last day when %s ends it, although a date is set to look',
    (anchor) => {
      const { lastDay, tabletDays } = course(withAnswers({ stop: { anchor, week: 7, date: '2027-03-20' } }));
      expect([lastDay, tabletDays]).toEqual([undefined, undefined]);
    },
  );
});

describe('a dose', () => {
  test('has no noise of floating point, no trailing zero, a leading zero, and is never split', () => {
    expect(course({ strengthMg: 0.1, units: { ...NONE, morning: 3 } }).dailyMg).toBe(0.3);
    expect(course({ strengthMg: 0.05, units: { ...NONE, morning: 7 } }).dailyMg).toBe(0.35);
    expect([0.5, 1, 2.5, 10, 0.75].map((mg) => formatDoseMg(mg, labels))).toEqual(
      ['0.5', '1', '2.5', '10', '0.75'].map((number) => `${number}\u00a0mg`),
    );
  });

  test('prints like a decimal number for every strength and number of units', () => {
    const units = fc.record({ morning: fc.nat(9), noon: fc.nat(9), evening: fc.nat(9), bedtime: fc.nat(9) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), units, (steps, each) => {
        const { dailyMg } = course({ strengthMg: steps * 0.05, units: each });
        if (dailyMg !== undefined) expect(formatDoseMg(dailyMg, labels)).toMatch(/^(?:0|[1-9]\d*)(?:\.\d{0,2}[1-9])?\u00a0mg$/);
      }),
    );
  });

  test('is said in words with the form as it is', () => {
    const nb = (text: string) => text.replaceAll(' mg', '\u00a0mg');
    expect(doseSum({ form: 'capsule', strengthMg: 0.5, units: { ...NONE, morning: 1, bedtime: 1 } }, labels)).toBe(
      nb('1 mg = two 0.5 mg capsules. Total in one day: 1 mg.'),
    );
    expect(doseSum({ form: 'tablet', strengthMg: 1, units: { ...NONE, morning: 1 } }, labels)).toBe(
      nb('1 mg = one 1 mg tablet. Total in one day: 1 mg.'),
    );
    expect(doseSum({ form: 'tablet', strengthMg: 0.5, units: { morning: 9, noon: 9, evening: 9, bedtime: 9 } }, labels)).toBe(
      nb('18 mg = thirty-six 0.5 mg tablets. Total in one day: 18 mg.'),
    );
  });
});

describe('dates on paper', () => {
  test('are 05-Dec-2026 with the weekday from the labels', () => {
    expect(formatDate('2026-12-05', labels)).toBe('05-Dec-2026');
    expect(formatDate('2026-12-05', labels, { weekday: 'short' })).toBe('Sat 05-Dec-2026');
    expect(formatDate('2026-12-06', labels, { weekday: 'long' })).toBe('Sunday 06-Dec-2026');
    expect(formatDate('2026-09-01', labels, { weekday: true })).toBe('Tue 01-Sep-2026');
  });

  test('carry the weekday that the calendar has', () => {
    const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, (instant) => {
        const expected = labels.dates.weekdaysShort[instant.getUTCDay()];
        expect(formatDate(instant.toISOString().slice(0, 10), labels, { weekday: 'short' }).split(' ')[0]).toBe(expected);
      }),
    );
  });

  test.each([
    ['00:00', '12 midnight'],
    ['00:05', '12:05 am'],
    ['08:00', '8 am'],
    ['12:00', '12 noon'],
    ['12:30', '12:30 pm'],
    ['23:59', '11:59 pm'],
  ])('say %s as %s', (time, said) => {
    expect(formatTime(time, labels)).toBe(said.replaceAll(' ', '\u00a0'));
  });

  test('give an instant in the clinic’s zone, on the day it is there', () => {
    expect(inZone('2027-02-12T06:12:30Z', 'Asia/Kolkata')).toEqual({ date: '2027-02-12', time: '11:42' });
    expect(inZone('2027-02-12T06:12:30.123Z', 'America/Los_Angeles')).toEqual({ date: '2027-02-11', time: '22:12' });
    expect(inZone('2026-12-31T18:30:00Z', 'Asia/Kolkata')).toEqual({ date: '2027-01-01', time: '00:00' });
  });
});

/** Doses between two ends, counted without the calendar: one number per slot of the whole course. */
function dosesBetween({ firstDay, lastDay, units, startSlot, stopSlot }: CalendarCourse): number {
  const at = (slot: Slot | undefined, otherwise: number) => (slot === undefined ? otherwise : SLOTS.indexOf(slot));
  const from = at(startSlot, 0);
  const to = daysBetween(firstDay, lastDay) * 4 + at(stopSlot, 3);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => SLOTS[(from + index) % 4]).filter(
    (slot) => slot && units[slot] > 0,
  ).length;
}

const days = fc.integer({ min: 0, max: 9_000 }).map((offset) => addDays('2024-01-01', offset));
const units = fc
  .record({ morning: fc.nat(2), noon: fc.nat(2), evening: fc.nat(2), bedtime: fc.nat(2) })
  .filter((each) => SLOTS.some((slot) => each[slot] > 0));
const maybeSlot = fc.option(fc.constantFrom(...SLOTS), { nil: undefined });
const courses: fc.Arbitrary<CalendarCourse> = fc
  .tuple(days, fc.integer({ min: 1, max: LONGEST_COURSE_DAYS }), units, maybeSlot, maybeSlot)
  .map(([firstDay, length, each, startSlot, stopSlot]) => ({
    firstDay,
    lastDay: addDays(firstDay, length - 1),
    units: each,
    startSlot,
    stopSlot,
  }));

describe('the calendar', () => {
  test('has one row per civil day, in order, none twice and none left out', () => {
    fc.assert(
      fc.property(courses, (each) => {
        const rows = calendarDays(each);
        expect(rows).toHaveLength(daysBetween(each.firstDay, each.lastDay) + 1);
        expect(rows[0]?.date).toBe(each.firstDay);
        expect(rows.at(-1)?.date).toBe(each.lastDay);
        expect(rows.map(({ day }) => day)).toEqual(rows.map((_, index) => index + 1));
        for (const [index, { date }] of rows.entries()) expect(daysBetween(each.firstDay, date)).toBe(index);
      }),
    );
  });

  test('has one box for each dose of the course, no more and no less', () => {
    fc.assert(
      fc.property(courses, (each) => {
        const boxes = calendarDays(each).flatMap(({ boxes: row }) => row.filter(Boolean)).length;
        expect(boxes).toBe(dosesBetween(each));
      }),
    );
  });

  test('keeps the numbers of the days that are left when it begins at the visit', () => {
    fc.assert(
      fc.property(courses, fc.integer({ min: -5, max: 130 }), (each, offset) => {
        const from = addDays(each.firstDay, offset);
        expect(calendarDays(each, from)).toEqual(calendarDays(each).filter(({ date }) => date >= from));
      }),
    );
  });

  test('runs over the end of a year, and of February in a leap year', () => {
    const dates = (firstDay: string, lastDay: string) =>
      calendarDays({ firstDay, lastDay, units: { ...NONE, noon: 1 } }).map(({ date }) => date);
    expect(dates('2027-12-30', '2028-01-02')).toEqual(['2027-12-30', '2027-12-31', '2028-01-01', '2028-01-02']);
    expect(dates('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(dates('2027-02-27', '2027-03-01')).toEqual(['2027-02-27', '2027-02-28', '2027-03-01']);
  });

  test('counts days, not hours, where clocks change', () => {
    expect(calendarDays({ firstDay: '2027-03-13', lastDay: '2027-03-15', units: { ...NONE, noon: 1 } })).toHaveLength(3);
    expect(daysBetween('2027-10-30', '2027-11-08')).toBe(9);
  });

  test('may start at night and end in the morning', () => {
    const rows = calendarDays({
      firstDay: '2027-02-28',
      lastDay: '2027-03-02',
      units: { ...NONE, morning: 1, bedtime: 1 },
      startSlot: 'bedtime',
      stopSlot: 'morning',
    });
    expect(rows.map(({ boxes }) => boxes)).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
  });

  test.each<[string, ProgramAnswers]>([
    ['the first day is not known', withAnswers({ transferDate: undefined })],
    ['the last day is open', withAnswers({ stop: { anchor: 'heartbeat', date: '2027-03-20' } })],
    ['the units are not known', withAnswers({ units: undefined })],
    ['it ends before it starts', withAnswers({ stop: { anchor: 'date', date: '2027-02-27' } })],
    ['it is longer than any course', withAnswers({ stop: { anchor: 'date', date: addDays('2027-02-28', LONGEST_COURSE_DAYS) } })],
  ])('has no boxes when %s', (_, program) => {
    expect(calendarCourse(program, course(program))).toBeUndefined();
  });
});
