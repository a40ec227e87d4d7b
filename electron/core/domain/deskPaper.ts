import { formatDate, formatDateTime } from './dates.ts';
import { bandOf, personOf } from './handout/furniture.ts';
import { typed } from './handout/paper.ts';
import type { LabelText } from './handoutModel.ts';
import type { Labels } from './labels.ts';
import type { ExpectedOn } from './nextDate.ts';
import type { Instant, Language } from './text.ts';
import type { Clinic, PatientOnPaper } from './visit.ts';

/** The own words of the papers beside the handout. */
const WORDS = {
  en: {
    next: 'Your next visit',
    nextMany: 'Your next visits',
    noTime: 'time:\u00a0ask\u00a0us',
    bring: 'Bring this paper and your handout.',
    cut: 'Cut here',
    labels: 'Labels',
    test: 'Test page',
    testText: 'The frame is 190 mm wide and 60 mm high. Measure it: where it is smaller, the printer makes pages smaller by itself.',
  },
  hi: {
    next: 'आपकी अगली मुलाक़ात',
    nextMany: 'आपकी अगली मुलाक़ातें',
    noTime: 'समय हमसे पूछें',
    bring: 'यह काग़ज़ और अपना इलाज वाला काग़ज़ साथ लाएँ।',
    cut: 'यहाँ काटें',
    labels: 'लेबल',
    test: 'जाँच का पन्ना',
    testText: 'यह चौखट 190 mm चौड़ी और 60 mm ऊँची है। नापें: छोटी हो, तो प्रिंटर पन्ने को अपने आप छोटा करता है।',
  },
} as const;

/** The clinic, and the mark of the sample clinic, as they stand on each of these papers. */
interface Frame {
  /** Written into the file, so that the same paper gives the same bytes. */
  createdAt: Instant;
  language: Language;
  /** Title of the document; names nobody. */
  title: string;
  clinic: { name: string; address: string };
  /** In the sample clinic: the words of its mark. */
  sample: string | null;
}

/** When she is expected, in one language. Nothing clinical: what for is on her handout. */
export interface SlipSection {
  language: Language;
  title: string;
  days: string[];
  bring: string;
  phones: LabelText[];
}

/** A small paper with her next dates, at the top of a page with a line to cut it off. */
export interface SlipModel extends Frame {
  kind: 'slip';
  name: string;
  record: string;
  sections: SlipSection[];
  cut: string;
}

/** A sheet of labels by its measures in millimetres; it stands in the middle of an A4 page. */
export interface LabelSheet {
  columns: number;
  rows: number;
  width: number;
  height: number;
  /** Between two columns; rows touch. */
  gap: number;
}

/** Labels for the clinic's folder: the same one, `count` times from the place `start` on, 1 at the top left, row by row. */
export interface LabelsModel extends Frame {
  kind: 'labels';
  sheet: LabelSheet;
  start: number;
  count: number;
  name: string;
  record: string;
  age: string;
}

/** What shows whether a printer prints at all, and in the right size. */
export interface TestModel extends Frame {
  kind: 'test';
  lines: string[];
}

export type DeskPaper = SlipModel | LabelsModel | TestModel;

/** Sheets as the shops sell them. */
export const LABEL_SHEETS = {
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, gap: 0 },
  '3x7': { columns: 3, rows: 7, width: 63.5, height: 38.1, gap: 2.54 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.5 },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetId = keyof typeof LABEL_SHEETS;
export const LABEL_SHEET_IDS = Object.keys(LABEL_SHEETS) as [LabelSheetId, ...LabelSheetId[]];

const A4 = { width: 210, height: 297 } as const;

/** Where the label at a place stands on its page, in millimetres from the top left; `place` counts from 0 over all pages. */
export function labelAt({ columns, rows, width, height, gap }: LabelSheet, place: number): { page: number; left: number; top: number } {
  const onPage = place % (columns * rows);
  const left = (A4.width - columns * width - (columns - 1) * gap) / 2;
  const top = (A4.height - rows * height) / 2;
  return {
    page: Math.floor(place / (columns * rows)),
    left: left + (onPage % columns) * (width + gap),
    top: top + Math.floor(onPage / columns) * height,
  };
}

/** What every one of these papers is made from. */
export interface DeskPaperOf {
  clinic: Clinic;
  /** Of every language that the paper speaks; the first is its own. */
  labels: readonly [Labels, ...Labels[]];
  at: Instant;
  sample: boolean;
}

function frameOf({ clinic, labels: [labels], at, sample }: DeskPaperOf, title: string): Frame {
  return {
    createdAt: at,
    language: labels.language,
    title,
    clinic: { name: typed(clinic.name), address: typed(clinic.address) },
    sample: sample ? labels.furniture.sample : null,
  };
}

function sectionOf(labels: Labels, clinic: Clinic, days: readonly ExpectedOn[]): SlipSection {
  const words = WORDS[labels.language];
  return {
    language: labels.language,
    title: days.length > 1 ? words.nextMany : words.next,
    days: days.map(({ date, time }) =>
      time === null ? `${formatDate(date, labels, { weekday: 'long' })} · ${words.noTime}` : formatDateTime(date, time, labels, 'long'),
    ),
    bring: words.bring,
    phones: bandOf({ visit: { clinic }, labels }).phones,
  };
}

/** The appointment slip of somebody who is expected on `days`. */
export function slipOf(of: DeskPaperOf, patient: PatientOnPaper, days: readonly ExpectedOn[]): SlipModel {
  const { language } = of.labels[0];
  return {
    ...frameOf(of, WORDS[language].next),
    kind: 'slip',
    name: typed(patient.name),
    record: personOf(patient, of.labels[0]).record,
    sections: of.labels.map((labels) => sectionOf(labels, of.clinic, days)),
    cut: WORDS[language].cut,
  };
}

/** Labels of a patient for a sheet that may be used up to before `start`. */
export function labelsOf(
  of: DeskPaperOf,
  patient: PatientOnPaper,
  { sheet, start, count }: { sheet: LabelSheetId; start: number; count: number },
): LabelsModel {
  return {
    ...frameOf(of, WORDS[of.labels[0].language].labels),
    kind: 'labels',
    sheet: LABEL_SHEETS[sheet],
    start,
    count,
    ...personOf(patient, of.labels[0]),
  };
}

/** A page that tells whether a printer works, and whether it keeps the size. `lines`: how it was printed. */
export function testPageOf(of: DeskPaperOf, lines: readonly string[]): TestModel {
  const words = WORDS[of.labels[0].language];
  return { ...frameOf(of, words.test), kind: 'test', lines: [...lines, words.testText] };
}
