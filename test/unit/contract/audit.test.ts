import { expect, onTestFinished, test, vi } from 'vitest';
import { faultWords } from '#backend/store/faults.ts';
import { openStoreWorker } from '#backend/store/openStoreWorker.ts';
import type { AuditFilter } from '#core/contract/audit.ts';
import { firstStart, PASSWORD, workers } from '../../support/backend.ts';
import { client, programOfEachTest, running } from '../../support/program.ts';
import { tamperWith } from '../../support/tamper.ts';
import { overPorts } from '../../support/transports.ts';

const patient = { name: 'SUNITA DEVI', recordNumber: 'CL-00-4821', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } } as const;

let userId = '';
const begin = async () => {
  userId = (await client.app.setUp(firstStart)).user.id;
};
programOfEachTest({ begin });

const list = async (filter: AuditFilter = {}, before: number | null = null) => client.audit.list({ filter, before });
const actions = async (filter: AuditFilter = {}) => (await list(filter)).rows.map(({ action }) => action);

async function visit() {
  const { id: patientId } = await client.patients.add(patient);
  const { id: consultationId, code } = await client.consultations.start({ patientId, packId: 'tacrolimus-fertility' });
  return { patientId, consultationId, code };
}

test('the log names who did what to whom, as a person finds it again, the newest first', async () => {
  const { patientId, consultationId, code } = await visit();
  await client.consultations.read({ consultationId });
  await client.patients.read({ id: patientId });
  const { rows, more } = await list();
  expect(more).toBe(false);
  expect(rows.map(({ action, group, subject, by }) => [action, group, subject, by])).toEqual([
    ['audit.view', 'store', null, 'Dr T. TEST'],
    ['patient.view', 'patient', 'CL-00-4821', 'Dr T. TEST'],
    ['consultation.view', 'consultation', code, 'Dr T. TEST'],
    ['consultation.start', 'consultation', code, 'Dr T. TEST'],
    ['patient.add', 'patient', 'CL-00-4821', 'Dr T. TEST'],
    ['signIn', 'signIn', 'Dr T. TEST', 'Dr T. TEST'],
    ['store.create', 'store', null, 'Dr T. TEST'],
  ]);
  expect(rows.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(JSON.stringify(rows)).not.toContain('SUNITA');
});

test('rows are filtered by group, person and patient, and by what all of them have in common', async () => {
  const { patientId } = await visit();
  await client.patients.add({ ...patient, name: 'REKHA', recordNumber: 'CL-00-1' });
  await client.app.signOut();
  await client.app.signIn({ userId, password: 'a wrong one' }).catch(() => undefined);
  await client.app.signIn({ userId, password: PASSWORD });
  expect(await actions({ group: 'patient' })).toEqual(['patient.add', 'patient.add']);
  expect(await actions({ patientId })).toEqual(['consultation.start', 'patient.add']);
  expect(await actions({ patientId, group: 'consultation' })).toEqual(['consultation.start']);
  expect(await actions({ userId: 'system' })).toEqual(['signIn.failed']);
  const [failed] = (await list({ userId: 'system', group: 'signIn' })).rows;
  expect(failed).toMatchObject({ by: null, subject: 'Dr T. TEST' });
  expect(await actions({ patientId, userId: 'system' })).toEqual([]);
  expect(await actions({ userId: crypto.randomUUID() })).toEqual([]);
});

test('days are the clinic’s: an evening in Jaipur belongs to the day on its wall', async () => {
  running.now = new Date('2026-11-23T18:29:59Z'); // 23:59:59 of the 23rd
  await client.patients.add(patient);
  running.now = new Date('2026-11-23T18:30:00Z'); // midnight: the 24th
  await client.patients.add({ ...patient, recordNumber: 'CL-2' });
  running.now = new Date('2026-11-22T06:00:00Z'); // a clock that was set back
  await client.patients.add({ ...patient, recordNumber: 'CL-3' });
  const subjects = async (filter: AuditFilter) => (await list({ ...filter, group: 'patient' })).rows.map(({ subject }) => subject);
  expect(await subjects({ from: '2026-11-23', to: '2026-11-23' })).toEqual(['CL-00-4821']);
  expect(await subjects({ from: '2026-11-24' })).toEqual(['CL-2']);
  expect(await subjects({ to: '2026-11-22' })).toEqual(['CL-3']);
  expect(await subjects({ from: '2026-11-24', to: '2026-11-23' })).toEqual([]);
  expect(await subjects({ from: '2020-01-01', to: '2030-01-01' })).toEqual(['CL-3', 'CL-2', 'CL-00-4821']);
});

test('looking again within ten minutes is one row; checking and exporting are rows each time', async () => {
  await list();
  await list({ group: 'store' });
  running.now = new Date(running.now.getTime() + 10 * 60_000);
  await list();
  await client.audit.verify();
  await client.audit.export({ filter: {} });
  await client.audit.export({ filter: {} });
  expect((await actions({ group: 'store' })).filter((action) => action.startsWith('audit.'))).toEqual([
    'audit.export',
    'audit.export',
    'audit.verify',
    'audit.view',
    'audit.view',
  ]);
});

test('a long log comes in pages that neither repeat nor leave out a row', async () => {
  await client.app.signOut();
  const store = openStoreWorker({ folder: `${running.dataDir}/clinic`, workerUrl: workers.store });
  await running.stop();
  await store.unlock({ userId, password: PASSWORD, at: running.now.toISOString() });
  const actor = { userId, at: running.now.toISOString() };
  for (let i = 0; i < 450; i += 1) await store.run('audit.add', { action: 'consultation.export', subject: null }, actor);
  const seen: number[] = [];
  let before: number | null = null;
  for (;;) {
    const page: { rows: { seq: number }[]; more: boolean } = await store.run(
      'audit.page',
      { filter: { actions: ['consultation.export'] }, before, limit: 200, purpose: 'view' },
      actor,
    );
    seen.push(...page.rows.map(({ seq }) => seq));
    if (!page.more) break;
    before = seen.at(-1) ?? null;
  }
  expect(seen).toHaveLength(450);
  expect(new Set(seen).size).toBe(450);
  expect([...seen].sort((a, b) => b - a)).toEqual(seen);
  await store.close();
});

test('an export opens in a spreadsheet, says whether the log holds, and is named by its days', async () => {
  await client.patients.add({ ...patient, recordNumber: '=1+1' });
  const { fileName, base64, rows } = await client.audit.export({ filter: {} });
  expect(fileName).toBe('log-2026-11-22-to-2026-11-22.csv');
  const bytes = Buffer.from(base64, 'base64');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows + 2);
  expect(lines[0]).toContain('"Row","Date","Time"');
  expect(lines[1]).toBe(`"3","2026-11-22","11:30:00","Asia/Kolkata","Dr T. TEST","patient","patient.add","'=1+1"`);
  expect(lines.at(-1)).toBe('"The whole log of 3 rows was checked and is as the program wrote it."');
  expect((await client.audit.export({ filter: { from: '2026-01-05', to: '2026-02-01' } })).fileName).toBe(
    'log-2026-01-05-to-2026-02-01.csv',
  );
});

test('an old row that was changed outside is told to the administrator alone, who can go on working', async () => {
  expect(await client.audit.verify()).toEqual({ rows: 2, firstBad: null });
  const added = { name: 'R. TEST', roles: ['reception' as const], password: 'a first password', ownPassword: PASSWORD };
  const { id: receptionId } = await client.users.add(added);
  await running.stop();
  const folder = `${running.dataDir}/clinic`;
  const store = openStoreWorker({ folder, workerUrl: workers.store, leastKeys: true });
  const actor = { userId, at: running.now.toISOString() };
  await store.unlock({ userId, password: PASSWORD, at: actor.at });
  for (let i = 0; i < 600; i += 1) await store.run('audit.add', { action: 'consultation.export', subject: null }, actor);
  await store.close();
  await tamperWith(folder, { userId, password: PASSWORD }, "UPDATE audit SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 20");

  const ports = await overPorts(running.backend);
  onTestFinished(() => ports.close());
  const admin = await ports.openWindow();
  await admin.app.signIn({ userId, password: PASSWORD });
  const reception = await ports.openWindow();
  await reception.app.signIn({ userId: receptionId, password: added.password });
  await vi.waitFor(async () => expect((await admin.app.status()).warnings).toHaveLength(1), { timeout: 20_000 });
  const [warning] = (await admin.app.status()).warnings;
  expect(warning).toMatchObject({ fault: 'auditBroken', message: expect.stringContaining('row 20 was changed') });
  expect(warning?.message).toContain(faultWords.auditBroken.wayOut);
  expect((await reception.app.status()).warnings).toEqual([]);
  expect(await admin.patients.add(patient)).toMatchObject({ name: 'SUNITA DEVI' });
  expect((await admin.audit.verify()).firstBad).toBe(20);
  const { base64 } = await admin.audit.export({ filter: {} });
  expect(Buffer.from(base64, 'base64').toString('utf8')).toContain(
    'The log does NOT hold: it was changed outside the program, first at row 20.',
  );
});
