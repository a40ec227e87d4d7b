import { join } from 'node:path';
import type { Status, User } from '#core/contract/shapes.ts';
import type { Clinic, Doctor } from '#core/domain/visit.ts';
import type { Store } from '../store/store.ts';
import type { Events } from './context.ts';
import { Cover } from './cover.ts';
import { Entrance } from './entrance.ts';
import { fault } from './faults.ts';
import type { Looks } from './look.ts';
import { PasswordGuard } from './passwordGuard.ts';
import { enterSample, type SampleSource } from './sampleClinic.ts';
import type { SignIn, SignIns } from './signIns.ts';
import { statusOf } from './status.ts';
import type { StoreWatch } from './storeWatch.ts';

export interface DoorOptions {
  /** Holds the folders `clinic` and `sample`, a store each. */
  dataDir: string;
  openStore: (folder: string) => Store;
  signIns: SignIns;
  sample: SampleSource;
  events: Events;
  watch: StoreWatch;
  looks: Looks;
  now: () => Date;
  version: string;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs?: () => number;
}

/** How often covered windows are looked through for a shift that is over. */
const LOOK_EVERY_MS = 60_000;

/**
 * The way into a clinic: first start, signing in and out, covering a window, the sample clinic. One store is open at a
 * time, and only while somebody is signed in; the clinic's own goes before the sample. Whatever asks for a password or a
 * PIN waits for each other, so that parallel tries can't get around the waiting time after wrong ones.
 */
export class Door {
  readonly #options: DoorOptions;
  readonly #guard: PasswordGuard;
  readonly #entrance: Entrance;
  readonly #cover: Cover;
  readonly #dataFolder: string;
  readonly #clinic: Store;
  readonly #look: NodeJS.Timeout;
  #sample: Store | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DoorOptions) {
    const { signIns, events, now, monotonicMs = () => performance.now() } = options;
    this.#options = options;
    this.#guard = new PasswordGuard(monotonicMs);
    this.#entrance = new Entrance({ signIns, events, now, monotonicMs });
    this.#cover = new Cover({ signIns, entrance: this.#entrance, events, now, monotonicMs });
    this.#dataFolder = join(options.dataDir, 'clinic');
    this.#clinic = options.openStore(this.#dataFolder);
    this.#look = setInterval(() => this.#endOverdue().catch(() => undefined), LOOK_EVERY_MS).unref();
  }

  async status(windowId: string, device?: { name: string }): Promise<Status> {
    const { signIns, watch, looks, now, version } = this.#options;
    if (signIns.coveredOf(windowId)) await this.#endOverdue();
    const stores = { cover: this.#cover, clinic: this.#clinic, dataFolder: this.#dataFolder };
    return statusOf(windowId, { ...stores, device, signIns, watch, looks, now, version });
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
      await this.#enterClinic(windowId, user);
      return { user, recoveryKey };
    });
  }

  /**
   * Also switches user: whoever was signed in in this window, covered or not, is signed out when the password is right.
   * `device`: the second computer that the window is on.
   */
  signIn(windowId: string, input: { userId: string; password: string }, device?: string): Promise<User> {
    return this.#inTurn(async () => {
      const user = await this.#guard.trying(await this.#whoTries(input.userId, device), 'This password is wrong.', () =>
        this.#clinic.unlock({ ...input, at: this.#at() }),
      );
      this.#cover.forgive(user.id);
      return this.#enterClinic(windowId, user, device);
    });
  }

  /** Whoever isn't known here is one person, so that no made-up id has tries of its own; a second computer has its own. */
  async #whoTries(userId: string, device: string | undefined): Promise<string[]> {
    const { users } = await this.#clinic.state();
    return [users.some(({ id }) => id === userId) ? userId : 'nobody', ...(device ? [`device ${device}`] : [])];
  }

  /** Her other windows are signed out: the password that opened them is no good any more. */
  recover(windowId: string, input: { recoveryKey: string; newPassword: string }): Promise<User> {
    return this.#inTurn(async () => {
      const wrong = 'This recovery key is wrong. Check each group against the printed key.';
      const user = await this.#guard.trying(['recovery'], wrong, () => this.#clinic.recover({ ...input, at: this.#at() }));
      this.#guard.right(user.id);
      await this.#enterClinic(windowId, user);
      await this.#entrance.leaveAll((signIn, at) => signIn.user.id === user.id && at !== windowId);
      return user;
    });
  }

  openSample(windowId: string): Promise<User> {
    return this.#inTurn(async () => {
      if (this.#options.signIns.inUse(this.#clinic)) {
        throw fault('NOT_READY', 'Somebody is signed in to the clinic. Sign out everywhere to open the sample clinic.', {});
      }
      this.#sample ??= this.#options.openStore(join(this.#options.dataDir, 'sample'));
      const user = await enterSample(this.#sample, this.#options.sample, this.#at());
      return this.#enter(windowId, this.#sample, user, { sample: true, device: undefined });
    });
  }

  signOut(windowId: string): Promise<void> {
    return this.#inTurn(() => this.#entrance.leave(windowId));
  }

  async cover(windowId: string, device?: { name: string }): Promise<Status> {
    await this.#inTurn(() => this.#cover.cover(windowId));
    return this.status(windowId, device);
  }

  uncover(windowId: string, pin: string): Promise<User> {
    return this.#inTurn(() => this.#cover.uncover(windowId, pin));
  }

  /**
   * Runs what asks for the caller's own password again, with the same waiting time as at the sign-in. NOT_SIGNED_IN when
   * the sign-in has ended while others were before it.
   */
  withOwnPassword<T>(windowId: string, work: (signIn: SignIn, at: string) => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      const signIn = this.#options.signIns.of(windowId);
      if (!signIn) throw fault('NOT_SIGNED_IN', 'Sign in first.');
      return this.#guard.trying([signIn.user.id], 'Your own password is wrong.', () => work(signIn, this.#at()));
    });
  }

  /** Signs a person out of all her windows, covered ones too: she is retired, or somebody else set her password. */
  signOutUser(store: Store, userId: string): Promise<void> {
    return this.#inTurn(() => {
      this.#guard.right(userId);
      return this.#entrance.leaveAll((signIn) => signIn.store === store && signIn.user.id === userId);
    });
  }

  /** Ends every sign-in at this computer, covered ones too; a second computer goes on. */
  signOutHere(): Promise<void> {
    return this.#inTurn(() => this.#entrance.leaveAll(({ device }) => device === undefined));
  }

  /** Ends every sign-in, covered ones too: the machine goes to sleep, or the program ends. */
  signOutEverywhere(): Promise<void> {
    return this.#inTurn(() => this.#entrance.leaveAll(() => true));
  }

  /** The clinic's own store. */
  get clinic(): Store {
    return this.#clinic;
  }

  /** The waiting times after wrong secrets, the same for every way in. */
  get guard(): PasswordGuard {
    return this.#guard;
  }

  /**
   * Signs everybody out of every window and runs `work` on the locked clinic, which nobody can enter meanwhile. `check`
   * comes right before: when it throws nothing is changed.
   */
  clearClinic<T>(check: () => void, work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      check();
      await this.#entrance.leaveAll(() => true);
      await this.#clinic.lock();
      try {
        return await work();
      } finally {
        this.#options.events.publish({ kind: 'status' });
      }
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#look);
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

  /** Into the clinic that was just opened; what fails leaves it locked again where nobody else is in it. */
  async #enterClinic(windowId: string, user: User, device?: string): Promise<User> {
    try {
      await this.#leaveSample();
      return await this.#enter(windowId, this.#clinic, user, { sample: false, device });
    } catch (error) {
      if (!this.#options.signIns.inUse(this.#clinic)) await this.#clinic.lock();
      throw error;
    }
  }

  /** From here on this computer starts in her language and colours. */
  async #enter(windowId: string, store: Store, user: User, at: { sample: boolean; device: string | undefined }): Promise<User> {
    const { looks, signIns } = this.#options;
    const entered = await this.#entrance.enter(windowId, store, user, at);
    if (at.device === undefined) await looks.remember(signIns.of(windowId));
    return entered;
  }

  #endOverdue(): Promise<void> {
    return this.#inTurn(() => this.#cover.endOverdue());
  }

  #leaveSample(): Promise<void> {
    return this.#entrance.leaveAll((signIn) => signIn.sample);
  }
}
