import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPacks } from '#backend/packs/loadPacks.ts';
import { loadSampleVisit } from '#backend/packs/loadSampleVisit.ts';
import { newPatientSchema } from '#core/contract/patientShapes.ts';
import { readPhone } from '#core/domain/phone.ts';
import { seedClinic } from '../../../electron/cli/seedClinic.ts';
import { seedCommand } from '../../../electron/cli/seedCommand.ts';
import { inventedPatient, seededRandom } from '../../../electron/cli/seedPeople.ts';
import { migrations } from '../store/direct.ts';
import { openStore, PASSWORD, temporaryFolder } from '../store/folder.ts';
import { captured } from './captured.ts';

const TEMPLATES = new URL('../../../templates/', import.meta.url).pathname;
const NOW = new Date('2026-12-05T05:12:00.000Z');

async function seed(folder: string, more: Partial<Parameters<typeof seedClinic>[0]> = {}) {
  const [loaded] = (await loadPacks(join(TEMPLATES, 'packs'))).filter(({ pack }) => pack?.id === 'tacrolimus-fertility');
  if (!loaded?.pack || !loaded.ref) throw new Error('The shipped pack has faults.');
  return seedClinic({
    folder,
    patients: 30,
    visitsEach: 2,
    finals: 0,
    seed: 7,
    password: PASSWORD,
    migrations,
    pack: { ...loaded, pack: loaded.pack, ref: loaded.ref },
    sample: await loadSampleVisit(TEMPLATES),
    now: NOW,
    paperOf: () => Promise.reject(new Error('No paper was asked for.')),
    progress: () => undefined,
    ...more,
  });
}

test('a seeded clinic opens with its password, holds what was asked for, and its audit is whole', async () => {
  const folder = join(temporaryFolder(), 'clinic');
  const done: number[] = [];
  expect(await seed(folder, { progress: (part) => done.push(part) })).toMatchObject({ patients: 30, visits: 60, finals: 0 });
  expect(done.at(-1)).toBe(1);
  const store = openStore(folder);
  const [user] = (await store.state()).users;
  if (!user) throw new Error('Nobody can sign in.');
  const at = NOW.toISOString();
  await store.unlock({ userId: user.id, password: PASSWORD, at });
  const actor = { userId: user.id, at };
  const { rows, total } = await store.run('patients.recent', { limit: 30 }, actor);
  expect(total).toBe(30);
  expect(rows.every(({ lastVisit }) => lastVisit?.state === 'draft')).toBe(true);
  for (const { id } of rows.slice(0, 3)) expect(await store.run('consultations.ofPatient', { patientId: id }, actor)).toHaveLength(2);
  expect((await store.run('audit.verify', null, actor)).rows).toBeGreaterThan(150);
});

test('the same seed makes the same patients; nobody in it can be real', () => {
  const people = (seedNumber: number) => {
    const random = seededRandom(seedNumber);
    return Array.from({ length: 500 }, (_, at) => inventedPatient(random, at + 1, '2026-12-05'));
  };
  expect(people(1)).toEqual(people(1));
  expect(people(1)).not.toEqual(people(2));
  for (const patient of people(1)) {
    expect(newPatientSchema.safeParse(patient).error).toBeUndefined();
    expect(patient.recordNumber).toMatch(/^TEST-\d{6}$/);
    if (patient.phone) expect(readPhone(patient.phone)).toEqual({ ok: true, phone: expect.stringMatching(/^500\d{7}$/) });
  }
  const scripts = people(1).filter(({ name }) => /\p{Script=Devanagari}/u.test(name)).length;
  expect(scripts).toBeGreaterThan(75);
  expect(scripts).toBeLessThan(175);
  expect(people(1).filter(({ name }) => !name.includes(' ')).length).toBeGreaterThan(25);
});

test('a folder that holds a clinic is never touched', async () => {
  const folder = join(temporaryFolder(), 'clinic');
  await seed(folder);
  await expect(seed(folder)).rejects.toMatchObject({ fault: 'alreadyExists' });
});

test('the command says which argument is wrong', async () => {
  const run = async (...args: string[]) => {
    const { io, errors } = captured();
    const noRenderer = () => {
      throw new Error('No renderer is needed.');
    };
    return [await seedCommand(args, io, noRenderer), errors.join('\n')] as const;
  };
  expect(await run('--patients', 'many')).toEqual([2, '--patients: Give a whole number from 1 to 900000.']);
  expect(await run('--patients', '5', '--password', 'short')).toEqual([2, '--password: Use at least 10 characters.']);
  expect((await run())[0]).toBe(2);
  expect((await run('--patiens', '5'))[1]).toContain('--help');
});
