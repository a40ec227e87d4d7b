import type { Router } from '@orpc/server';
import type { Contract } from '#core/contract/contract.ts';
import type { SecondComputerState } from '#core/contract/secondComputer.ts';
import type { Log } from '../log.ts';
import type { CallContext, Events } from '../services/context.ts';
import type { SignIns } from '../services/signIns.ts';
import type { Actor, Store } from '../store/store.ts';
import type { WindowFile } from '../window/files.ts';
import type { Patience } from '../window/windowApp.ts';
import { localName, originsOf, ownAddresses } from './addresses.ts';
import { mayServe, refuseElsewhere, whyNot } from './cannotListen.ts';
import { describeCertificate, stillFits } from './certificateFacts.ts';
import type { KnownDevice } from './deviceFile.ts';
import { DeviceRegister } from './deviceRegister.ts';
import { DeviceWindows } from './deviceWindows.ts';
import { type Listener, listen } from './listener.ts';
import { NewDevices } from './newDevices.ts';
import { settlement } from './settle.ts';
import { stateOf } from './stateOf.ts';

/** Over a radio network a request may take longer than on one machine. */
const PATIENCE: Patience = { headersMs: 10_000, wholeMs: 30_000 };
/** A window whose stream is away for longer was closed, or its computer is out of reach. */
const GONE_MS = 120_000;

export interface SecondComputerOptions {
  /** Where the listener keeps what it needs before the records are open. */
  file: string;
  /** The clinic's own store. */
  store: Store;
  signIns: SignIns;
  events: Events;
  /** Ends the sign-in of a window. */
  signOut: (windowId: string) => Promise<void>;
  now: () => Date;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs: () => number;
  log: Log;
  /** This computer's own address may be chosen too: for tests and for developers. */
  allowLoopback?: boolean;
  /** For tests: other addresses, and shorter times, in milliseconds. */
  addresses?: () => string[];
  patience?: Patience;
  goneMs?: number;
}

/** What makes certificates is large, and most starts make none. */
const maker = () => import('./certificates.ts');

/**
 * The second computer for reception. What is in memory and in the file lets somebody in; what is in the records decides, as
 * soon as they are open. A computer has to stand in both: neither an edited file nor an older backup brings one back.
 */
export class SecondComputer {
  readonly #options: SecondComputerOptions;
  readonly #newDevices: NewDevices;
  readonly #windows: DeviceWindows;
  readonly #register: DeviceRegister;
  readonly #ended = new AbortController();
  #served: { router: Router<Contract, CallContext>; files: (path: string) => WindowFile | undefined } | undefined;
  #listener: Listener | null = null;
  #problem: string | null = null;
  #settled = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: SecondComputerOptions) {
    this.#options = options;
    const { signOut, goneMs = GONE_MS } = options;
    this.#newDevices = new NewDevices(options);
    this.#windows = new DeviceWindows({
      goneMs,
      whenGone: (windowId) => void signOut(windowId).catch(() => undefined),
      whenChanged: () => this.#changed(),
    });
    this.#register = new DeviceRegister(options);
    void this.#followSignIns().catch(() => undefined);
  }

  /** Starts to listen where it was switched on; from here on `look` keeps it so. */
  serve(router: Router<Contract, CallContext>, files: (path: string) => WindowFile | undefined): Promise<void> {
    this.#served = { router, files };
    return this.look();
  }

  /** What an administrator sees. */
  async state(actor: Actor): Promise<SecondComputerState> {
    const { store, addresses = ownAddresses } = this.#options;
    const stored = await store.run('secondComputer.read', null, actor);
    return stateOf(stored, this.#register, {
      addresses: [...new Set(addresses())].filter((each) => mayServe(each, this.#options)),
      problem: this.#problem,
      pairing: this.#newDevices.pairing.open,
      tries: this.#newDevices.tries,
      connected: (id) => this.#windows.connected(id),
    });
  }

  /** Throws `CannotListen`; then everything is as it was. */
  turnOn({ address, port }: { address: string; port: number }, actor: Actor): Promise<void> {
    return this.#inTurn(async () => {
      const { store, now } = this.#options;
      refuseElsewhere(address, this.#options);
      const present = await store.run('secondComputer.authority', null, actor);
      const outlives = present && describeCertificate(present.certificate).until.getTime() > now().getTime();
      const { newAuthority, newServerCertificate } = await maker();
      const authority = outlives ? present : await newAuthority(now());
      const server = await newServerCertificate(authority, { address, name: localName(), at: now() });
      await this.#stop();
      const before = this.#register.kept;
      const next = { on: true, address, port, server, authority: authority.certificate };
      this.#register.hold({ ...next, devices: this.#register.known });
      try {
        await this.#listen();
        await store.run('secondComputer.turnOn', { address, port, authority }, actor);
        this.#register.keep({ ...next, devices: this.#register.known });
      } catch (error) {
        await this.#stop();
        this.#register.hold(before && { ...before, devices: this.#register.known });
        try {
          if (this.#register.kept) this.#register.keep(this.#register.kept);
        } finally {
          await this.#listen().catch(() => undefined);
        }
        throw error;
      }
      this.#changed();
    });
  }

  turnOff(actor: Actor): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const { kept } = this.#register;
        if (kept) this.#register.keep({ ...kept, on: false });
      } finally {
        // A disk that is full keeps nobody in.
        await this.#stop();
        this.#changed();
      }
      await this.#options.store.run('secondComputer.turnOff', null, actor);
      this.#changed();
    });
  }

  /** A new code; false while nobody could use it. */
  async pair(actor: Actor): Promise<boolean> {
    if (!this.#listener) return false;
    await this.#options.store.run('audit.add', { action: 'device.code', subject: null }, actor);
    this.#newDevices.pairing.start(actor.userId);
    this.#changed();
    return true;
  }

  cancelPairing(): void {
    this.#newDevices.pairing.cancel();
    this.#changed();
  }

  rename({ id, name }: { id: string; name: string }, actor: Actor): Promise<void> {
    return this.#inTurn(async () => {
      await this.#options.store.run('devices.rename', { id, name }, actor);
      this.#register.change((devices) => devices.map((device) => (device.id === id ? { ...device, name } : device)));
      this.#changed();
    });
  }

  /**
   * It is out before the records are asked, and without waiting for its turn: nothing that fails or takes long can keep it
   * in. So whatever is in turn takes the computers as they are when it keeps them, and not as they were when it began.
   */
  async revoke(id: string, actor: Actor): Promise<void> {
    try {
      this.#register.change((devices) => devices.filter((device) => device.id !== id));
    } finally {
      this.#windows.drop(id);
      await this.#options.store.run('devices.revoke', { id }, actor);
      this.#changed();
    }
  }

  /** Looks whether the address is still this computer's and the certificate still good; listens again where it can. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#problem;
      await this.#settle();
      const kept = this.#register.kept;
      const { addresses = ownAddresses } = this.#options;
      if (!kept?.on) await this.#stop();
      else if (!addresses().includes(kept.address)) {
        await this.#stop();
        this.#problem = `This computer’s address has changed: ${kept.address} isn’t there any more. If it doesn’t come back, choose the new address below.`;
      } else {
        await this.#renew();
        if (!this.#listener) await this.#listen().catch(() => undefined);
      }
      if (this.#problem !== before) this.#changed();
    });
  }

  async end(): Promise<void> {
    this.#ended.abort();
    await this.#inTurn(() => this.#stop());
  }

  async #listen(): Promise<void> {
    const kept = this.#register.kept;
    if (!kept?.on || !this.#served) return;
    const { patience = PATIENCE } = this.#options;
    try {
      this.#listener = await listen({
        ...kept,
        ...this.#served,
        origins: originsOf({ ...kept, name: localName() }),
        windows: this.#windows,
        deviceOf: (token) => this.#register.deviceOf(token),
        pair: (input) => this.#pairOne(input),
        seen: (device) => void this.#note(device),
        patience,
      });
      this.#problem = null;
    } catch (error) {
      const refused = whyNot(error, kept.port);
      this.#problem = refused.message;
      throw refused;
    }
  }

  async #stop(): Promise<void> {
    const listener = this.#listener;
    this.#listener = null;
    this.#newDevices.pairing.cancel();
    this.#windows.drop();
    await listener?.close();
  }

  #pairOne(input: { code: string; name: string }): Promise<{ device: KnownDevice; token: string } | null> {
    return this.#inTurn(async () => {
      const { paired, told } = await this.#newDevices.try(input);
      if (paired) this.#register.change((devices) => [...devices, paired.device]);
      // A stranger who goes on guessing makes no window ask again.
      if (told) this.#changed();
      return paired;
    });
  }

  async #note(device: KnownDevice): Promise<void> {
    if (await this.#register.note(device)) this.#changed();
  }

  /** Once for every opening of the records: what the file says and they don't counts for nothing, and the other way round. */
  async #settle(): Promise<void> {
    const { store, signIns, now } = this.#options;
    if (!signIns.inUse(store)) {
      this.#settled = false;
      return;
    }
    if (this.#settled) return;
    const actor = { userId: 'system', at: now().toISOString() } as const;
    const settled = settlement(this.#register.kept, await store.run('secondComputer.read', null, actor));
    for (const id of settled.revoke) await store.run('devices.revoke', { id }, actor);
    for (const id of settled.drop) this.#windows.drop(id);
    if (settled.turnOff) await store.run('secondComputer.turnOff', null, actor);
    if (settled.kept) {
      const known = new Set(this.#register.known.map(({ id }) => id));
      const kept = { ...settled.kept, devices: settled.kept.devices.filter(({ id }) => known.has(id)) };
      if (JSON.stringify(kept) !== JSON.stringify(this.#register.kept)) this.#register.keep(kept);
    }
    this.#settled = true;
  }

  /** Only while the records are open: the authority's key is there. */
  async #renew(): Promise<void> {
    const { store, signIns, now } = this.#options;
    const kept = this.#register.kept;
    const fits = { authority: kept?.authority ?? '', address: kept?.address ?? '', name: localName(), at: now() };
    if (!kept || !signIns.inUse(store) || stillFits(kept.server.certificate, fits)) return;
    const authority = await store.run('secondComputer.authority', null, { userId: 'system', at: now().toISOString() });
    if (!authority) return;
    const { newServerCertificate } = await maker();
    const server = await newServerCertificate(authority, fits);
    this.#register.keep({ ...kept, server, devices: this.#register.known });
    this.#listener?.renew(server);
  }

  /** Every sign-in and sign-out is told as `status`. */
  async #followSignIns(): Promise<void> {
    const { events, signIns, store } = this.#options;
    for await (const event of events.subscribe(this.#ended.signal)) {
      if (event.kind !== 'status') continue;
      if (this.#newDevices.endUnasked()) this.#changed();
      if (signIns.inUse(store) !== this.#settled) await this.look().catch(() => undefined);
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #changed(): void {
    this.#options.events.publish({ kind: 'secondComputer' });
  }
}
