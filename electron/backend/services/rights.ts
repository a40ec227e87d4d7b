import { createHash } from 'node:crypto';
import { type Notice, noticeOf, noticePage } from '#core/domain/notice.ts';
import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { actorOf, type Services } from './context.ts';
import type { Door } from './door.ts';
import { erasureHandlers } from './erasure.ts';
import type { Outbox } from './outbox.ts';
import { patientZip } from './patientZip.ts';
import type { SignIn } from './signIns.ts';

/** The one language in which the notice is written so far. */
const LANGUAGE = 'en';
/** How many letters of its hash name a notice. */
const VERSION_LETTERS = 8;

const hashOf = (notice: Notice) => createHash('sha256').update(JSON.stringify(notice)).digest('hex');

/** A patient's rights: being told and asked, a copy, erasure. */
export function rightsHandlers(os: Base, services: Services, door: Door, outbox: Outbox) {
  const { now, events, paper, renderer } = services;

  /** The notice as this clinic's settings make it today. */
  async function noticeNow(signIn: SignIn) {
    const { clinic, timeZone, program } = await signIn.store.run('clinic.read', null, actorOf(signIn, now));
    const text = await services.notice(LANGUAGE);
    const notice = noticeOf(text, { clinic, years: program.retentionYears });
    const hash = hashOf(notice);
    return { clinic, timeZone, text, notice, hash, version: hash.slice(0, VERSION_LETTERS) };
  }

  return {
    consents: os.rights.consents.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const rows = await signIn.store.run('rights.consents', input, actorOf(signIn, now));
      const { version, notice } = await noticeNow(signIn);
      return { notice: { version, language: notice.language }, rows };
    }),
    recordConsent: os.rights.recordConsent.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { hash, version, notice } = await noticeNow(signIn);
      const { language } = notice;
      const words = { hash, language, words: JSON.stringify(notice) };
      const rows = await signIn.store.run('rights.recordConsent', { ...input, notice: words }, actorOf(signIn, now));
      events.publish({ kind: 'patients' });
      return { notice: { version, language }, rows };
    }),
    noticePdf: os.rights.noticePdf.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const actor = actorOf(signIn, now);
      const { patient } = await signIn.store.run('rights.extent', input, actor);
      const { clinic, timeZone, text, notice, version } = await noticeNow(signIn);
      const labels = await paper.labels(notice.language);
      const page = { notice, text, labels, clinic, timeZone, patient, askedBy: signIn.user.name, at: actor.at, version };
      const { pdf, pages } = await renderer.render(noticePage({ ...page, sample: signIn.sample }));
      await signIn.store.run('audit.add', { action: 'patient.notice', subject: input.patientId }, actor);
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
