import { describe, expect, test, vi } from 'vitest';
import { AnswerKeeper } from '../../../renderer/consult/answers/answerKeeper.ts';
import type { KeeperOptions, SaveResult } from '../../../renderer/consult/answers/keeperState.ts';
import { whatIsFinal } from '../../../renderer/consult/check/whatIsFinal.ts';

interface Sent {
  changes: { key: string; value: unknown }[];
  rev: number;
}

/** A keeper over a store in memory that answers when it is told to. */
function keeperWith(rows: Record<string, unknown> = {}, change: Partial<KeeperOptions> = {}) {
  const sent: Sent[] = [];
  const waiting: ((result: SaveResult) => void)[] = [];
  let rev = 1;
  const reload = vi.fn();
  const keeper = new AnswerKeeper({
    rows: Object.entries(rows).map(([key, value]) => ({ key, value })),
    rev,
    savedAt: 'at 1',
    opened: [],
    save: (input) => {
      sent.push(input);
      return new Promise((resolve) => waiting.push(resolve));
    },
    problem: () => undefined,
    reload,
    ...change,
  });
  const settle = async (result: SaveResult) => {
    waiting.shift()?.(result);
    await vi.waitFor(() => undefined);
    await Promise.resolve();
  };
  const saved = () => {
    rev += 1;
    return settle({ kind: 'saved', rev, savedAt: `at ${rev}` });
  };
  return { keeper, sent, settle, saved, reload };
}
const value = (keeper: AnswerKeeper, key: string) => keeper.state().values.get(key);

test('an answer is on the screen at once, and saved when the store says so', async () => {
  const { keeper, sent, saved } = keeperWith();
  keeper.set('program.why', 'Because');
  expect(value(keeper, 'program.why')).toBe('Because');
  expect(keeper.state().save).toEqual({ kind: 'saving' });
  expect(sent).toEqual([{ changes: [{ key: 'program.why', value: 'Because' }], rev: 1 }]);
  await saved();
  expect(keeper.state().save).toEqual({ kind: 'saved', at: 'at 2' });
});

test('saves go one after the other, each with the revision that the one before it gave', async () => {
  const { keeper, sent, saved } = keeperWith();
  keeper.set('a', 1);
  keeper.set('b', 2);
  expect(sent).toHaveLength(1);
  await saved();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({ changes: [{ key: 'b', value: 2 }], rev: 2 });
});

test('letters typed while a save is on its way are saved after it', async () => {
  const { keeper, sent, saved } = keeperWith();
  keeper.set('a', 'S');
  keeper.set('a', 'Scan');
  await saved();
  await vi.waitFor(() => expect(sent.at(-1)).toEqual({ changes: [{ key: 'a', value: 'Scan' }], rev: 2 }));
  await saved();
  expect(keeper.hasUnsaved).toBe(false);
});

test('typing waits for a pause, and leaving the field doesn’t', () => {
  const { keeper, sent } = keeperWith();
  keeper.set('a', 'Sc', true);
  keeper.set('a', 'Scan', true);
  expect(sent).toEqual([]);
  keeper.flush();
  expect(sent).toEqual([{ changes: [{ key: 'a', value: 'Scan' }], rev: 1 }]);
});

test('a failed save keeps the answer and tells why; the next try stores it', async () => {
  const { keeper, sent, settle, saved } = keeperWith();
  keeper.set('a', 1);
  await settle({ kind: 'failed', message: 'The disk is full.' });
  await vi.waitFor(() => expect(keeper.state().save).toEqual({ kind: 'notSaved', message: 'The disk is full.' }));
  expect(value(keeper, 'a')).toBe(1);
  await expect(
    (async () => {
      const whole = keeper.whenSaved();
      await settle({ kind: 'failed', message: 'The disk is full.' });
      return whole;
    })(),
  ).rejects.toThrow('The disk is full.');
  keeper.flush();
  await saved();
  await vi.waitFor(() => expect(keeper.state().save.kind).toBe('saved'));
  expect(sent.every(({ changes }) => changes[0]?.value === 1)).toBe(true);
});

test('changed elsewhere: both values are kept, and nothing is sent until the person has settled it', async () => {
  const { keeper, sent, settle, saved } = keeperWith({ a: 'old' });
  keeper.set('a', 'mine');
  await settle({ kind: 'conflict', rev: 7, key: 'a', theirs: 'theirs' });
  await vi.waitFor(() => expect(keeper.state().conflicts.get('a')).toEqual({ mine: 'mine', theirs: 'theirs' }));
  keeper.set('a', 'mine, longer');
  expect(sent).toHaveLength(1);
  expect(keeper.state().conflicts.get('a')?.mine).toBe('mine, longer');
  keeper.settle('a', 'mine');
  expect(sent.at(-1)).toEqual({ changes: [{ key: 'a', value: 'mine, longer' }], rev: 7 });
  await saved();
});

test('theirs is taken without a save, and can be taken back', async () => {
  const { keeper, sent, settle } = keeperWith({ a: 'old' });
  keeper.set('a', 'mine');
  await settle({ kind: 'conflict', rev: 7, key: 'a', theirs: 'theirs' });
  await vi.waitFor(() => expect(keeper.state().conflicts.size).toBe(1));
  keeper.settle('a', 'theirs');
  expect(value(keeper, 'a')).toBe('theirs');
  expect(sent).toHaveLength(1);
  expect(keeper.undo()).toEqual(['a']);
  expect(sent.at(-1)).toEqual({ changes: [{ key: 'a', value: 'mine' }], rev: 7 });
});

test('a fresh copy never overwrites what waits to be saved', async () => {
  const { keeper, saved, reload } = keeperWith({ a: 'old', b: 'old' });
  keeper.set('a', 'mine');
  keeper.refresh({
    rows: [
      { key: 'a', value: 'theirs' },
      { key: 'b', value: 'theirs' },
    ],
    rev: 9,
    savedAt: 'at 9',
  });
  expect(value(keeper, 'a')).toBe('mine');
  await saved();
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
  keeper.refresh({
    rows: [
      { key: 'a', value: 'mine' },
      { key: 'b', value: 'theirs' },
    ],
    rev: 10,
    savedAt: 'at 10',
  });
  expect(value(keeper, 'b')).toBe('theirs');
});

test('what can’t be an answer stays in the window with its reason, and the stored answer stays as it was', () => {
  const { keeper, sent } = keeperWith({ a: 'old' }, { problem: () => 'Too long.' });
  keeper.set('a', 'far too long');
  expect(keeper.state().drafts.get('a')).toEqual({ value: 'far too long', message: 'Too long.' });
  expect(value(keeper, 'a')).toBe('old');
  expect(sent).toEqual([]);
  keeper.set('a', null);
  expect(keeper.state().drafts.size).toBe(0);
});

test('a word typed letter by letter is one change to take back', () => {
  const { keeper } = keeperWith({ a: 'old' });
  for (const text of ['S', 'Sc', 'Sca', 'Scan']) keeper.set('a', text, true);
  keeper.set('b', 1);
  expect(keeper.undo()).toEqual(['b']);
  expect(keeper.undo()).toEqual(['a']);
  expect(value(keeper, 'a')).toBe('old');
  expect(keeper.state().canUndo).toBe(false);
  expect(keeper.redo()).toEqual(['a']);
  expect(value(keeper, 'a')).toBe('Scan');
});

test('several answers of one action are one step to take back and do again', () => {
  const { keeper } = keeperWith({ 'program.form': 'tablet', 'program.brand': 'Mine' });
  const all = [
    { key: 'program.form', value: 'capsule' },
    { key: 'program.strengthMg', value: 0.5 },
    { key: 'program.brand', value: null },
  ];
  expect(keeper.setAll(all)).toBeUndefined();
  expect([...keeper.state().values]).toEqual([
    ['program.form', 'capsule'],
    ['program.strengthMg', 0.5],
  ]);
  expect(keeper.undo()).toEqual(['program.form', 'program.strengthMg', 'program.brand']);
  expect(value(keeper, 'program.form')).toBe('tablet');
  expect(value(keeper, 'program.strengthMg')).toBeUndefined();
  expect(value(keeper, 'program.brand')).toBe('Mine');
  expect(keeper.state().canUndo).toBe(false);
  keeper.redo();
  expect(value(keeper, 'program.strengthMg')).toBe(0.5);
});

test('several answers of one action are one save: a power cut never leaves half of a protocol', () => {
  const { keeper, sent } = keeperWith();
  keeper.setAll([
    { key: 'program.form', value: 'capsule' },
    { key: 'program.strengthMg', value: 0.5 },
  ]);
  expect(sent).toEqual([
    {
      changes: [
        { key: 'program.form', value: 'capsule' },
        { key: 'program.strengthMg', value: 0.5 },
      ],
      rev: 1,
    },
  ]);
  keeper.undo();
});

test('after a conflict the other answers of the save go again, each compared with what was seen', async () => {
  const { keeper, sent, settle, reload } = keeperWith({ a: 'old', b: 'old' });
  keeper.setAll([
    { key: 'a', value: 'mine' },
    { key: 'b', value: 'mine' },
  ]);
  await settle({ kind: 'conflict', rev: 7, key: 'a', theirs: 'theirs' });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({ changes: [{ key: 'b', value: 'mine' }], rev: 1 });
  await settle({ kind: 'saved', rev: 8, savedAt: 'at 8' });
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
});

test('a save that finds somebody else’s between fetches what they changed', async () => {
  const { keeper, settle, reload } = keeperWith({ b: 'old' });
  keeper.set('a', 'mine');
  await settle({ kind: 'saved', rev: 3, savedAt: 'at 3' });
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
  const rows = [
    { key: 'a', value: 'mine' },
    { key: 'b', value: 'theirs' },
  ];
  keeper.refresh({ rows, rev: 3, savedAt: 'at 3' });
  expect(value(keeper, 'b')).toBe('theirs');
});

test('of several answers none is changed when one can’t be stored', () => {
  const { keeper, sent } = keeperWith({}, { problem: (key) => (key === 'b' ? 'Not this.' : undefined) });
  const all = [
    { key: 'a', value: 1 },
    { key: 'b', value: 2 },
  ];
  expect(keeper.setAll(all)).toBe('Not this.');
  expect(keeper.state().values.size).toBe(0);
  expect(sent).toEqual([]);
});

describe('what is made final', () => {
  const stored = (rows: Record<string, unknown>, rev: number) => async () => ({
    rows: Object.entries(rows).map(([key, each]) => ({ key, value: each })),
    rev,
    savedAt: `at ${rev}`,
  });
  const never = () => Promise.reject(new Error('Nothing has to be read.'));

  test('is what this window shows', async () => {
    const { keeper, saved } = keeperWith();
    keeper.set('program.why', 'Because', true);
    const asked = whatIsFinal(keeper, never);
    await saved();
    expect(await asked).toEqual({ kind: 'shown', rev: 2 });
  });

  test('is never an answer that another screen stored in between: it comes in first, and what was typed stays', async () => {
    const { keeper, settle } = keeperWith({ 'program.food': 'Empty stomach' });
    keeper.set('program.why', 'Because', true);
    const now = { 'program.food': 'Empty stomach', 'program.why': 'Because', 'program.medicines': { known: 'none' } };
    const asked = whatIsFinal(keeper, stored(now, 3));
    await settle({ kind: 'saved', rev: 3, savedAt: 'at 3' });
    expect(await asked).toEqual({ kind: 'cameIn', keys: ['program.medicines'] });
    expect(Object.fromEntries(keeper.state().values)).toEqual(now);
    expect(await whatIsFinal(keeper, never)).toEqual({ kind: 'shown', rev: 3 });
  });

  test('counts what came in by the window’s own reading too', async () => {
    const { keeper, settle } = keeperWith();
    keeper.set('a', 1);
    const asked = whatIsFinal(keeper, async () => {
      const copy = await stored({ a: 1, b: 2 }, 3)();
      keeper.refresh(copy);
      return copy;
    });
    await settle({ kind: 'saved', rev: 3, savedAt: 'at 3' });
    expect(await asked).toEqual({ kind: 'cameIn', keys: ['b'] });
  });

  test('waits while an answer that two people gave is open, and while more is typed', async () => {
    const { keeper, settle } = keeperWith({ a: 'old' });
    keeper.set('a', 'mine', true);
    const asked = whatIsFinal(keeper, stored({ a: 'theirs' }, 7));
    await settle({ kind: 'conflict', rev: 7, key: 'a', theirs: 'theirs' });
    expect(await asked).toEqual({ kind: 'open' });
    expect(value(keeper, 'a')).toBe('mine');

    const typing = keeperWith();
    typing.keeper.set('a', 1);
    const later = whatIsFinal(typing.keeper, () => {
      typing.keeper.set('a', 2, true);
      return stored({ a: 1, c: 3 }, 3)();
    });
    await typing.settle({ kind: 'saved', rev: 3, savedAt: 'at 3' });
    expect(await later).not.toMatchObject({ kind: 'shown' });
    expect(value(typing.keeper, 'a')).toBe(2);
    typing.keeper.flush();
  });
});
