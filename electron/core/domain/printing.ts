import * as z from 'zod';

/**
 * How a paper in reception's queue stands, with what to do about it:
 * - `waiting`: nobody has asked for it yet (print it), or it stands in the line of a printer (wait, or take it out).
 * - `sent`: handed to the printer's line on this computer, or being handed to it (wait, or cancel).
 * - `printing`: the printer says that it is at it (wait, or cancel).
 * - `done`: the printer says that it came out, or a person who looked (see whether it is all right, hand it over).
 * - `failed`: it did not come out, or not whole (see why, print it again on the same or on another printer, or take it away).
 * - `unknown`: nobody can tell from here whether it came out (go to the printer and look; only then say what to do).
 * - `removed`: taken out of the queue by a person; it stays in the record.
 */
export const printStateSchema = z.enum(['waiting', 'sent', 'printing', 'done', 'failed', 'unknown', 'removed']);
export type PrintState = z.infer<typeof printStateSchema>;

/** Why a paper or a printer stands still. The window has a sentence for each. */
export const printReasonSchema = z.enum([
  /** The printer has no paper, or not the right one. */
  'paperOut',
  'jam',
  'coverOpen',
  /** No ink or toner. */
  'ink',
  /** The printer or its line can't be reached: it is off, or its cable or network is out. Nothing was sent. */
  'off',
  /** Somebody, or the printer itself, paused it. */
  'stopped',
  /** There is no printing system on this computer, or it has ended. Nothing was sent. */
  'noSpooler',
  /** The printer was asked and said no. Nothing was printed. */
  'refused',
  /** The printer did not answer while the paper was being sent. It may have come out. */
  'noAnswer',
  /** The program, or the computer, ended while the paper was being sent. It may have come out. */
  'programEnded',
  /** The printing system forgot the paper, or ended, after it was sent. It may have come out. */
  'lostSight',
  /** A person cancelled it. As `unknown`: after the printer had begun, and pages may have come out. */
  'cancelled',
  /** A person looked, and it is not there, or not whole. */
  'notThere',
  /** The printer gave it up. As `unknown`: after it had begun, and pages may have come out. */
  'aborted',
  /** The stored bytes are not those that were made final; nothing was printed. */
  'damaged',
  /** The pages could not be made, such as a copy with its mark; nothing was printed. */
  'notMade',
  /** A newer version replaces it; nothing was printed. */
  'replaced',
  /** The printer names a trouble that has no word here. */
  'other',
]);
export type PrintReason = z.infer<typeof printReasonSchema>;

/** The papers of one job, in the order in which they go to the printer, each as a print of its own. */
export const PRINT_PARTS = ['paper', 'clinicCopy', 'notice'] as const;
export const printPartSchema = z.enum(PRINT_PARTS);
export type PrintPart = z.infer<typeof printPartSchema>;

/** What a person finds out about a paper that is done. */
export const cameOutSchema = z.enum(['allRight', 'notRight', 'wrongPrinter']);
export type CameOut = z.infer<typeof cameOutSchema>;

/** The second thing that is asked of whoever collects; her name is the first. */
export const secondIdentifierSchema = z.enum(['phoneEnd', 'birthDate', 'recordNumber', 'relativeName', 'village']);
export type SecondIdentifier = z.infer<typeof secondIdentifierSchema>;

/** Who took the paper: herself, or one of those whom she named. */
export const handedToSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('herself') }),
  z.strictObject({ kind: z.literal('named'), name: z.string().min(1).max(60) }),
]);
export type HandedTo = z.infer<typeof handedToSchema>;

/** Name of a printer as the printing system has it; never a path. */
export const printerIdSchema = z.string().min(1).max(200);

/** What a person asks for when she prints. */
export const printOrderSchema = z.strictObject({
  printer: printerIdSchema,
  /** How many times the paper is printed; what goes along is printed once. */
  copies: z.int().min(1).max(5),
  parts: z
    .array(printPartSchema)
    .min(1)
    .max(PRINT_PARTS.length)
    .refine((parts) => new Set(parts).size === parts.length, 'Each once.'),
});
export type PrintOrder = z.infer<typeof printOrderSchema>;

/**
 * Everything that can happen to a job. Rows are only added; what is shown follows from them (`jobAfter`). `sending` is
 * written before the first byte leaves, so that a job whose fate is not known can always be told from one that waits.
 */
export const printEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asked'), order: printOrderSchema }),
  z.strictObject({ kind: z.literal('withdrawn') }),
  z.strictObject({ kind: z.literal('sending'), part: printPartSchema }),
  /** Nothing left this computer: it stands in the line again. */
  z.strictObject({ kind: z.literal('notSent'), reason: printReasonSchema }),
  /** `spool` is the number under which the printing system has it. */
  z.strictObject({ kind: z.literal('sent'), part: printPartSchema, spool: z.string().max(80) }),
  z.strictObject({ kind: z.literal('printing') }),
  /** A person wants it stopped, and where `moveTo` names one, printed on that printer; this one has yet to say whether it stopped. */
  z.strictObject({ kind: z.literal('cancelAsked'), moveTo: printerIdSchema.optional() }),
  z.strictObject({ kind: z.literal('partDone'), part: printPartSchema }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('failed'), reason: printReasonSchema }),
  z.strictObject({ kind: z.literal('unknown'), reason: printReasonSchema }),
  /** A person who went and looked. */
  z.strictObject({ kind: z.literal('looked'), found: z.enum(['there', 'notThere']) }),
  /** A person printed it by another way, such as a saved file. */
  z.strictObject({ kind: z.literal('elsewhere') }),
  z.strictObject({ kind: z.literal('cameOut'), answer: cameOutSchema }),
  z.strictObject({ kind: z.literal('handedOver'), to: handedToSchema, checked: secondIdentifierSchema }),
  z.strictObject({ kind: z.literal('filed') }),
  z.strictObject({ kind: z.literal('removed') }),
]);
export type PrintEvent = z.infer<typeof printEventSchema>;
export type PrintEventKind = PrintEvent['kind'];

/** A job as its events have made it. */
export interface JobNow {
  state: PrintState;
  /** Where it stands or stood; null: nobody has asked yet, or it was printed elsewhere. */
  order: PrintOrder | null;
  /** Of `failed` and `unknown`; of `waiting`: why it could not be sent the last time. */
  reason: PrintReason | null;
  /** The part that is on its way, and its number in the printing system once that is known. */
  on: { part: PrintPart; spool: string | null } | null;
  /** A person wants it stopped, and it is still on its way. */
  cancelling: boolean;
  /** The printer on which it is asked for again, once it is certain that nothing more of it comes out where it is. */
  movingTo: string | null;
  /** Parts that came out. */
  partsDone: PrintPart[];
  /** The paper itself is in the world, or may be. */
  mayBeOut: boolean;
  cameOut: CameOut | null;
  handedOver: boolean;
  filed: boolean;
}

/** A job before anything happened to it. */
export const NEW_JOB: JobNow = {
  state: 'waiting',
  order: null,
  reason: null,
  on: null,
  cancelling: false,
  movingTo: null,
  partsDone: [],
  mayBeOut: false,
  cameOut: null,
  handedOver: false,
  filed: false,
};

/** States in which each event may happen; anything else is refused. */
const FROM: Record<PrintEventKind, readonly PrintState[]> = {
  asked: ['waiting', 'failed'],
  withdrawn: ['waiting'],
  sending: ['waiting', 'sent', 'printing'],
  notSent: ['sent'],
  sent: ['sent'],
  // What the printing system says later of a paper that was out of sight is believed: nothing is sent for it.
  printing: ['sent', 'unknown'],
  cancelAsked: ['sent', 'printing'],
  partDone: ['sent', 'printing', 'unknown'],
  done: ['sent', 'printing', 'unknown'],
  failed: ['waiting', 'sent', 'printing', 'unknown'],
  unknown: ['sent', 'printing'],
  looked: ['unknown'],
  elsewhere: ['waiting', 'failed'],
  cameOut: ['done'],
  handedOver: ['done'],
  filed: ['done'],
  removed: ['waiting', 'done', 'failed', 'unknown'],
};

/** Whether an event may happen to a job now. */
export function mayHappen(job: JobNow, event: PrintEvent): boolean {
  if (!FROM[event.kind].includes(job.state)) return false;
  switch (event.kind) {
    case 'withdrawn':
      return job.order !== null;
    case 'cancelAsked':
      return !job.cancelling;
    case 'unknown':
      return job.on !== null;
    case 'sending':
      return job.on === null && partsLeft(job).includes(event.part);
    case 'notSent':
      return job.on?.spool === null;
    case 'printing':
      return job.on !== null;
    case 'partDone':
      return job.on?.part === event.part;
    case 'done':
      return partsLeft(job).length === 0;
    case 'sent':
      return job.on?.part === event.part;
    case 'cameOut':
      return !job.handedOver;
    case 'handedOver':
      return job.cameOut === 'allRight' && !job.handedOver;
    case 'filed':
      return !job.filed;
    default:
      return true;
  }
}

function partOut(job: JobNow, part: PrintPart): JobNow {
  return { ...job, reason: null, partsDone: [...job.partsDone, part], on: null, mayBeOut: job.mayBeOut || part === 'paper' };
}

/** What is unknown was cancelled or given up: the printer does no more of it, and only its tray tells what came out. */
function hasEnded({ reason }: Pick<JobNow, 'reason'>): boolean {
  return reason === 'cancelled' || reason === 'aborted';
}

/** Whether nothing else goes to its printer before somebody has looked: it may still be at this one. */
export function holdsLine(job: Pick<JobNow, 'state' | 'reason'>): boolean {
  return job.state === 'unknown' && !hasEnded(job);
}

/**
 * What was being sent is there, and what is left of the job goes on unless it was ended; or it isn't there, and a person
 * decides what next.
 */
function lookedAfter(job: JobNow, found: 'there' | 'notThere'): JobNow {
  if (found === 'notThere') return { ...job, state: 'failed', reason: 'notThere', on: null, mayBeOut: job.partsDone.includes('paper') };
  const after = job.on ? partOut(job, job.on.part) : job;
  if (partsLeft(after).length === 0) return { ...after, state: 'done', reason: null };
  return hasEnded(job) ? { ...after, state: 'failed', reason: job.reason } : { ...after, state: 'sent', reason: null };
}

/** Nobody wants anything of it stopped. */
const STILL: Pick<JobNow, 'cancelling' | 'movingTo'> = { cancelling: false, movingTo: null };

/** The job after one more event, which has to be one that may happen. */
export function jobAfter(job: JobNow, event: PrintEvent): JobNow {
  switch (event.kind) {
    case 'asked':
      return { ...job, ...STILL, state: 'waiting', order: event.order, reason: null, on: null };
    case 'withdrawn':
      return { ...job, order: null, reason: null };
    case 'sending':
      return { ...job, state: 'sent', reason: null, on: { part: event.part, spool: null } };
    case 'notSent':
      // Cancelled meanwhile: it leaves the line, for nothing is on its way.
      return { ...job, ...STILL, state: 'waiting', order: job.cancelling ? null : job.order, reason: event.reason, on: null };
    case 'sent':
      return { ...job, on: { part: event.part, spool: event.spool } };
    case 'printing':
      return { ...job, state: 'printing', reason: null };
    case 'cancelAsked':
      return { ...job, cancelling: true, movingTo: event.moveTo ?? null };
    case 'partDone':
      return partOut({ ...job, state: job.state === 'unknown' ? 'sent' : job.state }, event.part);
    case 'done':
      return { ...job, ...STILL, state: 'done', reason: null, on: null };
    case 'failed':
      return { ...job, ...STILL, state: 'failed', reason: event.reason, on: null };
    case 'unknown':
      return { ...job, ...STILL, state: 'unknown', reason: event.reason, mayBeOut: job.mayBeOut || job.on?.part === 'paper' };
    case 'looked':
      return lookedAfter(job, event.found);
    case 'elsewhere':
      return { ...job, state: 'done', order: null, reason: null, on: null, mayBeOut: true };
    case 'cameOut':
      return { ...job, cameOut: event.answer };
    case 'handedOver':
      return { ...job, handedOver: true };
    case 'filed':
      return { ...job, filed: true };
    case 'removed':
      return { ...job, state: 'removed', on: null };
  }
}

/**
 * What comes next by itself because a person asked for it beforehand: a paper that is to be moved, and of which nothing is
 * at its printer any more, is asked for at the other one. `before`: the job to which `event` happened.
 */
export function followedBy({ order, movingTo }: JobNow, event: PrintEvent): PrintEvent | null {
  const isAway = event.kind === 'notSent' || event.kind === 'failed';
  return isAway && order && movingTo !== null ? { kind: 'asked', order: { ...order, printer: movingTo } } : null;
}

/** The parts of a job that have yet to come out, in their order. */
export function partsLeft({ order, partsDone }: Pick<JobNow, 'order' | 'partsDone'>): PrintPart[] {
  return PRINT_PARTS.filter((part) => order?.parts.includes(part) && !partsDone.includes(part));
}

/**
 * Whether a job has put an unmarked paper into the world: what is printed after it is a copy and says so. A paper that did
 * not come out right is thrown away, and counts for nothing.
 */
export function countsAsPrinted({ mayBeOut, cameOut }: JobNow): boolean {
  return mayBeOut && cameOut !== 'notRight';
}
