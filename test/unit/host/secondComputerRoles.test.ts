import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#core/contract/contract.ts';
import { type Role, roleSchema } from '#core/contract/shapes.ts';
import { doctor, PASSWORD } from '../../support/backend.ts';
import { errorOf } from '../../support/errorOf.ts';
import { pairedBrowser } from '../../support/secondBrowser.ts';
import { type SecondClinic, secondClinic } from '../../support/secondClinic.ts';
import type { Client } from '../../support/transports.ts';

/** What can be called from a second computer, written down a second time: a change has to be meant. */
const BEFORE_SIGN_IN = ['app.status', 'app.signIn', 'app.signOut', 'app.cover', 'app.uncover', 'app.setLook', 'app.events'];
const AS_RECEPTION = [
  ...[
    'app.licences',
    'account.changePassword',
    'account.setPin',
    'clinic.read',
    'calls.list',
    'calls.record',
    'calls.add',
    'calls.spoke',
    'desk.card',
  ],
  ...['recent', 'search', 'similar', 'add', 'save', 'read', 'timeline', 'twins'].map((name) => `patients.${name}`),
  ...['pdf', 'clinicCopy'].map((name) => `handouts.${name}`),
  ...['queue', 'ofPatient', 'print', 'printAll', 'cancel', 'looked', 'printedElsewhere', 'remove', 'reprint'].map(
    (name) => `printing.${name}`,
  ),
  ...['cameOut', 'handOver', 'file', 'resume', 'move', 'settings'].map((name) => `printing.${name}`),
  ...['printHistory.list', 'printHistory.export', 'slips.days', 'slips.pdf', 'slips.print'],
  ...['consents', 'recordConsent', 'noticePdf', 'papersOut'].map((name) => `rights.${name}`),
];
const procedures = Object.entries(contract).flatMap(([area, names]) => Object.keys(names).map((name) => `${area}.${name}`));

let clinic: SecondClinic;
let admin: Client;

beforeAll(async () => {
  clinic = await secondClinic();
  admin = clinic.admin;
}, 60_000);
afterAll(() => clinic.close());

/** Calls a procedure by its name without an input; gives the code of its error, or undefined. */
async function codeOf(client: Client, procedure: string): Promise<string | undefined> {
  const [area = '', name = ''] = procedure.split('.');
  const calls = client as unknown as Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;
  try {
    await calls[area]?.[name]?.();
    return undefined;
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
}

/** Somebody with `roles`, signed in with a password of her own at a second computer. */
async function thereAs(roles: Role[], name: string): Promise<Client> {
  const first = 'a first password';
  const { id } = await admin.users.add({
    name,
    roles,
    ...(roles.includes('doctor') ? { doctor } : {}),
    password: first,
    ownPassword: PASSWORD,
  });
  const there = (await pairedBrowser(admin, name)).client();
  await there.app.signIn({ userId: id, password: first });
  expect(await codeOf(there, 'patients.recent')).toBe('NOT_ALLOWED');
  await there.account.changePassword({ ownPassword: first, newPassword: PASSWORD });
  return there;
}

test('before anybody has signed in there it answers the way in and nothing else: no setting up, no sample, no restoring', async () => {
  const there = (await pairedBrowser(admin)).client();
  for (const procedure of procedures) {
    const code = await codeOf(there, procedure);
    if (BEFORE_SIGN_IN.includes(procedure)) expect([undefined, 'BAD_INPUT'], procedure).toContain(code);
    else expect(code, procedure).toBe(AS_RECEPTION.includes(procedure) ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED');
  }
});

test.each<[who: string, held: Role[]]>([
  ...roleSchema.options.map((role): [string, Role[]] => [`M. ${role}`, [role]]),
  ['M. EVERYTHING', [...roleSchema.options]],
])('%s may call there what reception may, and nothing else', async (name, held) => {
  const there = await thereAs(held, name);
  expect((await there.app.status()).user).toEqual({ id: expect.any(String), name, roles: ['reception'] });
  const refused: string[] = [];
  for (const procedure of procedures) {
    if (procedure === 'app.signOut' || procedure === 'app.cover') continue;
    const code = await codeOf(there, procedure);
    expect(code, procedure).not.toBe('NOT_SIGNED_IN');
    if (code === 'NOT_ALLOWED') refused.push(procedure);
  }
  expect(refused).toEqual(procedures.filter((procedure) => ![...BEFORE_SIGN_IN, ...AS_RECEPTION].includes(procedure)));
});

test('a doctor’s password shows nothing clinical there, and a change of her roles gives her no more', async () => {
  const patient = await admin.patients.add({ name: 'SUNITA DEVI', age: { kind: 'told', years: 32, toldOn: '2026-11-22' } });
  const [pack] = await admin.packs.list();
  const visit = await admin.consultations.start({ patientId: patient.id, packId: pack?.ref.id ?? '' });
  const clinical = JSON.stringify(await admin.patients.timeline({ id: patient.id }));
  expect(clinical).toContain(pack?.ref.id ?? 'no pack');
  const there = await thereAs(['doctor', 'administrator'], 'Dr Q. TEST');
  expect(JSON.stringify(await there.patients.timeline({ id: patient.id }))).not.toContain(pack?.ref.id);
  for (const call of [there.consultations.read({ consultationId: visit.id }), there.packs.list(), there.users.list()])
    expect((await errorOf(call)).code).toBe('NOT_ALLOWED');
  const row = (await admin.users.list()).find(({ name }) => name === 'Dr Q. TEST');
  if (!row) throw new Error('She was just added.');
  await admin.users.save({ id: row.id, name: row.name, roles: [...roleSchema.options], doctor, rev: row.rev });
  expect((await there.app.status()).user?.roles).toEqual(['reception']);
  expect((await errorOf(there.users.list())).code).toBe('NOT_ALLOWED');
  expect(JSON.stringify(await there.patients.timeline({ id: patient.id }))).not.toContain(pack?.ref.id);
});

test('guesses there wait for each other, whoever they are aimed at, and made-up people fill no log', async () => {
  const there = (await pairedBrowser(admin, 'guesser')).client();
  const failures = async () =>
    (await admin.audit.list({ filter: {}, before: null })).rows.filter(({ action }) => action === 'signIn.failed').length;
  const before = await failures();
  const [real] = await admin.users.list();
  const guess = async (userId: string) => (await errorOf(there.app.signIn({ userId, password: 'a wrong password' }))).message;
  expect(await guess(randomUUID())).toBe('This password is wrong.');
  expect(await guess(real?.id ?? '')).toBe('This password is wrong.');
  expect(await guess(randomUUID())).toContain('Wait 1 second');
  for (const userId of [randomUUID(), real?.id ?? '']) expect(await guess(userId)).toContain('Too many wrong tries');
  expect(await failures()).toBe(before + 3);
});
