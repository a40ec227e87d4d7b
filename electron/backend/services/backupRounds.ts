import { backupIsDue, newestBackup, trialIsDue } from '#core/domain/backups.ts';
import type { Actor, Store } from '../store/store.ts';
import { type BackupShelf, isInterruption } from './backupShelf.ts';

export interface BackupRoundsOptions {
  shelf: BackupShelf;
  store: Store;
  now: () => Date;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs: () => number;
  every?: Every;
}
/** Runs `work` again and again; gives what ends it. */
export type Every = (ms: number, work: () => Promise<void>) => () => void;

/** How often it is looked whether something is due. */
const LOOK_EVERY_MS = 60_000;
/** After a work that failed, the next one of its own accord waits this long. */
const AFTER_FAILURE_MS = 15 * 60_000;

/** The system's timer. */
export const everyMs: Every = (ms, work) => {
  const timer = setInterval(() => void work(), ms).unref();
  return () => clearInterval(timer);
};

/** Does what is due while the clinic is open: the hourly backup, the copy at the second place, the monthly trial. */
export class BackupRounds {
  readonly #options: BackupRoundsOptions;
  readonly #endTimer: () => void;
  #openSinceMs: number | null = null;
  #failedAtMs: number | null = null;

  constructor(options: BackupRoundsOptions) {
    this.#options = options;
    this.#endTimer = (options.every ?? everyMs)(LOOK_EVERY_MS, () => this.round());
  }

  /** How long the records have been open without a break, ms. */
  get openForMs(): number {
    return this.#openSinceMs === null ? 0 : this.#options.monotonicMs() - this.#openSinceMs;
  }

  /** One look. Never fails: what went wrong is noted in the records and the log. */
  async round(): Promise<void> {
    const { shelf, store, now, monotonicMs } = this.#options;
    try {
      if ((await store.state()).state !== 'open') {
        this.#openSinceMs = null;
        return;
      }
      this.#openSinceMs ??= monotonicMs();
      if (shelf.busy || this.#justFailed()) return;
      await shelf.inTurn(() => this.#doDue());
    } catch (error) {
      if (!isInterruption(error)) this.#failedAtMs = now().getTime();
    }
  }

  /** No further looks. */
  end(): void {
    this.#endTimer();
  }

  /** In either direction, for a clock that is set back. */
  #justFailed(): boolean {
    return this.#failedAtMs !== null && Math.abs(this.#options.now().getTime() - this.#failedAtMs) < AFTER_FAILURE_MS;
  }

  async #doDue(): Promise<void> {
    const { shelf, now } = this.#options;
    const actor: Actor = { userId: 'system', at: now().toISOString() };
    const { newest, changed, notes } = await shelf.facts(actor);
    if (backupIsDue(newest, changed, actor.at)) await shelf.make('hourly', actor);
    else await shelf.copyToSecond(actor);
    if (!trialIsDue(notes.lastTrial, notes.clinicSince, actor.at)) return;
    const candidate = newestBackup((await shelf.facts(actor)).own, actor.at);
    if (candidate) await shelf.try(candidate.folder, actor);
  }
}
