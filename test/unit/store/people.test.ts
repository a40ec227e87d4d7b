import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '#backend/store/store.ts';
import { AT, type Clinic, filesOf, newClinic, newConsultation, PASSWORD } from './folder.ts';

const FIRST = 'a first password';
const OWN = 'her own password';
const asha = ({ user }: Clinic) => ({ by: user.id, ownPassword: PASSWORD, at: AT });
const ravi = { name: 'Ravi Menon', roles: ['counsellor' as const, 'reception' as const] };
const wrong = { fault: 'wrongPassword' };

interface Slot {
  kind: string;
  id: string;
  name?: string;
  roles?: string[];
}
const keyringOf = (folder: string) => readFileSync(join(folder, 'keyring.json'), 'utf8');
const slotsOf = (folder: string) => (JSON.parse(keyringOf(folder)) as { slots: Slot[] }).slots;
const actionsOf = async ({ run }: Clinic) => (await run('audit.list', { afterSeq: 0, limit: 500 })).map(({ action }) => action);
const unlock = (store: Store, userId: string, password: string) => store.unlock({ userId, password, at: AT });

test('a person who was added comes in with her first password, and then with her own', async () => {
  const clinic = await newClinic();
  const { store, run } = clinic;
  const added = await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  expect(added).toMatchObject({ ...ravi, mustChangePassword: true, hasPin: false, retired: false, lastSignIn: null });
  await store.lock();

  expect(await unlock(store, added.id, FIRST)).toEqual({ id: added.id, ...ravi });
  await store.changePassword({ by: added.id, ownPassword: FIRST, newPassword: OWN, at: AT });
  expect((await run('users.list', null))[1]).toMatchObject({ mustChangePassword: false, lastSignIn: AT });
  await store.lock();
  await expect(unlock(store, added.id, FIRST)).rejects.toMatchObject(wrong);
  expect(await unlock(store, added.id, OWN)).toMatchObject({ id: added.id });
  expect(await actionsOf(clinic)).toEqual(expect.arrayContaining(['user.add', 'account.password', 'signIn.failed']));
});

test('without the caller’s own password nothing changes, and the log has the try', async () => {
  const clinic = await newClinic();
  const { store, run, folder, user } = clinic;
  const [keyring, people] = [keyringOf(folder), await run('users.list', null)];
  const guess = { by: user.id, ownPassword: 'not her password', at: AT };
  await expect(store.addUser({ ...guess, person: ravi, password: FIRST })).rejects.toMatchObject(wrong);
  await expect(store.renewRecoveryKey(guess)).rejects.toMatchObject(wrong);
  await expect(store.changePassword({ ...guess, newPassword: OWN })).rejects.toMatchObject(wrong);
  await expect(store.setPin({ ...guess, pin: '2468' })).rejects.toMatchObject(wrong);
  await expect(store.checkPassword(guess)).rejects.toMatchObject(wrong);
  expect(await store.checkPassword(asha(clinic))).toBeNull();
  expect([keyringOf(folder), await run('users.list', null)]).toEqual([keyring, people]);
  expect((await actionsOf(clinic)).filter((action) => action === 'signIn.failed')).toHaveLength(5);
});

test('a change that can’t be written to the keyring isn’t in the records either', async () => {
  const clinic = await newClinic();
  const { store, run, folder } = clinic;
  // Where the new keyring would be written stands a folder.
  mkdirSync(join(folder, 'keyring.json.new'));
  await expect(store.addUser({ ...asha(clinic), person: ravi, password: FIRST })).rejects.toThrow();
  expect(await run('users.list', null)).toHaveLength(1);
  rmSync(join(folder, 'keyring.json.new'), { recursive: true });
  await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  expect(await run('users.list', null)).toHaveLength(2);
});

test('two people of one name, and a clinic without an administrator, are refused', async () => {
  const clinic = await newClinic();
  const { store, run, user } = clinic;
  await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  await expect(store.addUser({ ...asha(clinic), person: { ...ravi, name: 'RAVI menon' }, password: FIRST })).rejects.toMatchObject({
    refusal: 'userNameTaken',
  });
  await expect(run('users.save', { ...user, roles: ['doctor'], rev: 1 })).rejects.toMatchObject({ refusal: 'lastAdministrator' });
  await expect(store.retire({ by: user.id, id: user.id, rev: 1, at: AT })).rejects.toMatchObject({ refusal: 'lastAdministrator' });
  expect((await run('users.list', null))[0]).toMatchObject({ roles: ['doctor', 'administrator'], retired: false, rev: 1 });
  expect(await unlock(store, user.id, PASSWORD)).toEqual(user);
});

test('who is retired has no way in, not even with an old keyring that is put back', async () => {
  const clinic = await newClinic();
  const { store, run, folder, user } = clinic;
  const { id } = await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  copyFileSync(join(folder, 'keyring.json'), join(folder, 'keyring.old'));
  expect(await store.retire({ by: user.id, id, rev: 7, at: AT })).toMatchObject({ conflict: true, rev: 1 });
  expect(await store.retire({ by: user.id, id, rev: 1, at: AT })).toMatchObject({ id, retired: true, rev: 2 });
  expect(slotsOf(folder).map((slot) => slot.id)).not.toContain(id);
  expect((await store.state()).users.map((each) => each.id)).toEqual([user.id]);
  expect(await run('users.list', null)).toHaveLength(2);
  await store.lock();
  await expect(unlock(store, id, FIRST)).rejects.toMatchObject(wrong);

  copyFileSync(join(folder, 'keyring.old'), join(folder, 'keyring.json'));
  await expect(unlock(store, id, FIRST)).rejects.toMatchObject(wrong);
  expect((await store.state()).state).toBe('closed');
  await unlock(store, user.id, PASSWORD);
  expect(slotsOf(folder).map((slot) => slot.id)).not.toContain(id);
});

test('the records are the truth for name and roles; the keyring follows at her next password', async () => {
  const clinic = await newClinic();
  const { store, run, folder } = clinic;
  const { id } = await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  const saved = await run('users.save', { id, name: 'Ravi K. Menon', roles: ['reception'], rev: 1 });
  expect(saved).toMatchObject({ name: 'Ravi K. Menon', roles: ['reception'], rev: 2 });
  expect(await run('users.save', { id, name: 'Other', roles: ['reception'], rev: 1 })).toMatchObject({ conflict: true, rev: 2 });
  const slot = () => slotsOf(folder).find((each) => each.id === id);
  expect(slot()).toMatchObject(ravi);
  expect((await store.state()).users).toContainEqual({ id, name: 'Ravi K. Menon' });
  await store.lock();
  expect(await unlock(store, id, FIRST)).toEqual({ id, name: 'Ravi K. Menon', roles: ['reception'] });
  expect(slot()).toMatchObject({ name: 'Ravi K. Menon', roles: ['reception'] });
  await store.lock();
  expect(await unlock(store, id, FIRST)).toMatchObject({ id });
});

test('the recovery key signs in the first administrator of the records, whatever the keyring says', async () => {
  const clinic = await newClinic();
  const { store, run, folder, user, recoveryKey } = clinic;
  const second = { name: 'Meera Iyer', roles: ['administrator' as const] };
  const { id } = await store.addUser({ ...asha(clinic), person: second, password: FIRST });
  await run('users.save', { ...user, roles: ['doctor'], rev: 1 });
  await store.lock();
  expect(slotsOf(folder).find((slot) => slot.id === user.id)?.roles).toContain('administrator');
  expect(await store.recover({ recoveryKey, newPassword: OWN, at: AT })).toEqual({ id, ...second });
  expect((await run('users.list', null)).find((each) => each.id === id)).toMatchObject({ mustChangePassword: false });
  await store.lock();
  expect(await unlock(store, id, OWN)).toMatchObject({ id });
  expect(await unlock(store, user.id, PASSWORD)).toMatchObject({ roles: ['doctor'] });
});

test('a new recovery key opens, and the one before it doesn’t any more', async () => {
  const clinic = await newClinic();
  const { store, recoveryKey: before } = clinic;
  const { recoveryKey } = await store.renewRecoveryKey(asha(clinic));
  expect(recoveryKey).not.toBe(before);
  await store.lock();
  await expect(store.recover({ recoveryKey: before, newPassword: OWN, at: AT })).rejects.toMatchObject(wrong);
  expect(await store.recover({ recoveryKey, newPassword: OWN, at: AT })).toMatchObject({ id: clinic.user.id });
});

test('a keyring that was changed outside is never sealed again', async () => {
  const clinic = await newClinic();
  const { store, run, folder, user } = clinic;
  const { id } = await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  const other = await newClinic();
  writeFileSync(join(folder, 'keyring.json'), keyringOf(other.folder));
  await expect(store.retire({ by: user.id, id, rev: 1, at: AT })).rejects.toMatchObject({ fault: 'keyringDamaged' });
  expect((await run('users.list', null)).find((each) => each.id === id)?.retired).toBe(false);
});

test('a PIN is hers alone, stands readable in no file, and is gone after a reset', async () => {
  const clinic = await newClinic();
  const { store, run, folder, user } = clinic;
  const { id } = await store.addUser({ ...asha(clinic), person: ravi, password: FIRST });
  const pin = '90817263';
  const check = (userId: string, typed: string) => store.checkPin({ userId, pin: typed, at: AT });
  expect(await check(id, pin)).toBe(false);
  expect(await store.setPin({ by: id, ownPassword: FIRST, pin, at: AT })).toEqual({ hasPin: true });
  expect([await check(id, pin), await check(id, '90817264'), await check(user.id, pin)]).toEqual([true, false, false]);
  expect(filesOf(folder).filter(({ bytes }) => bytes.includes(pin) || bytes.includes('argon2id","memoryKiB"')).length).toBe(0);
  expect((await actionsOf(clinic)).slice(-3)).toEqual(['window.uncover', 'window.uncoverFailed', 'window.uncoverFailed']);
  await store.resetPassword({ ...asha(clinic), userId: id, password: OWN });
  expect((await run('users.list', null)).find((each) => each.id === id)).toMatchObject({ hasPin: false, mustChangePassword: true });
  expect(await check(id, pin)).toBe(false);
  await expect(unlock(store, id, FIRST)).rejects.toMatchObject(wrong);
  expect(await unlock(store, id, OWN)).toMatchObject({ id });
});

test('saving goes on while somebody tries a password', async () => {
  const clinic = await newClinic();
  const { store, run, user } = clinic;
  const { consultation } = await newConsultation(clinic);
  // On a busy machine a single save can take longer than a password; were it to wait for one, it always would.
  let saves = 0;
  let overtook = false;
  while (!overtook && saves < 20) {
    let answered = false;
    const tried = unlock(store, user.id, 'a wrong password').catch(() => {
      answered = true;
    });
    saves += 1;
    await run('consultations.saveAnswers', { id: consultation.id, changes: [{ key: 'program.why', value: `w${saves}` }], rev: saves });
    overtook = !answered;
    await tried;
  }
  expect(overtook).toBe(true);
});
