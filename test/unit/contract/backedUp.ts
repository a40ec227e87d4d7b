import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BackupSource } from '#core/contract/backups.ts';
import { firstStart, PASSWORD, TestBackend } from '../../support/backend.ts';
import { type Client, type Transport, transports } from '../../support/transports.ts';

const HOUR = 3_600_000;
const patient = { name: 'SUNITA DEVI', recordNumber: 'CL-00-4821', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } } as const;

const [http] = transports;
if (!http) throw new Error('There is no transport.');
const [, overHttp] = http;

export interface Running {
  backend: TestBackend;
  transport: Transport;
  client: Client;
}

export async function start(open = overHttp): Promise<Running> {
  const backend = new TestBackend();
  const transport = await open(backend.backend);
  onTestFinished(async () => {
    await transport.close();
    await backend.close();
  });
  return { backend, transport, client: await transport.openWindow() };
}

/** A clinic with one patient and one backup of her, its doctor and administrator signed in. */
export async function withBackup(open = overHttp) {
  const running = await start(open);
  const { user, recoveryKey } = await running.client.app.setUp(firstStart);
  await running.client.patients.add(patient);
  const [backup] = (await running.client.backups.make()).backups;
  if (!backup) throw new Error('No backup was made.');
  const source: BackupSource = { from: 'list', place: 'own', id: backup.id };
  return { ...running, user, recoveryKey, backup, source, byPassword: { kind: 'password', userId: user.id, password: PASSWORD } as const };
}

export function stick(): string {
  const folder = mkdtempSync(join(tmpdir(), 'consultleaf-stick-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const later = ({ backend }: Pick<Running, 'backend'>, hours: number) => {
  backend.now = new Date(backend.now.getTime() + hours * HOUR);
};
export const another = (n: number) => ({ ...patient, name: `MEERA SHAH ${n}`, recordNumber: `CL-00-50${n}` });
