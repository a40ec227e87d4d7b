import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as z from 'zod';
import { canonical } from './canonical.ts';
import { jsonOrNull, type StoreFiles, writeDurably } from './storeFolder.ts';

const erasedSchema = z.strictObject({
  /** The random id that she had; it says nothing of her. */
  id: z.uuid(),
  reason: z.enum(['retentionOver', 'herRequest', 'law', 'mistake']),
  at: z.string(),
  userId: z.string(),
});
export type Erased = z.infer<typeof erasedSchema>;

const listSchema = z.strictObject({
  format: z.literal('consultleaf-erased'),
  version: z.literal(1),
  store: z.uuid(),
  erased: z.array(erasedSchema),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Who was erased, in a sealed file beside the database: a backup from before an erasure still holds the patient, and when
 * it is put back this list says that she has to go again. It holds random ids only.
 */
export class ErasedList {
  readonly #file: string;
  readonly #store: string;
  readonly #key: Buffer;

  constructor(files: StoreFiles, store: string, key: Buffer) {
    this.#file = files.erased;
    this.#store = store;
    this.#key = key;
  }

  /** Empty without a file, and for one that this clinic's key has not sealed: nobody is erased on a stranger's word. */
  read(): Erased[] {
    if (!existsSync(this.#file)) return [];
    const list = listSchema.safeParse(jsonOrNull(this.#file));
    if (!list.success || list.data.store !== this.#store) return [];
    const seal = this.#seal(list.data.erased);
    return timingSafeEqual(Buffer.from(seal, 'hex'), Buffer.from(list.data.seal, 'hex')) ? list.data.erased : [];
  }

  /** Adds those who are not in it yet. */
  keep(erased: readonly Erased[]): void {
    const known = this.read();
    const ids = new Set(known.map(({ id }) => id));
    const fresh = erased.filter(({ id }) => !ids.has(id));
    if (fresh.length === 0) return;
    const all = [...known, ...fresh];
    const list = { format: 'consultleaf-erased', version: 1, store: this.#store, erased: all, seal: this.#seal(all) };
    writeDurably(this.#file, `${JSON.stringify(list)}\n`);
  }

  #seal(erased: readonly Erased[]): string {
    return createHmac('sha256', this.#key)
      .update(canonical({ format: 'consultleaf-erased', version: 1, store: this.#store, erased }))
      .digest('hex');
  }
}
