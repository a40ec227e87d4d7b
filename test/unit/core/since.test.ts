import { beforeAll, expect, test } from 'vitest';
import type { Answers, ProgramAnswers } from '#core/domain/answers.ts';
import { lastVisitOf, lastVisitSchema } from '#core/domain/lastVisit.ts';
import { paperDifferences } from '#core/domain/paperChanges.ts';
import type { Language } from '#core/domain/text.ts';
import { blockOf } from '../../support/blocks.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let shipped: ShippedPaper;
beforeAll(async () => {
  shipped = await shippedPaper();
});

const BEFORE = '2026-12-02';
const UNITS = { morning: 1, noon: 0, evening: 0, bedtime: 1 };

/** The line of the summary on the paper of 09-Dec-2026 that goes on from the example visit; undefined when there is none. */
function line(now: ProgramAnswers, { before = {}, language = 'en' }: { before?: ProgramAnswers; language?: Language } = {}) {
  const { topic, program } = shipped.sample.answers;
  const last: Answers = { topic, program: { ...program, ...before } };
  const visit = {
    ...shipped.sample,
    visitDate: '2026-12-09',
    lastVisit: lastVisitOf(BEFORE, last),
    answers: { topic, program: { ...program, decision: 'continue' as const, language, ...now } },
  };
  const label = language === 'en' ? 'Last visit' : 'पिछली बार';
  return blockOf(shipped.modelOf(visit), 'summary')
    .rows.find((row) => row.label === label)
    ?.text.replaceAll('\u00a0', ' ');
}

test('a dose that has changed stands with its total now and before', () => {
  const now: ProgramAnswers = { decision: 'change', units: { morning: 2, noon: 0, evening: 0, bedtime: 2 } };
  expect(line(now)).toBe('*02-Dec-2026. Since then:* Total in one day: now 2 mg, before 1 mg.');
  expect(line(now, { language: 'hi' })).toBe('*02-दिस-2026 को। तब से:* पूरे दिन में कुल: अब 2 mg, पहले 1 mg।');
});

test('the same total in other units or at other times is not called the same', () => {
  const fact = 'Total in one day: still 1 mg. How you take it has changed: see “Your plan”.';
  for (const now of [
    { strengthMg: 1, units: { morning: 1, noon: 0, evening: 0, bedtime: 0 } },
    { slotTimes: { morning: '08:00', bedtime: '21:00' } },
    { form: 'tablet' },
  ] as ProgramAnswers[])
    expect(line(now)).toContain(fact);
  expect(line({ slotTimes: { morning: '09:00', bedtime: '21:00', noon: '13:00' } })).toContain('Your dose is the same.');
});

test('another kind or brand is never called the same dose, and is said by its name', () => {
  const before: ProgramAnswers = { release: 'immediate', brand: 'Pangraf' };
  const now: ProgramAnswers = { release: 'prolonged', brand: 'Tacroren XR' };
  expect(line(now, { before })).toBe(
    '*02-Dec-2026. Since then:* *The kind has changed:* now the once-a-day kind. *The brand has changed:* now Tacroren XR, before Pangraf.',
  );
  expect(line(now, { before, language: 'hi' })).toBe(
    '*02-दिस-2026 को। तब से:* *दवा की क़िस्म बदली है:* अब दिन में एक बार वाली। *ब्रांड बदला है:* अब Tacroren XR, पहले Pangraf।',
  );
  expect(line(before, { before: now })).toContain('*The kind has changed:* not the once-a-day kind any more.');
  expect(line({ ...now, strengthMg: 1 }, { before })).toMatch(/now 2 mg, before 1 mg\. \*The kind has changed:/);
  expect(line({ ...before, brand: 'PANGRAF ' }, { before })).toContain('Your dose is the same.');
  // Written in one visit only, nobody can say whether it is another one.
  const [oneSided, none] = [{ release: undefined, brand: undefined }, undefined];
  expect(line(oneSided, { before })).toBe(none);
  expect(line(now, { before: oneSided })).toBe(none);
  // A visit that was frozen without them says nothing of them.
  expect(lastVisitSchema.safeParse({ visitDate: BEFORE, dose: { form: 'capsule', strengthMg: 1, units: UNITS } }).success).toBe(true);
});

test('after a stop she is told that she takes it, and no dose of the visit that stopped it', () => {
  const before: ProgramAnswers = { decision: 'stop', stop: { anchor: 'date', date: '2026-12-03' } };
  expect(line({}, { before })).toBe(
    '*02-Dec-2026. Since then:* You were to stop. Now you go on. Last day: now Tue 22-Dec-2026, before Thu 03-Dec-2026.',
  );
  expect(line({}, { before, language: 'hi' })).toContain('तब इसे बंद करना था। अब इसे लेना है।');
  expect(line({ doseLater: true }, { before })).not.toContain('go on');
  expect(line({ decision: 'stop', stop: { anchor: 'date', date: '2026-12-10' } }, { before })).not.toMatch(/dose|go on/);
});

test('where another thing ends the course, or a date is known of one visit only, the dose alone is not called the same', () => {
  const heartbeat: ProgramAnswers = { stop: { anchor: 'heartbeat' } };
  const howLong = '*02-Dec-2026. Since then:* How long you take it has changed: see “Your plan”.';
  expect(line(heartbeat)).toBe(howLong);
  expect(line({}, { before: heartbeat })).toBe(howLong);
  expect(line(heartbeat, { language: 'hi' })).toContain('कब तक लेना है, यह बदला है: “आपको क्या लेना है” में देखें।');
  expect(line({ stop: { anchor: 'pregnancyWeek', week: 12 } }, { before: heartbeat })).toContain('How long you take it has changed');
  for (const part of [{ stop: undefined }, { transferDate: undefined }, { start: undefined }]) {
    expect(line(part)).toBeUndefined();
    expect(line({}, { before: part })).toBeUndefined();
  }
});

test('times of day that only one visit says have not changed', () => {
  expect(line({ slotTimes: undefined })).toBeUndefined();
  expect(line({}, { before: { slotTimes: undefined } })).toBeUndefined();
  expect(line({ slotTimes: { morning: '09:00' } })).toBeUndefined();
  expect(line({ slotTimes: { morning: '08:00' } })).toContain('How you take it has changed');
});

test('dates that have moved stand with both days, those of a stop too', () => {
  expect(line({ transferDate: '2026-12-16' })).toContain(
    'Embryo transfer: now Wed 16-Dec-2026, before Wed 09-Dec-2026. First day: now Mon 14-Dec-2026, before Mon 07-Dec-2026.',
  );
  const stop = line({ decision: 'stop', stop: { anchor: 'date', date: '2026-12-10' }, transferDate: '2026-12-16' });
  expect(stop).toContain('Last day: now Thu 10-Dec-2026, before Tue 22-Dec-2026.');
  expect(stop).not.toContain('transfer');
});

test('a test has moved only where one date ahead stands for one', () => {
  const level = { test: 'drug-level', date: '2026-12-15' };
  expect(line({ tests: [level] })).toContain('Drug level: now Tue 15-Dec-2026, before Mon 14-Dec-2026.');
  expect(line({ tests: [level, { test: 'drug-level', date: '2026-12-20' }] })).not.toContain('Drug level');
  const gone = line({ tests: [{ test: 'sugar', date: '2026-12-15' }] });
  expect(gone, 'the sugar of 04-Dec-2026 is over').not.toContain('Sugar');
});

test('what is not known of either visit is left out, and a paper with nothing to compare has no line', () => {
  expect(line({}, { before: { decision: 'wait' } })).toBeUndefined();
  expect(line({ doseLater: true, decision: 'change' }, { before: { transferDate: undefined } })).toBeUndefined();
  expect(line({}, { before: { doseLater: true } })).toBeUndefined();
  for (const decision of ['start', 'wait', 'notTaking'] as const) expect(line({ decision, transferDate: '2026-12-16' })).toBeUndefined();
});

test('when the visit before is amended, its own paper names the line that is another one then', () => {
  const { topic, program } = shipped.sample.answers;
  const visit = (decision: 'continue' | 'start', strengthMg: number) => ({
    ...shipped.sample,
    lastVisit: lastVisitOf(BEFORE, { topic, program: { ...program, strengthMg } }),
    answers: { topic, program: { ...program, decision } },
  });
  expect(paperDifferences(visit('continue', 1), visit('continue', 0.5))).toEqual([{ fact: 'other' }]);
  expect(paperDifferences(visit('continue', 1), visit('continue', 1))).toEqual([]);
  expect(paperDifferences(visit('start', 1), visit('start', 0.5))).toEqual([]);
});

test('on a paper in both languages both say it', () => {
  const { topic, program } = shipped.sample.answers;
  const lastVisit = lastVisitOf(BEFORE, shipped.sample.answers);
  const answers = { topic, program: { ...program, decision: 'continue' as const, language: 'both' as const } };
  const { act, beside } = shipped.modelOf({ ...shipped.sample, lastVisit, answers });
  const rows = [...act, ...(beside?.blocks ?? [])].flatMap((block) => (block.kind === 'summary' ? block.rows : []));
  expect(rows.filter(({ text }) => /आपकी ख़ुराक वही है|Your dose is the same/.test(text))).toHaveLength(2);
});
