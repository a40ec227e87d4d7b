import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';
import { fault, notFound } from './faults.ts';
import { crossing, fileNameOf } from './papers.ts';
import { reprint } from './reprint.ts';

/** The stored papers. They are never rendered again: what is shown and printed are the stored bytes. */
export function handoutsHandlers(os: Base, services: Services) {
  const { now, events } = services;
  return {
    ofConsultation: os.handouts.ofConsultation.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('handouts.ofConsultation', input, actorOf(signIn, now));
    }),
    pdf: os.handouts.pdf.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const found = await signIn.store.run('handouts.pdf', input, actor);
      if (found === null) throw notFound('handout');
      const { version, pdf } = found;
      if (input.purpose === 'print') {
        const { copyOf } = await signIn.store.run('printing.outside', { versionId: version.id }, actor);
        events.publish({ kind: 'queue' });
        if (copyOf !== null) {
          const copy = await reprint(services, { store: signIn.store, actor }, { versionId: version.id, firstPrinted: copyOf });
          return { ...crossing(copy), fileName: fileNameOf(version, 'copy') };
        }
      }
      if (version.replacedBy === null) return { ...crossing({ pdf, pages: version.pages }), fileName: fileNameOf(version) };
      // Old pages are never seen without the mark that says so.
      const old = await reprint(services, { store: signIn.store, actor }, { versionId: version.id, firstPrinted: version.madeAt });
      return { ...crossing(old), fileName: fileNameOf(version, 'old') };
    }),
    clinicCopy: os.handouts.clinicCopy.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = await signIn.store.run('handouts.clinicCopy', input, actorOf(signIn, now));
      if (found === null) throw notFound('handout');
      const { version, copy } = found;
      if (copy === null)
        throw fault('NOT_READY', 'This version was made before clinic copies were kept. The next version of this paper has one.', {});
      return { ...crossing(copy), fileName: fileNameOf(version, 'clinic') };
    }),
  };
}
