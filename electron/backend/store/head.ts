import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as z from 'zod';
import type { ChainEnd } from './auditCommands.ts';
import { canonical } from './canonical.ts';
import { storeFault } from './faults.ts';
import { jsonOrNull, type StoreFiles, writeDurably } from './storeFolder.ts';

/** How long a change may wait before it is sealed into the head file: the database may be ahead of it, never behind. */
const LAZY_MS = 1000;

const mac = z.string().regex(/^[0-9a-f]{64}$/);
const headFields = { format: z.literal('consultleaf-head'), store: z.uuid(), seq: z.int().positive(), mac, seal: mac };
const headSchema = z.discriminatedUnion('version', [
  z.strictObject({ ...headFields, version: z.literal(1) }),
  z.strictObject({
    ...headFields,
    version: z.literal(2),
    /** How far the check that goes on from opening to opening has walked; null: it begins anew. */
    walked: z.strictObject({ seq: z.int().positive(), mac }).nullable(),
  }),
]);
type SealedHead = z.infer<typeof headSchema>;
type UnsealedHead = SealedHead extends infer H ? (H extends { seal: string } ? Omit<H, 'seal'> : never) : never;

/** What a person can do where only the file head.json is wrong. */
const FIND_HEAD =
  'Look for it in the bin or in a copy of the folder and put it back. Otherwise keep a copy of the folder and restore the newest backup.';

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
  #walked: ChainEnd | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(files: StoreFiles, store: string, key: Buffer) {
    this.#file = files.head;
    this.#store = store;
    this.#key = key;
  }

  /** The end that was sealed last; throws `behindHead` when the file is missing, damaged or sealed with another key. */
  read(): ChainEnd & { walked: ChainEnd | null } {
    if (!existsSync(this.#file))
      throw storeFault('behindHead', 'The file head.json is missing, so nobody can tell whether the newest changes are there.', FIND_HEAD);
    const head = headSchema.safeParse(jsonOrNull(this.#file));
    if (head.success && head.data.store !== this.#store)
      throw storeFault('behindHead', 'The file head.json belongs to the records of another clinic.', FIND_HEAD);
    if (!head.success || !sameHex(head.data.seal, this.#seal(head.data)))
      throw storeFault('behindHead', 'The file head.json has been damaged or changed outside the program.', FIND_HEAD);
    this.#written = head.data.seq;
    return { seq: head.data.seq, mac: head.data.mac, walked: head.data.version === 2 ? head.data.walked : null };
  }

  /** Where the check of the whole log stands; sealed with the next end, and at closing. */
  get walked(): ChainEnd | null {
    return this.#walked;
  }

  setWalked(walked: ChainEnd | null): void {
    this.#walked = walked;
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
    const body = { format: 'consultleaf-head' as const, version: 2 as const, store: this.#store, seq, mac, walked: this.#walked };
    writeDurably(this.#file, `${JSON.stringify({ ...body, seal: this.#seal(body) })}\n`);
    this.#written = seq;
    this.#waiting = null;
  }

  /** Writes nothing more by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #seal(head: UnsealedHead): string {
    const { format, store, seq, mac } = head;
    const sealed = head.version === 1 ? { version: 1, seq, mac } : { version: 2, seq, mac, walked: head.walked };
    return createHmac('sha256', this.#key)
      .update(canonical({ format, store, ...sealed }))
      .digest('hex');
  }
}

const sameHex = (a: string, b: string) => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
