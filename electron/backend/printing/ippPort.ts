import type { PaperSize } from '#core/contract/printing.ts';
import { ask, type IppServer, OPERATION } from './ippClient.ts';
import type { IppAnswer, IppAttributes, IppIn, IppOut } from './ippCodec.ts';
import { stuckBecause, warnedOf } from './ippReasons.ts';
import { type FoundJob, type FoundPrinter, PortFault, type PrinterPort, type PrintRequest } from './port.ts';

/** A printer as IPP addresses it. */
interface Address {
  server: IppServer;
  path: string;
  uri: string;
}

/** Where printers are found: all that a CUPS server has, or printers that are addressed one by one. */
export type IppSource =
  | { kind: 'cups'; server: IppServer; there: () => boolean }
  | { kind: 'printers'; printers: readonly { id: string; server: IppServer; path: string }[] };

const SIZE: Record<PaperSize, { keyword: string; x: number; y: number }> = {
  A4: { keyword: 'iso_a4_210x297mm', x: 21_000, y: 29_700 },
  Letter: { keyword: 'na_letter_8.5x11in', x: 21_590, y: 27_940 },
};
const SIZES: readonly PaperSize[] = ['A4', 'Letter'];
const ABOUT_PRINTER = [
  'printer-name',
  'printer-info',
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
  'sides-supported',
  'media-source-supported',
  'media-supported',
];
/** CUPS counts the pages that it has read, not those that came out: its count is not believed. */
const ABOUT_JOB = ['job-state', 'job-impressions-completed', 'time-at-processing'];
const PRINTER_GROUP = 0x04;
const JOB_GROUP = 0x02;
/** `job-state` of RFC 8011, 5.3.7. */
const JOB_STATE: Record<number, FoundJob['state']> = {
  3: 'waiting',
  4: 'waiting',
  5: 'printing',
  6: 'stopped',
  7: 'cancelled',
  8: 'aborted',
  9: 'completed',
};
const PRINTING = 4;

const keyword = (value: string): IppOut => ({ is: 'keyword', value });
const integer = (value: number): IppOut => ({ is: 'integer', value });
const texts = (values: readonly IppIn[] | undefined) => (values ?? []).filter((value) => typeof value === 'string');
const numberOf = (values: readonly IppIn[] | undefined) => values?.find((value) => typeof value === 'number');
const groupsOf = (answer: IppAnswer, tag: number) => answer.groups.filter((group) => group.tag === tag).map(({ attributes }) => attributes);

function toPrinter(id: string, attributes: IppAttributes): FoundPrinter {
  const state = numberOf(attributes['printer-state']) ?? 0;
  const told = {
    state,
    reasons: texts(attributes['printer-state-reasons']).filter((each) => each !== 'none'),
    accepting: attributes['printer-is-accepting-jobs']?.[0] !== false,
    message: texts(attributes['printer-state-message'])[0] ?? '',
  };
  const reason = stuckBecause(told);
  const media = texts(attributes['media-supported']);
  return {
    id,
    name: texts(attributes['printer-info'])[0]?.trim() || id,
    state: reason !== null ? 'stuck' : state === PRINTING ? 'printing' : 'ready',
    reason,
    warns: reason === null ? warnedOf(told) : null,
    can: {
      bothSides: texts(attributes['sides-supported']).includes('two-sided-long-edge'),
      trays: texts(attributes['media-source-supported']).filter((tray) => tray !== 'auto'),
      sizes: SIZES.filter((size) => media.includes(SIZE[size].keyword)),
    },
  };
}

/** How a job is to be printed. Size and scaling always; the size with its tray where one is named, as IPP has it. */
function jobAttributes({ copies, sides, media, scaling, tray }: PrintRequest): Record<string, IppOut> {
  const { keyword: name, x, y } = SIZE[media];
  const size: IppOut = { is: 'collection', value: { 'x-dimension': integer(x), 'y-dimension': integer(y) } };
  return {
    copies: integer(copies),
    sides: keyword(sides === 'both' ? 'two-sided-long-edge' : 'one-sided'),
    'print-scaling': keyword(scaling),
    ...(tray === null
      ? { media: keyword(name) }
      : { 'media-col': { is: 'collection', value: { 'media-size': size, 'media-source': keyword(tray) } } }),
  };
}

/** Printers by IPP: those of the CUPS on this computer, or a network printer itself. */
export class IppPort implements PrinterPort {
  readonly goodForMs = { printers: 2000, job: 400 };
  readonly #source: IppSource;

  constructor(source: IppSource) {
    this.#source = source;
  }

  get there(): boolean {
    return this.#source.kind === 'printers' ? this.#source.printers.length > 0 : this.#source.there();
  }

  async listPrinters(): Promise<FoundPrinter[]> {
    const source = this.#source;
    const attributes = { 'requested-attributes': ABOUT_PRINTER.map(keyword) };
    if (source.kind === 'cups') {
      const answer = await ask(source.server, { path: '/', operation: OPERATION.cupsGetPrinters, attributes });
      // CUPS answers "not found" where it has no printer at all.
      if (answer === 'notFound') return [];
      return groupsOf(answer, PRINTER_GROUP).flatMap((found) =>
        texts(found['printer-name'])
          .slice(0, 1)
          .map((name) => toPrinter(name, found)),
      );
    }
    return Promise.all(source.printers.map(({ id }) => this.#readOne(id, attributes)));
  }

  async print(pdf: Uint8Array, request: PrintRequest): Promise<string> {
    const { server, path, uri } = this.#address(request.printer);
    const answer = await ask(server, {
      path,
      operation: OPERATION.printJob,
      target: uri,
      attributes: {
        'requesting-user-name': { is: 'name', value: server.user },
        'job-name': { is: 'name', value: request.title },
        'document-format': { is: 'mime', value: 'application/pdf' },
      },
      jobAttributes: jobAttributes(request),
      document: pdf,
    });
    if (answer === 'notFound') throw new PortFault('refused', 'refused');
    const id = groupsOf(answer, JOB_GROUP).flatMap((found) => found['job-id'] ?? [])[0];
    if (typeof id !== 'number') throw new PortFault('noAnswer', 'noAnswer');
    return String(id);
  }

  async status(printer: string, jobId: string): Promise<FoundJob> {
    const answer = await this.#aboutJob(OPERATION.getJobAttributes, printer, jobId, { 'requested-attributes': ABOUT_JOB.map(keyword) });
    if (answer === 'notFound') return { state: 'gone', pagesOut: null, begun: true };
    const [job = {}] = groupsOf(answer, JOB_GROUP);
    const state = JOB_STATE[numberOf(job['job-state']) ?? 0];
    if (!state) throw new PortFault('noAnswer', 'noAnswer');
    return {
      state,
      pagesOut: this.#source.kind === 'cups' ? null : (numberOf(job['job-impressions-completed']) ?? null),
      // An answer without any value says that it never began; no answer says nothing.
      begun: job['time-at-processing']?.length !== 0,
    };
  }

  async cancel(printer: string, jobId: string): Promise<void> {
    await this.#aboutJob(OPERATION.cancelJob, printer, jobId, {});
  }

  async resume(printer: string): Promise<void> {
    const { server, uri } = this.#address(printer);
    // CUPS takes this only where an administrator of the computer may ask.
    const path = this.#source.kind === 'cups' ? '/admin/' : this.#address(printer).path;
    const attributes = { 'requesting-user-name': { is: 'name', value: server.user } } as const;
    await ask(server, { path, operation: OPERATION.resumePrinter, target: uri, attributes });
  }

  #aboutJob(operation: number, printer: string, jobId: string, attributes: Record<string, readonly IppOut[]>) {
    const { server, path, uri } = this.#address(printer);
    return ask(server, {
      path,
      operation,
      target: uri,
      attributes: { 'job-id': integer(Number(jobId)), 'requesting-user-name': { is: 'name', value: server.user }, ...attributes },
    });
  }

  /** A printer that is addressed itself: one that doesn't answer is off, and still in the list. */
  async #readOne(id: string, attributes: Record<string, readonly IppOut[]>): Promise<FoundPrinter> {
    const { server, path, uri } = this.#address(id);
    try {
      const answer = await ask(server, { path, operation: OPERATION.getPrinterAttributes, target: uri, attributes });
      const [found] = answer === 'notFound' ? [] : groupsOf(answer, PRINTER_GROUP);
      if (found) return toPrinter(id, found);
    } catch (error) {
      if (!(error instanceof PortFault)) throw error;
    }
    return { id, name: id, state: 'stuck', reason: 'off', warns: null, can: { bothSides: false, trays: [], sizes: [] } };
  }

  #address(printer: string): Address {
    const source = this.#source;
    if (source.kind === 'cups') {
      const path = `/printers/${encodeURIComponent(printer)}`;
      return { server: source.server, path, uri: `ipp://localhost${path}` };
    }
    const found = source.printers.find(({ id }) => id === printer);
    if (!found) throw new PortFault('notSent', 'off');
    const { server, path } = found;
    return { server, path, uri: 'host' in server ? `ipp://${server.host}:${server.port}${path}` : `ipp://localhost${path}` };
  }
}
