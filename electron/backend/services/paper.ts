import type { Consultation } from '#core/contract/shapes.ts';
import { buildHandout } from '#core/domain/buildHandout.ts';
import { buildClinicCopy } from '#core/domain/clinicCopy.ts';
import type { HandoutModel } from '#core/domain/handoutModel.ts';
import type { Labels } from '#core/domain/labels.ts';
import { lastVisitOf } from '#core/domain/lastVisit.ts';
import type { Pack } from '#core/domain/pack.ts';
import { answersFromRows } from '#core/domain/parseAnswer.ts';
import { type Language, languagesOn, type PaperLanguage } from '#core/domain/text.ts';
import type { Clinic, Doctor, Final, Mark, Visit } from '#core/domain/visit.ts';
import { refuseOpenTranslations } from './translated.ts';

/** What a visit needs besides the consultation. */
export interface VisitFrame {
  clinic: Clinic;
  timeZone: string;
  doctor: Doctor;
  sample: boolean;
}

/** A consultation as one whole visit: the format that the command line reads and writes. `before`: the one that it goes on from. */
export function visitOf(consultation: Consultation, { clinic, timeZone, doctor, sample }: VisitFrame, before?: Consultation): Visit {
  const { name, recordNumber, age } = consultation.patient;
  return {
    format: 1,
    sample,
    code: consultation.code,
    clinic,
    doctor,
    patient: { name, recordNumber, age },
    visitDate: consultation.visitDate,
    timeZone,
    pack: consultation.pack,
    answers: answersFromRows(consultation.answers),
    ...(before ? { lastVisit: lastVisitOf(before.visitDate, answersFromRows(before.answers)) } : {}),
  };
}

/** The language of the paper: hers, or the first one that the pack has. */
export function languageOf(visit: Visit, pack: Pack): PaperLanguage {
  return visit.answers.program.language ?? pack.languages[0] ?? 'en';
}

/** Builds the paper of a visit as plain data, in its language or in both. */
export class Paper {
  /** The labels of the paper in a language. */
  readonly labels: (language: Language) => Promise<Labels>;

  /** `labels`: reads them; it is asked once for each language, and again only where that failed. */
  constructor(labels: (language: Language) => Promise<Labels>) {
    const known = new Map<Language, Promise<Labels>>();
    this.labels = (language) => {
      const reading = known.get(language) ?? labels(language);
      known.set(language, reading);
      reading.catch(() => known.delete(language));
      return reading;
    };
  }

  async model(snapshot: { visit: Visit; pack: Pack; final?: Final }, mark: Mark): Promise<HandoutModel> {
    const languages = languagesOn(languageOf(snapshot.visit, snapshot.pack));
    for (const language of languages) refuseOpenTranslations(snapshot.pack, language, 'draft');
    const [labels, beside] = await Promise.all(languages.map(this.labels));
    if (!labels) throw new Error('A paper without a language.');
    return buildHandout(snapshot, labels, mark, beside);
  }

  /** The labels for what stands once on the paper of a visit. */
  firstLabels({ visit, pack }: { visit: Visit; pack: Pack }): Promise<Labels> {
    return this.labels(languagesOn(languageOf(visit, pack))[0]);
  }

  /** The page that the clinic keeps of a final visit, in the language of her paper; the first one of a paper in both. */
  async clinicCopy(snapshot: { visit: Visit; pack: Pack; final: Final }): Promise<HandoutModel> {
    return buildClinicCopy(snapshot, await this.firstLabels(snapshot));
  }
}
