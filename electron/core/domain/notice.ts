import * as z from 'zod';
import { withPlaces, words } from './blockLabels.ts';
import { formatDate, inZone } from './dates.ts';
import { bandOf, numberOf, personOf } from './handout/furniture.ts';
import { typed } from './handout/paper.ts';
import type { Block, HandoutModel } from './handoutModel.ts';
import { fill, type Labels } from './labels.ts';
import { type Instant, languageSchema } from './text.ts';
import type { Clinic, PatientOnPaper } from './visit.ts';

/** The data-protection notice in one language, `templates/notice/<language>.yaml`: its words, with places for the clinic's. */
export const noticeSchema = z.strictObject({
  language: languageSchema,
  /** Of a translation: the fingerprint of the English that it translates. */
  of: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
  /** Of a translation: who made it, and who has read it. */
  translatedBy: words.optional(),
  title: words,
  lead: words,
  /** Words that may name {phone} and {years}. */
  parts: z.array(z.strictObject({ title: words, lines: z.array(words).min(1) })).min(1),
  years: z.strictObject({ one: words, many: withPlaces('count') }),
  agree: z.strictObject({ title: words, text: words, given: words, notGiven: words }),
  sign: z.strictObject({
    signature: words,
    thumbprint: words,
    date: words,
    readAloud: words,
    readBy: words,
    witness: words,
    witnessSignature: words,
  }),
  asked: withPlaces('date'),
  askedBy: withPlaces('name'),
  version: withPlaces('version'),
});
export type NoticeText = z.infer<typeof noticeSchema>;

/** What a patient is told and asked, as it stands on her page; `hash` is taken of this. */
export interface Notice {
  language: NoticeText['language'];
  title: string;
  lead: string;
  parts: { title: string; lines: string[] }[];
  agree: NoticeText['agree'];
}

/** The notice of a clinic that keeps its records for `years` years: the same words for every patient. */
export function noticeOf(text: NoticeText, { clinic, years }: { clinic: Clinic; years: number }): Notice {
  const places = {
    phone: numberOf(clinic.dayPhone),
    years: years === 1 ? text.years.one : fill(text.years.many, { count: years }),
  };
  const filled = (line: string) => fill(line, places);
  return {
    language: text.language,
    title: filled(text.title),
    lead: filled(text.lead),
    parts: text.parts.map(({ title, lines }) => ({ title: filled(title), lines: lines.map(filled) })),
    agree: {
      title: filled(text.agree.title),
      text: filled(text.agree.text),
      given: filled(text.agree.given),
      notGiven: filled(text.agree.notGiven),
    },
  };
}

export interface NoticePage {
  notice: Notice;
  text: NoticeText;
  labels: Labels;
  /** In the other language, on a page behind it. */
  other?: Notice | undefined;
  clinic: Clinic;
  timeZone: string;
  patient: PatientOnPaper;
  /** Name of the person who asks her. */
  askedBy: string;
  at: Instant;
  /** Short form of the notice's hash. */
  version: string;
  sample: boolean;
}

const blockOf = ({ title, lead, parts, agree }: Notice): Extract<Block, { kind: 'notice' }> => ({
  kind: 'notice',
  title,
  lead,
  parts,
  agree,
});

/** The notice as a page of its own, with whose it is and where she signs; in both languages as two pages, signed once. */
export function noticePage(page: NoticePage): HandoutModel {
  const { notice, text, labels, clinic, patient, at, sample, other } = page;
  return {
    format: 1,
    language: notice.language,
    ...(other ? { beside: { language: other.language, blocks: [blockOf(other)] } } : {}),
    paper: 'A4',
    title: notice.title,
    createdAt: at,
    band: bandOf({ visit: { clinic }, labels }),
    identity: {
      ...personOf(patient, labels),
      visit: fill(text.asked, { date: formatDate(inZone(at, page.timeZone).date, labels, { weekday: 'short' }) }),
      doctor: fill(text.askedBy, { name: typed(page.askedBy) }),
    },
    furniture: {
      footer: fill(text.version, { version: page.version }),
      pageOf: labels.furniture.pageOf,
      across: sample ? [labels.furniture.acrossSample] : [],
      ...(sample ? { mark: { text: labels.furniture.sample, strong: false } } : {}),
    },
    act: [{ ...blockOf(notice), sign: text.sign }],
    calendar: [],
    explain: [],
  };
}
