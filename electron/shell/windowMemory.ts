import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { lastPlaceSchema } from '#core/contract/shellBridge.ts';

const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
export type Bounds = z.infer<typeof boundsSchema>;

export const LEAST_ZOOM = 0.5;
export const LARGEST_ZOOM = 3;

/** What a window looked like when it was closed: where it stood, how large its text was, and where a person was in it. */
const memorySchema = z.strictObject({
  /** In the system's points, as `getNormalBounds` gives them. */
  bounds: boundsSchema.nullable(),
  maximized: z.boolean(),
  zoom: z.number().min(LEAST_ZOOM).max(LARGEST_ZOOM),
  /** Random ids only. */
  place: lastPlaceSchema.nullable(),
});
export type Remembered = z.infer<typeof memorySchema>;

const NOTHING: Remembered = { bounds: null, maximized: false, zoom: 1, place: null };

function read(file: string): Remembered {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not there yet, or not whole: a window opens in its usual place.
    return NOTHING;
  }
}

/** Remembers the look of a window over a start. What can't be written is forgotten: it is no reason to hold up anybody. */
export class WindowMemory {
  readonly #file: string;
  #now: Remembered;

  constructor(file: string) {
    this.#file = file;
    this.#now = read(file);
  }

  get now(): Remembered {
    return this.#now;
  }

  change(changed: Partial<Remembered>): void {
    this.#now = { ...this.#now, ...changed };
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(`${this.#file}.part`, JSON.stringify(this.#now));
      renameSync(`${this.#file}.part`, this.#file);
    } catch {
      // Kept for this run.
    }
  }
}
