import { beforeAll, expect, test } from 'vitest';
import type { Decision, ProgramAnswers } from '#core/domain/answers.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Visit } from '#core/domain/visit.ts';
import { visitProblems } from '#core/domain/visitProblems.ts';
import { THUMB } from '../../../templates/handout/signing.tsx';
import { blocksOf } from '../../support/blocks.ts';
import { type ShippedPaper, shippedPaper } from '../../support/shippedPaper.ts';

let shipped: ShippedPaper;
beforeAll(async () => {
  shipped = await shippedPaper();
});

const ALL = ['start', 'continue', 'change', 'stop', 'wait', 'notTaking'] as const;
const DOSE = ['start', 'continue', 'change'] as const;
const GIVEN = [...DOSE, 'stop'] as const;
const NOT_GIVEN = ['wait', 'notTaking'] as const;
/** Everything that may be switched off anywhere. */
const NOTHING_MORE: ProgramAnswers = {
  hidden: ['criteria', 'options', 'evidence', 'sideEffects', 'medicines', 'questions', 'teachBack', 'sources', 'calendar', 'tests'],
};
const USUAL: ProgramAnswers = { hidden: ['criteria', 'options', 'evidence'] };

function paper(decision: Decision, language: 'en' | 'hi', changes: ProgramAnswers = {}, visit: Partial<Visit> = {}): HandoutModel {
  const { topic, program } = shipped.sample.answers;
  return shipped.modelOf({ ...shipped.sample, ...visit, answers: { topic, program: { ...program, decision, language, ...changes } } });
}

const plain = (value: unknown) => JSON.stringify(value).replaceAll('*', '').replaceAll('\u00a0', ' ');
const textOf = (model: HandoutModel) => plain([model.act, model.calendar, model.explain]);

const known = new Map<string, string>();
/** The text of such a paper, built once. */
function textWith(decision: Decision, language: 'en' | 'hi', changes: ProgramAnswers): string {
  const key = JSON.stringify([decision, language, changes], (_, value: unknown) => (value === undefined ? null : value));
  const text = known.get(key) ?? textOf(paper(decision, language, changes));
  known.set(key, text);
  return text;
}

/** A sentence of the paper: what it is for, the papers that have it whatever is switched off, and its words in both languages. */
type Requirement = [string, readonly Decision[], string, string, ProgramAnswers?];
const REQUIREMENTS: Requirement[] = [
  ['not standard, off-label', ALL, 'It is not officially approved for this use (off-label).', 'सरकारी मंज़ूरी नहीं है (ऑफ़-लेबल)।'],
  ['nobody is sure', ALL, 'We are not sure it works.', 'हमें पक्का पता नहीं कि यह काम करती है।'],
  ['the next step with its date', ALL, 'Blood test: Friday 04-Dec-2026', 'शुक्रवार 04-दिस-2026'],
  ['the end is the source’s hope', ALL, 'there is real hope.', 'सच्ची उम्मीद है।'],
  ['dose in words', GIVEN, '1 mg = two 0.5 mg capsules. Total in one day: 1 mg.', '1 mg = दो कैप्सूल, हर एक 0.5 mg। पूरे दिन में कुल: 1 mg।'],
  ['two doses never together', GIVEN, 'Never take two doses together.', 'दो ख़ुराक एक साथ कभी न लें।'],
  [
    'who supervises, both',
    GIVEN,
    'Dr A. SAMPLE (fertility) and Dr K. SAMPLE (kidney)',
    'Dr A. SAMPLE (IVF के डॉक्टर) और Dr K. SAMPLE (गुर्दे के डॉक्टर)',
  ],
  ['call first', GIVEN, 'Do not stop because of this list. Call first.', 'इस सूची की वजह से दवा बंद न करें। पहले फ़ोन करें।'],
  [
    'emergency',
    GIVEN,
    'For a swollen face, trouble breathing, a fit, fainting or chest pain call 112 or 108 or go to hospital.',
    '112 या 108 पर फ़ोन करें या अस्पताल जाएँ।',
  ],
  ['ask there before the next dose', GIVEN, 'Ask there before the next dose.', 'अगली ख़ुराक से पहले वहीं पूछें।'],
  ['show it', GIVEN, 'Show this page to any doctor or chemist.', 'यह पन्ना किसी भी डॉक्टर या दवा वाले को दिखाएँ।'],
  ['days are counted by their form', DOSE, 'Capsule day', 'कैप्सूल का दिन'],
  ['a tablet has its own', DOSE, 'Tablet day', 'गोली का दिन', { form: 'tablet', strengthMg: 1 }],
  [
    'the page ends, the treatment does not',
    DOSE,
    'This page ends at your next visit; your treatment does not.',
    'यह पन्ना अगली मुलाक़ात पर ख़त्म होता है, इलाज नहीं।',
  ],
  ['not stopping alone', DOSE, 'Don’t stop unless we tell you.', 'हमारे कहे बिना बंद न करें।'],
  ['no known end', DOSE, 'until your doctor tells you to stop', 'जब तक डॉक्टर', { stop: { anchor: 'heartbeat' } }],
  ['the transfer moves', DOSE, 'Transfer date moves', 'ट्रांसफर की तारीख़ बदले'],
  ['a negative test, bleeding, a vomited dose', DOSE, 'You vomit a dose', 'दवा की उल्टी हो'],
  ['the level: blood first', DOSE, 'Blood first, then take the dose.', 'पहले ख़ून दें, फिर दवा लें।'],
  [
    'higher than usual',
    GIVEN,
    'Higher than usual; your doctor chose this on purpose. Take exactly this.',
    'आम से ज़्यादा; डॉक्टर ने सोच-समझकर चुना है। ठीक इतनी ही लें।',
    { units: { morning: 3, noon: 0, evening: 0, bedtime: 3 }, doseReason: 'Level too low' },
  ],
  ['dose later', ['start'], 'Do not start until the doctor fills this in.', 'जब तक डॉक्टर यहाँ न लिखें, दवा शुरू न करें।', { doseLater: true }],
  [
    'an empty field when she goes on',
    ['continue'],
    'Keep taking it as now; call us today about this.',
    'जैसे ले रही हैं, वैसे ही लेती रहें; इस बारे में आज ही हमें फ़ोन करें।',
    { units: undefined },
  ],
  ['fasting', DOSE, 'Ask first; don’t skip doses.', 'पहले पूछें; ख़ुराक न छोड़ें।'],
  [
    'a hit of her own medicines',
    DOSE,
    'Don’t stop either medicine; call us.',
    'कोई भी दवा बंद न करें; हमें फ़ोन करें।',
    { medicines: { known: 'some', names: ['Fluconazole'] } },
  ],
];

test.each(REQUIREMENTS)('%s', (_what, decisions, english, hindi, changes = {}) => {
  for (const decision of decisions)
    for (const hidden of [NOTHING_MORE, USUAL, {}]) {
      expect(textWith(decision, 'en', { ...changes, ...hidden }), decision).toContain(english);
      expect(textWith(decision, 'hi', { ...changes, ...hidden }), decision).toContain(hindi);
    }
});

test.each<[string, ProgramAnswers, string, string]>([
  [
    'a price that was written down',
    { price: { strip: 640, inAll: 2050, date: '2026-12-05' } },
    '₹ 640 a strip, about ₹ 2,050 in all, price of 05-Dec-2026.',
    'एक पत्ता ₹ 640 का, कुल मिलाकर क़रीब ₹ 2,050। यह दाम 05-दिस-2026 का है।',
  ],
  ['no price', {}, 'Varies; ask us.', 'बदलता है; हमसे पूछें।'],
])('the cost stands with the options on every paper: %s', (_what, changes, english, hindi) => {
  for (const decision of ALL) {
    expect(textWith(decision, 'en', { ...changes, hidden: [] }), decision).toContain(english);
    expect(textWith(decision, 'hi', { ...changes, hidden: [] }), decision).toContain(hindi);
  }
});

test.each(NOT_GIVEN)('%s has no dose, no calendar and no sign to call for anywhere', (decision) => {
  for (const [language, words] of [
    ['en', /Fever, chills or sweats|Call us at once|Capsule day|Total in one day|blood first/i],
    ['hi', /बुखार, कँपकँपी या पसीना|तुरंत फ़ोन|कैप्सूल का दिन|पूरे दिन में कुल|पहले ख़ून/],
  ] as const) {
    const model = paper(decision, language);
    expect(textOf(model)).not.toMatch(words);
    expect(blocksOf(model).map(({ kind }) => kind)).toEqual(expect.not.arrayContaining(['plan', 'redFlags', 'calendar', 'relative']));
    expect(model.band.phones).toHaveLength(2);
  }
});

test('blood first stands beside the level of the medicine and nowhere else', () => {
  const tests = blocksOf(paper('start', 'en')).find((block) => block.kind === 'tests');
  const rows = tests?.rows ?? [];
  expect(rows.filter(({ why }) => why.includes('Blood first')).map(({ test: name }) => name)).toEqual(['Drug level']);
});

test('the emergency numbers and both phones are the clinic’s own', () => {
  const clinic = { ...shipped.sample.clinic, emergencyNumbers: ['911'], dayPhone: '+1 000 0001', nightPhone: '+1 000 0002' };
  const model = paper('start', 'en', {}, { clinic });
  expect(textOf(model)).toContain('call 911 or go to hospital');
  expect(textOf(model)).not.toMatch(/\b112\b|\b108\b/);
  expect(model.band.phones.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual(['+1 000 0001', '+1 000 0002']);
});

test('a karyotype or a sex is refused where it could be printed', () => {
  const { program, topic } = shipped.sample.answers;
  for (const words of ['46,XX', '46,XY', 'a boy'])
    expect(
      visitProblems(shipped.pack, { ...shipped.sample, answers: { topic, program: { ...program, why: words } } }).visit,
      words,
    ).toBeUndefined();
});

test('what was not gone over is not on paper', () => {
  expect(blocksOf(paper('start', 'en')).some(({ kind }) => kind === 'teachBack')).toBe(false);
});

test('the box for a thumb is 30 by 40 mm', () => {
  const mm = (points: number) => (points / 72) * 25.4;
  expect([mm(THUMB.width), mm(THUMB.height)].map((each) => each.toFixed(3))).toEqual(['30.000', '40.000']);
});
