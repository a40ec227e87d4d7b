import type { Language } from './text.ts';

/**
 * The handout as plain data, already in its language: the template lays it out and decides nothing. Texts may hold
 * `*bold*` runs and no-break spaces. What is absent is not printed.
 */
export interface HandoutModel {
  format: 1;
  /** Of everything that stands once. */
  language: Language;
  /** On a paper in both languages: summary, plan, red flags and questions in the other one, each beside the block of its kind. */
  beside?: { language: Language; blocks: Block[] };
  paper: 'A4' | 'Letter';
  /** Large print; standard without it. */
  print?: 'large';
  /** Title of the document, also in its metadata. */
  title: string;
  /** Instant written into the file as its creation date, so that the same snapshot gives the same bytes. */
  createdAt: string;
  band: { name: string; address: string; phones: LabelText[] };
  identity: Identity;
  /** Under the identity of page 1 on an amended paper: which paper it replaces, and what is changed. */
  replaces?: string;
  furniture: Furniture;
  /** Page 1: what to do. */
  act: Block[];
  /** Page 2: the calendar and what belongs to it. */
  calendar: Block[];
  /** From page 3 on: why. */
  explain: Block[];
}

export interface LabelText {
  label: string;
  text: string;
}

export interface Identity {
  name: string;
  record: string;
  age: string;
  visit: string;
  doctor: string;
}

export interface Furniture {
  /** Left part of the footer: record code, version, pack, final when and by whom. */
  footer: string;
  /** "Page {page} of {pages}": the template fills in the two numbers. */
  pageOf: string;
  /** Words drawn across each page, such as SAMPLE or DRAFT. */
  across: string[];
  /** The word and sentence in the box beside the identity. `strong`: white on black. */
  mark?: { text: string; strong: boolean };
}

export interface DoseSlot {
  slot: 'morning' | 'noon' | 'evening' | 'bedtime';
  name: string;
  units: number;
  /** Name of the unit for this number, such as "capsules"; for none, "no capsule". */
  unitName: string;
  time?: string;
}

export interface CalendarRow {
  weekday: string;
  date: string;
  /** "1", "2", …; empty on a day without the medicine. */
  day: string;
  /** One entry per slot column: a box to tick, or none. */
  boxes: boolean[];
  marks: { kind: 'first' | 'last' | 'transfer' | 'test' | 'visit'; text: string }[];
}

export type Block =
  | { kind: 'summary'; title: string; rows: LabelText[] }
  | {
      kind: 'plan';
      title: string;
      medicine?: string;
      /** Brand, release, "if it looks different, ask us first". */
      about?: string;
      slots?: DoseSlot[];
      /** "1 mg = two 0.5 mg capsules. Total in one day: 1 mg." */
      sum?: string;
      /** Instead of the dose: "Do not start until the doctor fills this in." */
      notice?: string;
      rows: LabelText[];
      /**
       * Words for rows that page 1 has no room for: `line` ends the rows on page 1 ("More of your plan: page 2"),
       * `title` heads the rest on page 2. Without them no row moves.
       */
      more?: { line: string; title: string };
    }
  | {
      kind: 'redFlags';
      title: string;
      phones: LabelText[];
      signs: string[];
      call: string;
      emergency: string;
      show: string;
      /**
       * Words under the clinic's numbers on page 1 when the whole block stands at the top of page 2 ("Call us at once:
       * page 2"). Without them the block never leaves page 1.
       */
      elsewhere?: string;
    }
  | {
      kind: 'calendar';
      title: string;
      how: string;
      /** `box`: what a box to tick is called where it isn't seen. */
      head: { weekday: string; date: string; day: string; slots: string[]; also: string; box: string };
      rows: CalendarRow[];
      end: string;
    }
  | { kind: 'relative'; title: string; lines: string[] }
  | {
      /** The data-protection notice, a page of its own: what she is told, her answer, and where she signs. */
      kind: 'notice';
      title: string;
      lead: string;
      parts: { title: string; lines: string[] }[];
      agree: { title: string; text: string; given: string; notGiven: string };
      /** Where it is answered and signed; absent on the page in the second language. */
      sign?: {
        signature: string;
        thumbprint: string;
        date: string;
        readAloud: string;
        readBy: string;
        witness: string;
        witnessSignature: string;
      };
    }
  | {
      /** The page that the clinic keeps: what was said, and where it is signed. */
      kind: 'clinicCopy';
      title: string;
      lead: string;
      rows: LabelText[];
      /** A line to write the language of the talk on, when it isn't among the rows. */
      talkLanguage?: string;
      saidTitle: string;
      said: (LabelText & { isSaid: boolean })[];
      signTitle: string;
      agree: string;
      /** What belongs on the lines to write on; `thumbBox` is what the box for a thumb is called where it isn't seen. */
      sign: {
        signature: string;
        date: string;
        thumbprint: string;
        thumbBox: string;
        readAloud: string;
        readBy: string;
        witness: string;
        relation: string;
        witnessSignature: string;
        doctor: string;
      };
    }
  | { kind: 'changes'; title: string; rows: LabelText[] }
  | {
      kind: 'tests';
      title: string;
      head: { when: string; test: string; why: string; result: string };
      rows: { when: string; test: string; why: string }[];
    }
  | { kind: 'needed'; title: string; items: string[] }
  | {
      kind: 'criteria';
      title: string;
      lead: string;
      head: { what: string; answer: string; value: string };
      rows: { what: string; status: 'met' | 'notMet' | 'notKnown' | 'doesNotApply'; answer: string; value: string }[];
    }
  | {
      kind: 'options';
      title: string;
      lead: string;
      head: { good: string; hard: string; cost: string };
      columns: { title: string; good: string; hard: string; cost: string }[];
    }
  | { kind: 'evidence'; title: string; lead: string; lines: string[] }
  | {
      kind: 'sideEffects';
      title: string;
      /** `what` is empty in the head and in every row on a paper that gives no dose: the column is not drawn. */
      head: { sign: string; serious: string; what: string };
      rows: { sign: string; serious: string; what: string }[];
      pregnancyTitle: string;
      pregnancy: string;
    }
  | { kind: 'medicines'; title: string; hers?: string; lead: string; lines: string[] }
  | { kind: 'questions'; title: string; items: { question: string; answer: string }[] }
  | { kind: 'teachBack'; title: string; rows: LabelText[] }
  /** `lines`: the sources by kind in one; then date of the content, next review, update and funding. */
  | { kind: 'sources'; title: string; hope: string; lines: string[] };
