import type { User } from '#core/contract/shapes.ts';
import type { UserRow } from '#core/contract/users.ts';
import type { Store } from '../store/store.ts';
import { type Base, signedIn } from './base.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import type { Door } from './door.ts';
import { userOf } from './entrance.ts';
import { fault } from './faults.ts';
import { actingAs, type SignIn } from './signIns.ts';

/** Throws NOT_READY in the sample clinic, where people and passwords are never real. */
export function refuseInSample({ sample }: SignIn): void {
  if (!sample) return;
  throw fault('NOT_READY', 'The sample clinic has one person and no passwords. Set up your own clinic to add and change people.', {});
}

/** A person as she is stored: a doctor with a registration, nobody else with one. BAD_INPUT where it is missing. */
function personOf<P extends Omit<User, 'id'>>({ doctor, ...person }: P) {
  if (!person.roles.includes('doctor')) return person;
  if (doctor) return { ...person, doctor };
  const message = 'A doctor needs a registration number: it stands on every paper.';
  throw fault('BAD_INPUT', message, { issues: [{ path: 'doctor', message }] });
}

/** The people who sign in, for an administrator. */
export function usersHandlers(os: Base, services: Services, door: Door) {
  const { now, events, signIns } = services;

  const changing = (context: CallContext): SignIn => {
    const signIn = signedIn(services, context);
    refuseInSample(signIn);
    return signIn;
  };
  const told = (row: UserRow): UserRow => {
    events.publish({ kind: 'users' });
    events.publish({ kind: 'status' });
    return row;
  };
  /** What windows that are open know of a person, from the next call on. */
  const renew = (store: Store, row: UserRow) => {
    for (const { signIn } of signIns.all())
      if (signIn.store === store && signIn.user.id === row.id) signIn.user = actingAs(userOf(row), signIn.device);
  };

  return {
    list: os.users.list.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('users.list', null, actorOf(signIn, now));
    }),
    add: os.users.add.handler(async ({ context, input }) => {
      changing(context);
      const { password, ownPassword, ...typed } = input;
      const person = personOf(typed);
      return told(
        await door.withOwnPassword(context.windowId, ({ store, user }, at) =>
          store.addUser({ by: user.id, ownPassword, person, password, at }),
        ),
      );
    }),
    save: os.users.save.handler(async ({ context, input }) => {
      const signIn = changing(context);
      const saved = await signIn.store.run('users.save', personOf(input), actorOf(signIn, now));
      if (isConflict(saved)) throw changedElsewhere(saved);
      renew(signIn.store, saved);
      return told(saved);
    }),
    resetPassword: os.users.resetPassword.handler(async ({ context, input }) => {
      const signIn = changing(context);
      const { id, password, ownPassword } = input;
      if (id === signIn.user.id) throw fault('NOT_READY', 'This is your own password. Change it under your own name.', {});
      const row = await door.withOwnPassword(context.windowId, ({ store, user }, at) =>
        store.resetPassword({ by: user.id, ownPassword, userId: id, password, at }),
      );
      await door.signOutUser(signIn.store, id);
      return told(row);
    }),
    retire: os.users.retire.handler(async ({ context, input }) => {
      const signIn = changing(context);
      const retired = await signIn.store.retire({ ...input, by: signIn.user.id, at: now().toISOString() });
      if (isConflict(retired)) throw changedElsewhere(retired);
      await door.signOutUser(signIn.store, input.id);
      return told(retired);
    }),
    renewRecoveryKey: os.users.renewRecoveryKey.handler(({ context, input }) => {
      changing(context);
      return door.withOwnPassword(context.windowId, ({ store, user }, at) => store.renewRecoveryKey({ ...input, by: user.id, at }));
    }),
  };
}
