import type { Language } from '#core/domain/text.ts';
import { DEVANAGARI_FAMILY, type Family, LATIN_FAMILY } from './scripts.ts';

/** Languages as a PDF names them. */
export const LANGUAGE_TAGS = { en: 'en-IN', hi: 'hi-IN' } as const;

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** Black is pure: a laser printer screens any other black and it comes out speckled. */
export const INK = '#000000';
/** Only at 14 pt and above, in rules and in bullets: smaller letters fray. */
export const ACCENT = '#083D4B';
/** Only for hairlines and the frames of empty slots. */
export const LINE = '#767676';
/** Outlines across the page, under the text. */
export const ACROSS = '#B4B4B4';
export const PAPER_WHITE = '#FFFFFF';

export interface CalendarColumns {
  weekday: number;
  date: number;
  /** The column that counts the days of the medicine. */
  day: number;
  slot: number;
}

/** Sizes in points and line heights as factors, for one script in one print. */
export interface Theme {
  family: Family;
  /** Large print: what stands side by side in standard print stands below each other. */
  large: boolean;
  /** Line height of running text. */
  running: number;
  body: number;
  small: number;
  footer: number;
  /** The last of the footers: sources, dates and funding at the end. */
  sources: number;
  heading: number;
  medicine: number;
  slotName: number;
  doseNumber: number;
  /** Phone numbers in the red-flag bar; its title is 3 pt larger. */
  phone: number;
  /** Distance that lifts the big dose number onto the line of its unit. */
  doseLift: number;
  calendarRow: number;
  /** Height of a cell of the dose on a page 1 that is set close. */
  closeCell: number;
  /** Widths of the label columns of summary, plan, "if something changes" and "what we went over". */
  summaryLabel: number;
  planLabel: number;
  changesLabel: number;
  teachBackLabel: number;
  /** Widths in the calendar: with one or two slots a day, and with more. */
  calendarColumns: { few: CalendarColumns; many: CalendarColumns };
}

export const LINE_HEIGHT = { body: 1.4, single: 1.25, furniture: 1.3 } as const;

const LATIN: Theme = {
  family: LATIN_FAMILY,
  large: false,
  running: 1.5,
  body: 12,
  small: 11,
  footer: 9,
  sources: 10,
  heading: 15,
  medicine: 19,
  slotName: 14,
  doseNumber: 34,
  phone: 14,
  doseLift: 7,
  calendarRow: 15,
  closeCell: 58,
  summaryLabel: 70,
  planLabel: 92,
  changesLabel: 136,
  teachBackLabel: 190,
  calendarColumns: { few: { weekday: 31, date: 75, day: 71, slot: 59 }, many: { weekday: 35, date: 79, day: 56, slot: 53 } },
};

const DEVANAGARI: Theme = {
  family: DEVANAGARI_FAMILY,
  large: false,
  running: 1.5,
  body: 13,
  small: 12,
  footer: 10,
  sources: 11,
  heading: 16.5,
  medicine: 20,
  slotName: 15.5,
  doseNumber: 36,
  phone: 15,
  doseLift: 13,
  calendarRow: 15.8,
  closeCell: 63,
  summaryLabel: 82,
  planLabel: 96,
  changesLabel: 138,
  teachBackLabel: 190,
  calendarColumns: { few: { weekday: 42, date: 84, day: 62, slot: 64 }, many: { weekday: 54, date: 94, day: 50, slot: 50 } },
};

const LARGE_LATIN: Theme = {
  ...LATIN,
  large: true,
  running: 1.5,
  body: 18,
  small: 18,
  footer: 10,
  sources: 18,
  heading: 21,
  medicine: 24,
  slotName: 19,
  doseNumber: 42,
  phone: 19,
  doseLift: 8,
  calendarRow: 27,
  calendarColumns: { few: { weekday: 52, date: 122, day: 96, slot: 104 }, many: { weekday: 52, date: 122, day: 96, slot: 0 } },
};

const LARGE_DEVANAGARI: Theme = {
  ...DEVANAGARI,
  large: true,
  running: 1.5,
  body: 19,
  small: 19,
  footer: 10,
  sources: 19,
  heading: 22,
  medicine: 25,
  slotName: 20,
  doseNumber: 42,
  phone: 20,
  doseLift: 14,
  calendarRow: 28,
  calendarColumns: { few: { weekday: 78, date: 140, day: 84, slot: 92 }, many: { weekday: 78, date: 140, day: 84, slot: 0 } },
};

const THEMES = {
  standard: { en: LATIN, hi: DEVANAGARI },
  large: { en: LARGE_LATIN, hi: LARGE_DEVANAGARI },
} as const;

/** Everything a block needs to know besides its content: sizes and the widths it may use, in points. */
export interface Look {
  theme: Theme;
  page: { size: 'A4' | 'LETTER'; width: number; height: number };
  /** Width of the type area. */
  width: number;
  /** Page 1 set close: labels stand in their lines and less white between the blocks; the type keeps its size. */
  close: boolean;
  /** Of texts in the second language of a paper: their face is not that of the page. */
  otherFace?: true;
}

/** Left margin leaves room for a file punch. */
export const MARGIN = { top: 15 * MM, right: 16 * MM, bottom: 15.05 * MM, left: 20 * MM } as const;

const PAGES = {
  A4: { size: 'A4', width: 210 * MM, height: 297 * MM },
  Letter: { size: 'LETTER', width: 612, height: 792 },
} as const;

/** The last sign of a line in large print may stand out by a part of its space. */
const OVERHANG = 4;

/** The look for a language on a paper size, in standard print or in large. */
export function lookFor(language: Language, paper: 'A4' | 'Letter', print: 'standard' | 'large' = 'standard'): Look {
  const page = PAGES[paper];
  return {
    theme: THEMES[print][language],
    page,
    width: page.width - MARGIN.left - MARGIN.right - (print === 'large' ? OVERHANG : 0),
    close: false,
  };
}
