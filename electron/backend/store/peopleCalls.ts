import type { User } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';
import type { Conflict } from './conflict.ts';

/** Who acts, with her own password typed again: the master key is taken out of her slot for this one change. */
export interface OwnPassword {
  by: string;
  ownPassword: string;
  at: string;
}

/**
 * What concerns people and the keyring together, of an open store. Each fails with `wrongPassword` when the caller's own
 * password is wrong; keyring and records change together or not at all.
 */
export interface PeopleCalls {
  /** `password` is a first one. Refused as `userNameTaken`. */
  addUser(input: OwnPassword & { person: Omit<User, 'id'>; password: string }): Promise<UserRow>;
  /** A new first password; her PIN is gone. Refused as `notFound`. */
  resetPassword(input: OwnPassword & { userId: string; password: string }): Promise<UserRow>;
  /** Takes her slot out of the keyring. Refused as `notFound` and `lastAdministrator`. */
  retire(input: { by: string; id: string; rev: number; at: string }): Promise<UserRow | Conflict>;
  /** The old recovery key opens nothing any more. */
  renewRecoveryKey(input: OwnPassword): Promise<{ recoveryKey: string }>;
  /** Nothing but the check, for what may not be done by whoever sits down at an open window. */
  checkPassword(input: OwnPassword): Promise<null>;
  changePassword(input: OwnPassword & { newPassword: string }): Promise<null>;
  /** null takes the PIN away. */
  setPin(input: OwnPassword & { pin: string | null }): Promise<{ hasPin: boolean }>;
  /** Whether it is her PIN; false also when she has none. Writes the try to the audit. */
  checkPin(input: { userId: string; pin: string; at: string }): Promise<boolean>;
}
