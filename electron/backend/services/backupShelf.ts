import { join } from 'node:path';
import type { Backup, BackupPlace, BackupProgress, BackupState } from '#core/contract/backups.ts';
import { backupReminders, keepBackups, newestBackup } from '#core/domain/backups.ts';
import { type Log, whereOf } from '../log.ts';
import { type ListedBackup, listBackups, removeBackup } from '../store/backupList.ts';
import { ownBackups, secondBackups } from '../store/backupPlaces.ts';
import { type Actor, type BackupNotes, type Store, StoreFault } from '../store/store.ts';
import type { Events } from './context.ts';
import { findDrives } from './drives.ts';
import { isThere } from './secondPlace.ts';

export interface BackupShelfOptions {
  /** Folder of the clinic's store. */
  folder: string;
  store: Store;
  events: Events;
  log: Log;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs: () => number;
  /** Where backups are looked for beside the second place; the drives that are plugged in unless given. */
  drives?: () => Promise<readonly { path: string }[]>;
}

/** How often windows hear of progress, at most. */
const TELL_EVERY_MS = 400;
const UNEXPECTED =
  'The backup has failed because of a fault inside the program. Try again, and keep a second copy of the folder meanwhile.';

/** A fault that says only that the clinic was locked in between: nothing went wrong. */
export const isInterruption = (error: unknown) =>
  error instanceof StoreFault && (error.fault === 'backupStopped' || error.fault === 'notOpen');

export interface BackupFactsNow {
  notes: BackupNotes;
  own: ListedBackup[];
  newest: ListedBackup | null;
  /** Something was written since the newest. */
  changed: boolean;
}

/** The clinic's backups in both places, and the works on them: one at a time, each step told to the windows. */
export class BackupShelf {
  readonly #options: BackupShelfOptions;
  #running: BackupProgress | null = null;
  #toldMs = 0;
  #last: Promise<unknown> = Promise.resolve();
  /** Kept while the clinic is locked, for records that can't be opened any more. */
  #secondPlace: string | null = null;

  constructor(options: BackupShelfOptions) {
    this.#options = options;
  }

  /** Whether a work is going on. */
  get busy(): boolean {
    return this.#running !== null;
  }

  /** One work after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /**
   * Finished backups that a window may see before anybody signs in: also those on any drive that is plugged in, for a
   * computer that doesn't know the clinic yet.
   */
  async find(): Promise<ListedBackup[]> {
    const drives = await (this.#options.drives ?? findDrives)();
    const places = new Set([...(this.#secondPlace === null ? [] : [this.#secondPlace]), ...drives.map(({ path }) => path)]);
    const second = (await Promise.all([...places].map((place) => listBackups(secondBackups(place), 'second')))).flat();
    const once = second.filter(({ id }, index) => second.findIndex((each) => each.id === id) === index);
    return [...(await this.#own()), ...once];
  }

  /** The folder of a backup in a list; null when it isn't there any more. */
  async folderOf(place: BackupPlace, id: string): Promise<string | null> {
    return (await this.find()).find((backup) => backup.place === place && backup.id === id)?.folder ?? null;
  }

  async facts(actor: Actor): Promise<BackupFactsNow> {
    const notes = await this.#notes(actor);
    const own = (await this.#own()).filter(({ store }) => store === notes.store);
    const newest = newestBackup(own, actor.at);
    const changed = newest === null || (await this.#options.store.run('backups.changedSince', newest.audit, actor));
    return { notes, own, newest, changed };
  }

  /** @param openForMs how long the records have been open without a break */
  async state(actor: Actor, openForMs: number): Promise<BackupState> {
    const { notes, own, newest, changed } = await this.facts(actor);
    const { secondPlace, secondAt, lastTrial, lastFault, clinicSince } = notes;
    const secondPlaceThere = secondPlace !== null && (await isThere(secondPlace));
    const second = secondPlace === null ? [] : await this.#second(secondPlace, notes.store);
    const told = { secondPlace, secondPlaceThere, lastTrial, lastFault };
    return {
      ...told,
      backups: [...own, ...second].map(shown),
      running: this.#running,
      reminders: backupReminders({ ...told, now: actor.at, clinicSince, openForMs, newest, changed, secondAt }),
    };
  }

  /** Makes a backup now, thins the older ones, and copies it to the second place. Only the making can fail. */
  async make(why: Backup['why'], actor: Actor): Promise<void> {
    await this.#noted(actor, () => this.watched('copy', (tell) => this.#options.store.work('backup.make', { why, actor }, tell)));
    const { own } = await this.facts(actor);
    await this.#thin(own, actor.at);
    await this.copyToSecond(actor);
  }

  /** Checks a backup whole; a damaged one is noted and throws `backupDamaged`. */
  async verify(backup: string, actor: Actor): Promise<void> {
    await this.#noted(actor, () => this.watched('verify', (tell) => this.#options.store.work('backup.verify', { backup, actor }, tell)));
  }

  /** Restores a backup for a try and notes how that came out. Throws what kept it from coming out well. */
  async try(backup: string, actor: Actor): Promise<void> {
    const note = (ok: boolean) => this.#options.store.run('backups.note', { kind: 'trial', ok }, actor);
    try {
      await this.#noted(actor, () => this.watched('trial', (tell) => this.#options.store.work('backup.trial', { backup, actor }, tell)));
      await note(true);
    } catch (error) {
      // Too little room for a try says nothing about the backup.
      if (!isInterruption(error) && !(error instanceof StoreFault && error.fault === 'diskFull')) await note(false);
      throw error;
    } finally {
      this.#publish();
    }
  }

  /** Brings the newest backup to the second place when that is there. What goes wrong there is noted and doesn't fail. */
  async copyToSecond({ at }: Actor): Promise<void> {
    const { store } = this.#options;
    const actor: Actor = { userId: 'system', at };
    const { notes, newest } = await this.facts(actor);
    const { secondPlace, secondAt } = notes;
    if (!newest || secondPlace === null || !(await isThere(secondPlace))) return;
    const there = await this.#second(secondPlace, notes.store);
    const noteCopied = () => store.run('backups.note', { kind: 'second' }, actor);
    if (there.some(({ id }) => id === newest.id)) {
      if (secondAt === null || secondAt < newest.madeAt) await noteCopied();
      return;
    }
    const target = join(secondBackups(secondPlace), newest.id);
    try {
      await this.#noted(
        actor,
        () => this.watched('secondPlace', (tell) => store.work('backup.copy', { backup: newest.folder, target }, tell)),
        AT_SECOND,
      );
      await noteCopied();
      await this.#thin(await this.#second(secondPlace, notes.store), at);
    } catch {
      // Noted: the backup itself is made.
    }
    this.#publish();
  }

  /** Tells the windows that a work goes on, and how far it is. */
  async watched<T>(phase: BackupProgress['phase'], work: (tell: (progress: BackupProgress) => void) => Promise<T>): Promise<T> {
    this.#running = { phase, done: 0 };
    this.#publish();
    try {
      return await work((progress) => {
        this.#running = progress;
        if (this.#options.monotonicMs() - this.#toldMs >= TELL_EVERY_MS) this.#publish();
      });
    } finally {
      this.#running = null;
      this.#publish();
    }
  }

  /** Does a work and notes how it came out, as far as the records can take the note. */
  async #noted<T>(actor: Actor, work: () => Promise<T>, where = ''): Promise<T> {
    const note = (sentence: string | null) => this.#options.store.run('backups.note', { kind: 'fault', sentence }, actor);
    try {
      const result = await work();
      if ((await this.#notes(actor)).lastFault !== null) await note(null);
      return result;
    } catch (error) {
      if (!isInterruption(error)) {
        this.#log(error);
        await note(where + (error instanceof StoreFault ? error.message : UNEXPECTED)).catch(() => undefined);
      }
      throw error;
    }
  }

  /** Takes away what isn't to be kept of one place. What can't be taken away stays until the next time. */
  async #thin(backups: ListedBackup[], now: string): Promise<void> {
    const kept = new Set(keepBackups(backups, now));
    for (const backup of backups) if (!kept.has(backup)) await removeBackup(backup).catch((error: unknown) => this.#log(error));
  }

  async #notes(actor: Actor): Promise<BackupNotes> {
    const notes = await this.#options.store.run('backups.notes', null, actor);
    this.#secondPlace = notes.secondPlace;
    return notes;
  }

  #own(): Promise<ListedBackup[]> {
    return listBackups(ownBackups(this.#options.folder), 'own');
  }

  async #second(place: string, ofStore: string): Promise<ListedBackup[]> {
    return (await listBackups(secondBackups(place), 'second')).filter(({ store }) => store === ofStore);
  }

  #publish(): void {
    this.#toldMs = this.#options.monotonicMs();
    this.#options.events.publish({ kind: 'backups' });
  }

  #log(error: unknown): void {
    const where = whereOf(error);
    const code = error instanceof StoreFault ? `StoreFault.${error.fault}` : undefined;
    this.#options.log.error({ event: 'backup.failed', ...(code === undefined ? {} : { code }), ...(where === undefined ? {} : { where }) });
  }
}

const AT_SECOND = 'The backup is made, but it could not be copied to the second place. ';

/** What of a listed backup a window may see. */
export function shown({ id, place, madeAt, bytes, verifiedAt, why }: ListedBackup): Backup {
  return { id, place, madeAt, bytes, verifiedAt, why };
}
