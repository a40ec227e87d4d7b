import { expect, test } from 'vitest';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client, programOfEachTest, running, transport } from '../../support/program.ts';
import { answeredVisit, sampleAnswers } from '../../support/sampleVisit.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const packId = 'tacrolimus-fertility';

programOfEachTest({ now: '2026-12-02T05:00:00Z' });

const person = (recordNumber: string) => ({ name: 'Asha', recordNumber, age: { kind: 'told' as const, years: 32, toldOn: '2026-12-02' } });

/** A clinic of its own with a patient whose first visit is final, on large paper. */
async function clinicWithFinalVisit() {
  await client.app.setUp(firstStart);
  for (const { ref } of await client.packs.list()) await client.packs.approve({ hash: ref.hash, language: 'en' });
  const { id: patientId } = await client.patients.add(person('A-1'));
  const { consultationId: from, rev } = await answeredVisit(client, patientId, { largePrint: true });
  return { patientId, from, makeFinal: () => client.consultations.makeFinal({ consultationId: from, rev }) };
}

test('a follow-up holds how her paper looks and nothing clinical; reception is told when and what was made, not what was decided', async () => {
  const { patientId, from, makeFinal } = await clinicWithFinalVisit();
  await expect(client.consultations.start({ patientId, packId, from })).rejects.toEqual(code('NOT_READY'));
  await makeFinal();
  running.now = new Date('2026-12-05T05:00:00Z');
  const next = await client.consultations.start({ patientId, packId, from });
  expect(next).toMatchObject({ state: 'draft', visitDate: '2026-12-05', followsOn: { id: from, visitDate: '2026-12-02' } });
  expect(next.answers.map(({ key }) => key).toSorted()).toEqual(['program.language', 'program.largePrint', 'program.paper']);
  const { lastVisit } = await client.consultations.exportVisit({ consultationId: next.id });
  expect(lastVisit).toMatchObject({ visitDate: '2026-12-02', dose: { strengthMg: 0.5 } });
  expect((await client.consultations.exportVisit({ consultationId: from })).lastVisit).toBeUndefined();

  const { id: other } = await client.patients.add({ ...person('A-2'), name: 'Beena' });
  await expect(client.consultations.start({ patientId: other, packId, from })).rejects.toEqual(code('NOT_READY'));
  await expect(client.consultations.start({ patientId, packId: 'prednisolone-fertility', from })).rejects.toEqual(code('NOT_READY'));
  await expect(client.consultations.start({ patientId, packId, from: crypto.randomUUID() })).rejects.toEqual(code('NOT_FOUND'));

  const { entries } = await client.patients.timeline({ id: patientId });
  expect(entries.map(({ kind }) => kind)).toEqual(['visit', 'paper', 'visit']);
  expect(entries.at(-1)).toMatchObject({ decision: 'start', topic: { id: packId }, by: firstStart.doctor.name });

  const first = 'a first password';
  const { id: userId } = await client.users.add({ name: 'Ravi', roles: ['reception'], password: first, ownPassword: PASSWORD });
  const desk = await transport.openWindow();
  await desk.app.signIn({ userId, password: first });
  await desk.account.changePassword({ ownPassword: first, newPassword: 'a second password' });
  await expect(desk.consultations.start({ patientId, packId, from })).rejects.toEqual(code('NOT_ALLOWED'));
  const seen = await desk.patients.timeline({ id: patientId });
  expect(seen.entries.map(({ kind }) => kind)).toEqual(['visit', 'paper', 'visit']);
  expect(JSON.stringify(seen)).not.toMatch(/tacrolimus|"start"/);
});

test('a dose that is corrected in the visit before is reason enough for a new paper of the follow-up', async () => {
  const { patientId, from, makeFinal } = await clinicWithFinalVisit();
  await makeFinal();
  const { id: consultationId, rev: fresh } = await client.consultations.start({ patientId, packId, from });
  const changes = await sampleAnswers({ decision: 'continue', largePrint: true });
  const { rev } = await client.consultations.saveAnswers({ consultationId, changes, rev: fresh });
  await client.consultations.makeFinal({ consultationId, rev });
  const reason = 'The dose was written wrong';
  const amend = (of: { consultationId: string; rev: number }, wrong: { key: string; value: unknown }[]) =>
    client.consultations.amend({ ...of, reason, changes: wrong });
  const followUp = { consultationId, rev: rev + 1 };
  await expect(amend(followUp, [])).rejects.toEqual(code('NOT_READY'));
  const { rev: firstRev } = await client.consultations.read({ consultationId: from });
  await amend({ consultationId: from, rev: firstRev }, [{ key: 'program.strengthMg', value: 1 }]);
  expect(await amend(followUp, [])).toMatchObject({ version: 2, replaces: { changed: ['more inside'] } });
});
