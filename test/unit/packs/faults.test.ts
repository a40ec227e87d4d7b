import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { type BrokenPack, expectShown } from './brokenPack.ts';
import { packFolder, TOPIC } from './packFolder.ts';

/** In how it is put together: files, ids, rules, worked cases. */
const CASES: BrokenPack[] = [
  {
    name: 'YAML that can’t be read',
    file: 'facts.yaml',
    from: 'facts:\n',
    to: 'facts: [\n',
    says: /Mend the YAML/,
    at: { file: 'facts.yaml', text: '{ id: D1,' },
  },
  {
    name: 'a key that stands twice in one map',
    file: 'pack.yaml',
    from: 'format: 1\n',
    to: 'format: 1\nformat: 1\n',
    says: /unique/,
    at: { file: 'pack.yaml', text: 'format: 1\nid' },
  },
  {
    name: 'a key of another file',
    file: 'protocol.yaml',
    from: 'protocol:\n',
    to: 'cases: []\nprotocol:\n',
    says: /Remove “cases”|Remove “protocol”/,
  },
  {
    name: 'a part that is missing',
    file: 'pack.yaml',
    from: "reviewBy: '2027-11-22'\n",
    to: '',
    says: /Add “reviewBy”/,
    at: { file: 'pack.yaml', text: '' },
  },
  {
    name: 'a key that nobody reads',
    file: 'facts.yaml',
    from: '{ id: O3, kind: clinic,',
    to: '{ id: O3, colour: red, kind: clinic,',
    says: /Remove “colour”/,
  },
  {
    name: 'a value that is not allowed',
    file: 'facts.yaml',
    from: '{ id: O3, kind: clinic,',
    to: '{ id: O3, kind: rumour,',
    says: /Give “kind” one of these values: “clinic”/,
  },
  { name: 'a fact id that stands twice', file: 'facts.yaml', from: '{ id: O3,', to: '{ id: O2,', says: /“O2” is taken/ },
  {
    name: 'a question id that stands twice',
    file: 'questions.yaml',
    from: '{ id: pelvis,',
    to: '{ id: wombLining,',
    says: /“wombLining” is taken/,
  },
  {
    name: 'a statement on a fact that isn’t there',
    file: 'sections.yaml',
    from: 'what-it-is.worry, facts: [O2]',
    to: 'what-it-is.worry, facts: [O9]',
    says: /there is no “O9”/,
  },
  {
    name: 'a statement without a source',
    file: 'sections.yaml',
    from: '{ id: what-it-is.worry, facts: [O2] }',
    to: '{ id: what-it-is.worry }',
    says: /has no source/,
  },
  {
    name: 'a section that asks an unknown question',
    file: 'sections.yaml',
    from: 'questions: [otherTreatments]',
    to: 'questions: [otherTreatment]',
    says: /there is no “otherTreatment”/,
  },
  {
    name: 'a criterion that isn’t there',
    file: 'sections.yaml',
    from: 'criteria: [I1, I2, I3]',
    to: 'criteria: [I1, I2, I9]',
    says: /there is no “I9”/,
  },
  {
    name: 'a rule on an unknown question',
    file: 'questions.yaml',
    from: 'rule: { question: pelvis, is: true }',
    to: 'rule: { question: pelvic, is: true }',
    says: /there is no “pelvic”/,
  },
  {
    name: 'a rule in no form that there is',
    file: 'questions.yaml',
    from: 'rule: { question: pelvis, is: true }',
    to: 'rule: { question: pelvis, equals: true }',
    says: /Write “rule” in one of the forms/,
  },
  {
    name: 'a question of no type that there is',
    file: 'questions.yaml',
    from: '{ id: pelvis, type: yesNo,',
    to: '{ id: pelvis, type: maybe,',
    says: /Give “type” one of these values: “yesNo”/,
  },
  {
    name: 'a rule on an unknown rule',
    file: 'questions.yaml',
    from: '{ criterion: C4 }] }',
    to: '{ rule: healthy }] }',
    says: /there is no “healthy”/,
  },
  {
    name: 'yes or no compared with a number',
    file: 'questions.yaml',
    from: 'rule: { question: pelvis, is: true }',
    to: 'rule: { question: pelvis, is: 1 }',
    says: /is of type yesNo/,
  },
  {
    name: 'yes or no compared by size',
    file: 'questions.yaml',
    from: 'rule: { question: pelvis, is: true }',
    to: 'rule: { question: pelvis, atLeast: 1 }',
    says: /whole numbers only/,
  },
  {
    name: 'a choice compared with no option of it',
    file: 'questions.yaml',
    from: 'rule: { question: embryoTest, is: normal }',
    to: 'rule: { question: embryoTest, is: euploid }',
    says: /“euploid” is none/,
  },
  {
    name: 'a rule that reads itself',
    file: 'questions.yaml',
    from: '{ question: immuneTests, is: true }',
    to: '{ criterion: T1 }',
    says: /reads itself/,
    at: { file: 'questions.yaml', text: '    rule:\n      all:\n        - any' },
  },
  {
    name: 'a worked case that fails',
    file: 'questions.yaml',
    from: 'rule: { question: pelvis, is: true }',
    to: 'rule: { question: pelvis, is: false }',
    says: /C4 is notMet, not met/,
    at: { file: 'cases.yaml', text: 'criteria: { C1: met, C2: met, C3: met, C4: met }' },
  },
  {
    name: 'a worked case that fails beside a text that is missing',
    file: 'cases.yaml',
    from: 'criteria: { C2: notKnown, C4: notMet }',
    to: 'criteria: { C2: met, C4: notMet }',
    says: /C2 is notKnown, not met/,
    also: { file: 'text/en.yaml', from: '  hope: >-\n', to: '  hopes: >-\n' },
  },
  {
    name: 'a worked case on an unknown question',
    file: 'cases.yaml',
    from: 'pelvis: { state: known, value: false, note: Small fibroid }',
    to: 'pelvic: { state: known, value: false }',
    says: /there is no “pelvic”/,
  },
];

describe('A pack with a fault', () => {
  test.each(CASES)('shows the author file and line of $name', expectShown);

  test('is refused whole, and the other packs are loaded', async () => {
    const folder = packFolder();
    cpSync(join(folder.dir, TOPIC), join(folder.dir, 'second'), { recursive: true });
    const second = packFolder();
    folder.edit('facts.yaml', '{ id: O3,', '{ id: O2,');
    const before = await loadPacks(folder.dir);
    expect(before.map(({ folder: name, pack }) => [name, pack === null])).toEqual([
      ['second', true],
      [TOPIC, true],
    ]);
    expect(before[0]?.faults.map(({ message }) => message)).toEqual(['Give the pack the id of its folder: “second”.']);
    const after = await loadPacks(second.dir);
    expect(after.map(({ pack }) => pack?.id)).toEqual([TOPIC]);
  });

  test('with empty files, or none at all, is refused with a message and never a crash', async () => {
    const folder = packFolder();
    for (const file of ['facts.yaml', 'sections.yaml']) writeFileSync(join(folder.dir, TOPIC, file), '');
    rmSync(join(folder.dir, TOPIC, 'text'), { recursive: true });
    const [loaded] = await loadPacks(folder.dir);
    expect(loaded?.pack).toBeNull();
    expect(loaded?.faults.map(({ file }) => file)).toContain(`${TOPIC}/facts.yaml`);
  });
});
