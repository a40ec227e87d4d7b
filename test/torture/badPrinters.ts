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

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Printers that fail now and then, as IPP servers: they refuse, break the connection before or after they took a paper,
 * give one up, forget one. `/look?<title>` is a person who goes there: she waits until the printer is still and counts.
 */
export class BadPrinters {
  readonly #chance: () => number;
  readonly #inside = new Map<number, Inside>();
  /** How often each paper came out, by its title. */
  readonly out = new Map<string, number>();
  readonly mishaps = new Map<string, number>();
  readonly #server = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
  #lastId = 0;

  constructor(seed: number) {
    this.#chance = random(seed);
  }

  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #mishap(name: string): true {
    this.mishaps.set(name, (this.mishaps.get(name) ?? 0) + 1);
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
    const chance = this.#chance();
    if (chance < 0.04 && this.#mishap('refused')) {
      this.#say(response, BUSY, {});
      return;
    }
    if (chance < 0.07 && this.#mishap('broke off before')) {
      response.destroy();
      return;
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const job: Inside = { title, state: 'pending', forgotten: false };
    this.#inside.set(id, job);
    const gives = this.#chance() < 0.04 && this.#mishap('gave up') ? 'aborted' : 'completed';
    setTimeout(() => {
      if (job.state !== 'pending') return;
      job.state = gives;
      if (gives === 'completed') this.out.set(title, (this.out.get(title) ?? 0) + 1);
    }, MS_A_PAPER);
    if (chance < 0.15 && this.#mishap('broke off after')) {
      response.destroy();
      return;
    }
    if (chance > 0.97 && this.#mishap('forgot')) job.forgotten = true;
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
