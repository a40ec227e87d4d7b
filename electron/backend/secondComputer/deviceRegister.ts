import type { SignIns } from '../services/signIns.ts';
import type { Store } from '../store/store.ts';
import { type DeviceFile, type KnownDevice, readDeviceFile, writeDeviceFile } from './deviceFile.ts';
import { hashOf } from './deviceWindows.ts';

/** How often a device's last visit is written down. */
const SEEN_EVERY_MS = 10 * 60_000;

interface Options {
  /** Where it is kept while the records are closed. */
  file: string;
  store: Store;
  signIns: SignIns;
  now: () => Date;
}

/** Which computers are in, in memory and in the file, and when each was there last. */
export class DeviceRegister {
  readonly #options: Options;
  readonly #seen = new Map<string, number>();
  #kept: DeviceFile | null;

  constructor(options: Options) {
    this.#options = options;
    this.#kept = readDeviceFile(options.file);
  }

  get kept(): DeviceFile | null {
    return this.#kept;
  }

  /** The computers that are in now. */
  get known(): KnownDevice[] {
    return this.#kept?.devices ?? [];
  }

  deviceOf(token: string): KnownDevice | undefined {
    const hash = hashOf(token);
    return this.known.find(({ tokenHash }) => tokenHash === hash);
  }

  /** In memory alone. */
  hold(next: DeviceFile | null): void {
    this.#kept = next;
  }

  /** In memory first: a disk that is full keeps nobody in. */
  keep(next: DeviceFile): void {
    this.#kept = next;
    writeDeviceFile(this.#options.file, next);
  }

  change(to: (devices: KnownDevice[]) => KnownDevice[]): void {
    if (this.#kept) this.keep({ ...this.#kept, devices: to(this.#kept.devices) });
  }

  /** Notes that a device is there, and writes it down where the records are open; false where that is fresh. */
  async note({ id }: KnownDevice): Promise<boolean> {
    const { store, signIns, now } = this.#options;
    const before = this.#seen.get(id) ?? 0;
    const at = now();
    if (Math.abs(at.getTime() - before) < SEEN_EVERY_MS) return false;
    this.#seen.set(id, at.getTime());
    if (signIns.inUse(store)) await store.run('devices.seen', { id }, { userId: 'system', at: at.toISOString() }).catch(() => undefined);
    return true;
  }

  lastSeen(id: string): string | undefined {
    const ms = this.#seen.get(id);
    return ms === undefined ? undefined : new Date(ms).toISOString();
  }
}
