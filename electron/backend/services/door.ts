import { join } from 'node:path';
import type { Status, User } from '#core/contract/shapes.ts';
import type { Clinic, Doctor } from '#core/domain/visit.ts';
import { type Store, StoreFault } from '../store/store.ts';
import { machineTimeZone, todayIn } from './clock.ts';
import { actorOf, type Events } from './context.ts';
import { fault } from './faults.ts';
import { PasswordGuard } from './passwordGuard.ts';
import { enterSample, type SampleSource } from './sampleClinic.ts';
import type { SignIns } from './signIns.ts';

export interface DoorOptions {
  /** Holds the folders `clinic` and `sample`, a store each. */
  dataDir: string;
  openStore: (folder: string) => Store;
  signIns: SignIns;
  sample: SampleSource;
  events: Events;
  now: () => Date;
  version: string;
  guard?: PasswordGuard;
}

/**
 * The way into a clinic: first start, signing in and out, the sample clinic. One store is open at a time, and only
 * while somebody is signed in; the clinic's own goes before the sample. Changes wait for each other, so that parallel
 * tries can't get around the waiting time after wrong passwords.
 */
export class Door {
  readonly #options: DoorOptions;
  readonly #guard: PasswordGuard;
  readonly #clinic: Store;
  #sample: Store | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#guard = options.guard ?? new PasswordGuard();
    this.#clinic = options.openStore(join(options.dataDir, 'clinic'));
  }

  /** What a window may know: all of it once signed in, otherwise only who may sign in. */
  async status(windowId: string): Promise<Status> {
    const { signIns, now, version } = this.#options;
    const signIn = signIns.of(windowId);
    if (signIn) {
      const { clinic, timeZone, program } = await signIn.store.run('clinic.read', null, actorOf(signIn, now));
      const open = { state: 'open', sample: signIn.sample, clinicName: clinic.name, user: signIn.user, fault: null } as const;
      const account = { covered: null, hasPin: false, mustChangePassword: false, idleMinutes: signIn.sample ? null : program.idleMinutes };
      return { ...open, ...account, users: [], version, timeZone, today: todayIn(timeZone, now()) };
    }
    const { state, users, fault: storeFault } = await this.#clinic.state();
    const timeZone = machineTimeZone();
    return {
      version,
      state: state === 'absent' && storeFault === null ? 'first' : 'locked',
      sample: false,
      clinicName: null,
      user: null,
      covered: null,
      hasPin: false,
      mustChangePassword: false,
      idleMinutes: null,
      users,
      today: todayIn(timeZone, now()),
      timeZone,
      fault: storeFault,
    };
  }

  /** Makes the clinic's store with its first user, a doctor who also administers it, and signs her in. */
  setUp(windowId: string, input: { clinic: Clinic; timeZone: string; doctor: Doctor; password: string }) {
    return this.#inTurn(async () => {
      if ((await this.#clinic.state()).state !== 'absent') {
        throw fault('NOT_READY', 'There is a clinic on this computer already. Sign in to it.', {});
      }
      await this.#leaveSample();
      const { user, recoveryKey } = await this.#clinic.create({
        clinic: input.clinic,
        timeZone: input.timeZone,
        sample: false,
        user: { name: input.doctor.name, roles: ['doctor', 'administrator'], doctor: input.doctor },
        password: input.password,
        at: this.#at(),
      });
      await this.#enter(windowId, this.#clinic, user);
      return { user, recoveryKey };
    });
  }

  signIn(windowId: string, input: { userId: string; password: string }): Promise<User> {
    return this.#inTurn(async () => {
      const user = await this.#guarded(input.userId, 'This password is wrong.', () => this.#clinic.unlock({ ...input, at: this.#at() }));
      await this.#leaveSample();
      return this.#enter(windowId, this.#clinic, user);
    });
  }

  recover(windowId: string, input: { recoveryKey: string; newPassword: string }): Promise<User> {
    return this.#inTurn(async () => {
      const wrong = 'This recovery key is wrong. Check each group against the printed key.';
      const user = await this.#guarded('recovery', wrong, () => this.#clinic.recover({ ...input, at: this.#at() }));
      await this.#leaveSample();
      return this.#enter(windowId, this.#clinic, user);
    });
  }

  openSample(windowId: string): Promise<User> {
    return this.#inTurn(async () => {
      if (this.#options.signIns.inUse(this.#clinic)) {
        throw fault('NOT_READY', 'Somebody is signed in to the clinic. Sign out everywhere to open the sample clinic.', {});
      }
      this.#sample ??= this.#options.openStore(join(this.#options.dataDir, 'sample'));
      const user = await enterSample(this.#sample, this.#options.sample, this.#at());
      return this.#enter(windowId, this.#sample, user);
    });
  }

  signOut(windowId: string): Promise<void> {
    return this.#inTurn(() => this.#leave(windowId));
  }

  /** Ends every sign-in: the machine goes to sleep, or the program ends. */
  signOutEverywhere(): Promise<void> {
    return this.#inTurn(async () => {
      for (const windowId of this.#options.signIns.windows()) await this.#leave(windowId);
    });
  }

  async close(): Promise<void> {
    await this.signOutEverywhere();
    await this.#sample?.close();
    await this.#clinic.close();
  }

  #at(): string {
    return this.#options.now().toISOString();
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #guarded(who: string, message: string, unlock: () => Promise<User>): Promise<User> {
    this.#guard.check(who);
    try {
      const user = await unlock();
      this.#guard.right(who);
      return user;
    } catch (error) {
      if (error instanceof StoreFault && error.fault === 'wrongPassword') throw this.#guard.wrong(who, message);
      throw error;
    }
  }

  async #enter(windowId: string, store: Store, user: User): Promise<User> {
    const { signIns, events } = this.#options;
    const before = signIns.of(windowId);
    if (before && before.store !== store) await this.#leave(windowId);
    signIns.set(windowId, { user, store, sample: store === this.#sample });
    events.publish({ kind: 'status' });
    return user;
  }

  /** Also locks the store when this was its last sign-in, even where the audit row could not be written. */
  async #leave(windowId: string): Promise<void> {
    const { signIns, events, now } = this.#options;
    const signIn = signIns.of(windowId);
    if (!signIn) return;
    try {
      await signIn.store.run('audit.add', { action: 'signOut', subject: null }, actorOf(signIn, now));
    } finally {
      signIns.delete(windowId);
      if (!signIns.inUse(signIn.store)) await signIn.store.lock();
      events.publish({ kind: 'status' });
    }
  }

  async #leaveSample(): Promise<void> {
    const { signIns } = this.#options;
    for (const windowId of signIns.windows()) {
      if (signIns.of(windowId)?.sample) await this.#leave(windowId);
    }
  }
}
