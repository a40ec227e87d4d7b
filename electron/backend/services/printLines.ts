import { type PrintEvent, type PrintOrder, type PrintPart, partsLeft } from '#core/domain/printing.ts';
import { type FoundJob, PortFault, type PrinterPort } from '../printing/port.ts';
import type { Actor, Store, StoredPrintJob } from '../store/store.ts';
import { StoreRefusal } from '../store/store.ts';
import type { PrinterWatch } from './printerWatch.ts';

/** After so long without a word from the printing system, nobody knows what became of a paper that was sent. */
const LOST_AFTER_MS = 30_000;

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
 * nobody knows becomes `unknown` and holds its line until a person has looked; it is never sent again from here.
 */
export class PrintLines {
  readonly #options: Options;
  /** Printers at which something is being done now. */
  readonly #busy = new Map<string, Promise<void>>();
  /** Jobs that are being sent by this process now. */
  readonly #sending = new Set<string>();
  readonly #pagesOut = new Map<string, number | null>();
  /** When it was last asked about a job. */
  readonly #askedAt = new Map<string, number>();
  /** Since when the printing system has given no answer about a job. */
  readonly #silentSince = new Map<string, number>();
  /** Until when a printer is left alone. */
  readonly #restUntil = new Map<string, number>();
  /** Jobs that are to go to another printer as soon as theirs says that it has stopped. */
  readonly #moving = new Map<string, { order: PrintOrder; actor: Actor }>();
  /** Unknown jobs past which a person let the line go on. */
  readonly #passed = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Pages of a job that came out so far; null where the printer doesn't tell. */
  pagesOut(jobId: string): number | null {
    return this.#pagesOut.get(jobId) ?? null;
  }

  /** Lets a line go on behind papers whose fate is not known. */
  pass(jobIds: readonly string[]): void {
    for (const id of jobIds) this.#passed.add(id);
  }

  /** Asks for a job that was cancelled again, in a person's name, once its printer says that it has stopped. */
  moveWhenStopped(jobId: string, to: { order: PrintOrder; actor: Actor }): void {
    this.#moving.set(jobId, to);
  }

  /** One look at every line. Ends when each printer's step has been started; `settled` waits for them. */
  async look(store: Store): Promise<void> {
    const jobs = await store.run('printing.inLine', null, this.#system());
    if (jobs.length === 0) return;
    await this.#noteInterrupted(store, jobs);
    await this.#options.printers.look();
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
    for (const { id, state, on } of jobs) {
      if (state !== 'sent' || !on || on.spool !== null || this.#sending.has(id)) continue;
      await this.#note(store, id, [{ kind: 'unknown', reason: 'programEnded' }]);
    }
  }

  async #step(store: Store, printer: string, line: StoredPrintJob[]): Promise<void> {
    const before = line.filter(({ on }) => on?.spool != null);
    for (const job of before) await this.#follow(store, printer, job);
    const after =
      before.length === 0
        ? line
        : (await store.run('printing.inLine', null, this.#system())).filter(({ order }) => order?.printer === printer);
    if (after.some(({ state, id }) => state === 'unknown' && !this.#passed.has(id))) return;
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
    if (!next || this.#options.printers.find(printer)?.state === 'stuck') return;
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

  /** Asks how far a job is that was sent, and writes down what came of it. */
  async #follow(store: Store, printer: string, job: StoredPrintJob): Promise<void> {
    const { port, monotonicMs } = this.#options;
    const { id, on } = job;
    if (on?.spool == null) return;
    const askedAt = this.#askedAt.get(id);
    if (askedAt !== undefined && monotonicMs() - askedAt < port.goodForMs.job) return;
    this.#askedAt.set(id, monotonicMs());
    let found: FoundJob;
    try {
      found = await port.status(printer, on.spool);
      this.#silentSince.delete(id);
    } catch (error) {
      if (!(error instanceof PortFault)) throw error;
      const since = this.#silentSince.get(id) ?? monotonicMs();
      this.#silentSince.set(id, since);
      if (job.state !== 'unknown' && monotonicMs() - since >= LOST_AFTER_MS)
        await this.#note(store, id, [{ kind: 'unknown', reason: 'lostSight' }]);
      return;
    }
    if (found.pagesOut !== this.#pagesOut.get(id)) {
      this.#pagesOut.set(id, found.pagesOut);
      this.#options.changed();
    }
    const events = this.#whatHappened(job, on.part, found);
    if (events.length === 0) return;
    await this.#note(store, id, events);
    const moving = this.#moving.get(id);
    if (!moving || !events.some(({ kind }) => kind === 'failed' || kind === 'done')) return;
    this.#moving.delete(id);
    if (!events.some((event) => event.kind === 'failed' && event.reason === 'cancelled')) return;
    await store.run('printing.note', { id, events: [{ kind: 'asked', order: moving.order }], by: 'person' }, moving.actor);
  }

  #whatHappened(job: StoredPrintJob, part: PrintPart, { state }: FoundJob): PrintEvent[] {
    switch (state) {
      case 'completed':
        return partsLeft({ ...job, partsDone: [...job.partsDone, part] }).length === 0
          ? [{ kind: 'partDone', part }, { kind: 'done' }]
          : job.cancelling
            ? [
                { kind: 'partDone', part },
                { kind: 'failed', reason: 'cancelled' },
              ]
            : [{ kind: 'partDone', part }];
      case 'cancelled':
        return [{ kind: 'failed', reason: 'cancelled' }];
      case 'aborted':
        return [{ kind: 'failed', reason: 'aborted' }];
      case 'gone':
        return job.state === 'unknown' ? [] : [{ kind: 'unknown', reason: 'lostSight' }];
      case 'printing':
        return job.state === 'printing' ? [] : [{ kind: 'printing' }];
      case 'waiting':
      case 'stopped':
        return [];
    }
  }
}
