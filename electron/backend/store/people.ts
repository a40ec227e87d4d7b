import { randomUUID } from 'node:crypto';
import { insertUser, passwordSet, readActiveUser, readPin, readPresent, refuseTakenName, retireUser, writePin } from './commands/users.ts';
import { storeFault } from './faults.ts';
import { openUserSlot, sealRecoverySlot, sealUserSlot } from './keyring.ts';
import { checkKeyring, readKeyring, slotOf, withSlot } from './keyringFile.ts';
import type { Keyring } from './keyringFormat.ts';
import { wipe } from './keys.ts';
import type { OpenStore } from './openStore.ts';
import type { OwnPassword, PeopleCalls } from './peopleCalls.ts';
import { isPin, pinRecord } from './pin.ts';
import { formatRecoveryKey, newRecoverySecret } from './recoveryKey.ts';
import type { StoreFiles } from './storeFolder.ts';

type Input<K extends keyof PeopleCalls> = Parameters<PeopleCalls[K]>[0];

interface Surroundings {
  files: StoreFiles;
  /** The open store; throws `notOpen`. */
  opened: () => OpenStore;
  /** Writes a wrong password to the audit; gives the error to throw. */
  failed: (error: unknown, userId: string, at: string) => unknown;
}

/** Keyring and records of the people who sign in. The master key is in memory only while one of these runs. */
export class People implements PeopleCalls {
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  addUser(input: Input<'addUser'>) {
    const { by, at, person, password } = input;
    return this.#withKey(input, async (opened, keyring, masterKey) => {
      const user = { id: randomUUID(), ...person, roles: [...new Set(person.roles)] };
      opened.change(() => refuseTakenName(opened.sql, user.name));
      const slot = await sealUserSlot(keyring.store, user, password, masterKey);
      return opened.changeWithKeyring(keyring, withSlot(keyring, slot), () => {
        refuseTakenName(opened.sql, user.name);
        insertUser(opened.sql, user, at);
        passwordSet(opened.sql, user.id, 'another');
        opened.audit.add('user.add', user.id, { userId: by, at });
        return readPresent(opened.sql, user.id);
      });
    });
  }

  resetPassword(input: Input<'resetPassword'>) {
    const { by, at, userId, password } = input;
    return this.#withKey(input, async (opened, keyring, masterKey) => {
      const user = opened.change(() => readPresent(opened.sql, userId));
      const slot = await sealUserSlot(keyring.store, user, password, masterKey);
      return opened.changeWithKeyring(keyring, withSlot(keyring, slot), () => {
        passwordSet(opened.sql, userId, 'another');
        opened.audit.add('user.resetPassword', userId, { userId: by, at });
        return readPresent(opened.sql, userId);
      });
    });
  }

  async retire({ by, id, rev, at }: Input<'retire'>) {
    const opened = this.#around.opened();
    const keyring = readKeyring(this.#around.files);
    const slots = keyring.slots.filter((slot) => slot.id !== id);
    return opened.changeWithKeyring(keyring, slots, () => {
      const retired = retireUser(opened.sql, id, rev);
      if (!('conflict' in retired)) opened.audit.add('user.retire', id, { userId: by, at });
      return retired;
    });
  }

  renewRecoveryKey(input: Input<'renewRecoveryKey'>) {
    const { by, at } = input;
    return this.#withKey(input, async (opened, keyring, masterKey) => {
      const secret = newRecoverySecret();
      try {
        const slot = await sealRecoverySlot(keyring.store, secret, masterKey);
        const slots = [...keyring.slots.filter(({ kind }) => kind === 'user'), slot];
        opened.changeWithKeyring(keyring, slots, () => opened.audit.add('user.recoveryKey', null, { userId: by, at }));
        return { recoveryKey: formatRecoveryKey(secret) };
      } finally {
        wipe(secret);
      }
    });
  }

  checkPassword(input: Input<'checkPassword'>) {
    return this.#withKey(input, async () => null);
  }

  changePassword(input: Input<'changePassword'>) {
    const { by, at, newPassword } = input;
    return this.#withKey(input, async (opened, keyring, masterKey) => {
      const user = opened.change(() => readPresent(opened.sql, by));
      const slot = await sealUserSlot(keyring.store, user, newPassword, masterKey);
      return opened.changeWithKeyring(keyring, withSlot(keyring, slot), () => {
        passwordSet(opened.sql, by, 'herself');
        opened.audit.add('account.password', by, { userId: by, at });
        return null;
      });
    });
  }

  setPin(input: Input<'setPin'>) {
    const { by, at, pin } = input;
    return this.#withKey(input, async (opened) => {
      const record = pin === null ? null : await pinRecord(pin);
      return opened.change(() => {
        writePin(opened.sql, by, record);
        opened.audit.add('account.pin', by, { userId: by, at });
        return { hasPin: record !== null };
      });
    });
  }

  async checkPin({ userId, pin, at }: Input<'checkPin'>) {
    const opened = this.#around.opened();
    const record = opened.change(() => readPin(opened.sql, userId));
    const right = record !== null && (await isPin(record, pin));
    const actor = { userId: right ? userId : 'system', at };
    opened.change(() => opened.audit.add(right ? 'window.uncover' : 'window.uncoverFailed', userId, actor));
    return right;
  }

  /** Takes the master key out of the caller's own slot, and overwrites it when the work is done. */
  async #withKey<T>(
    { by, ownPassword, at }: OwnPassword,
    work: (opened: OpenStore, keyring: Keyring, masterKey: Buffer) => Promise<T>,
  ): Promise<T> {
    const opened = this.#around.opened();
    const keyring = readKeyring(this.#around.files);
    const slot = slotOf(keyring, by);
    if (!slot || !opened.change(() => readActiveUser(opened.sql, by))) throw storeFault('wrongPassword');
    const masterKey = await openUserSlot(keyring.store, slot, ownPassword).catch((error: unknown) => {
      throw this.#around.failed(error, by, at);
    });
    try {
      checkKeyring(keyring, masterKey);
      return await work(opened, keyring, masterKey);
    } finally {
      wipe(masterKey);
    }
  }
}
