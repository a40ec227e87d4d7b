import type { Pack } from '#core/domain/pack.ts';
import { answersFromRows } from '#core/domain/parseAnswer.ts';
import { amend, previewAmendment } from './amend.ts';
import { type Base, signedIn } from './base.ts';
import { checkedAnswer } from './checkedAnswer.ts';
import { todayIn } from './clock.ts';
import { changedElsewhere, isConflict } from './conflicts.ts';
import { actorOf, type Services } from './context.ts';
import { notFound } from './faults.ts';
import { followUpOf } from './followUp.ts';
import { makeFinal } from './makeFinal.ts';
import { newRecordCode } from './recordCode.ts';
import type { SignIn } from './signIns.ts';
import { readConsultation, readVisit } from './visits.ts';
import { refuseDoctorsAnswers } from './whoseAnswers.ts';

/** A consultation from its first answer to the final paper. */
export function consultationsHandlers(os: Base, services: Services) {
  const { now, packs, events, paper, renderer } = services;
  /** The content a consultation is pinned to never changes, so it is looked up once. */
  const pinned = new Map<string, Pack>();
  const pinnedPack = async (signIn: SignIn, consultationId: string): Promise<Pack> => {
    const known = pinned.get(consultationId);
    if (known) return known;
    const consultation = await readConsultation(services, signIn, consultationId);
    const pack = await packs.byHash(consultation.pack.hash, signIn.store, actorOf(signIn, now));
    pinned.set(consultationId, pack);
    return pack;
  };

  return {
    start: os.consultations.start.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const found = (await packs.sound()).find(({ pack }) => pack.id === input.packId);
      if (!found) throw notFound('topic pack');
      const actor = actorOf(signIn, now);
      const { timeZone } = await signIn.store.run('clinic.read', null, actor);
      const goesOn = await followUpOf(services, signIn, input.from, found.pack);
      const started = await signIn.store.run(
        'consultations.start',
        {
          ...goesOn,
          patientId: input.patientId,
          code: newRecordCode(),
          pack: found.ref,
          packJson: JSON.stringify(found.pack),
          visitDate: todayIn(timeZone, now()),
        },
        actor,
      );
      events.publish({ kind: 'patients' });
      return started;
    }),
    read: os.consultations.read.handler(({ context, input }) =>
      readConsultation(services, signedIn(services, context), input.consultationId),
    ),
    ofPatient: os.consultations.ofPatient.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('consultations.ofPatient', input, actorOf(signIn, now));
    }),
    saveAnswers: os.consultations.saveAnswers.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { consultationId, rev } = input;
      refuseDoctorsAnswers(
        signIn,
        input.changes.map(({ key }) => key),
      );
      const pack = await pinnedPack(signIn, consultationId);
      const changes = input.changes.map(({ key, value }) => ({ key, value: checkedAnswer(pack, key, value) }));
      const saved = await signIn.store.run('consultations.saveAnswers', { id: consultationId, changes, rev }, actorOf(signIn, now));
      if (isConflict(saved)) throw changedElsewhere(saved);
      events.publish({ kind: 'consultation', id: consultationId, rev: saved.rev });
      return saved;
    }),
    savePlace: os.consultations.savePlace.handler(({ context, input }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('consultations.savePlace', { id: input.consultationId, place: input.place }, actorOf(signIn, now));
    }),
    preview: os.consultations.preview.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { visit, pack, consultation } = await readVisit(services, signIn, input.consultationId);
      const unsaved = (input.unsaved ?? []).map(({ key, value }) => ({ key, value: checkedAnswer(pack, key, value) }));
      const answers = unsaved.length > 0 ? answersFromRows([...consultation.answers, ...unsaved]) : visit.answers;
      const model = await paper.model({ visit: { ...visit, answers }, pack }, { kind: 'draft' });
      // A whole paper that is on its way never takes the place of a page that was asked for after it.
      const lane = input.page === undefined ? `${input.consultationId} whole` : input.consultationId;
      const { pdf, pages } = await renderer.render(model, { lane, onlyPage: input.page });
      return { base64: Buffer.from(pdf).toString('base64'), pages, rev: consultation.rev };
    }),
    makeFinal: os.consultations.makeFinal.handler(({ context, input }) => makeFinal(services, signedIn(services, context), input)),
    amend: os.consultations.amend.handler(({ context, input }) => amend(services, signedIn(services, context), input)),
    previewAmendment: os.consultations.previewAmendment.handler(async ({ context, input }) => {
      const { pdf, pages } = await previewAmendment(services, signedIn(services, context), input);
      return { base64: Buffer.from(pdf).toString('base64'), pages };
    }),
    exportVisit: os.consultations.exportVisit.handler(async ({ context, input }) => {
      const signIn = signedIn(services, context);
      const { visit } = await readVisit(services, signIn, input.consultationId);
      await signIn.store.run('audit.add', { action: 'consultation.export', subject: input.consultationId }, actorOf(signIn, now));
      return visit;
    }),
  };
}
