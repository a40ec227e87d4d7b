import type { PaperSize, Sides } from '#core/contract/printing.ts';
import type { PrintReason } from '#core/domain/printing.ts';

/** A printer as the printing system describes it. */
export interface FoundPrinter {
  /** Its name in the printing system. */
  id: string;
  name: string;
  state: 'ready' | 'printing' | 'stuck';
  reason: PrintReason | null;
  /** What it warns of while it prints: it may be waiting for that, or not. */
  warns: PrintReason | null;
  can: { bothSides: boolean; trays: string[]; sizes: PaperSize[] };
}

/** How a document is printed. Size and scaling are always said: a printer left to guess takes Letter for A4. */
export interface PrintRequest {
  printer: string;
  /** What stands in the printing system's list: record code and version, nothing of a person. */
  title: string;
  copies: number;
  sides: Sides;
  media: PaperSize;
  /** none: as drawn; fit: made smaller or larger for a size that isn't the document's own. */
  scaling: 'none' | 'fit';
  tray: string | null;
}

/**
 * How far a job is. `gone`: the printing system knows nothing of it any more. `left`: it has left a list that printed and
 * deleted jobs leave alike.
 */
export interface FoundJob {
  state: 'waiting' | 'printing' | 'stopped' | 'completed' | 'cancelled' | 'aborted' | 'gone' | 'left';
  /** Pages or sheets that came out so far; null where the printer doesn't tell. */
  pagesOut: number | null;
  /** Pages may have come out; false only where the printing system says that it never began. */
  begun: boolean;
}

/** What a fault says of the bytes: nothing left this computer; the printer said no; nobody knows. */
export type PortFaultKind = 'notSent' | 'refused' | 'noAnswer';

/** Something went wrong between the program and the printing system. */
export class PortFault extends Error {
  readonly kind: PortFaultKind;
  readonly reason: PrintReason;
  constructor(kind: PortFaultKind, reason: PrintReason) {
    super(`The printing system: ${kind}, ${reason}.`);
    this.name = 'PortFault';
    this.kind = kind;
    this.reason = reason;
  }
}

/**
 * The one way to printers. It never tries anything twice. Every call fails with a `PortFault`; of `print` the kind decides
 * what a person is told: `notSent` and `refused` are certain that nothing was printed, `noAnswer` is not.
 */
export interface PrinterPort {
  /** false: this computer has no printing system that the program knows. */
  readonly there: boolean;
  /** How long an answer about printers, and about a job, is good: asking costs little on one system and much on another. */
  readonly goodForMs: { printers: number; job: number };
  listPrinters(): Promise<FoundPrinter[]>;
  /** Hands a document over; gives the number under which the printing system has it. */
  print(pdf: Uint8Array, request: PrintRequest): Promise<string>;
  status(printer: string, jobId: string): Promise<FoundJob>;
  /** Asks for it to be stopped; `status` tells whether it was. */
  cancel(printer: string, jobId: string): Promise<void>;
  /** Asks a paused printer to go on. */
  resume(printer: string): Promise<void>;
}

/** For a computer without a printing system that the program knows. */
export const noPrinters: PrinterPort = {
  there: false,
  goodForMs: { printers: 60_000, job: 60_000 },
  listPrinters: () => Promise.resolve([]),
  print: () => Promise.reject(new PortFault('notSent', 'noSpooler')),
  status: () => Promise.reject(new PortFault('notSent', 'noSpooler')),
  cancel: () => Promise.reject(new PortFault('notSent', 'noSpooler')),
  resume: () => Promise.reject(new PortFault('notSent', 'noSpooler')),
};
