import * as z from 'zod';
import {
  cameOutSchema,
  handedToSchema,
  printerIdSchema,
  printOrderSchema,
  printPartSchema,
  printReasonSchema,
  printStateSchema,
  secondIdentifierSchema,
} from '../domain/printing.ts';
import { instantSchema, paperLanguageSchema } from '../domain/text.ts';
import { ageSchema } from '../domain/visit.ts';
import { relationSchema } from './patientShapes.ts';
import { administrator, desk } from './procedures.ts';
import { uuid } from './shapes.ts';

export const paperSizeSchema = z.enum(['A4', 'Letter']);
export type PaperSize = z.infer<typeof paperSizeSchema>;
export const sidesSchema = z.enum(['one', 'both']);
export type Sides = z.infer<typeof sidesSchema>;

/** Somebody did something at some time. */
const doneSchema = z.strictObject({ by: z.string(), at: instantSchema });

/** What reception compares before she gives the paper away: `value` is what the record says, in full. */
export const identifierSchema = z.strictObject({ kind: secondIdentifierSchema, value: z.string() });
export type Identifier = z.infer<typeof identifierSchema>;

/** A job of the queue as reception sees it. Nothing in it is clinical. */
export const printJobSchema = z.strictObject({
  id: uuid,
  versionId: uuid,
  patient: z.strictObject({ id: uuid, name: z.string(), recordNumber: z.string(), age: ageSchema }),
  /** Record code and version: the only name of this paper outside of the program. */
  code: z.string(),
  version: z.int(),
  language: paperLanguageSchema,
  size: paperSizeSchema,
  largePrint: z.boolean(),
  /** Pages of the paper itself, once. */
  pages: z.int(),
  /** Name of the doctor on it. */
  doctor: z.string(),
  /** When the doctor made it final. */
  finalAt: instantSchema,
  /** final: it came into the queue with the doctor's "Make final"; reprint: somebody asked for it once more. */
  why: z.enum(['final', 'reprint']),
  addedAt: instantSchema,
  /** A paper of this version came out before: this one says "copy" and the time of the first; null: it is the first. */
  copyOf: instantSchema.nullable(),
  /** A clinic copy is stored with it and can be printed along. */
  hasClinicCopy: z.boolean(),
  /** The version that replaces this one, so that this paper is not given out any more. */
  replacedBy: z.int().nullable(),
  /** She herself always may; these she has named. */
  mayCollect: z.array(z.strictObject({ name: z.string(), relation: relationSchema })),
  /** What can be asked of whoever collects, the best first; the record number is always there. */
  identifiers: z.array(identifierSchema),

  state: printStateSchema,
  /** Since when it is in this state. */
  stateAt: instantSchema,
  /** What was asked for; null: nobody has asked yet. */
  order: printOrderSchema.nullable(),
  /** Place in the line of its printer, 1: next; null where it stands in none. */
  place: z.int().nullable(),
  reason: printReasonSchema.nullable(),
  /** What is on its way to the printer now, and how many pages of it came out; null where the printer doesn't tell. */
  now: z.strictObject({ part: printPartSchema, pagesOut: z.int().nullable() }).nullable(),
  partsDone: z.array(printPartSchema),
  /** Somebody cancelled it and the printer has not said yet whether it stopped. */
  cancelling: z.boolean(),
  cameOut: doneSchema.extend({ answer: cameOutSchema }).nullable(),
  handedOver: doneSchema.extend({ to: handedToSchema, checked: secondIdentifierSchema }).nullable(),
  /** The signed clinic copy is in the clinic's folder. */
  filed: doneSchema.nullable(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** A printer of this computer. */
export const printerSchema = z.strictObject({
  id: printerIdSchema,
  /** As people here call it. */
  name: z.string(),
  /**
   * ready: it takes papers; printing: it is at one; stuck: it has stopped or can't be reached, and `reason` says why. The
   * papers of other printers go on.
   */
  state: z.enum(['ready', 'printing', 'stuck']),
  reason: printReasonSchema.nullable(),
  /** Since when it is stuck; null where it isn't. */
  since: instantSchema.nullable(),
  /** Papers in its line here, without the one that is on its way. */
  waiting: z.int(),
  /** What it can do, as far as it says so. */
  can: z.strictObject({ bothSides: z.boolean(), trays: z.array(z.string()), sizes: z.array(paperSizeSchema) }),
  /** How papers are printed on it. */
  setting: z.strictObject({ sides: sidesSchema, size: paperSizeSchema, tray: z.string().nullable() }),
});
export type Printer = z.infer<typeof printerSchema>;

export const printQueueSchema = z.strictObject({
  /** The newest first: what is open of the last two weeks, and what was finished today. */
  jobs: z.array(printJobSchema),
  printers: z.array(printerSchema),
  /** The printer for papers where nobody names one; null: none was chosen and there isn't exactly one. */
  usualPrinter: printerIdSchema.nullable(),
  /** What goes along where nobody says otherwise. */
  usualParts: z.array(printPartSchema),
  /**
   * Whether this computer can print at all. `none`: it has no printing system that the program knows; `down`: it has one
   * that doesn't answer. Papers wait meanwhile, and can be saved as a file.
   */
  system: z.enum(['there', 'down', 'none']),
  /** When the printers were last asked. */
  askedAt: instantSchema,
});
export type PrintQueue = z.infer<typeof printQueueSchema>;

/** How a clinic prints; printers that aren't named print on both sides where they can, on the size of the paper. */
export const printSettingsSchema = z.strictObject({
  usualPrinter: printerIdSchema.nullable(),
  usualParts: z.array(printPartSchema).min(1),
  printers: z
    .array(z.strictObject({ id: printerIdSchema, sides: sidesSchema, size: paperSizeSchema, tray: z.string().max(80).nullable() }))
    .max(30),
  rev: z.int(),
});
export type PrintSettings = z.infer<typeof printSettingsSchema>;

/** A paper of a patient that was made final, with every time it was in the queue. */
export const herPaperSchema = z.strictObject({
  versionId: uuid,
  code: z.string(),
  version: z.int(),
  language: paperLanguageSchema,
  pages: z.int(),
  finalAt: instantSchema,
  replacedBy: z.int().nullable(),
  /** The newest first. */
  jobs: z.array(printJobSchema),
});
export type HerPaper = z.infer<typeof herPaperSchema>;

const reprintSchema = z.strictObject({
  id: uuid.optional(),
  versionId: uuid,
  language: paperLanguageSchema,
  order: printOrderSchema.nullable(),
});
export type Reprint = z.infer<typeof reprintSchema>;

const ofJob = z.strictObject({ id: uuid });
/** No queue holds more than this. */
const MOST_AT_ONCE = 2000;

/**
 * Reception's queue. Papers go to each printer in the order in which they were asked for, one at a time; a printer that is
 * stuck holds up its own line only. Nothing is ever sent a second time without a person asking. Every change is told by the
 * event `queue`. NOT_READY says in a sentence why something can't be done with a paper in its state.
 */
export const printingContract = {
  queue: desk.output(printQueueSchema),
  /** The final papers of a patient, the newest first: for a reprint. */
  ofPatient: desk.input(z.strictObject({ patientId: uuid })).output(z.array(herPaperSchema)),
  /**
   * Puts a waiting or failed paper into the line of a printer: the first try, and the retry of one that failed. Parts that
   * came out already are not printed again. BAD_INPUT at `printer` for one that isn't there, at `parts` for a part that
   * the paper doesn't have.
   */
  print: desk.input(ofJob.extend({ order: printOrderSchema })).output(printJobSchema),
  /**
   * Puts papers into the line of the usual printer, the oldest first: of those that a person saw and counted, the ones that
   * still wait and that nobody has asked for. What came after she looked isn't printed by it.
   */
  printAll: desk.input(z.strictObject({ ids: z.array(uuid).min(1).max(MOST_AT_ONCE) })).output(z.strictObject({ asked: z.int() })),
  /** Takes a waiting paper out of the line; asks the printer to stop one that was sent. */
  cancel: desk.input(ofJob).output(printJobSchema),
  /** What a person found at the printer: for a paper in `unknown`. `notThere` makes it failed; it can then be printed again. */
  looked: desk.input(ofJob.extend({ found: z.enum(['there', 'notThere']) })).output(printJobSchema),
  /** It was printed by another way, from a saved file or on another computer. */
  printedElsewhere: desk.input(ofJob).output(printJobSchema),
  /** Takes it out of the queue; not while it is on its way. */
  remove: desk.input(ofJob).output(z.null()),
  /**
   * Puts an earlier paper into the queue once more, in its own or in her other language, and into the line when an `order`
   * is given. Every printing after the first says that it is a copy, and when the first was printed. `id` becomes the
   * job's: asked a second time with it, because the answer was lost, the job is found and nothing is added or asked for.
   */
  reprint: desk.input(reprintSchema).output(printJobSchema),
  /** "Came out all right?" A paper from the wrong printer is fetched, and may then be said to be all right. */
  cameOut: desk.input(ofJob.extend({ answer: cameOutSchema })).output(printJobSchema),
  /**
   * Given away, after the second identifier was checked. NOT_READY before it came out all right, and for a version that was
   * replaced; BAD_INPUT at `to` for somebody whom she hasn't named, at `checked` for what her record doesn't have.
   */
  handOver: desk.input(ofJob.extend({ to: handedToSchema, checked: secondIdentifierSchema })).output(printJobSchema),
  /** The signed clinic copy was filed. */
  file: desk.input(ofJob).output(printJobSchema),
  /**
   * "Paper is in: try again." Asks a stuck printer to go on and looks at it anew; what was never sent goes on by itself,
   * what is unknown stays so until a person has looked. Gives the queue after it.
   */
  resume: desk.input(z.strictObject({ printer: printerIdSchema })).output(printQueueSchema),
  /**
   * Moves everything in the line of one printer to another, all of it as it stands at that moment. What was sent is to be
   * stopped first, and is asked for at the other one once it is certain that nothing of it came out; otherwise it is unknown.
   */
  move: desk.input(z.strictObject({ from: printerIdSchema, to: printerIdSchema })).output(printQueueSchema),
  settings: desk.output(printSettingsSchema),
  /** A stale `rev` is CHANGED_ELSEWHERE with the settings as they are. */
  saveSettings: administrator.input(printSettingsSchema).output(printSettingsSchema),
};
