import type { Block, CalendarRow, HandoutModel } from '#core/domain/handoutModel.ts';
import { sampleExplain } from './sampleExplain.ts';

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
  about: 'Brand: Sampletac. Not the once-a-day kind. Looks different? Ask us first.',
  slots: [
    { slot: 'morning', name: 'Morning', units: 1, unitName: 'capsule', time: '9\u00a0am' },
    { slot: 'noon', name: 'Noon', units: 0, unitName: 'no capsule' },
    { slot: 'evening', name: 'Evening', units: 0, unitName: 'no capsule' },
    { slot: 'bedtime', name: 'Bedtime', units: 1, unitName: 'capsule', time: '9\u00a0pm' },
  ],
  sum: '1\u00a0mg = two 0.5\u00a0mg capsules. Total in one day: 1\u00a0mg.',
  rows: [
    { label: 'First day', text: '*Sunday 28-Feb-2027*, morning. First wait for our call (see “Still needed”).' },
    { label: 'Last day', text: '*Monday 15-Mar-2027*, bedtime: 16 days. We say then if you go on.' },
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
  explain: sampleExplain,
};
