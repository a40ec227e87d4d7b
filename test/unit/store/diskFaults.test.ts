import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canMount, fillDisk, remount, smallDisk } from '../../support/disk.ts';
import { closedClinic } from './closedClinic.ts';
import { AT, openStore, sunita } from './folder.ts';

const { copy, unlock, userId, actor } = closedClinic();

describe.skipIf(!canMount)('disks (needs root and mount)', () => {
  test('a full disk: the save that doesn’t fit is refused as such, what was saved is kept, and saving goes on when there is room', async () => {
    const folder = smallDisk(1500);
    copy(folder);
    const store = openStore(folder);
    await unlock(folder, store);
    const patient = (await store.run('patients.recent', { limit: 1 }, actor())).rows[0];
    const consultation = (await store.run('consultations.ofPatient', { patientId: patient?.id ?? '' }, actor()))[0];
    const id = consultation?.id ?? '';
    const save = (n: number) =>
      store.run('consultations.saveAnswers', { id, changes: [{ key: `program.k${n}`, value: 'x'.repeat(3000) }], rev: 1 }, actor());
    let saved = 0;
    const fill = async () => {
      for (;;) {
        await save(saved);
        saved += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ fault: 'diskFull', message: expect.stringContaining('not saved') });
    expect(saved).toBeGreaterThan(3);
    remount(folder, 'size=6m');
    expect((await store.run('consultations.read', { id }, actor()))?.answers).toHaveLength(saved);
    await save(saved);
    expect((await store.run('consultations.read', { id }, actor()))?.answers).toHaveLength(saved + 1);
    expect(await store.run('audit.verify', null, actor())).toMatchObject({ rows: expect.any(Number) });
  });

  test('on a full disk one signs in, reads and signs out; who did is written first when there is room', async () => {
    const folder = smallDisk(1500);
    copy(folder);
    const store = openStore(folder);
    await unlock(folder, store);
    const patient = (await store.run('patients.recent', { limit: 1 }, actor())).rows[0];
    const id = patient?.id ?? '';
    const rows = async () => (await store.run('audit.page', { filter: {}, before: null, limit: 50, purpose: 'export' }, actor())).rows;
    const before = (await rows()).length;
    fillDisk(folder);
    const later = { ...actor(), at: '2026-12-05T06:30:00.000Z' };
    expect(await store.run('patients.read', { id }, later)).toMatchObject({ id });
    expect(await store.run('audit.walk', { after: 'kept', rows: 0 }, later)).toMatchObject({ held: 1 });
    await expect(store.run('patients.add', { ...sunita, recordNumber: 'B-2' }, later)).rejects.toMatchObject({ fault: 'diskFull' });
    await store.run('audit.add', { action: 'signOut', subject: null }, later);
    await store.lock();
    expect(await unlock(folder, store)).toMatchObject({ id: userId() });
    expect(await store.run('patients.read', { id }, later)).toMatchObject({ id });
    rmSync(join(folder, 'filling'));
    expect(await store.run('audit.walk', { after: 'kept', rows: 0 }, later)).toMatchObject({ held: 0 });
    const written = (await rows()).slice(0, -before).map(({ action, at }) => [action, at]);
    expect(written).toEqual([
      ['patient.view', later.at],
      ['signIn', AT],
      ['store.open', AT],
      ['signOut', later.at],
      ['patient.view', later.at],
    ]);
    expect(await store.run('audit.verify', null, later)).toMatchObject({ rows: before + 5 });
    await store.close();
    expect(await unlock(folder)).toMatchObject({ id: userId() });
  });

  test('a clinic that was closed before the disk got full is opened to be read', async () => {
    const folder = smallDisk(1500);
    copy(folder);
    fillDisk(folder);
    const store = openStore(folder);
    expect(await unlock(folder, store)).toMatchObject({ id: userId() });
    const addUntilFull = async () => {
      for (let n = 0; ; n += 1) await store.run('patients.add', { ...sunita, recordNumber: `B-${n}` }, actor());
    };
    await expect(addUntilFull()).rejects.toMatchObject({ fault: 'diskFull' });
    const [patient] = (await store.run('patients.recent', { limit: 1 }, actor())).rows;
    expect(await store.run('patients.read', { id: patient?.id ?? '' }, actor())).toMatchObject({ id: patient?.id });
    await store.close();
    rmSync(join(folder, 'filling'));
    await unlock(folder, openStore(folder));
    expect(readdirSync(folder)).toContain('reserve.bin');
  });

  test('a read-only disk is named as such, before and after the password', async () => {
    const folder = smallDisk(2000);
    copy(folder);
    remount(folder, 'ro');
    const store = openStore(folder);
    expect(await store.state()).toMatchObject({ state: 'closed', fault: { fault: 'readOnly' } });
    await expect(unlock(folder, store)).rejects.toMatchObject({ fault: 'readOnly' });
  });
});
