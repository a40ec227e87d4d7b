import type { Consultation } from '#core/contract/shapes.ts';
import type { Pack } from '#core/domain/pack.ts';
import type { Doctor, Visit } from '#core/domain/visit.ts';
import { actorOf, type Services } from './context.ts';
import { fault, notFound } from './faults.ts';
import { visitOf } from './paper.ts';
import type { SignIn } from './signIns.ts';

type Needed = Pick<Services, 'now' | 'packs'>;

/** The consultation; NOT_FOUND when there is none with this id. */
export async function readConsultation({ now }: Pick<Services, 'now'>, signIn: SignIn, id: string): Promise<Consultation> {
  const found = await signIn.store.run('consultations.read', { id }, actorOf(signIn, now));
  if (found === null) throw notFound('consultation');
  return found;
}

/** The doctor whose name a draft carries: who is signed in, or the clinic's first. A final carries who makes it final. */
async function doctorOf({ now }: Needed, signIn: SignIn): Promise<Doctor> {
  if (signIn.user.doctor) return signIn.user.doctor;
  const users = await signIn.store.run('users.list', null, actorOf(signIn, now));
  const doctor = users.find((user) => user.doctor && !user.retired)?.doctor;
  if (!doctor) throw fault('NOT_READY', 'No doctor of this clinic has a registration number yet. Add it in the settings.', {});
  return doctor;
}

/** A consultation as a whole visit, with the pack it is pinned to. */
export async function readVisit(
  services: Needed,
  signIn: SignIn,
  id: string,
): Promise<{ consultation: Consultation; visit: Visit; pack: Pack }> {
  const consultation = await readConsultation(services, signIn, id);
  const actor = actorOf(signIn, services.now);
  const { clinic, timeZone } = await signIn.store.run('clinic.read', null, actor);
  const pack = await services.packs.byHash(consultation.pack.hash, signIn.store, actor);
  const frame = { clinic, timeZone, doctor: await doctorOf(services, signIn), sample: signIn.sample };
  const before = consultation.followsOn && (await readConsultation(services, signIn, consultation.followsOn.id));
  return { consultation, visit: visitOf(consultation, frame, before), pack };
}
