import type { Block, CalendarRow, HandoutModel } from '#core/domain/handoutModel.ts';

type Kind<K extends Block['kind']> = Extract<Block, { kind: K }>;

const MARKS: Record<number, CalendarRow['marks']> = {
  1: [{ kind: 'first', text: 'First day' }],
  3: [{ kind: 'transfer', text: 'Embryo transfer, 11 am' }],
  9: [{ kind: 'test', text: 'Blood first, then dose' }],
  11: [{ kind: 'visit', text: 'Visit: Dr B. Sample, 5 pm' }],
  16: [
    { kind: 'test', text: 'Pregnancy test' },
    { kind: 'last', text: 'Last day; visit' },
  ],
};
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function calendarDay(day: number): CalendarRow {
  return {
    weekday: WEEKDAYS[(day - 1) % 7] ?? '',
    date: day === 1 ? '28-Feb-2027' : `${String(day - 1).padStart(2, '0')}-Mar-2027`,
    day: String(day),
    boxes: [true, true],
    marks: MARKS[day] ?? [],
  };
}

export const summary: Kind<'summary'> = {
  kind: 'summary',
  title: 'Your visit in short',
  rows: [
    { label: 'Why', text: 'Three good embryos did not lead to a pregnancy. Your tests hint that your immune system may get in the way.' },
    { label: 'Decided', text: '*You start tacrolimus.* You and Dr Sample chose this together.' },
    {
      label: 'Know this',
      text: 'It is not a standard treatment. It is not officially approved for this use (off-label). We are not sure it works.',
    },
    { label: 'Next step', text: '*Blood test on Wednesday 24-Feb-2027, 8\u00a0am.* Bring this paper.' },
  ],
};

export const plan: Kind<'plan'> = {
  kind: 'plan',
  title: 'Your plan',
  medicine: 'Tacrolimus 0.5\u00a0mg capsules',
  about: 'Brand: Sampletac. Not the once-a-day kind. If it looks different, ask us first.',
  slots: [
    { slot: 'morning', name: 'Morning', units: 1, unitName: 'capsule', time: '9\u00a0am' },
    { slot: 'noon', name: 'Noon', units: 0, unitName: 'no capsule' },
    { slot: 'evening', name: 'Evening', units: 0, unitName: 'no capsule' },
    { slot: 'bedtime', name: 'Bedtime', units: 1, unitName: 'capsule', time: '9\u00a0pm' },
  ],
  sum: '1\u00a0mg = two 0.5\u00a0mg capsules. Total in one day: 1\u00a0mg.',
  rows: [
    { label: 'First day', text: '*Sunday 28-Feb-2027*, morning. First wait for our call (see “Still needed”).' },
    { label: 'Last day', text: '*Monday 15-Mar-2027*, bedtime: 16 days. We tell you that day if you go on.' },
    { label: 'Food', text: 'Take it 1 hour before food, or 2 hours after. Do this each time.' },
    { label: 'Missed dose', text: '*Never take two doses together.* Up to 4 hours late: take it. Later: skip it.' },
    { label: 'Who watches', text: 'Dr A. Sample (fertility) and Dr B. Sample (kidney).' },
    { label: 'Also take', text: 'Estradiol and progesterone, as on your IVF chart.' },
  ],
  more: { line: 'More of your plan: top of page 2.', title: 'More of your plan' },
};

export const redFlags: Kind<'redFlags'> = {
  kind: 'redFlags',
  title: 'Call us at once if…',
  phones: [
    { label: 'Day', text: '+91\u00a000000\u00a011111' },
    { label: 'Night', text: '+91\u00a000000\u00a022222' },
  ],
  signs: [
    'Fever, chills or sweats',
    'Very bad headache',
    'A fit, or confusion',
    'Your sight changes',
    'Chest pain',
    'Fast or uneven heartbeat',
    'Short of breath',
    'Rash, or a swollen face',
    'Very thirsty, or passing much urine',
    'Little urine, or pain passing it',
    'Fainting',
    'Swelling, or sudden weight gain',
  ],
  call: 'Do not stop because of this list. Call first.',
  emergency:
    '*For a swollen face, trouble breathing, a fit, fainting or chest pain: call 112 or 108, or go to hospital.* Ask there before the next dose.',
  show: 'Show this page to any doctor or chemist.',
  elsewhere: 'Call us at once: page 2',
};

export const calendar: Kind<'calendar'> = {
  kind: 'calendar',
  title: 'Your calendar',
  how: 'Tick a box when you have swallowed the capsule.',
  head: {
    weekday: 'Day',
    date: 'Date',
    day: 'Capsule day',
    slots: ['Morning 1', 'Bedtime 1'],
    also: 'Also on this day',
    box: 'box to tick',
  },
  rows: Array.from({ length: 16 }, (_, index) => calendarDay(index + 1)),
  end: '*This page ends at your next visit; your treatment does not. Don’t stop unless we tell you.*',
};

export const changes: Kind<'changes'> = {
  kind: 'changes',
  title: 'If something changes',
  rows: [
    { label: 'Transfer date moves', text: 'Not started: wait and call. Started: keep taking, call the same day.' },
    { label: 'Test is negative', text: 'Call us the same day. Keep taking it until we answer.' },
    { label: 'Bleeding', text: 'Call us the same day, also at night. Keep taking it.' },
    { label: 'You vomit a dose', text: 'Within 30 minutes: call us. Later: carry on as usual.' },
  ],
};

export const tests: Kind<'tests'> = {
  kind: 'tests',
  title: 'Your blood tests',
  head: { when: 'When', test: 'Test', why: 'Why', result: 'Result' },
  rows: [
    { when: 'Wed 24-Feb-2027, 8\u00a0am', test: 'Kidney, sugar, potassium', why: 'To start safely' },
    { when: 'Mon 08-Mar-2027, 8\u00a0am', test: 'Drug level', why: '*Blood first, then take the dose.* Bring it along.' },
    { when: 'Mon 08-Mar-2027, 8\u00a0am', test: 'Kidney, sugar', why: 'To find harm early' },
    { when: 'Mon 15-Mar-2027, 8\u00a0am', test: 'Pregnancy (hCG)', why: 'Did it work?' },
  ],
};

export const needed: Kind<'needed'> = {
  kind: 'needed',
  title: 'Still needed',
  items: [
    '*Womb lining test (biopsy of 08-Feb-2027).* Result due Mon 22-Feb-2027. Dr Sample checks it and calls you before your first capsule.',
  ],
};

const criteria: Kind<'criteria'> = {
  kind: 'criteria',
  title: 'Why this for you',
  lead: 'What the source lists, and what is known of you.',
  head: { what: 'What we looked at', answer: 'Answer', value: 'Your value and date' },
  rows: [
    { what: 'Two or more IVF tries failed, with good embryos', status: 'met', answer: 'yes', value: '3 transfers, last on 14-Oct-2026' },
    { what: 'Repeated miscarriage with no clear cause', status: 'doesNotApply', answer: 'does not apply', value: 'No miscarriage' },
    { what: 'Signs that the immune system may get in the way', status: 'met', answer: 'yes', value: 'Th1/Th2 ratio 14.2 on 05-Jan-2027' },
    { what: 'Embryo tested', status: 'met', answer: 'yes', value: 'Normal, 20-Dec-2026' },
    {
      what: 'No long-lasting swelling of the womb lining',
      status: 'notKnown',
      answer: 'still to check',
      value: 'Biopsy 08-Feb-2027: see “Still needed”',
    },
    { what: 'No other known cause', status: 'met', answer: 'yes', value: 'Checked 05-Jan-2027' },
    {
      what: 'No fibroids, polyps, adenomyosis or endometriosis',
      status: 'notMet',
      answer: 'no',
      value: 'Fibroid 1\u00a0cm, scan 11-Jan-2027. Doctor’s decision: discussed and accepted.',
    },
  ],
};

const options: Kind<'options'> = {
  kind: 'options',
  title: 'Your options',
  lead: 'Tacrolimus comes last, after other ways have been tried. You can say no at any time.',
  head: { good: 'Good', hard: 'Hard', cost: 'Cost' },
  columns: [
    {
      title: 'Tacrolimus',
      good: 'May help if the cause is in the immune system. Small dose. Taken at home.',
      hard: 'May not help. Can harm kidneys, raise sugar and let in germs. Needs blood tests.',
      cost: '₹\u00a0640 a strip, about ₹\u00a02,050 in all. Price of 10-Feb-2027.',
    },
    {
      title: 'Other ways forward',
      good: 'More tests may find a cause. Your doctor can tell you of other medicines.',
      hard: 'May not help. Takes time. Each way has risks of its own.',
      cost: 'Cost varies; ask. IVIG costs more.',
    },
    {
      title: 'Not taking it',
      good: 'No side effects. No extra blood tests. You can choose it later.',
      hard: 'If the immune system is the cause, it stays untreated.',
      cost: 'No cost for this medicine.',
    },
  ],
};

const evidence: Kind<'evidence'> = {
  kind: 'evidence',
  title: 'What we know and don’t know',
  lead: 'We are not sure it works.',
  lines: [
    'In a small study, not done by lot, 16 of 25 women who took it got pregnant and 0 of 17 who did not.',
    'None of 17 is unusually low; 15 of the 25 had a live birth, but one small study can’t prove why.',
    'In 124 women who all took it, 33 to 49 of 100 got pregnant; with nobody left untreated, this cannot show a benefit.',
    'Of 113 babies, about 8 of 100 came early and one had a defect; only women with a live birth were counted.',
    'A review of 8 studies (1,042 women) saw more live births, but it mixed in another medicine and the studies were weak.',
    'The UK regulator sees no good proof for most patients in immune treatments, and real risk to mother and baby.',
    'A US society found no gain in live births from the immune treatments it looked at, or too few studies.',
    'A European group does not advise blood tests of the immune system.',
  ],
};

const sideEffects: Kind<'sideEffects'> = {
  kind: 'sideEffects',
  title: 'Side effects',
  head: { sign: 'Sign', serious: 'How serious', what: 'What to do' },
  rows: [
    { sign: 'Infection: fever, chills, cough, sore red skin', serious: 'Serious', what: 'Call us at once.' },
    { sign: 'High sugar: great thirst, much urine', serious: 'Serious', what: 'Call us at once.' },
    { sign: 'Kidney trouble: little urine, swelling', serious: 'Serious; often no sign', what: 'Call us at once. Keep each test date.' },
    { sign: 'High blood pressure or potassium', serious: 'Serious; often no sign', what: 'We check it at each visit.' },
    {
      sign: 'Shaky hands, loose stools, feeling sick, poor sleep, tingling',
      serious: 'Known at transplant doses',
      what: 'Tell us at your next visit.',
    },
    {
      sign: 'Cancer of the skin or lymph glands',
      serious: 'Rare; after long use. For a short, low dose: not known',
      what: 'Keep strong sun off your skin.',
    },
  ],
  pregnancyTitle: 'Your baby',
  pregnancy:
    'Many studies found no major birth defect from it. Women with a new organ have used it safely in pregnancy. Studies suggest it is mostly safe if doctors watch closely. But the US label warns that it can harm an unborn baby. Some babies came early, were small or had defects. It reaches the baby. A newborn can have high potassium or weak kidneys. So it is used in pregnancy only if the gain is worth the risk.',
};

const medicines: Kind<'medicines'> = {
  kind: 'medicines',
  title: 'Medicines and food to ask about',
  hers: '*You take omeprazole.* It can change how tacrolimus works. *Don’t stop either medicine; call us.*',
  lead: 'Ask us before you start or stop any other medicine, such as:',
  lines: [
    '*Pain:* ibuprofen, diclofenac. *Stomach:* omeprazole, lansoprazole, some antacids.',
    '*Fungus:* fluconazole, itraconazole, ketoconazole, clotrimazole. *Germs:* clarithromycin, erythromycin, rifampicin, isoniazid, co-trimoxazole.',
    '*Heart or pressure:* diltiazem, verapamil, nifedipine, water tablets. *Fits, HIV, hepatitis:* many. *Herbs:* St John’s wort.',
    '*Food:* no grapefruit (चकोतरा) and no grapefruit juice. *Vaccines:* no live ones.',
    '*Fasting (व्रत, रोज़ा)?* Ask first; don’t skip doses.',
  ],
};

const questions: Kind<'questions'> = {
  kind: 'questions',
  title: 'Your questions',
  items: [
    {
      question: 'You asked: can I go by train to my mother on 05-Mar-2027?',
      answer: 'Yes. Carry the capsules and this paper in your hand bag. Be back for the blood test on Mon 08-Mar-2027.',
    },
    { question: 'You asked: will our insurance pay?', answer: 'Not answered yet. Ms C. Sample will call you by Wed 17-Feb-2027.' },
    { question: 'Can I take it with my IVF medicines?', answer: 'Yes, but only in a plan that we watch closely.' },
    { question: 'How long do I take it?', answer: 'Your plan says 16 days. Your doctor may then go on.' },
    { question: 'May I breastfeed?', answer: 'Labels say no; other advice says it may be fine. Ask your doctor.' },
  ],
};

const teachBack: Kind<'teachBack'> = {
  kind: 'teachBack',
  title: 'What we went over',
  rows: [
    { label: 'Dose and times', text: 'Understood.' },
    { label: 'A missed dose', text: 'Explained again.' },
    { label: 'If the transfer date moves', text: 'We will go over this again.' },
  ],
};

const sources: Kind<'sources'> = {
  kind: 'sources',
  title: 'About this paper',
  hope: 'This road is long and can feel heavy, more so with an immune problem. Science moves on, and there is real hope.',
  lines: [
    '*Sources:* clinic document; US and UK labels of tacrolimus; Nakagawa 2015, 2017, 2019; Cavalcante 2023; HFEA; ASRM 2018.',
    '*Content of* 22-Nov-2026. *Next review* 22-Nov-2027, or sooner if a label changes. *Funding:* none from makers of medicines.',
  ],
};

/** A full English handout of an invented patient: every block, 16 days with two doses a day. */
export const sampleModel: HandoutModel = {
  format: 1,
  language: 'en',
  paper: 'A4',
  title: 'Your plan: tacrolimus',
  createdAt: '2027-02-12T06:12:00Z',
  band: {
    name: 'Sample Fertility Clinic',
    address: '12 Sample Road, Jaipur 302001',
    phones: [
      { label: 'Day (9\u00a0am to 6\u00a0pm):', text: '+91\u00a000000\u00a011111' },
      { label: 'Night and Sunday:', text: '+91\u00a000000\u00a022222' },
    ],
  },
  identity: {
    name: 'SUNITA DEVI (sample)',
    record: 'Record no. 4821',
    age: 'Age 32 (told on 12-Feb-2027)',
    visit: 'Visit Fri 12-Feb-2027',
    doctor: 'Dr A. Sample, Reg. 00000',
  },
  furniture: {
    footer: 'CL-4821-7K2M, version 1 · Tacrolimus pack 1.0 · Final 12-Feb-2027 11:42 by Dr A. Sample',
    pageOf: 'Page {page} of {pages}',
    across: ['SAMPLE'],
    mark: { text: 'SAMPLE: not a real patient', strong: false },
  },
  act: [summary, plan, redFlags],
  calendar: [calendar, changes, tests, needed],
  explain: [criteria, options, evidence, sideEffects, medicines, questions, teachBack, sources],
};
