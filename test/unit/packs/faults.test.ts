import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPacks, packFaults } from '#backend/packs/loadPacks.ts';
import { packFolder, TOPIC } from './packFolder.ts';

/** One edit that breaks the shipped pack, and the fault that an author must be shown at that very line. */
const CASES: {
  name: string;
  file: string;
  from: string;
  to: string;
  says: RegExp;
  at?: { file: string; text: string };
  also?: { file: string; from: string; to: string };
}[] = [
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
    name: 'a missing text',
    file: 'text/en.yaml',
    from: '  hope: >-\n',
    to: '  hopes: >-\n',
    says: /Add the text “hope”/,
    at: { file: 'text/en.yaml', text: 'texts:\n  topic' },
  },
  {
    name: 'a text that nothing uses',
    file: 'text/en.yaml',
    from: '  medicine: Tacrolimus\n',
    to: '  medicine: Tacrolimus\n  medicin: Tacrolimus\n',
    says: /nothing uses it/,
    at: { file: 'text/en.yaml', text: '  medicin: ' },
  },
  {
    name: 'a character that can’t be printed',
    file: 'text/en.yaml',
    from: 'test.kidney: Kidney\n',
    to: 'test.kidney: Kidney 🙂\n',
    says: /Emoji/,
  },
  { name: 'bold type that is not closed', file: 'text/en.yaml', from: '*Pain:*', to: '*Pain:', says: /Close the bold type/ },
  {
    name: 'a sentence of 26 words',
    file: 'text/en.yaml',
    from: 'red.chest: Chest pain',
    to: `red.chest: ${Array.from({ length: 26 }, () => 'pain').join(' ')}`,
    says: /sentence of 26 words \(at most 25\)/,
  },
  {
    name: 'words above the reading grade',
    file: 'text/en.yaml',
    from: 'decision.together: You can start, wait for results, or not take it. All are good answers. You can change your mind.',
    to: 'decision.together: Immunosuppressive pharmacotherapy necessitates individualised deliberation.',
    says: /Use plainer words in the section decision/,
  },
  {
    name: 'an unconfirmed clause that is printed',
    file: 'text/en.yaml',
    from: 'The UK regulator rates immune fertility tests',
    to: 'The UK regulator rates tacrolimus and immune tests',
    says: /Take “tacrolimus” out.*R1/,
    at: { file: 'text/en.yaml', text: '  evidence.regulator' },
  },
  {
    name: 'a figure that is not to be printed',
    file: 'text/en.yaml',
    from: 'After repeated miscarriage, more treated women had',
    to: 'After repeated miscarriage, 70 of 100 treated women had',
    says: /Take “70” out.*S4/,
    at: { file: 'text/en.yaml', text: '  evidence.s4' },
  },
  {
    name: 'a clause not confirmed with no words to watch for',
    file: 'facts.yaml',
    from: "mustNotSay: [tacrolimus], says: 'HFEA",
    to: "says: 'HFEA",
    says: /List under mustNotSay/,
  },
  {
    name: 'provenance that is told',
    file: 'sections.yaml',
    from: 'closing.call, own: true',
    to: 'closing.call, facts: [D2]',
    says: /D2 is never told or printed/,
  },
  {
    name: 'one side of safety in pregnancy alone',
    file: 'handout.yaml',
    from: '{ id: baby, facts: [Q1, L17, L18] }',
    to: '{ id: baby, facts: [Q1, L17] }',
    says: /Tell L18 in the same text: Q1/,
  },
  {
    name: 'a fact that nothing rests on',
    file: 'sections.yaml',
    from: 'what-it-is.worry, facts: [O2]',
    to: 'what-it-is.worry, facts: [O1]',
    says: /Say O2 somewhere/,
    at: { file: 'facts.yaml', text: '{ id: O2,' },
  },
  {
    name: 'a statement with other facts on paper',
    file: 'handout.yaml',
    from: '{ id: evidence.s2, facts: [S2] }',
    to: '{ id: evidence.s2, facts: [S1] }',
    says: /Name the same facts wherever “evidence.s2” stands/,
  },
  {
    name: 'a brand without a generic of its group',
    file: 'medicines.yaml',
    from: '{ name: Brufen, holds: [ibuprofen]',
    to: '{ name: Brufen, holds: [paracetamol]',
    says: /Name a generic of the group “pain” that Brufen holds/,
  },
  {
    name: 'a medicine that stands twice in its group',
    file: 'medicines.yaml',
    from: '{ name: Ibugesic,',
    to: '{ name: BRUFEN,',
    says: /Remove “BRUFEN” here/,
  },
  {
    name: 'a lookalike that is listed',
    file: 'medicines.yaml',
    from: 'lookalikes: [pantoprazole,',
    to: 'lookalikes: [omeprazole,',
    says: /Remove “omeprazole” here/,
  },
  {
    name: 'a group of medicines without what the label says',
    file: 'text/en.yaml',
    from: '  medicine.immune: ',
    to: '  medicine.imune: ',
    says: /Add the text “medicine.immune”/,
    at: { file: 'text/en.yaml', text: 'texts:\n  topic' },
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
  {
    name: 'a title too long for the list of sections',
    file: 'text/en.yaml',
    from: 'section.closing: Looking ahead',
    to: 'section.closing: Looking ahead to what comes next',
    says: /Shorten this title to 22 characters/,
  },
  {
    name: 'a picture of 100 for a study of few women',
    file: 'sections.yaml',
    from: '        - { id: evidence.s1-pregnant, facts: [S1] }\n',
    to: '        - { id: evidence.s1-pregnant, facts: [S1], counts: pregnant }\n',
    says: /its arm “treated” has 25 women, and fewer than 100 are never drawn/,
    also: {
      file: 'facts.yaml',
      from: "{ id: S1, kind: study, source: 'Nakagawa 2015, Am J Reprod Immunol 73:353',",
      to: "{ id: S1, counts: [{ id: pregnant, arms: [{ id: treated, women: 25, had: 16 }] }], kind: study, source: 'Nakagawa 2015, Am J Reprod Immunol 73:353',",
    },
  },
  {
    name: 'a count that its fact doesn’t say',
    file: 'facts.yaml',
    from: "{ id: S2, kind: study, source: 'Nakagawa 2017',",
    to: "{ id: S2, counts: [{ id: pregnant, arms: [{ id: treated, women: 124, had: 61 }] }], kind: study, source: 'Nakagawa 2017',",
    says: /Take 61 out, or say it in S2/,
  },
  {
    name: 'a point too long for the patient’s screen',
    file: 'text/en.yaml',
    from: '  screen.how-given.specialist: Only with a specialist to guide you',
    to: '  screen.how-given.specialist: Only with a specialist to guide you, from the first day of the tablets to the last',
    says: /Shorten “screen.how-given.specialist” to 70 characters/,
  },
  {
    name: 'hard words on the patient’s screen',
    file: 'text/en.yaml',
    from: '  screen.decision.start: You can start',
    to: '  screen.decision.start: Immunosuppressive medication initiation necessitates comprehensive consideration',
    says: /Use plainer words in the patient’s screen of decision/,
  },
  {
    name: 'a point without a source',
    file: 'sections.yaml',
    from: '{ id: screen.what-it-is.transplant, icon: shield, facts: [W1] }',
    to: '{ id: screen.what-it-is.transplant, icon: shield }',
    says: /“screen.what-it-is.transplant” rests on, or mark it/,
  },
  {
    name: 'a picture that nobody draws',
    file: 'sections.yaml',
    from: '{ id: screen.what-it-is.transplant, icon: shield, facts: [W1] }',
    to: '{ id: screen.what-it-is.transplant, icon: rocket, facts: [W1] }',
    says: /Give “icon” one of these values/,
  },
];

describe('A pack with a fault', () => {
  test.each(CASES)('shows the author file and line of $name', async ({ file, from, to, says, at, also }) => {
    const folder = packFolder();
    if (also) folder.edit(also.file, also.from, also.to);
    const editedLine = folder.edit(file, from, to);
    const faults = await packFaults(folder.dir);
    const found = faults.find(({ message }) => says.test(message));
    expect(found, JSON.stringify(faults, null, 1)).toBeDefined();
    const line = at ? at.text && folder.lineOf(at.file, at.text) : editedLine;
    expect([found?.file, found?.line]).toEqual([`${TOPIC}/${at?.file ?? file}`, line || null]);
    expect(found?.message).toMatch(/[.”]$/);
  });

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
