import { holdsLine, type PrintEvent, type PrintPart, partsLeft } from '#core/domain/printing.ts';
import { PortFault, type PrinterPort } from '../printing/port.ts';
import type { StoredPrintJob } from '../store/deskCommands.ts';
import type { Actor, Store } from '../store/store.ts';
import { StoreRefusal } from '../store/store.ts';
import type { PrinterWatch } from './printerWatch.ts';
import { PrintFollower } from './printFollower.ts';

/** After something that could not be done, a printer is left alone for so long. */
const REST_MS = 3000;

/** The bytes of a part, and how they are printed. */
export interface PartToPrint {
  pdf: Uint8Array;
  title: string;
  size: 'A4' | 'Letter';
}

/** Why a part can't be given to a printer; the job fails with it. */
export class PartFault extends Error {
  readonly reason: 'damaged' | 'replaced' | 'notMade';
  constructor(reason: PartFault['reason']) {
    super(`A part can't be printed: ${reason}.`);
    this.name = 'PartFault';
    this.reason = reason;
  }
}

interface Options {
  port: PrinterPort;
  printers: PrinterWatch;
  /** Reads a part, with its hash checked, and writes to the log who prints it. Fails with a `PartFault`. */
  read: (store: Store, job: StoredPrintJob, part: PrintPart) => Promise<PartToPrint>;
  now: () => Date;
  monotonicMs: () => number;
  changed: () => void;
}

/**
 * The lines of papers before the printers: each printer gets one at a time, in the order in which they were asked for, and
 * no printer waits for another. `sending` is in the records before the first byte leaves. What was sent and whose fate
 * nobody knows becomes `unknown` and is never sent again from here; while it may still be at its printer it holds the line
 * until a person has looked.
 */
export class PrintLines {
  readonly #options: Options;
  /** What becomes of those that were sent. */
  readonly jobs: PrintFollower;
  /** Printers at which something is being done now. */
  readonly #busy = new Map<string, Promise<void>>();
  /** Jobs that are being sent by this process now. */
  readonly #sending = new Set<string>();
  /** Until when a printer is left alone. */
  readonly #restUntil = new Map<string, number>();
  /** Unknown jobs past which a person let the line go on. */
  readonly #passed = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
    this.jobs = new PrintFollower({ ...options, note: (store, id, events) => this.#note(store, id, events) });
  }

  /** Lets a line go on behind papers whose fate is not known. */
  pass(jobIds: readonly string[]): void {
    for (const id of jobIds) this.#passed.add(id);
  }

  /** One look at every line; gives whether anything is in one. Ends when each printer's step has been started; `settled` waits for them. */
  async look(store: Store): Promise<boolean> {
    const jobs = await store.run('printing.inLine', null, this.#system());
    if (jobs.length === 0) return false;
    await this.#noteInterrupted(store, jobs);
    // One printer that takes its time to answer holds up no other; only the very first answer is waited for.
    const looked = this.#options.printers.look();
    if (!this.#options.printers.wasAsked) await looked;
    const lines = new Map<string, StoredPrintJob[]>();
    for (const job of jobs) {
      if (!job.order) continue;
      const line = lines.get(job.order.printer);
      if (line) line.push(job);
      else lines.set(job.order.printer, [job]);
    }
    for (const [printer, line] of lines) {
      if (this.#busy.has(printer) || (this.#restUntil.get(printer) ?? 0) > this.#options.monotonicMs()) continue;
      const step = this.#step(store, printer, line)
        .catch(() => this.#rest(printer))
        .finally(() => this.#busy.delete(printer));
      this.#busy.set(printer, step);
    }
    return true;
  }

  /** Waits for what is being done at the printers now. */
  async settled(): Promise<void> {
    await Promise.all(this.#busy.values());
  }

  #rest(printer: string): void {
    this.#restUntil.set(printer, this.#options.monotonicMs() + REST_MS);
  }

  #system(): Actor {
    return { userId: 'system', at: this.#options.now().toISOString() };
  }

  /** Writes what happened; null when the records have it otherwise by now, such as taken out of the line. */
  async #note(store: Store, id: string, events: PrintEvent[]): Promise<StoredPrintJob | null> {
    try {
      const job = await store.run('printing.note', { id, events, by: 'printer' }, this.#system());
      this.#options.changed();
      return job;
    } catch (error) {
      if (error instanceof StoreRefusal) return null;
      throw error;
    }
  }

  /** Papers that were being sent when the program ended: they may have come out. */
  async #noteInterrupted(store: Store, jobs: readonly StoredPrintJob[]): Promise<void> {
    // Found before anything is waited for: the store answers in order, so what is being sent by this process is known here.
    const interrupted = jobs.filter(({ id, state, on }) => state === 'sent' && on?.spool === null && !this.#sending.has(id));
    for (const { id } of interrupted) await this.#note(store, id, [{ kind: 'unknown', reason: 'programEnded' }]);
  }

  async #step(store: Store, printer: string, line: StoredPrintJob[]): Promise<void> {
    for (const job of line) await this.jobs.follow(store, printer, job);
    // Read anew: much may have happened since the look began.
    const after = (await store.run('printing.inLine', null, this.#system())).filter(({ order }) => order?.printer === printer);
    if (after.some((job) => holdsLine(job) && !this.#passed.has(job.id))) return;
    const started = after.find(({ state }) => state === 'sent' || state === 'printing');
    if (started) {
      // Between two parts of one job: the next one goes at once.
      if (started.on !== null) return;
      if (started.cancelling) await this.#note(store, started.id, [{ kind: 'failed', reason: 'cancelled' }]);
      else await this.#send(store, printer, started);
      return;
    }
    const waiting = after.filter(({ state }) => state === 'waiting');
    const [next] = waiting.sort((one, other) => (one.asked?.seq ?? 0) - (other.asked?.seq ?? 0));
    const { printers } = this.#options;
    if (!next || printers.system !== 'there' || printers.find(printer)?.state === 'stuck') return;
    await this.#send(store, printer, next);
  }

  async #send(store: Store, printer: string, job: StoredPrintJob): Promise<void> {
    const { port, read, printers } = this.#options;
    const [part] = partsLeft(job);
    const { order, id } = job;
    if (part === undefined || order === null) return;
    let document: PartToPrint;
    try {
      document = await read(store, job, part);
    } catch (error) {
      if (!(error instanceof PartFault)) throw error;
      await this.#note(store, id, [{ kind: 'failed', reason: error.reason }]);
      return;
    }
    const setting = printers.settingOf(printer, await store.run('printing.settings', null, this.#system()));
    this.#sending.add(id);
    this.#passed.delete(id);
    try {
      if (!(await this.#note(store, id, [{ kind: 'sending', part }]))) return;
      const spool = await port.print(document.pdf, {
        printer,
        title: document.title,
        copies: part === 'paper' ? order.copies : 1,
        sides: setting.sides,
        media: setting.size,
        scaling: setting.size === document.size ? 'none' : 'fit',
        tray: setting.tray,
      });
      await this.#note(store, id, [{ kind: 'sent', part, spool }]);
    } catch (error) {
      if (!(error instanceof PortFault)) throw error;
      const { kind, reason } = error;
      await this.#note(store, id, [{ kind: kind === 'notSent' ? 'notSent' : kind === 'refused' ? 'failed' : 'unknown', reason }]);
      if (kind === 'notSent') {
        this.#rest(printer);
        await printers.look({ anew: true });
      }
    } finally {
      this.#sending.delete(id);
    }
  }
}
