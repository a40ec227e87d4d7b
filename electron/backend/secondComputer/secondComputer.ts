import type { Router } from '@orpc/server';
import type { Contract } from '#core/contract/contract.ts';
import { type SecondComputerState, USUAL_PORT } from '#core/contract/secondComputer.ts';
import type { Log } from '../log.ts';
import type { CallContext, Events } from '../services/context.ts';
import type { SignIns } from '../services/signIns.ts';
import type { Actor, Store } from '../store/store.ts';
import type { WindowFile } from '../window/files.ts';
import type { Patience } from '../window/windowApp.ts';
import { isLoopback, isPrivateAddress, localName, originsOf, ownAddresses } from './addresses.ts';
import { describeCertificate, stillFits } from './certificateFacts.ts';
import { type DeviceFile, type KnownDevice, readDeviceFile, writeDeviceFile } from './deviceFile.ts';
import { DeviceWindows, hashOf } from './deviceWindows.ts';
import { type Listener, listen } from './listener.ts';
import { NewDevices } from './newDevices.ts';
import { settlement } from './settle.ts';

/** Over a radio network a request may take longer than on one machine. */
const PATIENCE: Patience = { headersMs: 10_000, wholeMs: 30_000 };
/** A window whose stream is away for longer was closed, or its computer is out of reach. */
const GONE_MS = 120_000;
/** How often a device's last visit is written down. */
const SEEN_EVERY_MS = 10 * 60_000;

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

/** Why the listener could not start: the field that a person may mend. */
export class CannotListen extends Error {
  readonly field: 'address' | 'port';
  constructor(field: 'address' | 'port', message: string) {
    super(message);
    this.field = field;
  }
}

/** What makes certificates is large, and most starts make none. */
const maker = () => import('./certificates.ts');

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * The second computer for reception. What is in memory and in the file lets somebody in; what is in the records decides, as
 * soon as they are open. A computer has to stand in both: neither an edited file nor an older backup brings one back.
 */
export class SecondComputer {
  readonly #options: SecondComputerOptions;
  readonly #newDevices: NewDevices;
  readonly #windows: DeviceWindows;
  readonly #seen = new Map<string, number>();
  readonly #ended = new AbortController();
  #kept: DeviceFile | null;
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
    this.#kept = readDeviceFile(options.file);
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
    const { address, port, certificate, devices } = await store.run('secondComputer.read', null, actor);
    const kept = this.#kept;
    const on = kept?.on ?? false;
    const authority = certificate === null ? null : describeCertificate(certificate);
    return {
      on,
      address,
      port: port ?? USUAL_PORT,
      urls: on && kept ? originsOf({ ...kept, name: localName() }) : [],
      addresses: [...new Set(addresses())].filter((each) => this.#mayServe(each)),
      problem: on ? this.#problem : null,
      authority:
        certificate === null || authority === null
          ? null
          : { certificate, fingerprint: authority.fingerprint, until: authority.until.toISOString() },
      certificateUntil: on && kept ? describeCertificate(kept.server.certificate).until.toISOString() : null,
      pairing: this.#newDevices.pairing.open,
      tries: this.#newDevices.tries,
      devices: devices.map(({ tokenHash: _, ...device }) => ({
        ...device,
        lastSeenAt: this.#lastSeen(device.id) ?? device.lastSeenAt,
        connected: this.#windows.connected(device.id),
      })),
    };
  }

  /** Throws `CannotListen`; then everything is as it was. */
  turnOn({ address, port }: { address: string; port: number }, actor: Actor): Promise<void> {
    return this.#inTurn(async () => {
      const { store, now } = this.#options;
      this.#refusePublic(address);
      const present = await store.run('secondComputer.authority', null, actor);
      const outlives = present && describeCertificate(present.certificate).until.getTime() > now().getTime();
      const { newAuthority, newServerCertificate } = await maker();
      const authority = outlives ? present : await newAuthority(now());
      const server = await newServerCertificate(authority, { address, name: localName(), at: now() });
      await this.#stop();
      const before = this.#kept;
      const next = { on: true, address, port, server, authority: authority.certificate };
      this.#kept = { ...next, devices: this.#known };
      try {
        await this.#listen();
        await store.run('secondComputer.turnOn', { address, port, authority }, actor);
        this.#keep({ ...next, devices: this.#known });
      } catch (error) {
        await this.#stop();
        this.#kept = before && { ...before, devices: this.#known };
        try {
          if (this.#kept) this.#keep(this.#kept);
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
        if (this.#kept) this.#keep({ ...this.#kept, on: false });
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
      this.#devices((devices) => devices.map((device) => (device.id === id ? { ...device, name } : device)));
      this.#changed();
    });
  }

  /**
   * It is out before the records are asked, and without waiting for its turn: nothing that fails or takes long can keep it
   * in. So whatever is in turn takes the computers as they are when it keeps them, and not as they were when it began.
   */
  async revoke(id: string, actor: Actor): Promise<void> {
    try {
      this.#devices((devices) => devices.filter((device) => device.id !== id));
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
      const kept = this.#kept;
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

  #mayServe(address: string): boolean {
    return isPrivateAddress(address) || (this.#options.allowLoopback === true && isLoopback(address));
  }

  #refusePublic(address: string): void {
    const { addresses = ownAddresses } = this.#options;
    if (!this.#mayServe(address))
      throw new CannotListen(
        'address',
        'This address can be reached from outside of the clinic, or is none. Choose one of the clinic’s own network.',
      );
    if (!addresses().includes(address))
      throw new CannotListen('address', 'This computer doesn’t have this address. Choose one from the list.');
  }

  async #listen(): Promise<void> {
    const kept = this.#kept;
    if (!kept?.on || !this.#served) return;
    const { patience = PATIENCE } = this.#options;
    try {
      this.#listener = await listen({
        ...kept,
        ...this.#served,
        origins: originsOf({ ...kept, name: localName() }),
        windows: this.#windows,
        deviceOf: (token) => this.#deviceOf(token),
        pair: (input) => this.#pairOne(input),
        seen: (device) => void this.#note(device),
        patience,
      });
      this.#problem = null;
    } catch (error) {
      const taken = codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES';
      const refused = taken
        ? new CannotListen('port', `Another program uses number ${kept.port}. Choose another number, such as ${kept.port + 1}.`)
        : new CannotListen('address', 'The network doesn’t let this address be used. Check the cable or the radio network.');
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

  #deviceOf(token: string): KnownDevice | undefined {
    const hash = hashOf(token);
    return this.#kept?.devices.find(({ tokenHash }) => tokenHash === hash);
  }

  #pairOne(input: { code: string; name: string }): Promise<{ device: KnownDevice; token: string } | null> {
    return this.#inTurn(async () => {
      const { paired, told } = await this.#newDevices.try(input);
      if (paired) this.#devices((devices) => [...devices, paired.device]);
      // A stranger who goes on guessing makes no window ask again.
      if (told) this.#changed();
      return paired;
    });
  }

  async #note({ id }: KnownDevice): Promise<void> {
    const { store, signIns, now } = this.#options;
    const before = this.#seen.get(id) ?? 0;
    const at = now();
    if (Math.abs(at.getTime() - before) < SEEN_EVERY_MS) return;
    this.#seen.set(id, at.getTime());
    if (signIns.inUse(store)) await store.run('devices.seen', { id }, { userId: 'system', at: at.toISOString() }).catch(() => undefined);
    this.#changed();
  }

  #lastSeen(id: string): string | undefined {
    const ms = this.#seen.get(id);
    return ms === undefined ? undefined : new Date(ms).toISOString();
  }

  /** The computers that are in now. */
  get #known(): KnownDevice[] {
    return this.#kept?.devices ?? [];
  }

  #devices(change: (devices: KnownDevice[]) => KnownDevice[]): void {
    if (this.#kept) this.#keep({ ...this.#kept, devices: change(this.#kept.devices) });
  }

  /** In memory first: a disk that is full keeps nobody in. */
  #keep(next: DeviceFile): void {
    this.#kept = next;
    writeDeviceFile(this.#options.file, next);
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
    const settled = settlement(this.#kept, await store.run('secondComputer.read', null, actor));
    for (const id of settled.revoke) await store.run('devices.revoke', { id }, actor);
    for (const id of settled.drop) this.#windows.drop(id);
    if (settled.turnOff) await store.run('secondComputer.turnOff', null, actor);
    if (settled.kept) {
      const known = new Set(this.#known.map(({ id }) => id));
      const kept = { ...settled.kept, devices: settled.kept.devices.filter(({ id }) => known.has(id)) };
      if (JSON.stringify(kept) !== JSON.stringify(this.#kept)) this.#keep(kept);
    }
    this.#settled = true;
  }

  /** Only while the records are open: the authority's key is there. */
  async #renew(): Promise<void> {
    const { store, signIns, now } = this.#options;
    const kept = this.#kept;
    const fits = { authority: kept?.authority ?? '', address: kept?.address ?? '', name: localName(), at: now() };
    if (!kept || !signIns.inUse(store) || stillFits(kept.server.certificate, fits)) return;
    const authority = await store.run('secondComputer.authority', null, { userId: 'system', at: now().toISOString() });
    if (!authority) return;
    const { newServerCertificate } = await maker();
    const server = await newServerCertificate(authority, fits);
    this.#keep({ ...kept, server, devices: this.#known });
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
