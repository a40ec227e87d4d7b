import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';
import { fault, notFound } from './faults.ts';
import { summaryOf } from './packShelf.ts';
import { refuseOpenTranslations } from './translated.ts';

/** Topic packs and their approval. */
export function packsHandlers(os: Base, services: Services) {
  const { now, packs, events } = services;
  return {
    list: os.packs.list.handler(async ({ context }) => {
      const signIn = signedIn(services, context);
      return packs.summaries(await signIn.store.run('approvals.list', null, actorOf(signIn, now)));
    }),
    read: os.packs.read.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return packs.byHash(input.hash, signIn.store, actorOf(signIn, now));
    }),
    approve: os.packs.approve.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      if (signIn.sample) throw fault('NOT_READY', 'The sample clinic has its own approval and takes no real one.', {});
      const pack = (await packs.sound()).find(({ ref }) => ref.hash === input.hash);
      if (!pack) throw notFound('topic pack');
      if (!pack.pack.languages.includes(input.language)) {
        throw fault('NOT_READY', 'This topic pack has no text in that language, so there is nothing to approve.', {});
      }
      refuseOpenTranslations(pack.pack, input.language, 'final');
      const actor = actorOf(signIn, now);
      await signIn.store.run('approvals.add', { pack: pack.ref, language: input.language, by: signIn.user.name }, actor);
      events.publish({ kind: 'status' });
      return summaryOf(pack, await signIn.store.run('approvals.list', null, actor));
    }),
  };
}
