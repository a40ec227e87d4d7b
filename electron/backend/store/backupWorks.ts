import type { Job } from './backupJobs.ts';
import type { BackupManifest } from './backupManifest.ts';
import { trialFolder } from './backupPlaces.ts';
import { type RunningJob, startJob, type Tell } from './backupThread.ts';
import { storeFault } from './faults.ts';
import type { Migration } from './migrate.ts';
import type { OpenStore } from './openStore.ts';
import { prepareRestore } from './restorePrepare.ts';
import { swapIn } from './restoreSwap.ts';
import type { Actor, StoreWorks } from './store.ts';
import type { StoreFiles } from './storeFolder.ts';

interface Surroundings {
  files: StoreFiles;
  migrations: readonly Migration[];
  /** The open store, or null. */
  opened: () => OpenStore | null;
  /** Takes the folder's lock, and finishes what was interrupted in it. */
  hold: () => void;
}

type Made = { name: string; manifest: BackupManifest };

/** The long works of a store: they go on beside its commands, each in a thread of its own. */
export class BackupWorks {
  readonly #around: Surroundings;
  readonly #running = new Map<RunningJob, Job>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  run<K extends keyof StoreWorks>(work: K, input: Parameters<StoreWorks[K]>[0], tell: Tell): Promise<ReturnType<StoreWorks[K]>> {
    const works: { [W in keyof StoreWorks]: (input: Parameters<StoreWorks[W]>[0], tell: Tell) => Promise<ReturnType<StoreWorks[W]>> } = {
      'backup.make': (given, told) => this.#make(given, told),
      'backup.verify': (given, told) => this.#verify(given, told),
      'backup.trial': (given, told) => this.#trial(given, told),
      'backup.copy': async (given, told) => (await this.#job({ kind: 'copy', ...given }, null, told)).manifest,
      'restore.prepare': (given, told) => this.#prepare(given, told),
      'restore.commit': (given) => this.#commit(given),
    };
    return works[work](input, tell);
  }

  /** Asks those that work on the open store to end; they overwrite their keys when they do. */
  stop(): void {
    for (const [job, { kind }] of this.#running) if (kind !== 'stage' && kind !== 'copy') job.stop();
  }

  /** Ends all. */
  async stopAndWait(): Promise<void> {
    for (const job of this.#running.keys()) job.stop();
    await Promise.allSettled([...this.#running.keys()].map(({ done }) => done));
  }

  async #job(job: Job, keys: Uint8Array<ArrayBuffer> | null, tell: Tell): Promise<Made> {
    const running = startJob(job, keys, tell);
    this.#running.set(running, job);
    try {
      return await running.done;
    } finally {
      this.#running.delete(running);
    }
  }

  #open(): OpenStore {
    const opened = this.#around.opened();
    if (!opened) throw storeFault('notOpen');
    return opened;
  }

  /** Writes what was done, unless the store has been locked meanwhile. */
  #note(opened: OpenStore, action: 'backup.make' | 'backup.verify' | 'backup.trial', name: string, actor: Actor): void {
    if (this.#around.opened() === opened) opened.change(() => opened.audit.add(action, name, actor));
  }

  async #make({ why, actor }: Parameters<StoreWorks['backup.make']>[0], tell: Tell): Promise<Made> {
    const opened = this.#open();
    const job = { kind: 'make', folder: this.#around.files.folder, store: opened.store, why, at: actor.at } as const;
    const made = await this.#job(job, opened.keysToHandOver(), tell);
    this.#note(opened, 'backup.make', made.name, actor);
    if (this.#around.opened() === opened) opened.checkpoint();
    return made;
  }

  async #verify({ backup, actor }: Parameters<StoreWorks['backup.verify']>[0], tell: Tell): Promise<BackupManifest> {
    const opened = this.#open();
    const job = { kind: 'verify', backup, store: opened.store, at: actor.at } as const;
    const { name, manifest } = await this.#job(job, opened.keysToHandOver(), tell);
    this.#note(opened, 'backup.verify', name, actor);
    return manifest;
  }

  async #trial({ backup, actor }: Parameters<StoreWorks['backup.trial']>[0], tell: Tell): Promise<BackupManifest> {
    const opened = this.#open();
    const job = { kind: 'trial', backup, store: opened.store, target: trialFolder(this.#around.files) } as const;
    const { name, manifest } = await this.#job(job, opened.keysToHandOver(), tell);
    this.#note(opened, 'backup.trial', name, actor);
    return manifest;
  }

  #prepare(input: Parameters<StoreWorks['restore.prepare']>[0], tell: Tell): Promise<{ madeAt: string }> {
    const { files, migrations, hold } = this.#around;
    hold();
    return prepareRestore({ ...input, files, migrations, stage: (job, keys) => this.#job(job, keys, tell) });
  }

  async #commit({ at }: Parameters<StoreWorks['restore.commit']>[0]): Promise<{ keptAt: string | null }> {
    await this.stopAndWait();
    if (this.#around.opened()) throw new Error('A restore needs the store to be locked.');
    return { keptAt: swapIn(this.#around.files, at) };
  }
}
