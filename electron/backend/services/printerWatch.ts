import type { PaperSize, Printer, PrintSettings } from '#core/contract/printing.ts';
import { type FoundPrinter, PortFault, type PrinterPort } from '../printing/port.ts';

/** A printer that has warned of the same for so long while it prints waits for it. */
const WAITS_AFTER_MS = 8000;

interface Options {
  port: PrinterPort;
  now: () => Date;
  monotonicMs: () => number;
  /** What is known of the printers has changed. */
  changed: () => void;
}

/** The printers as they last said of themselves; asked again when that is old, one asking at a time. */
export class PrinterWatch {
  readonly #options: Options;
  #printers: FoundPrinter[] = [];
  readonly #stuckSince = new Map<string, string>();
  /** What each printer warns of, and since when. */
  readonly #warned = new Map<string, { of: FoundPrinter['warns']; sinceMs: number }>();
  #down = false;
  #askedAt: { ms: number; at: string } | null = null;
  #asking: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get system(): 'there' | 'down' | 'none' {
    return this.#options.port.there ? (this.#down ? 'down' : 'there') : 'none';
  }

  /** They have answered, or failed to, at least once. */
  get wasAsked(): boolean {
    return this.#askedAt !== null;
  }

  get askedAt(): string {
    return this.#askedAt?.at ?? this.#options.now().toISOString();
  }

  /** Every printer; while the printing system is down those that were there before, as stuck. */
  all(): FoundPrinter[] {
    return this.#down ? this.#printers.map((printer) => ({ ...printer, state: 'stuck', reason: 'noSpooler' })) : this.#printers;
  }

  find(id: string): FoundPrinter | undefined {
    return this.all().find((printer) => printer.id === id);
  }

  /** How papers are printed on a printer: as the clinic has set it, or else as it can. */
  settingOf(id: string, settings: PrintSettings): Printer['setting'] {
    const set = settings.printers.find((each) => each.id === id);
    if (set) return { sides: set.sides, size: set.size, tray: set.tray };
    const can: FoundPrinter['can'] = this.find(id)?.can ?? { bothSides: false, trays: [], sizes: [] };
    const size: PaperSize = can.sizes.includes('A4') || can.sizes.length === 0 ? 'A4' : 'Letter';
    return { sides: can.bothSides ? 'both' : 'one', size, tray: null };
  }

  stuckSince(id: string): string | null {
    return this.#stuckSince.get(id) ?? null;
  }

  /** Asks the printers unless they were asked a moment ago; `anew` asks in any case. Never fails. */
  async look({ anew = false }: { anew?: boolean } = {}): Promise<void> {
    const { monotonicMs, port } = this.#options;
    if (this.#asking) return this.#asking;
    if (!anew && this.#askedAt && monotonicMs() - this.#askedAt.ms < port.goodForMs.printers) return;
    this.#asking = this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** A printer whose warning has lasted is stuck. */
  #judged(found: FoundPrinter): FoundPrinter {
    const { id, warns } = found;
    const nowMs = this.#options.monotonicMs();
    const before = this.#warned.get(id);
    const warned = before?.of === warns ? before : { of: warns, sinceMs: nowMs };
    this.#warned.set(id, warned);
    return warns !== null && nowMs - warned.sinceMs >= WAITS_AFTER_MS ? { ...found, state: 'stuck', reason: warns } : found;
  }

  async #ask(): Promise<void> {
    const { port, now, monotonicMs, changed } = this.#options;
    const before = JSON.stringify([this.system, this.all()]);
    try {
      this.#printers = (await port.listPrinters()).map((found) => this.#judged(found));
      this.#down = false;
    } catch (error) {
      if (!(error instanceof PortFault)) throw error;
      this.#down = true;
    }
    const at = now().toISOString();
    this.#askedAt = { ms: monotonicMs(), at };
    const stuck = new Set(
      this.all()
        .filter(({ state }) => state === 'stuck')
        .map(({ id }) => id),
    );
    for (const id of stuck) if (!this.#stuckSince.has(id)) this.#stuckSince.set(id, at);
    for (const id of this.#stuckSince.keys()) if (!stuck.has(id)) this.#stuckSince.delete(id);
    if (JSON.stringify([this.system, this.all()]) !== before) changed();
  }
}
