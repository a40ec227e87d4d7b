import { type Pack, packSchema } from '#core/domain/pack.ts';
import { packTextIds } from '#core/domain/packTexts.ts';

/** Texts that tests look for; every other id gets a text made of the id itself. */
const WORDS: Record<string, string> = {
  topic: 'Examplin for tests',
  medicine: 'Examplin',
  'know.off-label': 'It is not a standard treatment. It is not officially approved for this use (off-label).',
  'red.fever': 'Fever red flag',
  'red.rash': 'Rash red flag',
  'sideEffect.infection.do': 'Call us at once for this sign.',
  'medicines.pain': 'Pain: ibuprofen and the like.',
  'evidence.lead': 'We are not sure it works.',
  hope: 'There is real hope.',
  'question.count': 'How many cycles failed?',
  'question.scan': 'Was the scan clear?',
  'question.result': 'What did the embryo test show?',
  'question.scan.needed': 'A scan',
  'question.result.needed': 'The embryo test',
  'question.result.option.normal': 'Normal',
  'question.result.option.notTested': 'Not tested',
  'criterion.cycles': 'Two or more failed cycles',
  'criterion.clear': 'A clear scan',
  'criterion.embryo': 'A normal embryo',
  'test.kidney': 'Kidney',
  'test.level': 'Drug level',
  'option.examplin': 'Examplin',
  'faq.baby': 'Will it affect my baby?',
};

const structure = {
  format: 1,
  id: 'examplin-tests',
  version: '2.1',
  contentDate: '2026-11-22',
  reviewBy: '2027-11-22',
  languages: ['en'],
  update: 'pack.update',
  funding: 'pack.funding',
  sections: [
    { id: 'about', statements: [{ id: 'about.one', facts: ['F1'] }] },
    {
      id: 'fit',
      form: 'criteria',
      questions: ['count', 'scan', 'result', 'signs', 'remark', 'when'],
      criteria: ['cycles', 'clear', 'embryo'],
    },
    { id: 'plan', form: 'protocol' },
    { id: 'tests', form: 'monitoring' },
    { id: 'safe', form: 'safety' },
    { id: 'decide', form: 'decision' },
    { id: 'ask', form: 'questions' },
  ],
  facts: [
    { id: 'F1', kind: 'clinic', says: 'One.', source: 'Clinic document, opening' },
    { id: 'F2', kind: 'label', says: 'Two.', source: 'Test label, section 9; Second leaflet (web)' },
    { id: 'F3', kind: 'study', says: 'Three.', source: 'Study 2020' },
    { id: 'J1', kind: 'law', says: 'Four.', source: 'Secret Act', prints: false },
  ],
  questions: [
    { id: 'count', type: 'integer', min: 0, max: 20, asks: { note: true, date: true } },
    { id: 'scan', type: 'yesNo', asks: { note: true, date: true }, maxLength: 40 },
    {
      id: 'result',
      type: 'choice',
      options: ['normal', 'notNormal', 'mosaic', 'notTested'],
      unknownOptions: ['notTested'],
      asks: { date: true },
    },
    { id: 'signs', type: 'choices', options: ['fever', 'pain'] },
    { id: 'remark', type: 'text', maxLength: 20 },
    { id: 'when', type: 'date' },
  ],
  criteria: [
    {
      id: 'cycles',
      group: 'indication',
      facts: ['F1'],
      question: 'count',
      rule: {
        all: [
          { question: 'count', atLeast: 2 },
          { question: 'scan', is: true },
        ],
      },
    },
    { id: 'clear', group: 'listed', facts: ['F1'], question: 'scan', rule: { question: 'scan', is: true } },
    { id: 'embryo', group: 'listed', facts: ['F1'], question: 'result', rule: { question: 'result', is: 'normal' } },
  ],
  rules: [
    { id: 'both', facts: ['F1'], rule: { all: [{ criterion: 'clear' }, { criterion: 'embryo' }] } },
    { id: 'either', facts: ['F1'], rule: { any: [{ criterion: 'clear' }, { not: { question: 'signs', includes: 'fever' } }] } },
    { id: 'itself', facts: ['F1'], rule: { any: [{ rule: 'itself' }] } },
  ],
  protocol: {
    forms: ['tablet', 'capsule'],
    releases: ['immediate', 'prolonged'],
    usualDailyMg: { min: 1, max: 2, facts: ['F2'] },
    alternatives: [{ about: 'dose', options: [{ id: 'dose-one', facts: ['F1'] }] }],
    startAnchors: ['transfer', 'ovulation', 'preparation', 'date'],
    stopAnchors: ['heartbeat', 'pregnancyWeek', 'date', 'doctor'],
    tests: [
      { id: 'kidney', facts: ['F2'] },
      { id: 'level', facts: ['F2'], beforeDose: true },
    ],
  },
  handout: {
    know: [
      { id: 'know.off-label', facts: ['F2'] },
      { id: 'evidence.lead', facts: ['F3'] },
    ],
    redFlags: [
      { id: 'red.fever', facts: ['F2'] },
      { id: 'red.rash', facts: ['F2'] },
    ],
    options: [
      { id: 'examplin', facts: ['F1'] },
      { id: 'nothing', own: true },
    ],
    optionsLead: { id: 'options.lead', facts: ['F1'] },
    evidenceLead: { id: 'evidence.lead', facts: ['F3'] },
    evidence: [{ id: 'evidence.one', facts: ['F3'] }],
    sideEffects: [{ id: 'infection', facts: ['F2'] }],
    pregnancy: { id: 'pregnancy', facts: ['F1', 'F2'] },
    medicines: [{ id: 'medicines.pain', facts: ['F2'] }],
    commonQuestions: [
      { id: 'baby', facts: ['F1'] },
      { id: 'cost', facts: ['F3'] },
    ],
    hope: { id: 'hope', facts: ['F1'] },
  },
  cases: [],
  texts: {},
};

/** A small invented topic: one question of each type, rules of each kind, and every part of the paper once or twice. */
export function smallPack(): Pack {
  const pack = packSchema.parse(structure);
  const texts = Object.fromEntries(packTextIds(pack).map((id) => [id, WORDS[id] ?? `Words of ${id}.`]));
  return packSchema.parse({ ...structure, texts: { en: { language: 'en', texts } } });
}
