import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import { AT, newConsultation, openStore, PASSWORD, temporaryFolder, WORKER } from './folder.ts';

/** A clinic with one patient and a consultation that was properly closed, made once for a test file, and copied. */
export function closedClinic() {
  let original = '';
  let userId = '';
  const actor = () => ({ userId, at: AT });
  beforeAll(async () => {
    original = mkdtempSync(join(tmpdir(), 'consultleaf-original-'));
    const store = openStoreWorker({ folder: original, workerUrl: WORKER, leastKeys: true });
    const clinic = { name: 'Lotus', address: 'Pune', dayPhone: '020 1234', nightPhone: '020 1234', emergencyNumbers: ['112'] };
    const user = { name: 'Dr Asha', roles: ['administrator' as const] };
    userId = (await store.create({ clinic, timeZone: 'Asia/Kolkata', sample: false, user, password: PASSWORD, at: AT })).user.id;
    await newConsultation({ run: (command, input) => store.run(command, input, actor()) });
    await store.close();
  });
  afterAll(() => rmSync(original, { recursive: true, force: true }));
  return {
    /** A copy of it in `folder`. */
    copy(folder = temporaryFolder()) {
      cpSync(original, folder, { recursive: true });
      return { folder, database: join(folder, 'clinic.db'), keyring: join(folder, 'keyring.json') };
    },
    unlock: (folder: string, store = openStore(folder)) => store.unlock({ userId, password: PASSWORD, at: AT }),
    userId: () => userId,
    /** Who works in it. */
    actor,
  };
}
