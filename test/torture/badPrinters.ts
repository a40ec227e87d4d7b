import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeAnswer, encodeRequest } from '#backend/printing/ippCodec.ts';

const PRINT_JOB = 0x0002;
const CANCEL_JOB = 0x0008;
const GET_JOB = 0x0009;
const NOT_FOUND = 0x0406;
const BUSY = 0x0507;
const MS_A_PAPER = 8;

/** What became of a paper at the printer. */
interface Inside {
  title: string;
  state: 'pending' | 'completed' | 'cancelled' | 'aborted';
  /** The printer answers that it knows nothing of it. */
  forgotten: boolean;
}

/** Of the papers that are sent, the n-th of so many meets with this: every kind happens, whoever is faster. */
const MISHAPS = {
  refused: { of: 11, nth: 3 },
  'broke off before': { of: 13, nth: 5 },
  'broke off after': { of: 7, nth: 4 },
  'gave up': { of: 17, nth: 6 },
  forgot: { of: 19, nth: 8 },
} as const;
type Mishap = keyof typeof MISHAPS;

/**
 * Printers that fail now and then, as IPP servers: they refuse, break the connection before or after they took a paper,
 * give one up, forget one. `/look?<title>` is a person who goes there: she waits until the printer is still and counts.
 */
export class BadPrinters {
  readonly #inside = new Map<number, Inside>();
  /** How often each paper came out, by its title. */
  readonly out = new Map<string, number>();
  readonly mishaps = new Map<string, number>();
  readonly #server = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
  #lastId = 0;
  #sent = 0;

  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Whether the paper that was just sent meets with this. */
  #meets(mishap: Mishap): boolean {
    const { of, nth } = MISHAPS[mishap];
    if (this.#sent % of !== nth) return false;
    this.mishaps.set(mishap, (this.mishaps.get(mishap) ?? 0) + 1);
    return true;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    if (request.url?.startsWith('/look?')) return this.#look(decodeURIComponent(request.url.slice('/look?'.length)), response);
    const document = body.indexOf('%PDF-');
    const { status: operation, groups } = decodeAnswer(document < 0 ? body : body.subarray(0, document));
    const asked = groups[0]?.attributes ?? {};
    if (operation === PRINT_JOB) return this.#print(String(asked['job-name']?.[0]), response);
    const id = Number(asked['job-id']?.[0]);
    const job = this.#inside.get(id);
    if (operation === CANCEL_JOB) {
      if (job?.state === 'pending') job.state = 'cancelled';
      return this.#say(response, 0, {});
    }
    if (operation === GET_JOB) {
      if (!job || job.forgotten) return this.#say(response, NOT_FOUND, {});
      const state = { pending: 5, cancelled: 7, aborted: 8, completed: 9 }[job.state];
      return this.#say(response, 0, { 'job-state': state });
    }
    return this.#say(response, 0, { 'printer-state': 3 });
  }

  #print(title: string, response: ServerResponse): void {
    this.#sent += 1;
    if (this.#meets('refused')) {
      this.#say(response, BUSY, {});
      return;
    }
    if (this.#meets('broke off before')) {
      response.destroy();
      return;
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const job: Inside = { title, state: 'pending', forgotten: false };
    this.#inside.set(id, job);
    const gives = this.#meets('gave up') ? 'aborted' : 'completed';
    setTimeout(() => {
      if (job.state !== 'pending') return;
      job.state = gives;
      if (gives === 'completed') this.out.set(title, (this.out.get(title) ?? 0) + 1);
    }, MS_A_PAPER);
    if (this.#meets('broke off after')) {
      response.destroy();
      return;
    }
    job.forgotten = this.#meets('forgot');
    this.#say(response, 0, { 'job-id': id, 'job-state': 3 });
  }

  #look(title: string, response: ServerResponse): void {
    if ([...this.#inside.values()].some((job) => job.title === title && job.state === 'pending')) {
      setTimeout(() => this.#look(title, response), MS_A_PAPER);
      return;
    }
    response.end(String(this.out.get(title) ?? 0));
  }

  #say(response: ServerResponse, status: number, numbers: Record<string, number>): void {
    const jobAttributes = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, { is: 'integer', value } as const]));
    const bytes = encodeRequest({ operation: status, requestId: 1, operationAttributes: {}, jobAttributes });
    // The group of a printer has another tag; nothing else in the answer differs.
    if ('printer-state' in numbers) bytes.writeUInt8(0x04, 9);
    response.end(bytes);
  }
}
