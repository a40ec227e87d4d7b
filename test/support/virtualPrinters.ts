import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeAnswer, encodeRequest, type IppOut } from '#backend/printing/ippCodec.ts';

const OPERATION = { printJob: 0x0002, cancelJob: 0x0008, jobAttributes: 0x0009, printerAttributes: 0x000b };
const JOB = { printing: 5, cancelled: 7, completed: 9 };
const PRINTER = { idle: 3, printing: 4, stopped: 5 };
const PRINTER_GROUP = 0x04;
const GROUP_AT = 9;
const MS_A_PAPER = 30;

const integer = (value: number): IppOut => ({ is: 'integer', value });
const keywords = (...values: string[]): IppOut[] => values.map((value) => ({ is: 'keyword', value }));

/** A paper that came to a printer: its bytes as they came, and how it was asked for. */
export interface CameOut {
  pdf: Buffer;
  title: string;
  asked: Record<string, unknown[]>;
}

/** Printers of the clinic's network as IPP servers of the test's own process: everything that a printer prints is kept. */
export class VirtualPrinters {
  readonly #names: readonly string[];
  readonly #server = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
  readonly #jobs: { printer: string; state: number }[] = [];
  readonly #out = new Map<string, CameOut[]>();
  /** Printers without paper: what they were given stays in them. */
  readonly #empty = new Set<string>();

  constructor(...names: string[]) {
    this.#names = names;
  }

  /** Listens; gives the value of `CONSULTLEAF_PRINTERS`. */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this.#names.map((name) => this.idOf(name)).join(' ');
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** How the program calls a printer. */
  idOf(name: string): string {
    return `ipp://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name.replaceAll(' ', '-')}`;
  }

  /** What a printer printed so far, the first first. */
  out(name: string): readonly CameOut[] {
    return this.#out.get(name) ?? [];
  }

  /** Takes the paper out of a printer, or puts some in: then it prints what it holds. */
  setPaper(name: string, there: boolean): void {
    if (!there) this.#empty.add(name);
    else this.#empty.delete(name);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    const name = this.#names.find((each) => request.url === `/${each.replaceAll(' ', '-')}`);
    if (name === undefined) throw new Error('No such printer.');
    const document = body.indexOf('%PDF-');
    const { status: operation, groups } = decodeAnswer(document < 0 ? body : body.subarray(0, document));
    const about = groups[0]?.attributes ?? {};
    if (operation === OPERATION.printerAttributes) return this.#say(response, this.#printer(name), PRINTER_GROUP);
    if (operation === OPERATION.printJob) {
      const paper = { pdf: body.subarray(document), title: String(about['job-name']?.[0]), asked: groups[1]?.attributes ?? {} };
      const job = { printer: name, state: JOB.printing };
      this.#jobs.push(job);
      this.#print(job, paper);
      return this.#say(response, { 'job-id': integer(this.#jobs.length), 'job-state': integer(job.state) });
    }
    const job = this.#jobs[Number(about['job-id']?.[0]) - 1];
    if (!job) throw new Error('No such job.');
    if (operation === OPERATION.cancelJob && job.state === JOB.printing) job.state = JOB.cancelled;
    return this.#say(response, { 'job-state': integer(job.state) });
  }

  #print(job: { printer: string; state: number }, paper: CameOut): void {
    setTimeout(() => {
      if (job.state !== JOB.printing) return;
      if (this.#empty.has(job.printer)) return this.#print(job, paper);
      job.state = JOB.completed;
      this.#out.set(job.printer, [...this.out(job.printer), paper]);
    }, MS_A_PAPER);
  }

  #printer(name: string): Record<string, IppOut | readonly IppOut[]> {
    const empty = this.#empty.has(name);
    const prints = this.#jobs.some(({ printer, state }) => printer === name && state === JOB.printing);
    return {
      'printer-info': { is: 'name', value: name },
      'printer-state': integer(empty ? PRINTER.stopped : prints ? PRINTER.printing : PRINTER.idle),
      'printer-state-reasons': keywords(empty ? 'media-empty-error' : 'none'),
      'printer-is-accepting-jobs': { is: 'boolean', value: true },
      'sides-supported': keywords('one-sided', 'two-sided-long-edge'),
      'media-supported': keywords('iso_a4_210x297mm', 'na_letter_8.5x11in'),
    };
  }

  #say(response: ServerResponse, jobAttributes: Record<string, IppOut | readonly IppOut[]>, group?: number): void {
    const bytes = encodeRequest({ operation: 0, requestId: 1, operationAttributes: {}, jobAttributes });
    if (group !== undefined) bytes.writeUInt8(group, GROUP_AT);
    response.end(bytes);
  }
}
