import { type Base, signedIn } from './base.ts';
import type { Services } from './context.ts';
import type { Door } from './door.ts';
import { fault } from './faults.ts';
import { refuseInSample } from './users.ts';

/** What each person does for herself: her password, and the PIN that brings her back to a covered window. */
export function accountHandlers(os: Base, services: Services, door: Door) {
  const { events, signIns } = services;
  return {
    changePassword: os.account.changePassword.handler(async ({ context, input }) => {
      refuseInSample(signedIn(services, context));
      if (input.newPassword.normalize('NFKC') === input.ownPassword.normalize('NFKC')) {
        const message = 'This is the password that you have now. Choose another one.';
        throw fault('BAD_INPUT', message, { issues: [{ path: 'newPassword', message }] });
      }
      await door.withOwnPassword(context.windowId, async ({ store, user }, at) => {
        await store.changePassword({ ...input, by: user.id, at });
        for (const { signIn } of signIns.all()) {
          if (signIn.store === store && signIn.user.id === user.id) signIn.mustChangePassword = false;
        }
      });
      events.publish({ kind: 'status' });
      events.publish({ kind: 'users' });
      return null;
    }),
    setPin: os.account.setPin.handler(async ({ context, input }) => {
      refuseInSample(signedIn(services, context));
      const set = await door.withOwnPassword(context.windowId, ({ store, user }, at) => store.setPin({ ...input, by: user.id, at }));
      events.publish({ kind: 'status' });
      events.publish({ kind: 'users' });
      return set;
    }),
  };
}
