import type { User } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';

/** A person as the administrator's list shows her. */
export function memoryUser(user: User, change: Partial<UserRow> = {}): UserRow {
  return { ...user, rev: 1, retired: false, mustChangePassword: false, hasPin: false, lastSignIn: '2026-12-01T03:30:00.000Z', ...change };
}
