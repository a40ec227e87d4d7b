import { randomUUID } from 'node:crypto';
import type { PairingTryKind, SecondComputerState } from '#core/contract/secondComputer.ts';
import type { AuditAction } from '#core/domain/auditActions.ts';
import { type Log, whereOf } from '../log.ts';
import type { SignIns } from '../services/signIns.ts';
import type { Store } from '../store/store.ts';
import type { KnownDevice } from './deviceFile.ts';
import { hashOf, newSecret } from './deviceWindows.ts';
import { Pairing } from './pairing.ts';

const MOST_TRIES_TOLD = 10;
const ACTION_OF: Record<Exclude<PairingTryKind, 'paired'>, AuditAction> = {
  wrong: 'device.wrongCode',
  used: 'device.usedCode',
  old: 'device.oldCode',
};

interface Options {
  store: Store;
  signIns: SignIns;
  now: () => Date;
  monotonicMs: () => number;
  log: Log;
}

/** A computer that came in, with the token of its cookie. */
export interface Paired {
  device: KnownDevice;
  token: string;
}

/** How computers come in: the code, what was typed, and the records of it. */
export class NewDevices {
  readonly #options: Options;
  readonly pairing: Pairing;
  #tries: SecondComputerState['tries'] = [];

  constructor(options: Options) {
    this.#options = options;
    this.pairing = new Pairing(options);
  }

  /** What was tried since the program was started, the newest first. */
  get tries(): SecondComputerState['tries'] {
    return this.#tries;
  }

  /** Ends a code whose asker is signed in no more, be it that the records were locked; whether there was one. */
  endUnasked(): boolean {
    const { store, signIns } = this.#options;
    const { open, asker } = this.pairing;
    const there = signIns.all().some(({ signIn }) => signIn.store === store && signIn.user.id === asker && signIn.device === undefined);
    if (!open || there) return false;
    this.pairing.cancel();
    return true;
  }

  /**
   * Tries a code; `paired` is null where it is no good or the records could not be written, `told` where an administrator
   * sees something new. A code is counted and used up before anything is waited for.
   */
  async try({ code, name }: { code: string; name: string }): Promise<{ paired: Paired | null; told: boolean }> {
    const { store, signIns, now, log } = this.#options;
    this.endUnasked();
    const { kind, userId, told } = this.pairing.try(code);
    const at = now().toISOString();
    const note = () => {
      if (told) this.#tries = [{ at, kind }, ...this.#tries].slice(0, MOST_TRIES_TOLD);
    };
    if (kind !== 'paired') note();
    try {
      if (kind !== 'paired') {
        const system = { userId: 'system', at } as const;
        if (told && signIns.inUse(store)) await store.run('audit.add', { action: ACTION_OF[kind], subject: null }, system);
        return { paired: null, told };
      }
      const token = newSecret();
      const device = { id: randomUUID(), name, tokenHash: hashOf(token) };
      await store.run('devices.add', device, { userId: userId ?? 'system', at });
      note();
      return { paired: { device, token }, told };
    } catch (error) {
      const where = whereOf(error);
      log.error({ event: 'call.failed', ...(where === undefined ? {} : { where }) });
      return { paired: null, told };
    }
  }
}
