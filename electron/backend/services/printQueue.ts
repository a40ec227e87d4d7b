import { setTimeout as wait } from 'node:timers/promises';
import type { Printer, PrintJob, PrintQueue as Shown } from '#core/contract/printing.ts';
import type { PrinterPort } from '../printing/port.ts';
import type { StoredPrintJob } from '../store/deskCommands.ts';
import type { Actor, Store } from '../store/store.ts';
import type { Every } from './backupRounds.ts';
import { startOfDay, todayIn } from './clock.ts';
import type { Services } from './context.ts';
import { PrinterWatch } from './printerWatch.ts';
import { PrintLines } from './printLines.ts';
import { partReader } from './printParts.ts';

/** How often the lines are looked at while somebody is signed in. */
const LOOK_EVERY_MS = 500;
/** Every how many of these looks one is made while nothing is in a line. */
const IDLE_TICKS = 10;
const TELL_AFTER_MS = 200;
/** At the end what is being sent is waited for so long; after that it is not known at the next start. */
const END_AFTER_MS = 3000;
/** Printers are looked at without being asked while somebody has looked at the queue within this time. */
const SHOWN_LATELY_MS = 10 * 60_000;
/** How long a paper that waits stays in sight. */
const SHOWN_MS = 14 * 24 * 60 * 60_000;

interface Options {
  services: Services;
  port: PrinterPort;
  every: Every;
  monotonicMs: () => number;
}

/**
 * Reception's queue over the store that is open: goes on while anybody is signed in, in a covered window too, and in no
 * window at all when reception's is behind another.
 */
export class PrintQueue {
  readonly #services: Services;
  readonly #endTimer: () => void;
  readonly port: PrinterPort;
  readonly printers: PrinterWatch;
  readonly lines: PrintLines;
  readonly #ended = new AbortController();
  readonly #monotonicMs: () => number;
  #shownAtMs = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;
  #telling: NodeJS.Timeout | null = null;
  #idle = false;
  #ticks = 0;

  constructor({ services, port, every, monotonicMs }: Options) {
    const changed = () => this.#tell();
    this.#services = services;
    this.#monotonicMs = monotonicMs;
    this.port = port;
    this.printers = new PrinterWatch({ port, now: services.now, monotonicMs, changed });
    this.lines = new PrintLines({ port, printers: this.printers, read: partReader(services), now: services.now, monotonicMs, changed });
    this.#endTimer = every(LOOK_EVERY_MS, () => this.#tick());
    this.#listen(changed).catch(() => undefined);
  }

  /** Tells the windows, at most a few times a second however much happens: each of them asks for the whole queue then. */
  #tell(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      this.#services.events.publish({ kind: 'queue' });
    }, TELL_AFTER_MS).unref();
  }

  /** A new paper, and whatever is changed or erased of a patient, changes the queue. */
  async #listen(changed: () => void): Promise<void> {
    for await (const { kind } of this.#services.events.subscribe(this.#ended.signal)) {
      if (kind === 'handouts' || kind === 'patients') changed();
    }
  }

  /** While nothing is in a line, only now and then: whatever puts something there looks by itself. */
  async #tick(): Promise<void> {
    this.#ticks += 1;
    if (!this.#idle || this.#ticks % IDLE_TICKS === 0) await this.look();
  }

  /** One look at every line of the store that is open. Never fails: what can't be read now is read at the next look. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch(() => undefined)
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const stores = new Set(this.#services.signIns.all().map(({ signIn }) => signIn.store));
    this.#idle = true;
    for (const store of stores) if (await this.lines.look(store)) this.#idle = false;
    if (stores.size > 0 && this.#monotonicMs() - this.#shownAtMs < SHOWN_LATELY_MS) await this.printers.look();
  }

  /** No further looks; what is being sent is waited for. */
  async end(): Promise<void> {
    this.#endTimer();
    this.#ended.abort();
    await this.#looking;
    await Promise.race([this.lines.settled(), wait(END_AFTER_MS, undefined, { ref: false })]);
  }

  /** The queue as reception sees it. */
  async shown(store: Store, actor: Actor): Promise<Shown> {
    this.#shownAtMs = this.#monotonicMs();
    await this.printers.look();
    const { now } = this.#services;
    const { timeZone } = await store.run('clinic.read', null, actor);
    const openSince = new Date(now().getTime() - SHOWN_MS).toISOString();
    const jobs = await store.run('printing.list', { openSince, doneSince: startOfDay(todayIn(timeZone, now()), timeZone) }, actor);
    const settings = await store.run('printing.settings', null, actor);
    const line = await store.run('printing.inLine', null, actor);
    const printers = this.printers.all().map(({ warns: _, ...found }): Printer => {
      const waiting = line.filter(({ state, order }) => state === 'waiting' && order?.printer === found.id).length;
      return { ...found, since: this.printers.stuckSince(found.id), waiting, setting: this.printers.settingOf(found.id, settings) };
    });
    return {
      jobs: jobs.map((job) => this.#toShown(job, line)),
      printers,
      usualPrinter: usualOf(settings.usualPrinter, printers),
      usualParts: settings.usualParts,
      system: this.printers.system,
      askedAt: this.printers.askedAt,
    };
  }

  /** One job as reception sees it. */
  async shownJob(store: Store, job: StoredPrintJob, actor: Actor): Promise<PrintJob> {
    return this.#toShown(job, await store.run('printing.inLine', null, actor));
  }

  #toShown({ on, asked, seq: _, ...job }: StoredPrintJob, line: readonly StoredPrintJob[]): PrintJob {
    const before = line.filter(
      (each) => each.state === 'waiting' && each.order?.printer === job.order?.printer && (each.asked?.seq ?? 0) < (asked?.seq ?? 0),
    );
    const inLine = job.state === 'waiting' && job.order !== null;
    return {
      ...job,
      place: inLine ? before.length + 1 : null,
      now: on && { part: on.part, pagesOut: this.lines.jobs.pagesOut(job.id) },
    };
  }
}

/** The printer that the clinic has chosen, or the only one; null where there is none or a choice. */
function usualOf(chosen: string | null, printers: readonly { id: string }[]): string | null {
  if (chosen !== null && printers.some(({ id }) => id === chosen)) return chosen;
  return printers.length === 1 ? (printers[0]?.id ?? null) : null;
}
