import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import type { Door } from './door.ts';
import { erasureHandlers } from './erasure.ts';
import { noticeNow, noticePages, noticesNow } from './notice.ts';
import type { Outbox } from './outbox.ts';
import { patientZip } from './patientZip.ts';

/** A patient's rights: being told and asked, a copy, erasure. */
export function rightsHandlers(os: Base, services: Services, door: Door, outbox: Outbox) {
  const { now, events } = services;

  return {
    consents: os.rights.consents.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const rows = await signIn.store.run('rights.consents', input, actor);
      return { notices: await noticesNow(services, { store: signIn.store, actor }), rows };
    }),
    recordConsent: os.rights.recordConsent.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { language, ...said } = input;
      const { hash, words } = await noticeNow(services, { store: signIn.store, actor }, language);
      const rows = await signIn.store.run('rights.recordConsent', { ...said, notice: { hash, language, words } }, actor);
      events.publish({ kind: 'patients' });
      return { notices: await noticesNow(services, { store: signIn.store, actor }), rows };
    }),
    noticePdf: os.rights.noticePdf.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { store, sample, user } = signIn;
      const by = { store, actor: actorOf(signIn, now), askedBy: user.name, sample };
      const { pdf, pages, version } = await noticePages(services, by, input.patientId, input.language);
      return { base64: Buffer.from(pdf).toString('base64'), pages, fileName: `data-protection-notice-${version}.pdf` };
    }),
    papersOut: os.rights.papersOut.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('rights.papersOut', input, actorOf(signIn, now));
    }),
    exportPatient: os.rights.exportPatient.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { clinic, timeZone } = await signIn.store.run('clinic.read', null, actor);
      const record = await signIn.store.run('rights.gather', input, actor);
      const date = todayIn(timeZone, now());
      const zip = patientZip(record, { clinicName: clinic.name, date, at: now() });
      return { fileName: `patient-export-${date}.zip`, base64: Buffer.from(zip).toString('base64') };
    }),
    ...erasureHandlers(os, services, door, outbox),
  };
}
