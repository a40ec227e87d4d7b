import type { HandoutModel } from '#core/domain/handoutModel.ts';

/** A small handout of nobody: rendering it opens the fonts and compiles the engine before the first real one. */
export const WARM_MODEL: HandoutModel = {
  format: 1,
  language: 'en',
  paper: 'A4',
  title: 'Warm-up',
  createdAt: '2026-01-01T00:00:00Z',
  band: { name: 'Clinic', address: 'Address', phones: [{ label: 'Day:', text: '0000' }] },
  identity: { name: 'Name', record: 'Record', age: 'Age', visit: 'Visit', doctor: 'Doctor' },
  furniture: { footer: 'Footer', pageOf: 'Page {page} of {pages}', across: ['DRAFT'], mark: { text: 'DRAFT', strong: true } },
  act: [{ kind: 'summary', title: 'Summary', rows: [{ label: 'Why', text: 'A line with *bold* words and नमस्ते in it.' }] }],
  calendar: [
    {
      kind: 'tests',
      title: 'Tests',
      head: { when: 'When', test: 'Test', why: 'Why', result: 'Result' },
      rows: [{ when: 'Mon 05-Jan-2026', test: 'Blood', why: 'To start safely' }],
    },
  ],
  explain: [
    {
      kind: 'evidence',
      title: 'What we know',
      lead: 'A first line.',
      lines: ['A line that is long enough to be broken into two lines on the page of a handout.'],
    },
  ],
};
