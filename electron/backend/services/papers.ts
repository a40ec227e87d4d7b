import type { HandoutVersion } from '#core/contract/shapes.ts';
import { type Base, signedIn } from './base.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import { notFound } from './faults.ts';
import { inLanguage } from './otherLanguage.ts';
import { keptUntil, type Outbox } from './outbox.ts';
import { sourceOf } from './whatChanged.ts';

/** The name of a paper's file says which paper it is, never whose. */
export function fileNameOf({ code, version }: Pick<HandoutVersion, 'code' | 'version'>, kind?: 'clinic' | 'copy' | 'old'): string {
  return `${code}-v${version}${kind ? `-${kind}` : ''}.pdf`;
}

/** A PDF as it crosses to a window. */
export function crossing({ pdf, pages }: { pdf: Uint8Array; pages: number }): { base64: string; pages: number } {
  return { base64: Buffer.from(pdf).toString('base64'), pages };
}

/** What is done with a paper after it was made final. */
export function papersHandlers(os: Base, services: Services, outbox: Outbox) {
  const { now, events } = services;

  async function saveToSend(context: CallContext, input: { id: string; phone: string; to: 'folder' | 'download' }) {
    const signIn = signedIn(services, context);
    const actor = actorOf(signIn, now);
    const until = input.to === 'folder' ? keptUntil(now()) : null;
    const saved = await signIn.store.run('papers.send', { id: input.id, phone: input.phone, until }, actor);
    if (!saved) throw notFound('handout');
    const { copy, version, pdf } = saved;
    const fileName = fileNameOf(version);
    events.publish({ kind: 'handouts' });
    if (input.to === 'download') return { copy, fileName, folder: null, pdf: crossing({ pdf, pages: version.pages }) };
    // One file stands for one row: a copy of the same paper that lies there already makes room for this one.
    const lying = await signIn.store.run('papers.lying', null, actor);
    const older = lying.filter((each) => each.fileName === fileName && each.id !== copy.id);
    await outbox.delete(signIn, older, actor);
    try {
      outbox.write(signIn, { fileName, pdf });
    } catch (error) {
      await outbox.delete(signIn, [{ id: copy.id, fileName, until: '' }], actor);
      throw error;
    }
    return { copy, fileName, folder: outbox.folderOf(signIn), pdf: null };
  }

  return {
    source: os.papers.source.handler(async ({ context, input }) => {
      const { visit } = await sourceOf(services, signedIn(services, context), input.id);
      return visit;
    }),
    inLanguage: os.papers.inLanguage.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const made = await inLanguage(services, signIn, input);
      await signIn.store.run('printing.reprint', { versionId: made.id }, actorOf(signIn, now));
      events.publish({ kind: 'queue' });
      return made;
    }),
    saveToSend: os.papers.saveToSend.handler(({ context, input }) => saveToSend(context, input)),
    sent: os.papers.sent.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      await outbox.settle(signIn);
      return { folder: outbox.folderOf(signIn), copies: await signIn.store.run('papers.sent', input, actorOf(signIn, now)) };
    }),
    deleteSent: os.papers.deleteSent.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const lying = await signIn.store.run('papers.lying', null, actor);
      await outbox.delete(
        signIn,
        lying.filter(({ id }) => id === input.copyId),
        actor,
      );
      events.publish({ kind: 'handouts' });
      return null;
    }),
  };
}
