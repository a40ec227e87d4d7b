import type { Erasure } from '#core/contract/rights.ts';
import { tellsWhoSheWas } from '#core/domain/namesHer.ts';
import { erasableFrom } from '#core/domain/retention.ts';
import { type Base, signedIn } from './base.ts';
import { todayIn } from './clock.ts';
import { checkClock } from './clockCheck.ts';
import { actorOf, type CallContext, type Services } from './context.ts';
import type { Door } from './door.ts';
import { fault } from './faults.ts';
import type { Outbox } from './outbox.ts';
import type { SignIn } from './signIns.ts';

function wrongField(path: string, message: string) {
  return fault('BAD_INPUT', message, { issues: [{ path, message }] });
}

const plain = (recordNumber: string) => recordNumber.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Erasing a patient: the rule, the two confirmations, and what is left. */
export function erasureHandlers(os: Base, services: Services, door: Door, outbox: Outbox) {
  const { now, events } = services;

  async function extentOf(signIn: SignIn, patientId: string) {
    const actor = actorOf(signIn, now);
    const { timeZone, program } = await signIn.store.run('clinic.read', null, actor);
    const { patient, visits, papers, lastVisit } = await signIn.store.run('rights.extent', { patientId }, actor);
    const last = lastVisit ?? todayIn(timeZone, new Date(patient.addedAt));
    const from = erasableFrom(last, program.retentionYears);
    const allowed = from <= todayIn(timeZone, now());
    const erasure: Erasure = { visits, papers, lastVisit: last, years: program.retentionYears, from, allowed };
    return { patient, erasure };
  }

  /** The password of the person who is signed in, asked for again. The sample clinic has none. */
  async function confirmPassword({ windowId }: CallContext, { sample }: SignIn, ownPassword: string): Promise<void> {
    if (sample) return;
    await door.withOwnPassword(windowId, ({ store, user }, at) => store.checkPassword({ by: user.id, ownPassword, at }));
  }

  return {
    erasure: os.rights.erasure.handler(async ({ context, input }) => {
      const { erasure } = await extentOf(signedIn(services, context), input.patientId);
      return erasure;
    }),
    erase: os.rights.erase.handler(async ({ context, input: { patientId, recordNumber, ownPassword, because } }) => {
      const signIn = signedIn(services, context);
      const { patient, erasure } = await extentOf(signIn, patientId);
      if (plain(recordNumber) !== plain(patient.recordNumber))
        throw wrongField('recordNumber', 'This is not her record number. Look at whose page this is, and type it again.');
      if (because.reason === 'retentionOver' && !erasure.allowed)
        throw fault('NOT_READY', 'The time for which her records are kept is not over. To erase them now, give a reason of its own.', {});
      const note = because.reason === 'retentionOver' ? null : because.note;
      if (note !== null && tellsWhoSheWas(note, patient))
        throw wrongField('note', 'This reason is kept, and it tells who she was. Leave out her name and her numbers.');
      const actor = actorOf(signIn, now);
      await checkClock(signIn.store, actor);
      await confirmPassword(context, signIn, ownPassword);
      const tombstone = await signIn.store.run('rights.erase', { patientId, reason: because.reason, note }, actor);
      // Copies of her papers that lie in the program's folder are hers too.
      await outbox.settle(signIn);
      for (const kind of ['patients', 'handouts', 'calls'] as const) events.publish({ kind });
      return tombstone;
    }),
    tombstones: os.rights.tombstones.handler(({ context }) => {
      const signIn = signedIn(services, context);
      return signIn.store.run('rights.tombstones', null, actorOf(signIn, now));
    }),
  };
}
