import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import type { Actor, Store, StoreCommands } from '#backend/store/store.ts';
import type { NewPatient, Patient } from '#core/contract/patientShapes.ts';
import type { Consultation, User } from '#core/contract/shapes.ts';

export const WORKER = new URL('../../../electron/backend/store/worker.ts', import.meta.url);
export const AT = '2026-12-05T05:12:00.000Z';
export const PASSWORD = 'a long password';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on a folder, closed after the test. */
export function openStore(folder: string): Store {
  const store = openStoreWorker({ folder, workerUrl: WORKER, leastKeys: true });
  onTestFinished(() => store.close());
  return store;
}

export const clinic = {
  name: 'Lotus Clinic',
  address: '12 Market Road, Pune',
  dayPhone: '+91 20 1234 5678',
  nightPhone: '+91 98765 00000',
  emergencyNumbers: ['112'],
};
export const doctor = { name: 'Dr Asha Kulkarni', registration: 'MMC 12345' };

export interface Clinic {
  folder: string;
  store: Store;
  user: User;
  recoveryKey: string;
  actor: Actor;
  run: <K extends keyof StoreCommands>(command: K, input: Parameters<StoreCommands[K]>[0]) => Promise<ReturnType<StoreCommands[K]>>;
}

/** A clinic that was just created, open. */
export async function newClinic(folder = temporaryFolder()): Promise<Clinic> {
  const store = openStore(folder);
  const { user, recoveryKey } = await store.create({
    clinic,
    timeZone: 'Asia/Kolkata',
    sample: false,
    user: { name: doctor.name, roles: ['doctor', 'administrator'], doctor },
    password: PASSWORD,
    at: AT,
  });
  const actor = { userId: user.id, at: AT };
  return { folder, store, user, recoveryKey, actor, run: (command, input) => store.run(command, input, actor) };
}

export const sunita: NewPatient = {
  name: 'Sunita Devi',
  recordNumber: 'A-1042',
  age: { kind: 'told', years: 32, toldOn: '2026-12-05' },
  phone: '+91 98765 44821',
  relative: 'Ramesh Kumar',
};

const packJson = '{"id":"topic","version":"1.0"}';
export const pack = { id: 'topic', version: '1.0', hash: createHash('sha256').update(packJson).digest('hex') };

/** A patient with an open consultation. */
export async function newConsultation(
  { run }: Pick<Clinic, 'run'>,
  patient = sunita,
  code = 'CL-7K2M-94QX',
): Promise<{ patient: Patient; consultation: Consultation }> {
  const added = await run('patients.add', patient);
  const consultation = await run('consultations.start', { patientId: added.id, code, pack, packJson, visitDate: '2026-12-05' });
  return { patient: added, consultation };
}

/** Every file of a folder, whole. */
export function filesOf(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
