import type { User } from '#core/contract/shapes.ts';
import { activeUsers } from './commands/users.ts';
import { faultBehind } from './faults.ts';
import { sealUserSlot } from './keyring.ts';
import type { Keyring, UserSlot } from './keyringFormat.ts';
import type { OpenStore } from './openStore.ts';

/** Somebody who has just come in: what her slot says, what the records say, and what opens and seals it. */
interface CameIn {
  slot: UserSlot;
  user: User;
  password: string;
  masterKey: Buffer;
}

const rolesOf = ({ roles }: Pick<User, 'roles'>) => [...roles].sort().join();

/**
 * Brings the keyring up to date with the records: her slot gets her present name and roles, and slots of people who
 * don't sign in any more go. A slot is authenticated, so its copy can only change where its password was typed. A disk
 * that doesn't take it leaves it to the next sign-in.
 */
export async function mendKeyring(opened: OpenStore, keyring: Keyring, { slot, user, password, masterKey }: CameIn): Promise<void> {
  const active = new Set(activeUsers(opened.sql).map(({ id }) => id));
  const kept = keyring.slots.filter(({ kind, id }) => kind !== 'user' || active.has(id));
  const same = slot.name === user.name && rolesOf(slot) === rolesOf(user);
  if (same && kept.length === keyring.slots.length) return;
  const fresh = same ? slot : await sealUserSlot(keyring.store, user, password, masterKey);
  const slots = kept.map((each) => (each.id === fresh.id ? fresh : each));
  try {
    opened.changeWithKeyring(keyring, slots, () => null);
  } catch (error) {
    if (!faultBehind(error)) throw error;
  }
}
