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

  /** Tries a code; null where it is no good. It is counted and used up before anything is waited for. */
  async try({ code, name }: { code: string; name: string }): Promise<{ device: KnownDevice; token: string } | null> {
    const { store, signIns, now, log } = this.#options;
    const { kind, userId, told } = this.pairing.try(code);
    const at = now().toISOString();
    if (told) this.#tries = [{ at, kind }, ...this.#tries].slice(0, MOST_TRIES_TOLD);
    try {
      if (kind !== 'paired') {
        const system = { userId: 'system', at } as const;
        if (told && signIns.inUse(store)) await store.run('audit.add', { action: ACTION_OF[kind], subject: null }, system);
        return null;
      }
      const token = newSecret();
      const device = { id: randomUUID(), name, tokenHash: hashOf(token) };
      await store.run('devices.add', device, { userId: userId ?? 'system', at });
      return { device, token };
    } catch (error) {
      const where = whereOf(error);
      log.error({ event: 'call.failed', ...(where === undefined ? {} : { where }) });
      return null;
    }
  }
}
