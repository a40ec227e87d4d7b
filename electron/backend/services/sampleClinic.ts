import type { User } from '#core/contract/shapes.ts';
import { approvalState } from '#core/domain/approval.ts';
import type { Clinic, Doctor, PatientOnPaper } from '#core/domain/visit.ts';
import type { Store } from '../store/store.ts';
import { todayIn } from './clock.ts';
import type { PackShelf } from './packShelf.ts';

/** Where the sample clinic comes from: the sample visit's clinic, doctor and patient, and the packs it has approved. */
export interface SampleSource {
  visit: () => Promise<{ clinic: Clinic; doctor: Doctor; patient: PatientOnPaper; timeZone: string }>;
  packs: Pick<PackShelf, 'sound'>;
}

/**
 * The sample clinic holds nothing real and asks for no password; its store has the same form as a clinic's, so it needs
 * one. It is no secret, and opens no other store.
 */
const SAMPLE_PASSWORD = 'sample clinic, no secret';

/** Opens the sample clinic, and makes it with its patient on first use. Gives its doctor. */
export async function enterSample(store: Store, source: SampleSource, at: string): Promise<User> {
  const visit = await source.visit();
  const { state, users } = await store.state();
  const first = users[0];
  const user =
    state === 'absent' || first === undefined
      ? (
          await store.create({
            clinic: visit.clinic,
            timeZone: visit.timeZone,
            sample: true,
            user: { name: visit.doctor.name, roles: ['doctor', 'counsellor', 'reception', 'administrator'], doctor: visit.doctor },
            password: SAMPLE_PASSWORD,
            at,
          })
        ).user
      : await store.unlock({ userId: first.id, password: SAMPLE_PASSWORD, at });
  // Her age was told on the day on which the sample clinic is made, whichever that is.
  const patient: PatientOnPaper =
    visit.patient.age.kind === 'told'
      ? { ...visit.patient, age: { ...visit.patient.age, toldOn: todayIn(visit.timeZone, new Date(at)) } }
      : visit.patient;
  await fill(store, source, { patient, timeZone: visit.timeZone }, { userId: user.id, at });
  return user;
}

/** What the sample clinic always has: a patient, and a sample approval of every pack as it is now, past its review date too. */
async function fill(
  store: Store,
  source: SampleSource,
  { patient, timeZone }: { patient: PatientOnPaper; timeZone: string },
  actor: { userId: string; at: string },
): Promise<void> {
  const { total } = await store.run('patients.recent', { limit: 1 }, actor);
  if (total === 0) await store.run('patients.add', patient, actor);
  const approvals = await store.run('approvals.list', null, actor);
  const today = todayIn(timeZone, new Date(actor.at));
  for (const { ref, pack } of await source.packs.sound()) {
    for (const language of pack.languages) {
      const asked = { hash: ref.hash, reviewBy: pack.reviewBy, language, approvals, today, timeZone };
      if (approvalState(asked) !== 'approved') await store.run('approvals.add', { pack: ref, language, by: 'Sample approval' }, actor);
    }
  }
}
