import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnswer } from '#core/domain/parseAnswer.ts';
import { AnswerKeeper } from '../../../renderer/consult/answers/answerKeeper.ts';
import { smallPack } from '../../support/smallPack.ts';

const pack = smallPack();

/** A store that keeps rows as the program's does, with the revision that a save has to carry. */
function store(rows: Map<string, unknown>) {
  let rev = 1;
  return {
    rows,
    save: async ({ changes, rev: seen }: { changes: { key: string; value: unknown }[]; rev: number }) => {
      expect(seen).toBe(rev);
      for (const { key, value } of changes) {
        if (value === null) rows.delete(key);
        else {
          expect(parseAnswer(pack, key, value), key).toMatchObject({ ok: true });
          rows.set(key, value);
        }
      }
      rev += 1;
      return { kind: 'saved' as const, rev, savedAt: `at ${rev}` };
    },
  };
}

const text = fc.constantFrom('Blood test', 'Scan', 'Call us. Keep taking it.', 'Dr A. SAMPLE');
const day = fc.integer({ min: 1, max: 28 }).map((each) => `2027-03-${String(each).padStart(2, '0')}`);
const clock = fc.constantFrom('08:30', '21:00');
const note = { note: fc.option(text, { nil: undefined }), date: fc.option(day, { nil: undefined }) };
const topic = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.record({ state: fc.constant('known'), value, ...note }),
    fc.record({ state: fc.constant('notKnown'), ...note }),
    fc.record({ state: fc.constant('doesNotApply'), because: text }),
  );

/** An answer of every kind of control: choice, text, date, time, number, counter, list that opens, tick, rows, question of the topic. */
const KINDS: Record<string, fc.Arbitrary<unknown>> = {
  'program.decision': fc.constantFrom('start', 'continue', 'stop', 'wait', 'notTaking'),
  'program.nextStep': text,
  'program.privateNote': text,
  'program.nextDate': day,
  'program.nextTime': clock,
  'program.form': fc.constantFrom('tablet', 'capsule'),
  'program.strengthMg': fc.constantFrom(0.5, 1, 5),
  'program.units': fc.record({ morning: fc.nat(9), noon: fc.nat(9), evening: fc.nat(9), bedtime: fc.nat(9) }),
  'program.slotTimes': fc.record({ morning: clock, bedtime: clock }, { requiredKeys: [] }),
  'program.doseLater': fc.constant(true),
  'program.start': fc.record({ anchor: fc.constant('transfer'), days: fc.integer({ min: -60, max: 60 }) }),
  'program.stop': fc.record({ anchor: fc.constant('date'), date: day }),
  'program.supervisors': fc.record({ fertility: text, kidney: text }, { requiredKeys: [] }),
  'program.tests': fc.array(fc.record({ test: fc.constantFrom('kidney', 'level'), date: day, time: clock }), {
    minLength: 1,
    maxLength: 3,
  }),
  'program.visits': fc.array(fc.record({ purpose: text, date: day }), { minLength: 1, maxLength: 3 }),
  'program.price': fc.record({ strip: fc.constantFrom(640, 62.5), inAll: fc.constant(2050), date: day }, { requiredKeys: [] }),
  'program.allergies': fc.constant({ known: 'none' }),
  'program.medicines': fc.record({ known: fc.constant('some'), names: fc.uniqueArray(text, { minLength: 1 }) }),
  'program.asked': fc.array(fc.record({ question: text, answer: text }), { minLength: 1, maxLength: 3 }),
  'program.teachBack': fc.record({ dose: fc.constantFrom('understood', 'again', 'later') }),
  'program.acknowledged': fc.subarray(['offLabel', 'options', 'risks', 'cost', 'chances'], { minLength: 1 }),
  'program.criterionDecisions': fc.record({ clear: fc.record({ reason: fc.constantFrom('treated', 'accepted') }) }),
  'program.hidden': fc.subarray(['criteria', 'options', 'evidence'], { minLength: 1 }),
  'program.largePrint': fc.constant(true),
  'topic.count': topic(fc.nat(20)),
  'topic.scan': topic(fc.boolean()),
  'topic.result': topic(fc.constantFrom('normal', 'mosaic')),
};

const one = fc.constantFrom(...Object.keys(KINDS)).chain((key) =>
  fc.record({
    kind: fc.constant('set' as const),
    key: fc.constant(key),
    value: fc.option(KINDS[key] ?? fc.constant(null), { nil: null, freq: 6 }),
    typing: fc.boolean(),
  }),
);
const several = fc.record({ kind: fc.constant('all' as const), changes: fc.array(one, { minLength: 2, maxLength: 4 }) });
const step = fc.oneof(
  { weight: 4, arbitrary: one },
  { weight: 1, arbitrary: several },
  fc.constantFrom({ kind: 'leave' as const }, { kind: 'undo' as const }, { kind: 'redo' as const }),
);

const asObject = (values: ReadonlyMap<string, unknown>) => Object.fromEntries(values);

test('any sequence of answers is undone to where it began and done again to where it ended, and each state is stored', async () => {
  const touched = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 6 }), fc.array(step, { minLength: 1, maxLength: 30 }), async (given, steps) => {
      const kept = store(new Map(given.filter(({ value }) => value !== null).map(({ key, value }) => [key, value])));
      const keeper = new AnswerKeeper({
        rows: [...kept.rows].map(([key, value]) => ({ key, value })),
        rev: 1,
        savedAt: 'at 1',
        opened: [],
        save: kept.save,
        problem: (key, value) => {
          const parsed = parseAnswer(pack, key, value);
          return parsed.ok ? undefined : parsed.message;
        },
        reload: () => undefined,
      });
      const stored = async () => {
        await keeper.whenSaved();
        expect(asObject(kept.rows)).toEqual(asObject(keeper.state().values));
        return asObject(kept.rows);
      };
      const before = asObject(kept.rows);
      for (const each of steps) {
        if (each.kind === 'leave') keeper.flush();
        else if (each.kind === 'undo') keeper.undo();
        else if (each.kind === 'redo') keeper.redo();
        else if (each.kind === 'set') {
          keeper.set(each.key, each.value, each.typing);
          touched.add(each.key);
        } else {
          const changes = new Map(each.changes.map(({ key, value }) => [key, value]));
          expect(keeper.setAll([...changes].map(([key, value]) => ({ key, value })))).toBeUndefined();
        }
      }
      while (keeper.state().canRedo) keeper.redo();
      expect(keeper.state().drafts.size).toBe(0);
      const states = [await stored()];
      while (keeper.state().canUndo) {
        expect(keeper.undo().length).toBeGreaterThan(0);
        states.unshift(await stored());
      }
      expect(states[0]).toEqual(before);
      for (const state of states.slice(1)) {
        expect(keeper.state().canRedo).toBe(true);
        keeper.redo();
        expect(await stored()).toEqual(state);
      }
      expect(keeper.state().canRedo).toBe(false);
    }),
    { numRuns: 150 },
  );
  expect([...touched].sort()).toEqual(Object.keys(KINDS).sort());
});
