import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as z from 'zod';
import type { ChainEnd } from './audit.ts';
import { canonical } from './canonical.ts';
import { storeFault } from './faults.ts';
import { readJson, type StoreFiles, writeDurably } from './storeFolder.ts';

/** How long a change may wait before it is sealed into the head file: the database may be ahead of it, never behind. */
const LAZY_MS = 1000;

const headSchema = z.strictObject({
  format: z.literal('consultleaf-head'),
  version: z.literal(1),
  store: z.uuid(),
  seq: z.int().positive(),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * The sealed end of the audit chain, in a file of its own: it shows that the database has lost its newest rows, which
 * the chain alone can't. Written at most once a second and when the store is closed.
 */
export class Head {
  readonly #file: string;
  readonly #store: string;
  readonly #key: Buffer;
  #written = 0;
  #waiting: ChainEnd | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(files: StoreFiles, store: string, key: Buffer) {
    this.#file = files.head;
    this.#store = store;
    this.#key = key;
  }

  /** The end that was sealed last; throws `behindHead` when the file is missing, damaged or sealed with another key. */
  read(): ChainEnd {
    if (!existsSync(this.#file))
      throw storeFault('behindHead', 'The file head.json is missing, so nobody can tell whether the newest changes are there.');
    const head = headSchema.safeParse(parsed(this.#file));
    if (!head.success || head.data.store !== this.#store || !sameHex(head.data.seal, this.#seal(head.data)))
      throw storeFault('behindHead', 'The file head.json has been damaged or changed outside the program.');
    this.#written = head.data.seq;
    return { seq: head.data.seq, mac: head.data.mac };
  }

  /** Notes a committed end, to be written within a second. A failed write is tried again with the next one and at closing. */
  note(end: ChainEnd): void {
    if (end.seq === this.#written) return;
    this.#waiting = end;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      try {
        this.flush();
      } catch {
        // The database stays ahead of the head, which is allowed.
      }
    }, LAZY_MS);
  }

  /** Writes what waits, at once. */
  flush(): void {
    this.stop();
    if (!this.#waiting) return;
    const { seq, mac } = this.#waiting;
    const body = { format: 'consultleaf-head' as const, version: 1 as const, store: this.#store, seq, mac };
    writeDurably(this.#file, `${JSON.stringify({ ...body, seal: this.#seal(body) })}\n`);
    this.#written = seq;
    this.#waiting = null;
  }

  /** Writes nothing more by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #seal(head: Omit<z.infer<typeof headSchema>, 'seal'>): string {
    const { format, version, store, seq, mac } = head;
    return createHmac('sha256', this.#key).update(canonical({ format, version, store, seq, mac })).digest('hex');
  }
}

function parsed(file: string): unknown {
  try {
    return readJson(file);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const sameHex = (a: string, b: string) => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
