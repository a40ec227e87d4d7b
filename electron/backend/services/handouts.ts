import { type Base, signedIn } from './base.ts';
import { actorOf, type Services } from './context.ts';
import { fault, notFound } from './faults.ts';

/** The stored papers. They are never rendered again: what is shown and printed are the stored bytes. */
export function handoutsHandlers(os: Base, services: Services) {
  const { now } = services;
  return {
    ofConsultation: os.handouts.ofConsultation.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('handouts.ofConsultation', input, actorOf(signIn, now));
    }),
    pdf: os.handouts.pdf.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = await signIn.store.run('handouts.pdf', input, actorOf(signIn, now));
      if (found === null) throw notFound('handout');
      const { version, pdf } = found;
      // The name of a saved file says which paper it is, never whose.
      return { base64: Buffer.from(pdf).toString('base64'), pages: version.pages, fileName: `${version.code}-v${version.version}.pdf` };
    }),
    clinicCopy: os.handouts.clinicCopy.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = await signIn.store.run('handouts.clinicCopy', input, actorOf(signIn, now));
      if (found === null) throw notFound('handout');
      const { version, copy } = found;
      if (copy === null)
        throw fault('NOT_READY', 'This version was made before clinic copies were kept. The next version of this paper has one.', {});
      return {
        base64: Buffer.from(copy.pdf).toString('base64'),
        pages: copy.pages,
        fileName: `${version.code}-v${version.version}-clinic.pdf`,
      };
    }),
  };
}
