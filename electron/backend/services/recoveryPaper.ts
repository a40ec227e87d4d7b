import { formatDate } from '#core/domain/dates.ts';
import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import { fault } from './faults.ts';

const FILE_NAME = 'Consultleaf-recovery-key.pdf';
const BROKEN = 'The page could not be laid out. Write the key down by hand, group by group.';

/**
 * The recovery key as a page to print. The key comes from the window that has just made it and goes back in the page: it
 * is written to no store, no log and no file name, and a fault never carries it.
 */
export function recoveryPaperHandlers(os: Base, services: Services) {
  const { renderer, paper, now } = services;
  return {
    recoveryKeyPdf: os.users.recoveryKeyPdf.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { clinic, timeZone } = await signIn.store.run('clinic.read', null, actorOf(signIn, now));
      const page = {
        clinicName: clinic.name,
        madeOn: formatDate(todayIn(timeZone, now()), await paper.labels('en')),
        groups: input.recoveryKey.split(/[\s-]+/).filter(Boolean),
      };
      const made = await renderer.renderRecoveryKey(page).catch(() => {
        throw fault('RENDER_FAULT', BROKEN, {});
      });
      return { base64: Buffer.from(made.pdf).toString('base64'), pages: made.pages, fileName: FILE_NAME };
    }),
  };
}
