import { type FoundJob, type FoundPrinter, PortFault, type PrinterPort, type PrintRequest } from '#backend/printing/port.ts';

/** A printer that takes papers. */
export const readyPrinter = (id: string): FoundPrinter => ({
  id,
  name: id,
  state: 'ready',
  reason: null,
  warns: null,
  can: { bothSides: true, trays: ['tray-1'], sizes: ['A4', 'Letter'] },
});

/** A paper that came out. */
export const COMPLETED: FoundJob = { state: 'completed', pagesOut: 4, begun: true };

/** Printers that a test plays: what they were given, and what they say. A paper comes out at once unless `holds`. */
export class ScriptedPrinters implements PrinterPort {
  readonly there = true;
  readonly goodForMs = { printers: 200, job: 0 };
  printers: FoundPrinter[] = [readyPrinter('Front desk'), readyPrinter('Back office')];
  /** Everything that came to a printer, in its order. */
  readonly given: { jobId: string; pdf: Buffer; request: PrintRequest }[] = [];
  readonly jobs = new Map<string, FoundJob>();
  /** Printers whose papers stay on their way until the test says otherwise. */
  readonly holds = new Set<string>();
  /** What happens instead of the next printing; the paper is given to the printer all the same where it says so. */
  readonly mishaps: { fault: PortFault; cameOut: boolean }[] = [];
  /** What is cancelled had not begun. */
  neverBegins = false;
  /** The printing system answers nothing. */
  down = false;

  #check(): void {
    if (this.down) throw new PortFault('notSent', 'off');
  }

  async listPrinters(): Promise<FoundPrinter[]> {
    this.#check();
    return this.printers;
  }

  async print(pdf: Uint8Array, request: PrintRequest): Promise<string> {
    this.#check();
    const mishap = this.mishaps.shift();
    const jobId = String(this.given.length + 1);
    if (!mishap || mishap.cameOut) this.given.push({ jobId, pdf: Buffer.from(pdf), request });
    if (mishap) throw mishap.fault;
    this.jobs.set(jobId, this.holds.has(request.printer) ? { state: 'printing', pagesOut: 1, begun: true } : COMPLETED);
    return jobId;
  }

  async status(_printer: string, jobId: string): Promise<FoundJob> {
    this.#check();
    return this.jobs.get(jobId) ?? { state: 'gone', pagesOut: null, begun: true };
  }

  async cancel(_printer: string, jobId: string): Promise<void> {
    this.#check();
    this.jobs.set(jobId, { state: 'cancelled', pagesOut: 1, begun: !this.neverBegins });
  }

  async resume(printer: string): Promise<void> {
    this.#check();
    this.printers = this.printers.map((each) => (each.id === printer ? { ...each, state: 'ready', reason: null } : each));
  }
}
