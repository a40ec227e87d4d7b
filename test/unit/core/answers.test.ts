import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersFromRows, parseAnswer } from '#core/domain/parseAnswer.ts';
import { sexWord } from '#core/domain/sexWords.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import { smallPack } from '../../support/smallPack.ts';
import { smallVisit, startProgram, withAnswers } from '../../support/smallVisit.ts';

const pack = smallPack();
const known = (value: unknown, more: object = {}) => ({ state: 'known', value, ...more });

describe('an answer that is saved', () => {
  test.each<[string, unknown]>([
    ['topic.count', known(3, { note: 'three', date: '2027-01-01' })],
    ['topic.scan', known(true)],
    ['topic.result', known('mosaic')],
    ['topic.signs', known([])],
    ['topic.signs', known(['fever', 'pain'])],
    ['topic.remark', known('All well')],
    ['topic.when', known('2028-02-29')],
    ['topic.scan', { state: 'notKnown', note: 'MRI booked', date: '2027-02-22' }],
    ['topic.scan', { state: 'doesNotApply', because: 'natural cycle' }],
    ['program.decision', 'wait'],
    ['program.chosen', { dose: 'dose-one' }],
    ['program.tests', [{ test: 'other', name: 'TSH', date: '2027-02-22' }]],
  ])('may be %s = %j', (key, value) => {
    expect(parseAnswer(pack, key, value)).toEqual({ ok: true, value });
  });

  test.each<[string, unknown, RegExp]>([
    ['topic.count', known(21), /from 0 to 20/],
    ['topic.count', known(1.5), /./],
    ['topic.count', known('3'), /whole number/],
    ['topic.scan', known('yes'), /true \(yes\)/],
    ['topic.result', known('euploid'), /Choose one of: normal/],
    ['topic.signs', known(['fever', 'cough']), /Choose from: fever, pain/],
    ['topic.signs', known(['fever', 'fever']), /once/],
    ['topic.remark', known('x'.repeat(21)), /at most 20/],
    ['topic.remark', known('  '), /Fill this in/],
    ['topic.scan', known(true, { note: 'x'.repeat(41) }), /at most 40/],
    ['topic.scan', known(true, { note: 'fine 😀' }), /Emoji/],
    ['topic.scan', known(true, { note: '*bold*' }), /asterisk/],
    ['topic.when', known('2027-02-29'), /YYYY-MM-DD/],
    ['topic.other', known(true), /no such question/],
    ['topic.scan', { state: 'doesNotApply', because: ' ' }, /Fill this in/],
    ['topic.scan', {}, /./],
    ['program.strengthMg', 0.33, /steps of 0.05/],
    ['program.units', { morning: 1 }, /missing/],
    ['program.nextDate', '12-02-2027', /YYYY-MM-DD/],
    ['program.chosen', { dose: 'dose-two' }, /Choose from: dose-one/],
    ['program.tests', [{ test: 'hair', date: '2027-02-22' }], /no such test/],
    ['program.tests', [{ test: 'other', date: '2027-02-22' }], /Write the name/],
    ['program.commonQuestions', ['weather'], /no such common question/],
    ['program.criterionDecisions', { luck: { reason: 'accepted' } }, /no such criterion/],
    ['program.criterionDecisions', { clear: { reason: 'own' } }, /own words/],
    ['program.language', 'hi', /no words in this language/],
    ['program.nothing', 1, /no such question/],
    ['decision', 'start', /program\.<question>/],
  ])('is refused with a sentence: %s = %j', (key, value, message) => {
    const parsed = parseAnswer(pack, key, value);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(parsed).toMatchObject({ message: expect.stringMatching(/^[^\n]+[.)]$/) });
  });

  test('comes back trimmed', () => {
    expect(parseAnswer(pack, 'program.nextStep', '  Blood test ')).toEqual({ ok: true, value: 'Blood test' });
  });
});

describe('rows', () => {
  test('become answers; a later row wins, null takes back, what has no sound shape counts as not answered', () => {
    const rows = [
      { key: 'program.decision', value: 'start' },
      { key: 'program.decision', value: 'wait' },
      { key: 'program.why', value: 'Because' },
      { key: 'program.why', value: null },
      { key: 'program.strengthMg', value: 'much' },
      { key: 'program.nothing', value: 1 },
      { key: 'topic.count', value: known(2) },
      { key: 'topic.scan', value: { state: 'maybe' } },
    ];
    expect(answersFromRows(rows)).toEqual({ program: { decision: 'wait' }, topic: { count: known(2) } });
  });
});

describe('words that may tell the sex of an embryo (J6)', () => {
  test.each([
    'a girl',
    'Boys',
    'male embryo',
    'FEMALE',
    '46,XX',
    '46 XY',
    '46xy',
    '47,XXY',
    '45,X',
    '45 X0',
    'XX',
    'X Y',
    'Y chromosome',
    'her son',
    'daughters',
    'ladki hai',
    'लड़का',
    'लड़की है',
    'लडकी',
    'लड़के',
    'बेटी',
    'पुत्र',
    'मादा',
    'ｇｉｒｌ',
  ])('%s is found', (text) => {
    expect(sexWord(text)).toBeDefined();
  });

  test.each([
    'male factor',
    'Female factor ruled out',
    'Normal',
    'person',
    'Jackson',
    'reasons',
    'fibroid 45 x 30 mm',
    '46 mm',
    'XXL',
    'boycott',
    'नर्स',
    'बच्चे की धड़कन',
    'maleate',
    'beta hCG',
  ])('%s is no such word', (text) => {
    expect(sexWord(text)).toBeUndefined();
  });

  test('are found wherever they stand in a text', () => {
    const other = fc
      .string({ unit: fc.constantFrom('a', ' ', '.', ',', '(', 'क') })
      .map((text) => text.replace(/[\p{L}]+$/u, '').replace(/^[\p{L}]+/u, ''));
    fc.assert(
      fc.property(
        other,
        fc.constantFrom('girl', '46,XY', 'लड़की'),
        other,
        (before, word, after) => sexWord(`${before} ${word} ${after}`) !== undefined,
      ),
    );
  });

  const printed = [
    'why',
    'nextStep',
    'food',
    'otherMedicines',
    'missedDose',
    'ifTransferMoves',
    'ifNegative',
    'ifBleeding',
    'ifVomiting',
    'brand',
    'doseReason',
  ] as const;
  test.each(printed)('are refused in %s with the reason', (id) => {
    expect(parseAnswer(pack, `program.${id}`, 'It is a girl')).toEqual({ ok: false, message: expect.stringContaining('PCPNDT') });
  });

  test('are refused in every printable field of a visit, each with its path', () => {
    const program = withAnswers({
      nextStep: 'See the boy',
      visits: [{ date: '2027-03-10', purpose: 'XX result' }],
      tests: [{ test: 'other', name: '46,XY', date: '2027-03-10' }],
      asked: [{ question: 'Is it a girl?', answer: 'लड़का' }],
      criterionDecisions: { clear: { reason: 'own', text: 'female' } },
      medicines: { known: 'some', names: ['girl tonic'] },
      privateNote: 'not printed: girl',
    });
    const topic = { scan: known(true, { note: 'male' }), remark: known('girl'), result: { state: 'doesNotApply', because: 'boy' } };
    const { problems } = visitProblems(pack, { ...smallVisit(), answers: { program, topic } });
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'answers.program.asked.0.answer',
      'answers.program.asked.0.question',
      'answers.program.criterionDecisions.clear.text',
      'answers.program.medicines.names.0',
      'answers.program.nextStep',
      'answers.program.tests.0.name',
      'answers.program.visits.0.purpose',
      'answers.topic.remark.value',
      'answers.topic.result.because',
      'answers.topic.scan.note',
    ]);
    for (const { message } of problems) expect(message).toContain('PCPNDT');
  });
});

describe('a visit', () => {
  test('that is sound comes back whole', () => {
    const visit = smallVisit();
    expect(visitProblems(pack, JSON.parse(JSON.stringify(visit)))).toEqual({ problems: [], visit });
  });

  test('names every fault with the path of its field, one line each', () => {
    const raw = {
      ...smallVisit(),
      extra: 1,
      timeZone: 'Asia/Nowhere',
      pack: { id: 'other', version: '9.9', hash: 'a'.repeat(64) },
      clinic: { name: '' },
      answers: {
        program: { ...startProgram, colour: 'red', chosen: { dose: 'x' }, strengthMg: -1 },
        topic: { count: known(99), what: known(true), scan: { state: 'known' } },
      },
    };
    const { problems, visit } = visitProblems(pack, raw);
    expect(visit).toBeUndefined();
    const paths = problems.map(({ path }) => path);
    for (const path of [
      'extra',
      'timeZone',
      'pack.id',
      'pack.version',
      'clinic.name',
      'clinic.dayPhone',
      'answers.program.colour',
      'answers.program.chosen.dose',
      'answers.program.strengthMg',
      'answers.topic.count.value',
      'answers.topic.what',
      'answers.topic.scan.value',
    ])
      expect(paths).toContain(path);
    for (const { path, message } of problems) expect(`${path}: ${message}`).toMatch(/^[^\n]+$/);
  });

  test('of any shape gives problems and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ answers: fc.anything(), pack: fc.anything(), timeZone: fc.anything() })), (raw) => {
        const { problems, visit } = visitProblems(pack, raw);
        expect(visit).toBeUndefined();
        expect(problems.length).toBeGreaterThan(0);
        for (const { path, message } of problems) expect(`${path}${message}`).not.toContain('\n');
      }),
    );
  });

  test('keeps a fault of a key on one line', () => {
    const { problems } = visitProblems(pack, { ...smallVisit(), answers: { program: {}, topic: { 'a\nb': known(true) } } });
    expect(problems).toEqual([{ path: 'answers.topic.a b', message: expect.any(String) }]);
  });
});
