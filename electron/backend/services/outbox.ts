import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LyingCopy } from '../store/paperCommands.ts';
import type { Actor, Store } from '../store/store.ts';
import type { Every } from './backupRounds.ts';
import type { SignIn, SignIns } from './signIns.ts';

/** How long a copy lies in the program's folder. */
const KEPT_MS = 24 * 60 * 60_000;
const LOOK_EVERY_MS = 60_000;
/** A file whose time is this far ahead was written by a clock that has been set back since: its age isn't known. */
const AHEAD_MS = 60 * 60_000;
/** The names that this program gives; whatever else lies there is somebody else's. */
const OURS = /^CL-[0-9A-Z]{4}-[0-9A-Z]{4}-v\d+\.pdf$/;

interface OutboxOptions {
  dataDir: string;
  signIns: SignIns;
  now: () => Date;
  every: Every;
}

/** When a copy that is written now is deleted. */
export function keptUntil(now: Date): string {
  return new Date(now.getTime() + KEPT_MS).toISOString();
}

/**
 * The program's folder for copies to send, one for the clinic and one for the sample clinic. The files are not locked, so
 * they don't stay: each is deleted after a day, at the next start where the program was closed then. Whether anybody is
 * signed in makes no difference to that; the log has it as soon as the records are open.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #endTimer: () => void;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#endTimer = options.every(LOOK_EVERY_MS, () => this.round());
    this.#deleteOld();
  }

  folderOf({ sample }: Pick<SignIn, 'sample'>): string {
    return join(this.#options.dataDir, 'outbox', ...(sample ? ['sample'] : []));
  }

  /** Writes a copy that the records know already. */
  write(signIn: SignIn, { fileName, pdf }: { fileName: string; pdf: Uint8Array }): void {
    const folder = this.folderOf(signIn);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, fileName);
    writeFileSync(path, pdf, { mode: 0o600 });
    // Its age is told by the clinic's clock, as the records have it.
    const at = this.#options.now();
    utimesSync(path, at, at);
  }

  /** Deletes the files of copies, and notes that they are gone. */
  async delete(signIn: Pick<SignIn, 'sample' | 'store'>, copies: readonly LyingCopy[], actor: Actor): Promise<void> {
    const folder = this.folderOf(signIn);
    for (const { id, fileName } of copies) {
      rmSync(join(folder, fileName), { force: true });
      await signIn.store.run('papers.gone', { id }, actor);
    }
  }

  /**
   * Brings folder and records of an open clinic together: what is due is deleted, what is gone is noted, and a file that
   * the records know nothing of, such as that of an erased patient, is deleted.
   */
  async settle(signIn: Pick<SignIn, 'sample' | 'store'>): Promise<void> {
    const at = this.#options.now().toISOString();
    const actor = { userId: 'system', at } as const;
    const lying = await signIn.store.run('papers.lying', null, actor);
    const there = new Set(this.#files(signIn));
    const gone = lying.filter(({ fileName, until }) => until <= at || !there.has(fileName));
    await this.delete(signIn, gone, actor);
    const kept = new Set(lying.filter((copy) => !gone.includes(copy)).map(({ fileName }) => fileName));
    for (const name of there) if (!kept.has(name)) rmSync(join(this.folderOf(signIn), name), { force: true });
  }

  /** One look at both folders. Never fails: a file that can't be deleted now is tried again a minute later. */
  async round(): Promise<void> {
    try {
      this.#deleteOld();
      const open = new Map<Store, SignIn>(this.#options.signIns.all().map(({ signIn }) => [signIn.store, signIn]));
      for (const signIn of open.values()) await this.settle(signIn);
    } catch {
      // Another program holds the file, or the records were closed meanwhile.
    }
  }

  end(): void {
    this.#endTimer();
  }

  /** By the files' own times: the records may be closed. */
  #deleteOld(): void {
    const nowMs = this.#options.now().getTime();
    for (const sample of [false, true]) {
      for (const name of this.#files({ sample })) {
        const path = join(this.folderOf({ sample }), name);
        const ageMs = nowMs - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? nowMs);
        if (ageMs >= KEPT_MS || ageMs < -AHEAD_MS) rmSync(path, { force: true });
      }
    }
  }

  #files(signIn: Pick<SignIn, 'sample'>): string[] {
    try {
      return readdirSync(this.folderOf(signIn)).filter((name) => OURS.test(name));
    } catch {
      return [];
    }
  }
}
