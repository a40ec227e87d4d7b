import { describe, expect, test } from 'vitest';
import { firstStart, PASSWORD } from '../../support/backend.ts';
import { client as admin, programOfEachTest, transport } from '../../support/program.ts';
import { type Client, transports } from '../../support/transports.ts';

const FIRST = 'a first password';
const OWN = 'her own password';
const ravi = { name: 'Ravi Menon', roles: ['reception' as const] };
const code = (expected: string, data: object = {}) => expect.objectContaining({ code: expected, data: expect.objectContaining(data) });

describe.each(transports)('over %s', (_name, open) => {
  let userId: string;
  const begin = async () => {
    userId = (await admin.app.setUp(firstStart)).user.id;
  };
  programOfEachTest({ open, begin });

  /** A person with her first password, and a window in which she is signed in. */
  async function newPerson(person: Parameters<Client['users']['save']>[0] | typeof ravi = ravi) {
    const { id } = await admin.users.add({ ...person, password: FIRST, ownPassword: PASSWORD });
    const window = await transport.openWindow();
    await window.app.signIn({ userId: id, password: FIRST });
    return { id, window };
  }
  async function settled(person: Parameters<typeof newPerson>[0] = ravi) {
    const added = await newPerson(person);
    await added.window.account.changePassword({ ownPassword: FIRST, newPassword: OWN });
    return added;
  }

  test('a first password lets her do nothing but choose her own', async () => {
    const { id, window } = await newPerson();
    expect(await window.app.status()).toMatchObject({ state: 'open', mustChangePassword: true, user: { id } });
    await expect(window.patients.recent()).rejects.toEqual(code('NOT_ALLOWED'));
    await expect(window.account.setPin({ ownPassword: FIRST, pin: '2468' })).rejects.toEqual(code('NOT_ALLOWED'));
    await expect(window.account.changePassword({ ownPassword: OWN, newPassword: OWN })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'newPassword' }] },
    });
    await expect(window.account.changePassword({ ownPassword: PASSWORD, newPassword: OWN })).rejects.toEqual(code('WRONG_PASSWORD'));
    await window.account.changePassword({ ownPassword: FIRST, newPassword: OWN });
    expect(await window.app.status()).toMatchObject({ mustChangePassword: false });
    expect(await window.patients.recent()).toMatchObject({ total: 0 });
    expect((await admin.users.list()).map(({ name, mustChangePassword }) => ({ name, mustChangePassword }))).toEqual([
      { name: 'Dr T. TEST', mustChangePassword: false },
      { name: 'Ravi Menon', mustChangePassword: false },
    ]);
  });

  test('a change of roles holds from the next call on, in a window that is open', async () => {
    const { id, window } = await settled();
    await expect(window.packs.list()).rejects.toEqual(code('NOT_ALLOWED'));
    const saved = await admin.users.save({ id, name: 'Ravi K. Menon', roles: ['counsellor'], rev: 1 });
    expect((await window.packs.list()).length).toBeGreaterThan(0);
    expect((await window.app.status()).user).toEqual({ id, name: 'Ravi K. Menon', roles: ['counsellor'] });
    await expect(admin.users.save({ id, ...ravi, rev: 1 })).rejects.toEqual(code('CHANGED_ELSEWHERE', { rev: 2 }));
    await admin.users.save({ id, ...ravi, rev: saved.rev });
    await expect(window.packs.list()).rejects.toEqual(code('NOT_ALLOWED'));
  });

  test('a doctor has a registration, nobody else has one, and two people have two names', async () => {
    const add = (person: object) =>
      admin.users.add({ ...ravi, password: FIRST, ownPassword: PASSWORD, ...(person as Partial<typeof ravi>) });
    const doctor = { name: 'Dr R. Menon', registration: 'R-2' };
    await expect(add({ roles: ['doctor'] })).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'doctor' }] } });
    const added = await add({ roles: ['doctor'], doctor });
    expect(added).toMatchObject({ doctor });
    expect(await admin.users.save({ id: added.id, ...ravi, doctor, rev: 1 })).not.toHaveProperty('doctor');
    await expect(add({ name: 'ravi menon' })).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'name' }] } });
    await expect(add({ name: 'Other', ownPassword: OWN })).rejects.toEqual(code('WRONG_PASSWORD'));
  });

  test('who is retired, or gets a new first password, is signed out of all windows at once', async () => {
    const { id, window } = await settled();
    await window.account.setPin({ ownPassword: OWN, pin: '2468' });
    await window.app.cover();
    const second = await transport.openWindow();
    await second.app.signIn({ userId: id, password: OWN });
    const reset = await admin.users.resetPassword({ id, password: FIRST, ownPassword: PASSWORD });
    expect(reset).toMatchObject({ mustChangePassword: true, hasPin: false });
    expect(await window.app.status()).toMatchObject({ state: 'locked', covered: null });
    await expect(second.patients.recent()).rejects.toEqual(code('NOT_SIGNED_IN'));

    await second.app.signIn({ userId: id, password: FIRST });
    expect(await admin.users.retire({ id, rev: reset.rev })).toMatchObject({ retired: true });
    const status = await second.app.status();
    expect(status).toMatchObject({ state: 'locked', users: [{ id: userId }] });
    expect(status.users).toHaveLength(1);
    await expect(second.app.signIn({ userId: id, password: FIRST })).rejects.toEqual(code('WRONG_PASSWORD'));
    expect(await admin.users.list()).toHaveLength(2);
  });

  test('the last administrator stays one', async () => {
    await expect(admin.users.retire({ id: userId, rev: 1 })).rejects.toEqual(code('NOT_READY'));
    await expect(
      admin.users.save({ id: userId, name: 'Dr T. TEST', roles: ['doctor'], doctor: firstStart.doctor, rev: 1 }),
    ).rejects.toEqual(code('NOT_READY'));
    await expect(admin.users.resetPassword({ id: userId, password: FIRST, ownPassword: PASSWORD })).rejects.toEqual(code('NOT_READY'));
    expect(await admin.users.list()).toMatchObject([{ roles: ['doctor', 'administrator'], retired: false, rev: 1 }]);
  });

  test('wrong tries of one’s own password slow down the sign-in too', async () => {
    const guess = () => admin.users.renewRecoveryKey({ ownPassword: 'not her password' });
    for (let n = 0; n < 2; n++) await expect(guess()).rejects.toMatchObject({ code: 'WRONG_PASSWORD', data: {} });
    await expect(guess()).rejects.toMatchObject({ code: 'WRONG_PASSWORD', data: { waitSeconds: 1 } });
    const other = await transport.openWindow();
    // A first wrong try would have no waiting time: this one is the fourth, or comes too soon.
    await expect(other.app.signIn({ userId, password: 'not her password' })).rejects.toMatchObject({
      data: { waitSeconds: expect.any(Number) },
    });
  });

  test('a new recovery key opens, the old one doesn’t, and her other windows are signed out', async () => {
    const { recoveryKey } = await admin.users.renewRecoveryKey({ ownPassword: PASSWORD });
    const window = await transport.openWindow();
    expect(await window.app.recover({ recoveryKey, newPassword: OWN })).toMatchObject({ id: userId });
    expect(await admin.app.status()).toMatchObject({ state: 'locked' });
    expect(await window.app.status()).toMatchObject({ state: 'open', mustChangePassword: false });
  });

  test('a counsellor answers what is hers, and is refused the doctor’s answers as a whole', async () => {
    const { window } = await settled({ ...ravi, roles: ['counsellor' as never] });
    const patient = { name: 'SUNITA DEVI', recordNumber: 'CL-1', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } } as const;
    const { id: patientId } = await admin.patients.add(patient);
    const { id: consultationId, rev } = await window.consultations.start({ patientId, packId: 'tacrolimus-fertility' });
    const asked = { key: 'program.asked', value: [{ question: 'May I travel?' }] };
    const save = (changes: { key: string; value: unknown }[], by: Client = window) =>
      by.consultations.saveAnswers({ consultationId, changes, rev });
    for (const key of ['program.decision', 'program.units', 'program.transferDate', 'program.tests']) {
      await expect(save([asked, { key, value: null }])).rejects.toEqual(code('NOT_ALLOWED', { keys: [key] }));
    }
    expect((await window.consultations.read({ consultationId })).answers).toEqual([]);
    await save([asked]);
    await save([{ key: 'program.decision', value: 'wait' }], admin);
    expect((await window.consultations.read({ consultationId })).answers).toHaveLength(2);
  });

  test('in the sample clinic people are listed and never changed, and nothing is covered', async () => {
    await admin.app.signOut();
    await admin.app.openSample();
    const [person, ...others] = await admin.users.list();
    expect(others).toEqual([]);
    const id = person?.id ?? '';
    const refused = [
      admin.users.add({ ...ravi, password: FIRST, ownPassword: PASSWORD }),
      admin.users.save({ id, ...ravi, rev: 1 }),
      admin.users.resetPassword({ id, password: FIRST, ownPassword: PASSWORD }),
      admin.users.retire({ id, rev: 1 }),
      admin.users.renewRecoveryKey({ ownPassword: PASSWORD }),
      admin.account.changePassword({ ownPassword: PASSWORD, newPassword: OWN }),
      admin.account.setPin({ ownPassword: PASSWORD, pin: '2468' }),
      admin.app.cover(),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ code: 'NOT_READY', message: expect.stringContaining('sample') });
    expect(await admin.app.status()).toMatchObject({ state: 'open', sample: true, idleMinutes: null, hasPin: false });
  });
});
