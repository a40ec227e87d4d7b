import { formatDate, inZone } from '../dates.ts';
import type { Furniture, HandoutModel, Identity, LabelText } from '../handoutModel.ts';
import { fill, type Labels } from '../labels.ts';
import type { Final, Mark, PatientOnPaper, Visit } from '../visit.ts';
import { type Paper, typed } from './paper.ts';

const NO_BREAK = '\u00a0';

/** A phone number that is never split at a line end. */
export function numberOf(phone: string): string {
  return phone.replaceAll(' ', NO_BREAK).replaceAll('-', '\u2011');
}

/** Block 1: the clinic with both numbers, from its settings only. */
export function bandOf({ visit: { clinic }, labels }: { visit: Pick<Visit, 'clinic'>; labels: Labels }): HandoutModel['band'] {
  const day = clinic.dayHours ? fill(labels.band.dayHours, { hours: typed(clinic.dayHours) }) : labels.band.day;
  return {
    name: typed(clinic.name),
    address: typed(clinic.address),
    phones: [
      { label: day, text: numberOf(clinic.dayPhone) },
      { label: labels.band.night, text: numberOf(clinic.nightPhone) },
    ],
  };
}

/** The two numbers beside the red flags. */
export function callNumbers({ visit: { clinic }, labels }: Paper): LabelText[] {
  return [
    { label: labels.redFlags.day, text: numberOf(clinic.dayPhone) },
    { label: labels.redFlags.night, text: numberOf(clinic.nightPhone) },
  ];
}

/** Who she is. Her age stands with the date it was told, or as the date of birth: a birthday is never invented. */
export function personOf({ name, recordNumber, age }: PatientOnPaper, labels: Labels): Pick<Identity, 'name' | 'record' | 'age'> {
  return {
    name: typed(name),
    record: fill(labels.identity.record, { number: typed(recordNumber) }),
    age:
      age.kind === 'told'
        ? fill(labels.identity.ageTold, { years: age.years, date: formatDate(age.toldOn, labels) })
        : fill(labels.identity.born, { date: formatDate(age.bornOn, labels) }),
  };
}

/** Block 2: who she is, when she was seen, and by whom. */
export function identityOf({ visit: { patient, doctor, visitDate }, labels }: Paper): Identity {
  return {
    ...personOf(patient, labels),
    visit: fill(labels.identity.visit, { date: formatDate(visitDate, labels, { weekday: 'short' }) }),
    doctor: fill(labels.identity.doctor, { name: typed(doctor.name), registration: typed(doctor.registration) }),
  };
}

function footerOf({ visit, pack, labels, text }: Paper, final: Final | undefined): string {
  const packLine = fill(labels.furniture.pack, { medicine: text('medicine'), version: pack.version });
  if (final === undefined) return [visit.code, packLine, labels.furniture.notFinal].join(' · ');
  const made = inZone(final.madeAt, visit.timeZone);
  return [
    fill(labels.furniture.version, { code: visit.code, version: final.version }),
    packLine,
    fill(labels.furniture.final, { date: formatDate(made.date, labels), time: made.time, by: typed(final.madeBy) }),
  ].join(' · ');
}

/** What the words of a mark depend on, besides the mark. */
interface MarkFrame {
  labels: Labels;
  timeZone: string;
  sample: boolean;
}

/** The civil date of "first printed", which may come as an instant. */
function printedOn(firstPrinted: string, { labels, timeZone }: MarkFrame): string {
  const date = firstPrinted.includes('T') ? inZone(firstPrinted, timeZone).date : firstPrinted;
  return formatDate(date, labels);
}

function stateWords(frame: MarkFrame, mark: Mark): { across?: string; box?: string; strong: boolean } {
  const { furniture } = frame.labels;
  switch (mark.kind) {
    case 'draft':
      return { across: furniture.acrossDraft, box: furniture.draft, strong: true };
    case 'superseded':
      return { across: furniture.acrossSuperseded, box: fill(furniture.superseded, { version: mark.byVersion }), strong: true };
    case 'copy':
      return { box: fill(furniture.copy, { date: printedOn(mark.firstPrinted, frame) }), strong: false };
    case 'none':
      return { strong: false };
  }
}

/** The words across the page and in the box. In the sample clinic SAMPLE is the first of both, in every state. */
function markWords(frame: MarkFrame, mark: Mark): Pick<Furniture, 'across' | 'mark'> {
  const { furniture } = frame.labels;
  const { across, box, strong } = stateWords(frame, mark);
  const sampleBox = box === undefined ? furniture.sample : fill(furniture.sampleAnd, { state: box });
  const text = frame.sample ? sampleBox : box;
  return {
    across: [...(frame.sample ? [furniture.acrossSample] : []), ...(across ? [across] : [])],
    ...(text === undefined ? {} : { mark: { text, strong } }),
  };
}

/** Block 16 and the marks. A snapshot that was not made final is a draft whatever mark is asked for. */
export function furnitureOf(paper: Paper, final: Final | undefined, asked: Mark): Furniture {
  const mark: Mark = final === undefined ? { kind: 'draft' } : asked;
  const { timeZone, sample } = paper.visit;
  return {
    footer: footerOf(paper, mark.kind === 'draft' ? undefined : final),
    pageOf: paper.labels.furniture.pageOf,
    ...markWords({ labels: paper.labels, timeZone, sample }, mark),
  };
}

/**
 * The model of a final paper with another mark on it, and with nothing else changed: its words stay those of the day on
 * which it was made final.
 * @param labels in the language of the model
 */
export function withMark(model: HandoutModel, { labels, visit }: { labels: Labels; visit: Visit }, mark: Mark): HandoutModel {
  const { footer, pageOf } = model.furniture;
  const { timeZone, sample } = visit;
  return { ...model, furniture: { footer, pageOf, ...markWords({ labels, timeZone, sample }, mark) } };
}
