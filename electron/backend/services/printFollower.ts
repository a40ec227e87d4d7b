import { type PrintEvent, type PrintPart, partsLeft } from '#core/domain/printing.ts';
import { type FoundJob, PortFault, type PrinterPort } from '../printing/port.ts';
import type { StoredPrintJob } from '../store/deskCommands.ts';
import type { Store } from '../store/store.ts';

/** After so long without a word from the printing system, nobody knows what became of a paper that was sent. */
const LOST_AFTER_MS = 30_000;
const STOPPABLE: readonly FoundJob['state'][] = ['waiting', 'printing', 'stopped'];

interface Options {
  port: PrinterPort;
  monotonicMs: () => number;
  changed: () => void;
  /** Writes what happened; null when the records have it otherwise by now. */
  note: (store: Store, id: string, events: PrintEvent[]) => Promise<StoredPrintJob | null>;
}

function cameOut(job: StoredPrintJob, part: PrintPart): PrintEvent[] {
  const isLast = partsLeft({ ...job, partsDone: [...job.partsDone, part] }).length === 0;
  return isLast ? [{ kind: 'partDone', part }, { kind: 'done' }] : [{ kind: 'partDone', part }];
}

/** What the answer of the printing system means for a job. */
function whatHappened(job: StoredPrintJob, part: PrintPart, { state, begun }: FoundJob): PrintEvent[] {
  switch (state) {
    case 'left':
      if (job.cancelling) return [{ kind: 'unknown', reason: 'cancelled' }];
      return job.reason === 'cancelled' ? [] : cameOut(job, part);
    case 'completed':
      return cameOut(job, part);
    case 'cancelled':
    case 'aborted':
      if (!begun) return [{ kind: 'failed', reason: state }];
      // Only the tray tells how much of it came out, and whether the next one is the first.
      return job.state === 'unknown' ? [] : [{ kind: 'unknown', reason: state }];
    case 'gone':
      return job.state === 'unknown' ? [] : [{ kind: 'unknown', reason: 'lostSight' }];
    case 'printing':
      return job.state === 'printing' ? [] : [{ kind: 'printing' }];
    case 'waiting':
    case 'stopped':
      return [];
  }
}

/** Asks what becomes of jobs that were sent, has those stopped that a person cancels, and writes down what came of it. */
export class PrintFollower {
  readonly #options: Options;
  readonly #pagesOut = new Map<string, number | null>();
  /** By job and its number in the printing system: that it was asked to stop, when it was last asked, since when it is silent. */
  readonly #stopAsked = new Set<string>();
  readonly #askedAt = new Map<string, number>();
  readonly #silentSince = new Map<string, number>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Pages of a job that came out so far; null where the printer doesn't tell. */
  pagesOut(jobId: string): number | null {
    return this.#pagesOut.get(jobId) ?? null;
  }

  /** Asks how far a job is that was sent. */
  async follow(store: Store, printer: string, job: StoredPrintJob): Promise<void> {
    const { port, monotonicMs, changed, note } = this.#options;
    const { id, on } = job;
    if (on?.spool == null) return;
    const key = `${id} ${on.spool}`;
    const askedAt = this.#askedAt.get(key);
    if (askedAt !== undefined && monotonicMs() - askedAt < port.goodForMs.job) return;
    this.#askedAt.set(key, monotonicMs());
    const found = await this.#statusOf(store, printer, job, on.spool);
    if (!found) return;
    if (job.cancelling && !this.#stopAsked.has(key) && STOPPABLE.includes(found.state)) {
      this.#stopAsked.add(key);
      await port.cancel(printer, on.spool).catch((error: unknown) => {
        if (!(error instanceof PortFault)) throw error;
      });
    }
    if (found.pagesOut !== this.#pagesOut.get(id)) {
      this.#pagesOut.set(id, found.pagesOut);
      changed();
    }
    const happened = whatHappened(job, on.part, found);
    if (happened.length > 0) await note(store, id, happened);
  }

  async #statusOf(store: Store, printer: string, job: StoredPrintJob, spool: string): Promise<FoundJob | null> {
    const { port, monotonicMs, note } = this.#options;
    const key = `${job.id} ${spool}`;
    try {
      const found = await port.status(printer, spool);
      this.#silentSince.delete(key);
      return found;
    } catch (error) {
      if (!(error instanceof PortFault)) throw error;
      const since = this.#silentSince.get(key) ?? monotonicMs();
      this.#silentSince.set(key, since);
      const isLost = job.state !== 'unknown' && monotonicMs() - since >= LOST_AFTER_MS;
      if (isLost) await note(store, job.id, [{ kind: 'unknown', reason: 'lostSight' }]);
      return null;
    }
  }
}
